package lexscope.js.host;

/// Where a program's console writes: whole lines, each with its line feed.
public interface ConsoleSink {
  /// Writes to standard output.
  void out(String lines);

  /// Writes to standard error.
  void err(String lines);

  /// A console that nobody reads.
  static ConsoleSink silent() {
    return Silence.SILENCE;
  }

  /// What [#silent] gives.
  enum Silence implements ConsoleSink {
    /// The only one.
    SILENCE;

    @Override
    public void out(String lines) {}

    @Override
    public void err(String lines) {}
  }
}
