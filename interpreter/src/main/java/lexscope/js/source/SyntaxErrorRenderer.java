package lexscope.js.source;

/// Prints a syntax error with its source line and carets under the offending text, in the shape
/// engineers know from Node.
final class SyntaxErrorRenderer {
  private SyntaxErrorRenderer() {}

  static String render(SyntaxErrorException error) {
    Position position = error.position();
    String name = error.kind() == SyntaxErrorException.Kind.TOO_DEEP ? "RangeError" : "SyntaxError";
    return error.source().name()
        + ":"
        + position
        + "\n"
        + SourceExcerpt.of(error.source(), position, error.end() - error.offset())
        + "\n"
        + name
        + ": "
        + error.message()
        + "\n";
  }
}
