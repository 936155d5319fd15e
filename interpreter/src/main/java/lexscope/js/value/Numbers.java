package lexscope.js.value;

/// The Number type, section 6.1.6.1, as canonical Java numbers: a number that is a 32-bit integer
/// and not -0 is an [Integer], every other one a [Double]. So `equals` of two numbers is SameValue.
public final class Numbers {
  /// Not-a-Number.
  public static final Double NAN = Double.NaN;

  /// The zero that is not canonical as an integer.
  public static final Double MINUS_ZERO = -0.0;

  /// The largest integer n such that n and n + 1 are both exact.
  public static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  private Numbers() {}

  /// The number of a double. Cost: constant.
  public static Object of(double value) {
    int i = (int) value;
    if (i == value && (i != 0 || Double.doubleToRawLongBits(value) == 0)) {
      return i;
    }
    return value;
  }

  /// The number of an integer; beyond 2^53 it is rounded.
  public static Object of(long value) {
    int i = (int) value;
    return i == value ? (Object) i : (Object) (double) value;
  }

  /// Whether the value is a Number.
  public static boolean isNumber(Object value) {
    return value instanceof Integer || value instanceof Double;
  }

  /// The double of a Number. The value must be one.
  public static double toDouble(Object number) {
    return number instanceof Integer i ? i : (Double) number;
  }
}
