package lexscope.js.syntax;

/// Classes of source characters, ECMA-262 sections 12.2, 12.3 and 12.7.
final class CharacterClasses {
  private static final int START = 1;
  private static final int PART = 2;
  private static final byte[] ASCII = asciiClasses();

  private CharacterClasses() {}

  private static byte[] asciiClasses() {
    byte[] classes = new byte[128];
    for (int c = 0; c < 128; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '$' || c == '_';
      boolean digit = c >= '0' && c <= '9';
      classes[c] = (byte) (letter ? START | PART : digit ? PART : 0);
    }
    return classes;
  }

  /// IdentifierPart for code units below 128; false for the others.
  static boolean isAsciiPart(char c) {
    return c < 128 && ASCII[c] != 0;
  }

  /// IdentifierStart: ID_Start, `$`, `_`.
  static boolean isIdentifierStart(int codePoint) {
    if (codePoint < 128) {
      return (ASCII[codePoint] & START) != 0;
    }
    // U+2E2F VERTICAL TILDE is Pattern_Syntax, which the JDK does not take out of ID_Start.
    return Character.isUnicodeIdentifierStart(codePoint)
        ? codePoint != 0x2E2F
        : Unicode17.isStart(codePoint);
  }

  /// IdentifierPart: ID_Continue, `$`, U+200C, U+200D.
  static boolean isIdentifierPart(int codePoint) {
    if (codePoint < 128) {
      return ASCII[codePoint] != 0;
    }
    if (codePoint == 0x200C || codePoint == 0x200D) {
      return true;
    }
    return Character.isUnicodeIdentifierPart(codePoint)
        ? !Character.isIdentifierIgnorable(codePoint) && codePoint != 0x2E2F
        : Unicode17.isPart(codePoint);
  }

  /// WhiteSpace: TAB, VT, FF, ZWNBSP and the space separators.
  static boolean isWhiteSpace(char c) {
    return c == ' '
        || c == '\t'
        || c == '\u000B'
        || c == '\f'
        || c == '\u00A0'
        || c == '\uFEFF'
        || (c >= 0x1680 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  /// LineTerminator.
  static boolean isLineTerminator(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  /// The value of a hexadecimal digit, or -1.
  static int hexDigit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
