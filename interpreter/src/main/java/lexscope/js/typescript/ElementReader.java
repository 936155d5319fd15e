package lexscope.js.typescript;

import java.util.ArrayList;
import java.util.List;

/// Reads the elements of JSX.
final class ElementReader {
  private final Reading r;

  ElementReader(Reading r) {
    this.r = r;
  }

  /// An element or fragment, from its `<` on.
  void element() {
    r.scan.moveTo(read(r.scan.start));
  }

  private int read(int start) {
    Scanner scan = r.scan;
    r.enter();
    scan.moveTo(start + 1);
    scan.splitAngle();
    String name = "";
    int nameEnd = scan.start;
    if (!scan.is(">")) {
      nameEnd = nameEnd(scan.start);
      name = scan.input.substring(scan.start, nameEnd);
      scan.moveTo(nameEnd);
      if (r.dialect.types && scan.is("<")) {
        int from = scan.start;
        r.types.arguments();
        r.edits.blank(from, scan.previousEnd);
      }
    }
    List<JsxAttribute> attributes = attributes();
    List<JsxChild> children = new ArrayList<>();
    int tagEnd = scan.start;
    JsxElement element;
    if (scan.is("/")) {
      scan.next();
      scan.splitAngle();
      if (!scan.is(">")) {
        throw scan.unexpected();
      }
      element =
          new JsxElement(
              start, name, nameEnd, attributes, tagEnd, scan.end, children, -1, scan.end);
    } else {
      int contentStart = scan.end;
      int close = children(contentStart, children);
      int end = closingTag(close, name);
      element =
          new JsxElement(
              start, name, nameEnd, attributes, tagEnd, contentStart, children, close, end);
    }
    r.elementWriter.write(element);
    r.leave();
    return element.end();
  }

  /// The end of a name with dots, dashes and colons.
  private int nameEnd(int from) {
    String input = r.scan.input;
    int pos = from;
    while (pos < input.length()) {
      char c = input.charAt(pos);
      if (!Character.isUnicodeIdentifierPart(c) && "$-.:".indexOf(c) < 0) {
        break;
      }
      pos++;
    }
    if (pos == from) {
      throw r.scan.unexpected();
    }
    return pos;
  }

  /// The attributes; then the current token is the `>` or `/` after them.
  private List<JsxAttribute> attributes() {
    Scanner scan = r.scan;
    List<JsxAttribute> found = new ArrayList<>();
    while (true) {
      scan.splitAngle();
      if (scan.is(">") || scan.is("/")) {
        return found;
      }
      int start = scan.start;
      if (r.take("{")) {
        int dots = scan.start;
        r.expect("...");
        r.expressions.assignment(true, false);
        if (!scan.is("}")) {
          throw scan.unexpected();
        }
        found.add(new JsxAttribute(JsxAttribute.Form.SPREAD, "", start, start, dots, scan.start));
        scan.next();
        continue;
      }
      int nameEnd = nameEnd(start);
      String name = scan.input.substring(start, nameEnd);
      scan.moveTo(nameEnd);
      found.add(
          scan.is("=")
              ? valued(name, start, nameEnd)
              : new JsxAttribute(JsxAttribute.Form.TRUE, name, start, nameEnd, nameEnd, nameEnd));
    }
  }

  private JsxAttribute valued(String name, int start, int nameEnd) {
    Scanner scan = r.scan;
    int pos = scan.end;
    while (pos < scan.input.length() && Character.isWhitespace(scan.input.charAt(pos))) {
      pos++;
    }
    char c = pos < scan.input.length() ? scan.input.charAt(pos) : 0;
    if (c == '"' || c == '\'') {
      int close = scan.input.indexOf(c, pos + 1);
      if (close < 0) {
        throw scan.error("Invalid or unexpected token", pos, pos + 1);
      }
      scan.moveTo(close + 1);
      return new JsxAttribute(JsxAttribute.Form.STRING, name, start, nameEnd, pos, close + 1);
    }
    scan.next();
    if (scan.is("<")) {
      int valueStart = scan.start;
      element();
      int end = scan.previousEnd;
      return new JsxAttribute(JsxAttribute.Form.ELEMENT, name, start, nameEnd, valueStart, end);
    }
    r.expect("{");
    int valueStart = scan.start;
    r.expressions.assignment(true, false);
    if (!scan.is("}")) {
      throw scan.unexpected();
    }
    int close = scan.start;
    scan.next();
    return new JsxAttribute(JsxAttribute.Form.EXPRESSION, name, start, nameEnd, valueStart, close);
  }

  /// The children up to the closing tag, whose offset is given.
  private int children(int from, List<JsxChild> children) {
    Scanner scan = r.scan;
    String input = scan.input;
    int textStart = from;
    int pos = from;
    while (true) {
      if (pos >= input.length()) {
        scan.moveTo(pos);
        throw scan.unexpected();
      }
      char c = input.charAt(pos);
      if (c != '<' && c != '{') {
        pos++;
        continue;
      }
      if (pos > textStart) {
        children.add(new JsxChild(JsxChild.Form.TEXT, textStart, pos, pos, pos));
      }
      if (c == '{') {
        pos = embedded(pos, children);
      } else {
        scan.moveTo(pos + 1);
        if (scan.is("/")) {
          return pos;
        }
        int end = read(pos);
        children.add(new JsxChild(JsxChild.Form.ELEMENT, pos, end, pos, end));
        pos = end;
      }
      textStart = pos;
    }
  }

  private int embedded(int start, List<JsxChild> children) {
    Scanner scan = r.scan;
    scan.moveTo(start + 1);
    int valueStart = scan.start;
    JsxChild.Form form = JsxChild.Form.EXPRESSION;
    if (scan.is("}")) {
      form = JsxChild.Form.EMPTY;
    } else {
      if (r.take("...")) {
        form = JsxChild.Form.SPREAD;
      }
      r.expressions.assignment(true, false);
    }
    if (!scan.is("}")) {
      throw scan.unexpected();
    }
    children.add(new JsxChild(form, start, scan.end, valueStart, scan.start));
    return scan.end;
  }

  /// Reads a closing tag; gives its end.
  private int closingTag(int start, String name) {
    Scanner scan = r.scan;
    scan.moveTo(start + 1);
    scan.next();
    scan.splitAngle();
    String found = "";
    int from = scan.start;
    if (!scan.is(">")) {
      int end = nameEnd(from);
      found = scan.input.substring(from, end);
      scan.moveTo(end);
      scan.splitAngle();
    }
    if (!scan.is(">")) {
      throw scan.unexpected();
    }
    if (!found.equals(name)) {
      throw scan.error("Expected closing tag for <" + name + ">", start, scan.end);
    }
    return scan.end;
  }
}
