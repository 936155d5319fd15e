package lexscope.js.syntax;

import java.math.BigInteger;

/// Numeric literals, ECMA-262 section 12.9.3, and the legacy ones of Annex B.
final class NumericLiterals {
  /// Integers with so many digits are exact as a double.
  private static final int EXACT_DIGITS = 15;

  private final Lexer lexer;
  private final char[] input;
  private boolean separated;

  NumericLiterals(Lexer lexer) {
    this.lexer = lexer;
    this.input = lexer.input;
  }

  /// Scans the literal at an offset into the lexer's token fields; returns its end.
  int scan(int start) {
    separated = false;
    lexer.kind = TokenKind.NUMBER;
    int end = input[start] == '0' ? scanAfterZero(start) : scanDecimal(start);
    char c = input[end];
    boolean follows =
        (c >= '0' && c <= '9')
            || c == '\\'
            || (end < lexer.length
                && CharacterClasses.isIdentifierStart(
                    Character.codePointAt(input, end, lexer.length)));
    if (follows) {
      throw lexer.error("Invalid or unexpected token", start, end + 1);
    }
    return end;
  }

  private int scanAfterZero(int start) {
    char c = input[start + 1];
    return switch (c) {
      case 'x', 'X' -> scanRadix(start, 16);
      case 'o', 'O' -> scanRadix(start, 8);
      case 'b', 'B' -> scanRadix(start, 2);
      case '_' ->
          throw lexer.error(
              "Numeric separator can not be used after leading 0.", start + 1, start + 2);
      default -> c >= '0' && c <= '9' ? scanLegacy(start) : scanDecimal(start);
    };
  }

  private int scanRadix(int start, int radix) {
    int digits = start + 2;
    int end = digits;
    while (true) {
      char c = input[end];
      int digit = c == '_' ? -1 : CharacterClasses.hexDigit(c);
      if (c == '_') {
        checkSeparator(digits, end, radix);
      } else if (digit < 0 || digit >= radix) {
        break;
      }
      end++;
    }
    if (end == digits) {
      throw lexer.unexpectedCharacter(start);
    }
    String text = digits(digits, end);
    if (input[end] == 'n') {
      lexer.kind = TokenKind.BIGINT;
      lexer.bigint = new BigInteger(text, radix);
      return end + 1;
    }
    lexer.number =
        text.length() <= 12
            ? (double) Long.parseLong(text, radix)
            : new BigInteger(text, radix).doubleValue();
    return end;
  }

  /// LegacyOctalIntegerLiteral or NonOctalDecimalIntegerLiteral.
  private int scanLegacy(int start) {
    int end = start + 1;
    boolean octal = true;
    while (input[end] >= '0' && input[end] <= '9') {
      octal &= input[end] < '8';
      end++;
    }
    if (input[end] == '_') {
      throw lexer.error("Numeric separator can not be used after leading 0.", end, end + 1);
    }
    lexer.legacyOffset = start;
    if (octal) {
      lexer.legacy = Lexer.Legacy.OCTAL_LITERAL;
      lexer.number = new BigInteger(new String(input, start, end - start), 8).doubleValue();
      return end;
    }
    lexer.legacy = Lexer.Legacy.DECIMAL_WITH_LEADING_ZERO;
    return scanFraction(start, end);
  }

  private int scanDecimal(int start) {
    int end = start;
    long value = 0;
    while (input[end] >= '0' && input[end] <= '9') {
      value = value * 10 + (input[end++] - '0');
    }
    char c = input[end];
    if (c == '_') {
      end = scanDigits(start);
      c = input[end];
    }
    if (c == 'n') {
      lexer.kind = TokenKind.BIGINT;
      lexer.bigint = new BigInteger(digits(start, end));
      return end + 1;
    }
    boolean plain = c != '.' && c != 'e' && c != 'E' && !separated;
    if (plain && end - start <= EXACT_DIGITS) {
      lexer.number = value;
      return end;
    }
    return scanFraction(start, end);
  }

  /// The fraction and exponent after an integer part that ends at `integerEnd`.
  private int scanFraction(int start, int integerEnd) {
    int end = integerEnd;
    if (input[end] == '.') {
      if (input[end + 1] == '_') {
        throw lexer.unexpectedCharacter(end + 1);
      }
      end = scanDigits(end + 1);
    }
    if (input[end] == 'e' || input[end] == 'E') {
      int exponent = end + 1;
      if (input[exponent] == '+' || input[exponent] == '-') {
        exponent++;
      }
      end = scanDigits(exponent);
      if (end == exponent) {
        throw lexer.error("Invalid or unexpected token", start, end);
      }
    }
    lexer.number = Double.parseDouble(digits(start, end));
    return end;
  }

  private int scanDigits(int start) {
    int end = start;
    while (true) {
      char c = input[end];
      if (c == '_') {
        checkSeparator(start, end, 10);
      } else if (c < '0' || c > '9') {
        return end;
      }
      end++;
    }
  }

  /// NumericLiteralSeparator stands between two digits.
  private void checkSeparator(int digitsStart, int at, int radix) {
    separated = true;
    char next = input[at + 1];
    if (next == '_') {
      throw lexer.error("Only one underscore is allowed as numeric separator", at + 1, at + 2);
    }
    int digit = CharacterClasses.hexDigit(next);
    if (at == digitsStart || digit < 0 || digit >= radix) {
      throw lexer.error(
          "Numeric separators are not allowed at the end of numeric literals", at, at + 1);
    }
  }

  private String digits(int start, int end) {
    String text = new String(input, start, end - start);
    return separated ? text.replace("_", "") : text;
  }
}
