package lexscope.js.source;

/// Prints a syntax error with its source line and carets under the offending text, in the shape
/// engineers know from Node.
final class SyntaxErrorRenderer {
  private static final int MAX_WIDTH = 160;
  private static final int LEAD = 60;

  private SyntaxErrorRenderer() {}

  static String render(SyntaxErrorException error) {
    SourceText source = error.source();
    Position position = error.position();
    String line = source.lineText(position.line());
    int column = Math.min(position.column() - 1, line.length());
    int carets = Math.max(1, Math.min(error.end() - error.offset(), line.length() - column));
    int from = line.length() <= MAX_WIDTH ? 0 : Math.max(0, column - LEAD);
    int to = Math.min(line.length(), from + MAX_WIDTH);
    StringBuilder out = new StringBuilder();
    out.append(source.name()).append(':').append(position).append('\n');
    out.append(line, from, to).append('\n');
    for (int i = from; i < column; i++) {
      out.append(line.charAt(i) == '\t' ? '\t' : ' ');
    }
    out.append("^".repeat(Math.min(carets, Math.max(1, to - column)))).append("\n\n");
    String name = error.kind() == SyntaxErrorException.Kind.TOO_DEEP ? "RangeError" : "SyntaxError";
    return out.append(name).append(": ").append(error.message()).append('\n').toString();
  }
}
