package lexscope.js.source;

/// A source line with carets below a stretch of it. Of a long line only the surroundings are shown.
final class SourceExcerpt {
  private static final int MAX_WIDTH = 160;
  private static final int LEAD = 60;

  private SourceExcerpt() {}

  /// Two lines, each with its line feed.
  static String of(SourceText source, Position position, int length) {
    String line = source.lineText(position.line());
    int column = Math.min(position.column() - 1, line.length());
    int carets = Math.max(1, Math.min(length, line.length() - column));
    int from = line.length() <= MAX_WIDTH ? 0 : Math.max(0, column - LEAD);
    int to = Math.min(line.length(), from + MAX_WIDTH);
    var out = new StringBuilder();
    out.append(line, from, to).append('\n');
    for (int i = from; i < column; i++) {
      out.append(line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return out.append("^".repeat(Math.min(carets, Math.max(1, to - column))))
        .append('\n')
        .toString();
  }
}
