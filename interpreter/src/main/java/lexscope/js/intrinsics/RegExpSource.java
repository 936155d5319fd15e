package lexscope.js.intrinsics;

import lexscope.js.operations.NumberConversion;

/// Texts of patterns.
final class RegExpSource {
  private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";
  private static final String OTHER_PUNCTUATORS = ",-=<>#&!%:;@~'`\"";

  private RegExpSource() {}

  /// EscapeRegExpPattern, section 22.2.6.13.1: the pattern as it could stand between slashes. A
  /// slash that is neither escaped nor in a class gets a backslash; line terminators become
  /// escapes.
  static String escapePattern(String pattern) {
    if (pattern.isEmpty()) {
      return "(?:)";
    }
    StringBuilder out = null;
    boolean inClass = false;
    boolean escaped = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      String written = null;
      if (isLineTerminator(c)) {
        written = lineTerminator(c);
        // The backslash before it is dropped: "\" and a line feed are written "\n".
        written = escaped ? written.substring(1) : written;
      } else if (c == '/' && !inClass && !escaped) {
        written = "\\/";
      }
      if (written != null) {
        out = out == null ? new StringBuilder(pattern.substring(0, i)) : out;
        out.append(written);
      } else if (out != null) {
        out.append(c);
      }
      if (escaped) {
        escaped = false;
      } else {
        escaped = c == '\\';
        inClass = c == '[' || inClass && c != ']';
      }
    }
    return out == null ? pattern : out.toString();
  }

  private static boolean isLineTerminator(char c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  }

  private static String lineTerminator(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> "\\u%04x".formatted((int) c);
    };
  }

  /// The string of RegExp.escape, section 22.2.5.1: a pattern that matches the text wherever it is
  /// put into another pattern.
  static String escapeText(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean alphanumeric = c < 128 && Character.isLetterOrDigit(c);
      if (i == 0 && alphanumeric) {
        out.append("\\x%02x".formatted(c));
      } else {
        appendEscaped(out, c);
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /// EncodeForRegExpEscape, section 22.2.5.1.1.
  private static void appendEscaped(StringBuilder out, int c) {
    int control = "\t\n\u000b\f\r".indexOf(c);
    if (SYNTAX_CHARACTERS.indexOf(c) >= 0) {
      out.append('\\').appendCodePoint(c);
    } else if (control >= 0) {
      out.append('\\').append("tnvfr".charAt(control));
    } else if (OTHER_PUNCTUATORS.indexOf(c) >= 0
        || c < 0x10000 && (NumberConversion.isWhiteSpace((char) c) || isLineTerminator((char) c))
        || c >= 0xd800 && c <= 0xdfff) {
      out.append((c <= 0xff ? "\\x%02x" : "\\u%04x").formatted(c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
