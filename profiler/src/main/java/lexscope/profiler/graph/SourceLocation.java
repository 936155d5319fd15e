package lexscope.profiler.graph;

/// A place in guest source.
///
/// @param script the file's name, or `script N` where a snapshot knows only a number
/// @param line counted from 1
/// @param column counted from 1
public record SourceLocation(String script, int line, int column)
    implements Comparable<SourceLocation> {
  @Override
  public String toString() {
    return script + ":" + line + ":" + column;
  }

  @Override
  public int compareTo(SourceLocation other) {
    int byScript = script.compareTo(other.script);
    if (byScript != 0) {
      return byScript;
    }
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
