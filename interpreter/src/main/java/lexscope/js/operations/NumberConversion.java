package lexscope.js.operations;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Numbers as text and back: sections 6.1.6.1.20 (Number::toString) and 7.1.4.1 (StringToNumber).
public final class NumberConversion {
  private static final double MIN_NORMAL = Double.MIN_NORMAL;

  private NumberConversion() {}

  /// Number::toString with radix 10, section 6.1.6.1.20: the shortest digits that give the number
  /// back, and of those the closest.
  public static String numberToString(double value) {
    int i = (int) value;
    if (i == value) {
      return Integer.toString(i);
    }
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    String sign = value < 0 ? "-" : "";
    String java = shortest(Math.abs(value));
    int exponentAt = java.indexOf('E');
    int exponent = exponentAt < 0 ? 0 : Integer.parseInt(java, exponentAt + 1, java.length(), 10);
    String mantissa = exponentAt < 0 ? java : java.substring(0, exponentAt);
    int dot = mantissa.indexOf('.');
    String all = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    int first = 0;
    while (all.charAt(first) == '0') {
      first++;
    }
    int last = all.length();
    while (all.charAt(last - 1) == '0') {
      last--;
    }
    return sign + layOut(all.substring(first, last), dot - first + exponent);
  }

  /// The digits and the place of the point as section 6.1.6.1.20 lays them out.
  ///
  /// @param n the value is 0.digits times 10 to the power of n
  private static String layOut(String digits, int n) {
    int k = digits.length();
    if (k <= n && n <= 21) {
      return digits + "0".repeat(n - k);
    }
    if (0 < n && n <= 21) {
      return digits.substring(0, n) + "." + digits.substring(n);
    }
    if (-6 < n && n <= 0) {
      return "0." + "0".repeat(-n) + digits;
    }
    int e = n - 1;
    String exponent = (e < 0 ? "e-" : "e+") + Math.abs(e);
    return k == 1 ? digits + exponent : digits.charAt(0) + "." + digits.substring(1) + exponent;
  }

  /// Java's shortest digits; it gives two at least, which subnormal numbers may not need.
  private static String shortest(double positive) {
    String java = Double.toString(positive);
    if (positive >= MIN_NORMAL) {
      return java;
    }
    int e = java.indexOf('E');
    if (e == 3) {
      int leading = java.charAt(0) - '0';
      int next = java.charAt(2) - '0';
      String exponent = java.substring(e);
      int near = next > 5 || (next == 5 && leading % 2 == 1) ? leading + 1 : leading;
      int far = near == leading ? leading + 1 : leading;
      for (int digit : new int[] {near, far}) {
        String candidate = digit + ".0" + exponent;
        if (Double.parseDouble(candidate) == positive) {
          return digit == 10
              ? "1.0E" + (Integer.parseInt(exponent, 1, exponent.length(), 10) + 1)
              : candidate;
        }
      }
    }
    return java;
  }

  /// StringToNumber, section 7.1.4.1.1. Exact: the nearest number, ties to even.
  public static double stringToNumber(String text) {
    String s = trim(text);
    int n = s.length();
    if (n == 0) {
      return 0;
    }
    char c = s.charAt(0);
    if (n == 1) {
      return c >= '0' && c <= '9' ? c - '0' : Double.NaN;
    }
    if (c == '0') {
      int radix = radixOf(s.charAt(1));
      if (radix != 0) {
        return digits(s, 2, radix);
      }
    }
    int end = decimalEnd(s);
    return end == n ? parseDecimal(s, n) : Double.NaN;
  }

  private static int radixOf(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  private static double digits(String s, int from, int radix) {
    if (from == s.length()) {
      return Double.NaN;
    }
    for (int i = from; i < s.length(); i++) {
      if (digit(s.charAt(i)) >= radix) {
        return Double.NaN;
      }
    }
    return integer(s, from, s.length(), radix);
  }

  /// The number of an integer's digits, correctly rounded.
  static double integer(String s, int from, int to, int radix) {
    if (to - from <= 10) {
      return Long.parseLong(s, from, to, radix);
    }
    return new BigInteger(s.substring(from, to), radix).doubleValue();
  }

  /// The value of an ASCII letter or digit; 99 for anything else.
  static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
  }

