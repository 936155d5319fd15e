package lexscope.js.source;

/// A place in a source text as people count it.
///
/// @param line the line, from 1
/// @param column the UTF-16 code unit in the line, from 1
public record Position(int line, int column) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
