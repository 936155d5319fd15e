package lexscope.js.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON as Java values, without an agent: strings, maps and lists; numbers and literals as
/// their text.
final class JsonText {
  private static final int MAX_DEPTH = 100;

  private final String text;
  private int at;
  private int depth;

  JsonText(String text) {
    this.text = text;
  }

  /// Reads the value.
  ///
  /// @throws IllegalArgumentException if the text is not JSON, or nests deeper than any
  ///   `package.json`
  @Nullable Object value() {
    skip();
    if (at >= text.length() || ++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("not JSON");
    }
    Object value =
        switch (text.charAt(at)) {
          case '{' -> object();
          case '[' -> list();
          case '"' -> string();
          default -> word();
        };
    depth--;
    skip();
    return value;
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    at++;
    skip();
    while (!take('}')) {
      String key = string();
      skip();
      require(':');
      map.put(key, value());
      if (!take(',')) {
        require('}');
        return map;
      }
      skip();
    }
    return map;
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> list = new ArrayList<>();
    at++;
    skip();
    while (!take(']')) {
      list.add(value());
      if (!take(',')) {
        require(']');
        return list;
      }
    }
    return list;
  }

  private String string() {
    require('"');
    var out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        char escape = text.charAt(at++);
        c =
            switch (escape) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              case 'b' -> '\b';
              case 'f' -> '\f';
              case 'u' -> {
                int end = Math.min(at + 4, text.length());
                char unit = (char) Integer.parseInt(text.substring(at, end), 16);
                at = end;
                yield unit;
              }
              default -> escape;
            };
      }
      out.append(c);
    }
    require('"');
    return out.toString();
  }

  private @Nullable Object word() {
    int start = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (start == at) {
      throw new IllegalArgumentException("not JSON");
    }
    String word = text.substring(start, at);
    return word.equals("null") ? null : word;
  }

  private void skip() {
    while (at < text.length() && " \t\r\n\uFEFF".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean take(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void require(char c) {
    if (!take(c)) {
      throw new IllegalArgumentException("not JSON");
    }
  }
}
