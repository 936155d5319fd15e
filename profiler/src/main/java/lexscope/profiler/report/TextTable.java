package lexscope.profiler.report;

import java.util.ArrayList;
import java.util.List;

/// Lines of cells that stand below each other. Columns are as wide as their widest cell; the last
/// one is not padded.
final class TextTable {
  private static final String GAP = "  ";

  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /// A table whose columns are aligned as the letters say: `l` or `r`.
  TextTable(String alignment) {
    right = new boolean[alignment.length()];
    for (int i = 0; i < right.length; i++) {
      right[i] = alignment.charAt(i) == 'r';
    }
  }

  TextTable row(String... cells) {
    rows.add(cells);
    return this;
  }

  /// Writes the lines, each after `indent`.
  void writeTo(StringBuilder out, String indent) {
    int[] width = new int[right.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        width[i] = Math.max(width[i], length(row[i]));
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < row.length; i++) {
        String padding = " ".repeat(width[i] - length(row[i]));
        line.append(i == 0 ? "" : GAP)
            .append(right[i] ? padding : "")
            .append(row[i])
            .append(right[i] ? "" : padding);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static int length(String cell) {
    return DisplayColumns.of(cell);
  }
}