  /// The number that the first `end` characters spell, a StrDecimalLiteral.
  static double parseDecimal(String s, int end) {
    String literal = s.substring(0, end);
    if (literal.endsWith("y")) {
      return literal.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return Double.parseDouble(literal);
  }

  /// Where the longest StrDecimalLiteral at the start of a text ends; 0 if there is none.
  static int decimalEnd(String s) {
    int n = s.length();
    int i = 0;
    if (i < n && (s.charAt(i) == '+' || s.charAt(i) == '-')) {
      i++;
    }
    if (s.startsWith("Infinity", i)) {
      return i + 8;
    }
    int start = i;
    i = skipDigits(s, i);
    int digitCount = i - start;
    if (i < n && s.charAt(i) == '.') {
      int fraction = skipDigits(s, i + 1);
      digitCount += fraction - i - 1;
      if (digitCount > 0) {
        i = fraction;
      }
    }
    if (digitCount == 0) {
      return 0;
    }
    if (i < n && (s.charAt(i) | 0x20) == 'e') {
      int e = i + 1;
      if (e < n && (s.charAt(e) == '+' || s.charAt(e) == '-')) {
        e++;
      }
      int end = skipDigits(s, e);
      if (end > e) {
        i = end;
      }
    }
    return i;
  }

  private static int skipDigits(String s, int i) {
    while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /// The number of `parseFloat`, section 19.2.4: the longest prefix that is a number.
  public static double parseFloat(String text) {
    String s = trim(text);
    int end = decimalEnd(s);
    return end == 0 ? Double.NaN : parseDecimal(s, end);
  }

  /// The number of `parseInt`, section 19.2.5. Exact for every radix.
  public static double parseInt(String text, int wantedRadix) {
    String s = trim(text);
    int i = 0;
    boolean negative = s.startsWith("-");
    if (negative || s.startsWith("+")) {
      i = 1;
    }
    int radix = wantedRadix;
    if (radix != 0 && (radix < 2 || radix > 36)) {
      return Double.NaN;
    }
    if ((radix == 0 || radix == 16)
        && i + 1 < s.length()
        && s.charAt(i) == '0'
        && radixOf(s.charAt(i + 1)) == 16) {
      i += 2;
      radix = 16;
    }
    radix = radix == 0 ? 10 : radix;
    int end = i;
    while (end < s.length() && digit(s.charAt(end)) < radix) {
      end++;
    }
    if (end == i) {
      return Double.NaN;
    }
    double value = integer(s, i, end, radix);
    return negative ? -value : value;
  }

  /// StringToBigInt, section 7.1.14; null if the text is no StringIntegerLiteral.
  public static @Nullable BigInteger stringToBigInt(String text) {
    String s = trim(text);
    if (s.isEmpty()) {
      return BigInteger.ZERO;
    }
    int from = 0;
    int radix = 10;
    if (s.length() > 1 && s.charAt(0) == '0' && radixOf(s.charAt(1)) != 0) {
      radix = radixOf(s.charAt(1));
      from = 2;
    } else if (s.charAt(0) == '+' || s.charAt(0) == '-') {
      from = 1;
    }
    if (from == s.length()) {
      return null;
    }
    for (int i = from; i < s.length(); i++) {
      if (digit(s.charAt(i)) >= radix) {
        return null;
      }
    }
    BigInteger magnitude = new BigInteger(s.substring(from), radix);
    return s.charAt(0) == '-' ? magnitude.negate() : magnitude;
  }

  /// TrimString with start+end, section 22.1.3.32.1.
  public static String trim(String s) {
    int from = 0;
    int to = s.length();
    while (from < to && isWhiteSpace(s.charAt(from))) {
      from++;
    }
    while (to > from && isWhiteSpace(s.charAt(to - 1))) {
      to--;
    }
    return s.substring(from, to);
  }

  /// WhiteSpace or LineTerminator, sections 12.2 and 12.3.
  public static boolean isWhiteSpace(char c) {
    return switch (c) {
      case '\t', '\n', 0x0B, '\f', '\r', ' ', 0xA0, 0x2028, 0x2029, 0xFEFF -> true;
      default -> c >= 0x1680 && Character.getType(c) == Character.SPACE_SEPARATOR;
    };
  }

  /// The value of a number, exact, for comparisons with a BigInt. The number must be finite.
  static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }
}
