package lexscope.js.host;

import java.util.List;

/// The frame of `console.table`: cells padded on the right, columns as wide as their widest cell.
final class BoxTable {
  private BoxTable() {}

  /// Returns the table.
  ///
  /// @param head one title a column
  /// @param rows one cell a column, empty text where there is none
  static String render(List<String> head, List<List<String>> rows) {
    int[] widths = new int[head.size()];
    widen(widths, head);
    rows.forEach(row -> widen(widths, row));
    StringBuilder out = new StringBuilder();
    rule(out, widths, '┌', '┬', '┐').append('\n');
    row(out, widths, head).append('\n');
    rule(out, widths, '├', '┼', '┤').append('\n');
    for (List<String> row : rows) {
      row(out, widths, row).append('\n');
    }
    return rule(out, widths, '└', '┴', '┘').toString();
  }

  private static void widen(int[] widths, List<String> row) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], DisplayWidth.of(row.get(i)));
    }
  }

  private static StringBuilder rule(
      StringBuilder out, int[] widths, char left, char middle, char right) {
    for (int i = 0; i < widths.length; i++) {
      out.append(i == 0 ? left : middle).repeat('─', widths[i] + 2);
    }
    return out.append(right);
  }

  private static StringBuilder row(StringBuilder out, int[] widths, List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      out.append("│ ").append(cell).repeat(' ', widths[i] - DisplayWidth.of(cell) + 1);
    }
    return out.append('│');
  }
}
