package lexscope.js.intrinsics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// ParseJSON (25.5.1.1): the JSON grammar of ECMA-404 straight into values, with an explicit stack,
/// so that nesting costs heap and never host stack.
///
/// When sources are wanted, every value gets a [JsonSource] that tells what text a primitive came
/// from and mirrors the structure.
final class JsonParser {
  private final Agent agent;
  private final String text;
  private final boolean sources;
  private final Deque<Container> open = new ArrayDeque<>();
  private int at;

  /// An array or object that is not closed yet. No guest code runs while parsing, so nothing is
  /// collected.
  private static final class Container {
    final @Nullable JsObject object;
    final List<Object> elements = new ArrayList<>();
    final List<JsonSource> elementSources = new ArrayList<>();
    final List<PropertyKey> keys = new ArrayList<>();
    PropertyKey key = PropertyKeys.LENGTH;

    Container(@Nullable JsObject object) {
      this.object = object;
    }
  }

  /// A value and where it came from.
  record Parsed(Object value, @Nullable JsonSource source) {}

  JsonParser(Agent agent, String text, boolean sources) {
    this.agent = agent;
    this.text = text;
    this.sources = sources;
  }

  /// Parses the whole text. Cost: linear.
  ///
  /// @throws lexscope.js.value.ThrowCompletion with a SyntaxError
  Parsed parse() {
    Parsed value = null;
    while (true) {
      if (value == null) {
        value = startValue();
        continue;
      }
      Container container = open.peek();
      if (container == null) {
        skipWhiteSpace();
        if (at < text.length()) {
          throw atPosition("Unexpected non-whitespace character after JSON");
        }
        return value;
      }
      value = add(container, value);
    }
  }

  /// Reads a primitive, an empty container, or opens a container (then null).
  private @Nullable Parsed startValue() {
    skipWhiteSpace();
    int start = at;
    char c = peek();
    switch (c) {
      case '[' -> {
        at++;
        skipWhiteSpace();
        open.push(new Container(null));
        if (peek() == ']') {
          at++;
          return close();
        }
        return null;
      }
      case '{' -> {
        at++;
        skipWhiteSpace();
        var container =
            new Container(agent.heap().allocateUnrooted(new JsObject(agent.realm().objectShape())));
        open.push(container);
        if (peek() == '}') {
          at++;
          return close();
        }
        readKey(container, "Expected property name or '}' in JSON");
        return null;
      }
      default -> {
        Object value = primitive(c);
        return new Parsed(
            value, sources ? JsonSource.ofPrimitive(value, text.substring(start, at)) : null);
      }
    }
  }

  private Object primitive(char c) {
    return switch (c) {
      case '"' -> agent.string(string());
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", Null.NULL);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw unexpected();
    };
  }

  /// Adds a value to the innermost container; gives the container when it is complete, null when a
  /// further value follows.
  private @Nullable Parsed add(Container container, Parsed value) {
    JsonSource source = value.source();
    if (source != null) {
      container.elementSources.add(source);
    }
    JsObject object = container.object;
    if (object == null) {
      container.elements.add(value.value());
    } else {
      PropertyKey key = container.key;
      if (sources) {
        container.keys.add(key);
      }
      object.put(agent, key, value.value(), Attributes.ALL);
    }
    skipWhiteSpace();
    char c = peek();
    if (c == ',') {
      at++;
      skipWhiteSpace();
      if (object != null) {
        readKey(container, "Expected double-quoted property name in JSON");
      }
      return null;
    }
    if (c != (object == null ? ']' : '}') || at >= text.length()) {
      throw atPosition(
          object == null
              ? "Expected ',' or ']' after array element in JSON"
              : "Expected ',' or '}' after property value in JSON");
    }
    at++;
    return close();
  }

  private Parsed close() {
    Container container = open.pop();
    JsObject object = container.object;
    Object value = object != null ? object : JsArray.of(agent, container.elements.toArray());
    return new Parsed(
        value,
        sources ? JsonSource.ofContainer(value, container.keys, container.elementSources) : null);
  }

  private void readKey(Container container, String message) {
    if (peek() != '"') {
      throw atPosition(message);
    }
    container.key = PropertyKey.of(string());
    skipWhiteSpace();
    if (peek() != ':') {
      throw atPosition("Expected ':' after property name in JSON");
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void skipWhiteSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return;
      }
      at++;
    }
  }

  private Object literal(String word, Object value) {
    for (int i = 0; i < word.length(); i++, at++) {
      if (peek() != word.charAt(i)) {
        throw unexpected();
      }
    }
    return value;
  }

  private Object number() {
    int start = at;
    boolean integer = true;
    if (peek() == '-') {
      at++;
      if (!isDigit(peek())) {
        throw atPosition("No number after minus sign in JSON");
      }
    }
    if (peek() == '0') {
      at++;
      if (isDigit(peek())) {
        throw atPosition("Unexpected number in JSON");
      }
    } else {
      skipDigits();
    }
    if (peek() == '.') {
      integer = false;
      at++;
      if (!isDigit(peek())) {
        throw atPosition("Unterminated fractional number in JSON");
      }
      skipDigits();
    }
    if (peek() == 'e' || peek() == 'E') {
      integer = false;
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      if (!isDigit(peek())) {
        throw atPosition("Exponent part is missing a number in JSON");
      }
      skipDigits();
    }
    if (integer && at - start < 10 && text.charAt(start) != '-') {
      return Integer.parseInt(text, start, at, 10);
    }
    return Numbers.of(Double.parseDouble(text.substring(start, at)));
  }

  private void skipDigits() {
    while (isDigit(peek())) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String string() {
    at++;
    int start = at;
    StringBuilder built = null;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        String tail = text.substring(start, at++);
        return built == null ? tail : built.append(tail).toString();
      }
      if (c < ' ') {
        throw atPosition("Bad control character in string literal in JSON");
      }
      at++;
      if (c == '\\') {
        if (built == null) {
          built = new StringBuilder();
        }
        built.append(text, start, at - 1).append(escape());
        start = at;
      }
    }
    throw atPosition("Unterminated string in JSON");
  }

  private char escape() {
    char c = peek();
    if (at >= text.length()) {
      throw atPosition("Unterminated string in JSON");
    }
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicodeEscape();
      default -> {
        at--;
        throw atPosition("Bad escaped character in JSON");
      }
    };
  }

  private char unicodeEscape() {
    int unit = 0;
    for (int i = 0; i < 4; i++, at++) {
      char c = peek();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw atPosition(
            at >= text.length() ? "Unterminated string in JSON" : "Bad Unicode escape in JSON");
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  private RuntimeException atPosition(String message) {
    return agent.syntaxError(message + " at position " + at);
  }

  /// The error of a character that starts no value: it shows the text around it.
  private RuntimeException unexpected() {
    if (at >= text.length()) {
      return agent.syntaxError("Unexpected end of JSON input");
    }
    if (text.equals("undefined") || text.equals("[object Object]")) {
      return agent.syntaxError("\"" + text + "\" is not valid JSON");
    }
    int context = 10;
    int from = Math.max(0, at - context);
    int to = Math.min(text.length(), at + context);
    boolean whole = text.length() <= 4 * context;
    String shown = whole ? text : text.substring(from, to);
    String before = !whole && from > 0 ? "..." : "";
    String after = !whole && to < text.length() ? "..." : "";
    return agent.syntaxError(
        "Unexpected token '%s', %s\"%s\"%s is not valid JSON"
            .formatted(text.charAt(at), before, shown, after));
  }
}
