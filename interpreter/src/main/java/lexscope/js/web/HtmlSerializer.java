package lexscope.js.web;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/// Writes nodes as HTML (HTML standard, 13.3), with a work list.
final class HtmlSerializer {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");
  private static final Set<String> RAW = Set.of("script", "style");

  private HtmlSerializer() {}

  /// What is below a node.
  static String inner(NodeObject node) {
    return write(node.children());
  }

  /// The node itself and what is below it.
  static String outer(NodeObject node) {
    return write(List.of(node));
  }

  private static String write(List<NodeObject> nodes) {
    var out = new StringBuilder();
    // Holds nodes to write and end tags.
    var pending = new ArrayDeque<Object>();
    nodes.reversed().forEach(pending::push);
    for (Object next = pending.poll(); next != null; next = pending.poll()) {
      switch (next) {
        case TextObject text -> {
          boolean raw =
              text.parent() instanceof ElementObject parent && RAW.contains(parent.localName());
          out.append(raw ? text.data() : CharacterReferences.encode(text.data(), false));
        }
        case ElementObject element -> {
          startTag(element, out);
          if (!VOID.contains(element.localName())) {
            pending.push("</" + element.localName() + ">");
            element.children().reversed().forEach(pending::push);
          }
        }
        case NodeObject other -> other.children().reversed().forEach(pending::push);
        default -> out.append(next);
      }
    }
    return out.toString();
  }

  private static void startTag(ElementObject element, StringBuilder out) {
    out.append('<').append(element.localName());
    element
        .attributes()
        .forEach((name, value) ->
            out.append(' ')
                .append(name)
                .append("=\"")
                .append(CharacterReferences.encode(value, true))
                .append('"'));
    out.append('>');
  }
}
