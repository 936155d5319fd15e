package lexscope.js.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A small tolerant reader of HTML: tags, attributes, text, character references, comments (which
/// are dropped), void elements, and the elements whose content is raw text. It has the few implied
/// end tags that people leave out (`li`, `p`, `option`, `td`, `tr`); an end tag that matches
/// nothing is ignored. Scripts in the document are kept as text and not run.
///
/// NON-SPEC: it is not the parsing algorithm of the HTML standard.
final class HtmlParser {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
          "track", "wbr");
  private static final Set<String> RAW = Set.of("script", "style", "textarea", "title");
  private static final Set<String> SELF_CLOSING_SIBLINGS =
      Set.of("li", "p", "option", "td", "th", "tr", "dt", "dd");

  private final WebRealm web;
  private final Agent agent;
  private final NodeObject root;
  private String text = "";
  private int at;

  HtmlParser(WebRealm web, NodeObject root) {
    this.web = web;
    this.agent = web.agent();
    this.root = root;
  }

  /// Reads a whole document into the document's `head` and `body`.
  void parseDocument(String html) {
    int mark = agent.handles().mark();
    DocumentObject document = (DocumentObject) root;
    NodeObject body = Objects.requireNonNull(document.part("body"));
    NodeObject head = Objects.requireNonNull(document.part("head"));
    parse(html, body, document, head);
    agent.handles().release(mark);
  }

  /// Reads a fragment and puts it below the root.
  void parseFragment(String html) {
    int mark = agent.handles().mark();
    parse(html, root, null, null);
    agent.handles().release(mark);
  }

  private void parse(
      String html, NodeObject into, @Nullable DocumentObject document, @Nullable NodeObject head) {
    text = html;
    NodeObject current = into;
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      if (open < 0) {
        open = text.length();
      }
      if (open > at) {
        addText(current, document == null, text.substring(at, open));
        at = open;
      } else if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at);
        at = end < 0 ? text.length() : end + 3;
      } else if (at + 1 < text.length()
          && (text.charAt(at + 1) == '!' || text.charAt(at + 1) == '?')) {
        skipTo('>');
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '/') {
        at += 2;
        String name = name();
        skipTo('>');
        current = close(current, into, head, name);
      } else if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
        current = open(current, into, document, head);
      } else {
        addText(current, document == null, "<");
        at++;
      }
    }
  }

  private void addText(NodeObject current, boolean fragment, String raw) {
    boolean blankAtTop = !fragment && current.nodeName().equals("HEAD") && raw.isBlank();
    if (!blankAtTop) {
      current.insert(agent, TextObject.create(web, CharacterReferences.decode(raw)), null);
    }
  }

  private void skipTo(char c) {
    int end = text.indexOf(c, at);
    at = end < 0 ? text.length() : end + 1;
  }

  private String name() {
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && "/>=".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private NodeObject open(
      NodeObject current,
      NodeObject into,
      @Nullable DocumentObject document,
      @Nullable NodeObject head) {
    at++;
    String name = name();
    ElementObject element = null;
    if (document != null && (name.equals("html") || name.equals("head") || name.equals("body"))) {
      element = document.part(name);
    }
    boolean known = element != null;
    if (element == null) {
      element = ElementObject.create(web, name);
    }
    boolean selfClosing = attributes(element);
    if (known) {
      return name.equals("head") ? element : into;
    }
    NodeObject parent = impliedEnd(current, into, name);
    if (head != null && parent == into && HEAD_ONLY.contains(name) && into.children().isEmpty()) {
      parent = head;
    }
    parent.insert(agent, element, null);
    if (selfClosing || VOID.contains(name)) {
      return parent == head && current != head ? into : parent;
    }
    if (RAW.contains(name)) {
      rawText(element, name);
      return parent == head && current != head ? into : parent;
    }
    return element;
  }

  private static final Set<String> HEAD_ONLY = Set.of("title", "meta", "link", "base", "style");

  /// Closes the element that a sibling of the same sort ends.
  private static NodeObject impliedEnd(NodeObject current, NodeObject into, String name) {
    if (current == into || !SELF_CLOSING_SIBLINGS.contains(name)) {
      return current;
    }
    boolean same = current instanceof ElementObject element && element.localName().equals(name);
    NodeObject parent = current.parent();
    return same && parent != null ? parent : current;
  }

  /// Reads attributes up to the end of the tag; true if the tag closes itself.
  private boolean attributes(ElementObject element) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        at++;
        return false;
      }
      if (c == '/' && at + 1 < text.length() && text.charAt(at + 1) == '>') {
        at += 2;
        return true;
      }
      if (Character.isWhitespace(c) || c == '/' || c == '=') {
        at++;
        continue;
      }
      String name = name();
      element.attributes().putIfAbsent(name, attributeValue());
    }
    return false;
  }

  private String attributeValue() {
    int back = at;
    skipWhiteSpace();
    if (at >= text.length() || text.charAt(at) != '=') {
      at = back;
      return "";
    }
    at++;
    skipWhiteSpace();
    char quote = at < text.length() ? text.charAt(at) : '>';
    int start;
    int end;
    if (quote == '"' || quote == '\'') {
      start = at + 1;
      end = text.indexOf(quote, start);
      end = end < 0 ? text.length() : end;
      at = Math.min(end + 1, text.length());
    } else {
      start = at;
      while (at < text.length()
          && text.charAt(at) != '>'
          && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      end = at;
    }
    return CharacterReferences.decode(text.substring(start, end));
  }

  private void skipWhiteSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void rawText(ElementObject element, String name) {
    String lower = text.toLowerCase(Locale.ROOT);
    int end = lower.indexOf("</" + name, at);
    end = end < 0 ? text.length() : end;
    if (end > at) {
      String raw = text.substring(at, end);
      boolean decoded = name.equals("textarea") || name.equals("title");
      element.insert(
          agent, TextObject.create(web, decoded ? CharacterReferences.decode(raw) : raw), null);
    }
    at = end;
    skipTo('>');
  }

  /// The node in which the reader goes on after an end tag.
  private static NodeObject close(
      NodeObject current, NodeObject into, @Nullable NodeObject head, String name) {
    if (current == head && name.equals("head")) {
      return into;
    }
    for (NodeObject node = current; node != null && node != into; node = node.parent()) {
      if (node instanceof ElementObject element && element.localName().equals(name)) {
        NodeObject parent = node.parent();
        return parent == null ? into : parent;
      }
    }
    return current;
  }
}
