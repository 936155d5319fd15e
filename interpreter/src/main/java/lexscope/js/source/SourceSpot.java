package lexscope.js.source;

/// An offset in a source text.
public record SourceSpot(SourceText source, int offset) {
  /// The place, the line, and a caret below it, as Node shows where an error was thrown.
  public String excerpt() {
    Position position = source.position(offset);
    return source.name() + ":" + position.line() + "\n" + SourceExcerpt.of(source, position, 1);
  }
}
