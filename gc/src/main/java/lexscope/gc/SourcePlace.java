package lexscope.gc;

/// A place in a source text: file name, line and column, both counted from 1.
public record SourcePlace(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
