package lexscope.js.host;

/// Where a program's console writes: whole lines, each with its line feed.
public interface ConsoleSink {
  /// Writes to standard output.
  void out(String lines);

  /// Writes to standard error.
  void err(String lines);
}
