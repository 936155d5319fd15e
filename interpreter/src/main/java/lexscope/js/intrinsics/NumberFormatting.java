package lexscope.js.intrinsics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The decimal and radix renderings of Numbers that `Number.prototype` offers (21.1.3), for finite
/// values. All decimal ones are exact: the binary value is expanded fully before it is rounded.
final class NumberFormatting {
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

  private NumberFormatting() {}

  /// 21.1.3.3 steps 7 on: the value with exactly `fractionDigits` digits after the point, halves
  /// rounded away from zero. The caller has dealt with values of 10^21 and more.
  static String toFixed(double x, int fractionDigits) {
    String text =
        new BigDecimal(Math.abs(x)).setScale(fractionDigits, RoundingMode.HALF_UP).toPlainString();
    return x < 0 ? "-" + text : text;
  }

  /// 21.1.3.2 with a given number of digits: one digit, a point, `fractionDigits` digits, exponent.
  static String toExponential(double x, int fractionDigits) {
    if (x == 0) {
      return fractionDigits == 0 ? "0e+0" : "0." + "0".repeat(fractionDigits) + "e+0";
    }
    BigDecimal rounded =
        new BigDecimal(Math.abs(x))
            .round(new MathContext(fractionDigits + 1, RoundingMode.HALF_UP));
    String digits = pad(rounded.unscaledValue().toString(), fractionDigits + 1);
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponential(x < 0, digits.substring(0, fractionDigits + 1), exponent);
  }

  /// 21.1.3.2 without a number of digits: as many as Number::toString would give.
  ///
  /// @param shortest what Number::toString (6.1.6.1.20) gives for the value
  static String toShortestExponential(String shortest) {
    boolean negative = shortest.startsWith("-");
    BigDecimal value = new BigDecimal(negative ? shortest.substring(1) : shortest);
    if (value.signum() == 0) {
      return "0e+0";
    }
    value = value.stripTrailingZeros();
    String digits = value.unscaledValue().toString();
    return exponential(negative, digits, value.precision() - value.scale() - 1);
  }

  /// 21.1.3.5 steps 8 on: the value with `precision` significant digits.
  static String toPrecision(double x, int precision) {
    String digits;
    int exponent;
    if (x == 0) {
      digits = "0".repeat(precision);
      exponent = 0;
    } else {
      BigDecimal rounded =
          new BigDecimal(Math.abs(x)).round(new MathContext(precision, RoundingMode.HALF_UP));
      digits = pad(rounded.unscaledValue().toString(), precision).substring(0, precision);
      exponent = rounded.precision() - rounded.scale() - 1;
      if (exponent < -6 || exponent >= precision) {
        return exponential(x < 0, digits, exponent);
      }
    }
    String sign = x < 0 ? "-" : "";
    if (exponent == precision - 1) {
      return sign + digits;
    }
    if (exponent >= 0) {
      return sign + digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }
    return sign + "0." + "0".repeat(-(exponent + 1)) + digits;
  }

  private static String pad(String digits, int length) {
    return digits.length() >= length ? digits : digits + "0".repeat(length - digits.length());
  }

  private static String exponential(boolean negative, String digits, int exponent) {
    var text = new StringBuilder();
    if (negative) {
      text.append('-');
    }
    text.append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
    return text.toString();
  }

  /// Number::toString for a radix other than 10 (6.1.6.1.20 leaves the digits to us): digits are
  /// produced until the rest is below half the distance to the next double, the last one rounded to
  /// even, as V8 prints them. Large integers get zeros for the digits that a double does not
  /// determine.
  static String toRadix(double x, int radix) {
    double value = Math.abs(x);
    double integer = Math.floor(value);
    var fraction = new StringBuilder();
    double delta = Math.max(Double.MIN_VALUE, Math.ulp(value) / 2);
    if (fractionDigits(value - integer, delta, radix, fraction)) {
      integer += 1;
    }
    var text = new StringBuilder();
    while (integer / radix >= 0x1p53) {
      integer /= radix;
      text.append('0');
    }
    do {
      double digit = integer % radix;
      text.append(DIGITS.charAt((int) digit));
      integer = (integer - digit) / radix;
    } while (integer > 0);
    if (x < 0) {
      text.append('-');
    }
    text.reverse();
    if (!fraction.isEmpty()) {
      text.append('.').append(fraction);
    }
    return text.toString();
  }

  /// Appends the digits of a fraction; returns whether rounding carried into the integer part.
  private static boolean fractionDigits(
      double fraction, double delta, int radix, StringBuilder digits) {
    double rest = fraction;
    double precision = delta;
    while (rest >= precision) {
      rest *= radix;
      precision *= radix;
      int digit = (int) rest;
      digits.append(DIGITS.charAt(digit));
      rest -= digit;
      boolean roundsUp = rest > 0.5 || (rest == 0.5 && (digit & 1) != 0);
      if (roundsUp && rest + precision > 1) {
        return carry(digits, radix);
      }
    }
    return false;
  }

  /// Adds one to the last digit; digits that overflow are dropped. True if all did.
  private static boolean carry(StringBuilder digits, int radix) {
    while (!digits.isEmpty()) {
      int last = digits.length() - 1;
      int digit = Character.digit(digits.charAt(last), 36) + 1;
      if (digit < radix) {
        digits.setCharAt(last, DIGITS.charAt(digit));
        return false;
      }
      digits.setLength(last);
    }
    return true;
  }

  /// The value as `toLocaleString` prints it: groups of three digits, at most three digits after
  /// the point, halves of the decimal value that Number::toString shows rounded away from zero.
  static String toGrouped(double x) {
    if (Double.isNaN(x)) {
      return "NaN";
    }
    if (Double.isInfinite(x)) {
      return x < 0 ? "-∞" : "∞";
    }
    BigDecimal rounded =
        new BigDecimal(Double.toString(Math.abs(x))).setScale(3, RoundingMode.HALF_UP);
    String plain = rounded.stripTrailingZeros().toPlainString();
    boolean negative = x < 0 || (x == 0 && 1 / x < 0);
    return (negative ? "-" : "") + group(plain);
  }

  /// Puts a comma between groups of three digits before the point.
  static String group(String plain) {
    int point = plain.indexOf('.');
    int end = point < 0 ? plain.length() : point;
    var text = new StringBuilder(plain);
    int start = plain.startsWith("-") ? 1 : 0;
    for (int at = end - 3; at > start; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
