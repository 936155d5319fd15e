package lexscope.js.host;

import java.util.ArrayList;
import java.util.List;

/// Decides whether the entries of one object share a line, stand in columns, or take a line each.
///
/// The rules and their numbers are those of Node's `util.inspect`, so that a program prints the
/// same under both.
final class LineBreaking {
  private static final int SEPARATOR = 2;
  private static final int FEWEST_GROUPED = 7;
  private static final int MOST_COLUMNS = 15;
  private static final int LONGEST_SHORT_ENTRY = 6;
  private static final double HEIGHT_OF_A_CHARACTER = 2.5;
  private static final int MARGIN = 10;

  private final InspectOptions options;

  LineBreaking(InspectOptions options) {
    this.options = options;
  }

  /// One object to lay out.
  ///
  /// @param base what stands before the opening brace, as in `[Function: f] { x: 1 }`; may be empty
  /// @param open the opening brace with what belongs to it, as in `Map(2) {`
  /// @param close the closing brace
  /// @param list whether entries have no names and may stand in columns
  /// @param numbers whether all entries are numbers, which are aligned on the right
  /// @param indentation spaces before the line
  /// @param innerLevels levels of objects below this one, counted along the last one inspected
  record Block(
      String base,
      String open,
      String close,
      boolean list,
      boolean numbers,
      int indentation,
      int innerLevels) {}

  /// Returns the object's text.
  String arrange(List<String> entries, Block block) {
    List<String> output = entries;
    String start = block.base().isEmpty() ? block.open() : block.base() + " " + block.open();
    if (options.compact() >= 1) {
      if (block.list() && entries.size() >= FEWEST_GROUPED) {
        output = columns(entries, block);
      }
      boolean grouped = output.size() != entries.size();
      if (block.innerLevels() < options.compact() && !grouped && fitsOnOneLine(output, block)) {
        String joined = String.join(", ", output);
        if (joined.indexOf('\n') < 0) {
          return start + " " + joined + " " + block.close();
        }
      }
    }
    String newLine = "\n" + " ".repeat(block.indentation());
    return start
        + newLine
        + "  "
        + String.join("," + newLine + "  ", output)
        + newLine
        + block.close();
  }

  private boolean fitsOnOneLine(List<String> output, Block block) {
    long length =
        2L * output.size()
            + block.indentation()
            + block.open().length()
            + block.base().length()
            + MARGIN;
    if (length + output.size() > options.breakLength()) {
      return false;
    }
    for (String entry : output) {
      length += entry.length();
    }
    return length <= options.breakLength() && block.base().indexOf('\n') < 0;
  }

  /// Puts short entries of a list in columns, as near to a square as characters of that shape
  /// allow.
  private List<String> columns(List<String> entries, Block block) {
    // The line that counts what is left out stays below the columns.
    int length = entries.size() > options.maxArrayLength() ? entries.size() - 1 : entries.size();
    int[] widths = new int[length];
    int total = 0;
    int widest = 0;
    for (int i = 0; i < length; i++) {
      widths[i] = DisplayWidth.of(entries.get(i));
      total += widths[i] + SEPARATOR;
      widest = Math.max(widest, widths[i]);
    }
    int cell = widest + SEPARATOR;
    boolean roomForThree = 3L * cell + block.indentation() < options.breakLength();
    boolean alike = (double) total / cell > 5 || widest <= LONGEST_SHORT_ENTRY;
    if (!roomForThree || !alike) {
      return entries;
    }
    int count = columnCount(entries.size(), length, total, cell, block.indentation());
    return count <= 1 ? entries : inColumns(entries, widths, count, block.numbers());
  }

  private int columnCount(int entries, int length, int total, int cell, int indentation) {
    double bias = Math.sqrt(cell - (double) total / entries);
    double biased = Math.max(cell - 3 - bias, 1);
    long square = Math.round(Math.sqrt(HEIGHT_OF_A_CHARACTER * biased * length) / biased);
    long fitting = ((long) options.breakLength() - indentation) / cell;
    return (int)
        Math.min(Math.min(square, fitting), Math.min(options.compact() * 4L, MOST_COLUMNS));
  }

  private static List<String> inColumns(
      List<String> entries, int[] widths, int count, boolean numbers) {
    int[] columnWidths = new int[count];
    for (int i = 0; i < widths.length; i++) {
      columnWidths[i % count] = Math.max(columnWidths[i % count], widths[i]);
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < widths.length; i += count) {
      int end = Math.min(i + count, widths.length);
      StringBuilder line = new StringBuilder();
      for (int j = i; j < end; j++) {
        boolean last = j == end - 1;
        int padding = columnWidths[j - i] - widths[j];
        if (numbers) {
          line.repeat(' ', padding);
        }
        line.append(entries.get(j)).append(last ? "" : ", ");
        if (!numbers && !last) {
          line.repeat(' ', padding);
        }
      }
      lines.add(line.toString());
    }
    lines.addAll(entries.subList(widths.length, entries.size()));
    return lines;
  }
}
