package lexscope.js.source;

/// An offset in a source text.
public record SourceSpot(SourceText source, int offset) {
  /// The place, the line, and a caret below it, as Node shows where an error was thrown.
  public String excerpt() {
    Position position = source.position(offset);
    String line = source.lineText(position.line());
    return source.name()
        + ":"
        + position.line()
        + "\n"
        + line
        + "\n"
        + " ".repeat(position.column() - 1)
        + "^\n";
  }
}
