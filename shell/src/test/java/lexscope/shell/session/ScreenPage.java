package lexscope.shell.session;

import org.jline.utils.ScreenTerminal;

/// A screen of a terminal as a page for a browser, with its colours.
final class ScreenPage {
  private static final String HEAD =
      """
      <!doctype html>
      <meta charset="utf-8">
      <title>lexscope shell</title>
      <style>
      body { margin: 0; background: #14181f; }
      pre { margin: 0; padding: 16px 20px; width: max-content; color: #d6dbe3;
        font: 14px/20px "DejaVu Sans Mono", "Liberation Mono", monospace; }
      b { color: #fff; } .d { color: #8b95a3; } .u { text-decoration: underline; }
      .i { background: #d6dbe3; color: #14181f; }
      </style>
      <pre>\
      """;

  private ScreenPage() {}

  /// The page.
  ///
  /// @param cells row by row, as `ScreenTerminal` dumps them
  static String of(long[] cells, int columns) {
    StringBuilder html = new StringBuilder(HEAD);
    StringBuilder blank = new StringBuilder();
    for (int row = 0; row < cells.length / columns; row++) {
      StringBuilder line = new StringBuilder();
      int column = 0;
      while (column < columns) {
        int end = column + 1;
        long first = cells[row * columns + column];
        while (end < columns
            && ScreenTerminal.cellAttr(cells[row * columns + end])
                == ScreenTerminal.cellAttr(first)) {
          end++;
        }
        line.append(run(cells, row * columns + column, row * columns + end));
        column = end;
      }
      String text = line.toString().stripTrailing();
      if (text.isEmpty()) {
        blank.append('\n');
      } else {
        html.append(blank).append(text).append('\n');
        blank.setLength(0);
      }
    }
    return html.append("</pre>\n").toString();
  }

  /// Cells that look the same.
  private static String run(long[] cells, int start, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = start; i < end; i++) {
      int c = ScreenTerminal.cellCodePoint(cells[i]);
      switch (c) {
        // The second half of a wide character.
        case 0 -> {}
        case '<' -> text.append("&lt;");
        case '&' -> text.append("&amp;");
        default -> text.appendCodePoint(c);
      }
    }
    long look = cells[start];
    String shown = text.toString();
    if (shown.isBlank() && !ScreenTerminal.cellInverse(look)) {
      return shown;
    }
    if (ScreenTerminal.cellHasForeground(look)) {
      shown = "<span style=\"color:%s\">%s</span>".formatted(colour(look), shown);
    }
    String classes =
        (ScreenTerminal.cellDim(look) ? "d" : "")
            + (ScreenTerminal.cellUnderline(look) ? "u" : "")
            + (ScreenTerminal.cellInverse(look) ? "i" : "");
    if (!classes.isEmpty()) {
      shown =
          "<span class=\"%s\">%s</span>"
              .formatted(String.join(" ", classes.split("", -1)).strip(), shown);
    }
    return ScreenTerminal.cellBold(look) ? "<b>" + shown + "</b>" : shown;
  }

  /// The eight colours of terminals in shades that can be read on a dark ground.
  private static String colour(long look) {
    int rgb = ScreenTerminal.cellColorRgb(ScreenTerminal.cellForeground(look));
    return switch (rgb) {
      case 0x880000 -> "#ff8f87";
      case 0x008800 -> "#7ed491";
      case 0x888800 -> "#e5c07b";
      case 0x000088 -> "#79b8ff";
      case 0x880088 -> "#d2a8ff";
      case 0x008888 -> "#76d7e0";
      case 0x888888 -> "#d6dbe3";
      default -> "#%06x".formatted(rgb);
    };
  }
}
