package lexscope.profiler.export;

import java.util.List;
import java.util.Locale;

/// Writes a drawing as an SVG image: one box below the other, as far to the right as it lies deep.
/// A fixed-width font makes the widths known without measuring. The whole image and each box carry
/// their text for those who cannot see them; colours follow the reader's light or dark setting.
public final class SvgText {
  private static final int MARGIN = 16;
  private static final int HEAD = 34;
  private static final int INDENT = 36;
  private static final int LINE = 16;
  private static final int PADDING = 8;
  private static final int GAP = 12;
  private static final int LINK_GAP = 30;
  private static final double CHARACTER = 7.3;

  private SvgText() {}

  /// The drawing as a document of its own.
  public static String of(Drawing drawing) {
    List<Drawing.Box> boxes = drawing.boxes();
    int[] depth = new int[boxes.size()];
    int[] top = new int[boxes.size()];
    int y = MARGIN + HEAD;
    int width = (int) (columns(drawing.title()) * CHARACTER * 1.2);
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < boxes.size(); i++) {
      Drawing.Box box = boxes.get(i);
      depth[i] = box.above() < 0 || drawing.inRow() ? 0 : depth[box.above()] + 1;
      y += i == 0 ? 0 : drawing.inRow() ? LINK_GAP : GAP;
      top[i] = y;
      int x = MARGIN + depth[i] * INDENT;
      int boxWidth =
          (int) (Math.max(columns(box.text()), columns(box.note())) * CHARACTER) + 2 * PADDING;
      int boxHeight = 2 * PADDING + (box.note().isEmpty() ? LINE : 2 * LINE);
      if (box.above() >= 0) {
        line(body, drawing, boxes, i, depth, top);
      }
      box(body, box, x, y, boxWidth, boxHeight);
      width = Math.max(width, x + boxWidth);
      width = Math.max(width, x + 2 * INDENT + (int) (columns(box.link()) * CHARACTER));
      y += boxHeight;
    }
    return head(drawing, width + MARGIN, y + MARGIN) + body + "</svg>\n";
  }

  private static String head(Drawing drawing, int width, int height) {
    return String.format(
        Locale.ROOT,
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        <style>
        text { font: 12px monospace; fill: #1a1a1a; }
        .head { font: bold 14px monospace; }
        .note, .link { fill: #555; }
        rect { stroke: #777; }
        path { stroke: #777; fill: none; }
        .root { fill: #e0e0e0; } .record { fill: #ffe8b3; } .closure { fill: #cfe3ff; }
        .object { fill: #fff; } .target { fill: #ffc9c9; } .more { fill: #f4f4f4; }
        @media (prefers-color-scheme: dark) {
        svg { background: #1e1e1e; }
        text { fill: #eee; } .note, .link { fill: #bbb; }
        .root { fill: #444; } .record { fill: #5a4a1a; } .closure { fill: #1f3d66; }
        .object { fill: #2a2a2a; } .target { fill: #6b2626; } .more { fill: #333; }
        }
        </style>
        <text class="head" x="%d" y="%d">%s</text>
        """,
        width,
        height,
        width,
        height,
        escaped(drawing.title()),
        escaped(description(drawing)),
        MARGIN,
        MARGIN + 14,
        escaped(drawing.title()));
  }

  /// All that the image says, in words.
  private static String description(Drawing drawing) {
    StringBuilder text = new StringBuilder();
    for (Drawing.Box box : drawing.boxes()) {
      text.append(text.isEmpty() ? "" : "; ");
      text.append(box.link().isEmpty() ? "" : box.link() + ": ");
      text.append(box.text());
      text.append(box.note().isEmpty() ? "" : ", " + box.note());
    }
    return text.toString();
  }

  private static void box(StringBuilder out, Drawing.Box box, int x, int y, int width, int height) {
    out.append("<g><title>").append(escaped(box.text())).append("</title>");
    out.append("<rect class=\"").append(box.sort().name().toLowerCase(Locale.ROOT));
    out.append("\" rx=\"4\" x=\"").append(x).append("\" y=\"").append(y);
    out.append("\" width=\"").append(width).append("\" height=\"").append(height).append("\"/>");
    text(out, "name", x + PADDING, y + PADDING + 12, box.text());
    if (!box.note().isEmpty()) {
      text(out, "note", x + PADDING, y + PADDING + LINE + 12, box.note());
    }
    out.append("</g>\n");
  }

  /// The line from the box above: straight down in a path, down and to the right in a tree.
  private static void line(
      StringBuilder out,
      Drawing drawing,
      List<Drawing.Box> boxes,
      int box,
      int[] depth,
      int[] top) {
    int above = boxes.get(box).above();
    int height = 2 * PADDING + (boxes.get(above).note().isEmpty() ? LINE : 2 * LINE);
    int x = MARGIN + depth[above] * INDENT + INDENT / 2;
    int from = top[above] + height;
    out.append("<path d=\"M").append(x).append(' ').append(from);
    if (drawing.inRow()) {
      out.append(" V").append(top[box] - 1);
      out.append(" m-4 -6 l4 6 l4 -6\"/>\n");
      if (!boxes.get(box).link().isEmpty()) {
        text(out, "link", x + 12, from + LINK_GAP / 2 + 4, boxes.get(box).link());
        out.append('\n');
      }
    } else {
      out.append(" V").append(top[box] + PADDING + LINE / 2);
      out.append(" H").append(MARGIN + depth[box] * INDENT).append("\"/>\n");
    }
  }

  private static void text(StringBuilder out, String style, int x, int y, String text) {
    out.append("<text class=\"").append(style).append("\" x=\"").append(x).append("\" y=\"");
    out.append(y).append("\">").append(escaped(text)).append("</text>");
  }

  /// How many columns a text takes: characters of East Asian scripts take two.
  private static int columns(String text) {
    return text.codePoints().map(point -> point >= 0x1100 ? 2 : 1).sum();
  }

  /// Text between tags or in attributes. What XML cannot hold becomes the replacement character.
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> {
              boolean valid =
                  point == '\t'
                      || point == '\n'
                      || point >= 0x20 && point <= 0xd7ff
                      || point >= 0xe000 && point <= 0xfffd
                      || point >= 0x10000;
              out.appendCodePoint(valid ? point : 0xfffd);
            }
          }
        });
    return out.toString();
  }
}
