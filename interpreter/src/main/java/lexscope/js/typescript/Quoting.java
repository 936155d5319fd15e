package lexscope.js.typescript;

/// Writes names and strings as ECMAScript text.
final class Quoting {
  private Quoting() {}

  /// A string literal.
  static String quote(String value) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || c == '\u2028' || c == '\u2029') {
            out.append("\\u").append(String.format("%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /// Whether a text is a name.
  static boolean isName(String text) {
    if (text.isEmpty() || Character.isDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '$' && !Character.isUnicodeIdentifierPart(c)) {
        return false;
      }
    }
    return true;
  }

  /// A member of an object: `E.A` or `E["a b"]`.
  static String member(String object, String name) {
    return isName(name) ? object + "." + name : object + "[" + quote(name) + "]";
  }
}
