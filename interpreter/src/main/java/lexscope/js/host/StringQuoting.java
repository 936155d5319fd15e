package lexscope.js.host;

/// Strings as `console.log` shows them inside objects: in single quotes, unless others need less
/// escaping.
final class StringQuoting {
  private static final char NO_QUOTE = '\0';

  private StringQuoting() {}

  /// Returns the text in quotes, its control characters, backslashes and lone surrogates escaped.
  static String quote(String text) {
    char quote = quoteFor(text);
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    escape(text, quote == '\'' ? quote : NO_QUOTE, out);
    return out.append(quote).toString();
  }

  /// Returns the text escaped as between single quotes, but without them: names of symbols and
  /// hidden properties.
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    escape(text, '\'', out);
    return out.toString();
  }

  private static char quoteFor(String text) {
    if (text.indexOf('\'') < 0) {
      return '\'';
    }
    if (text.indexOf('"') < 0) {
      return '"';
    }
    return text.indexOf('`') < 0 && !text.contains("${") ? '`' : '\'';
  }

  private static void escape(String text, char quote, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(unit).append(text.charAt(++i));
      } else if (Character.isSurrogate(unit)) {
        out.append("\\u").append(Integer.toHexString(unit));
      } else {
        escape(unit, quote, out);
      }
    }
  }

  private static void escape(char unit, char quote, StringBuilder out) {
    switch (unit) {
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      case '\\' -> out.append("\\\\");
      default -> {
        if (unit < ' ' || unit >= 0x7f && unit <= 0x9f) {
          out.append("\\x").append(unit < 0x10 ? "0" : "");
          out.append(Integer.toHexString(unit).toUpperCase(java.util.Locale.ROOT));
        } else {
          if (unit == quote) {
            out.append('\\');
          }
          out.append(unit);
        }
      }
    }
  }
}
