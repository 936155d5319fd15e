package lexscope.js.intrinsics;

import java.util.Locale;

/// The tokens of a date: runs of digits, runs of letters, white space (text in parentheses among
/// it) and single symbols. One token is at hand.
final class DateTokens {
  enum Kind {
    NUMBER,
    WORD,
    SPACE,
    SYMBOL,
    END
  }

  private final String text;
  private int at;
  Kind kind = Kind.END;
  int number;
  int length;
  String word = "";
  char symbol;

  DateTokens(String text) {
    this.text = text;
    next();
  }

  /// Scans the next token.
  void next() {
    int start = at;
    if (at >= text.length()) {
      kind = Kind.END;
      length = 0;
      return;
    }
    char c = text.charAt(at);
    if (c >= '0' && c <= '9') {
      kind = Kind.NUMBER;
      number = 0;
      int digits = 0;
      for (; at < text.length() && isDigit(text.charAt(at)); at++) {
        if ((number != 0 || text.charAt(at) != '0') && digits++ < 9) {
          number = number * 10 + (text.charAt(at) - '0');
        }
      }
    } else if (isLetter(c)) {
      kind = Kind.WORD;
      while (at < text.length() && isLetter(text.charAt(at))) {
        at++;
      }
      word = text.substring(start, at).toLowerCase(Locale.ROOT);
    } else if (c <= ' ' || c == '\u00A0' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      kind = Kind.SPACE;
      at++;
    } else if (c == '(') {
      skipParentheses();
      kind = Kind.SPACE;
    } else {
      kind = Kind.SYMBOL;
      symbol = c;
      at++;
    }
    length = at - start;
  }

  /// Where the token at hand begins.
  int start() {
    return at - length;
  }

  /// Makes the token that begins at a place of the text the one at hand.
  void goTo(int place) {
    at = place;
    next();
  }

  /// Leaves the rest of the text behind.
  void goToEnd() {
    goTo(text.length());
  }

  private void skipParentheses() {
    int depth = 0;
    do {
      char c = text.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    } while (depth > 0 && at < text.length());
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  boolean isSymbol(char c) {
    return kind == Kind.SYMBOL && symbol == c;
  }

  boolean skipSymbol(char c) {
    if (isSymbol(c)) {
      next();
      return true;
    }
    return false;
  }

  boolean isSign() {
    return isSymbol('+') || isSymbol('-');
  }

  boolean isWord(String expected) {
    return kind == Kind.WORD && word.equals(expected);
  }

  boolean isNumber(int digits, int from, int to) {
    return kind == Kind.NUMBER && length == digits && number >= from && number <= to;
  }

  /// The number at hand, which is left behind.
  int take() {
    int n = number;
    next();
    return n;
  }

  /// The number at hand as the digits after the point of seconds: what is beyond three is cut.
  int milliseconds() {
    int n = number;
    int digits = length;
    int first = start();
    next();
    if (digits > 9) {
      return Integer.parseInt(text, first, first + 3, 10);
    }
    for (; digits < 3; digits++) {
      n *= 10;
    }
    for (; digits > 3; digits--) {
      n /= 10;
    }
    return n;
  }
}
