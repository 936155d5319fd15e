package lexscope.profiler.export;

import java.util.List;

/// Writes a drawing in the language of Graphviz.
public final class DotText {
  private DotText() {}

  /// The drawing as a `digraph`.
  public static String of(Drawing drawing) {
    StringBuilder out = new StringBuilder("digraph \"").append(escaped(drawing.title()));
    out.append("\" {\n  graph [rankdir=")
        .append(drawing.inRow() ? "TB" : "LR")
        .append(", label=\"")
        .append(escaped(drawing.title()))
        .append("\", labelloc=t];\n");
    out.append("  node [shape=box, style=filled, fontname=\"monospace\"];\n");
    List<Drawing.Box> boxes = drawing.boxes();
    for (int i = 0; i < boxes.size(); i++) {
      Drawing.Box box = boxes.get(i);
      out.append("  n").append(i).append(" [label=\"").append(escaped(box.text()));
      out.append(box.note().isEmpty() ? "" : "\\n" + escaped(box.note()));
      out.append("\", fillcolor=\"").append(colour(box.sort())).append("\"];\n");
    }
    for (int i = 0; i < boxes.size(); i++) {
      Drawing.Box box = boxes.get(i);
      if (box.above() >= 0) {
        out.append("  n").append(box.above()).append(" -> n").append(i);
        out.append(box.link().isEmpty() ? "" : " [label=\"" + escaped(box.link()) + "\"]");
        out.append(";\n");
      }
    }
    return out.append("}\n").toString();
  }

  private static String colour(Drawing.Sort sort) {
    return switch (sort) {
      case ROOT -> "#e0e0e0";
      case RECORD -> "#ffe8b3";
      case CLOSURE -> "#cfe3ff";
      case OBJECT -> "#ffffff";
      case TARGET -> "#ffc9c9";
      case MORE -> "#f4f4f4";
    };
  }

  /// Text in a quoted string: backslashes begin escapes there, and line ends would be kept.
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            out.append('\\').append((char) point);
          } else if (Character.isISOControl(point)) {
            out.append(' ');
          } else {
            out.appendCodePoint(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
          }
        });
    return out.toString();
  }
}
