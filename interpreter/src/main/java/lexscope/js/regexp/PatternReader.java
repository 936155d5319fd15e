package lexscope.js.regexp;

/// A pattern and a place in it. With flag `u` or `v` it is read by code points, else by code units.
final class PatternReader {
  static final int END = -1;

  /// How deeply groups and classes may nest; a deeper pattern is refused before it can exhaust the
  /// stack of the thread.
  private static final int MAX_DEPTH = 500;

  final boolean unicode;
  private final String pattern;
  private final String flags;
  private int at;
  private int depth;

  PatternReader(String pattern, RegExpFlags flags) {
    this.pattern = pattern;
    this.flags = flags.toString();
    this.unicode = flags.eitherUnicode();
  }

  int at() {
    return at;
  }

  void reset(int to) {
    at = to;
  }

  boolean atEnd() {
    return at >= pattern.length();
  }

  /// The character here, or {@link #END}.
  int current() {
    return atEnd() ? END : unicode ? pattern.codePointAt(at) : pattern.charAt(at);
  }

  /// The code unit so many units ahead, or {@link #END}.
  int ahead(int units) {
    return at + units < pattern.length() ? pattern.charAt(at + units) : END;
  }

  /// The character here, which is passed.
  int next() {
    int character = current();
    at += Character.charCount(character);
    return character;
  }

  /// The code point here, which is passed, whatever the flags.
  int nextCodePoint() {
    int character = pattern.codePointAt(at);
    at += Character.charCount(character);
    return character;
  }

  void skip(int units) {
    at += units;
  }

  boolean looksAt(String text) {
    return pattern.startsWith(text, at);
  }

  /// Passes a text if it stands here.
  boolean eat(String text) {
    if (!looksAt(text)) {
      return false;
    }
    at += text.length();
    return true;
  }

  /// Passes exactly so many hexadecimal digits.
  ///
  /// @return their value, or -1 (and nothing passed) if there are fewer
  int hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = digit(ahead(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    at += digits;
    return value;
  }

  /// The value of an ASCII digit, or -1.
  static int digit(int character, int radix) {
    return character >= 0 && character < 128 ? Character.digit(character, radix) : -1;
  }

  /// Passes a decimal number; what exceeds an int counts as the largest int.
  ///
  /// @return its value, or -1 if no digit stands here
  int decimal() {
    if (digit(ahead(0), 10) < 0) {
      return -1;
    }
    long value = 0;
    for (int digit = digit(ahead(0), 10); digit >= 0; digit = digit(ahead(0), 10)) {
      value = Math.min(Integer.MAX_VALUE, value * 10 + digit);
      at++;
    }
    return (int) value;
  }

  void enter() throws RegExpSyntaxException {
    if (++depth > MAX_DEPTH) {
      throw error("Regular expression too large");
    }
  }

  void leave() {
    depth--;
  }

  RegExpSyntaxException error(String reason) {
    return RegExpSyntaxException.at(reason, Math.min(at, pattern.length()), pattern, flags);
  }
}
