package lexscope.js.intrinsics;

/// The functions of 21.3.2 that Java's [StrictMath] lacks. `StrictMath` is fdlibm, and so are the
/// identities used here; results are the same on every Java VM.
final class MathFunctions {
  private static final double LN2 = 0.6931471805599453;
  private static final double TWO_28 = 1 << 28;

  private MathFunctions() {}

  /// 21.3.2.3 Math.acosh for arguments of at least 1.
  static double acosh(double x) {
    if (Double.isNaN(x) || x < 1) {
      return Double.NaN;
    }
    if (x == 1) {
      return 0;
    }
    if (x >= TWO_28) {
      return StrictMath.log(x) + LN2;
    }
    if (x > 2) {
      return StrictMath.log(2 * x - 1 / (x + StrictMath.sqrt(x * x - 1)));
    }
    double t = x - 1;
    return StrictMath.log1p(t + StrictMath.sqrt(2 * t + t * t));
  }

  /// 21.3.2.5 Math.asinh.
  static double asinh(double x) {
    double size = Math.abs(x);
    if (!(size >= 1 / TWO_28) || Double.isInfinite(x)) {
      return x;
    }
    double result;
    if (size > TWO_28) {
      result = StrictMath.log(size) + LN2;
    } else if (size > 2) {
      result = StrictMath.log(2 * size + 1 / (StrictMath.sqrt(x * x + 1) + size));
    } else {
      double square = x * x;
      result = StrictMath.log1p(size + square / (1 + StrictMath.sqrt(1 + square)));
    }
    return Math.copySign(result, x);
  }

  /// 21.3.2.7 Math.atanh.
  static double atanh(double x) {
    double size = Math.abs(x);
    if (Double.isNaN(x) || size > 1) {
      return Double.NaN;
    }
    if (size == 1) {
      return Math.copySign(Double.POSITIVE_INFINITY, x);
    }
    if (size < 1 / TWO_28) {
      return x;
    }
    double twice = size + size;
    double result =
        size < 0.5
            ? 0.5 * StrictMath.log1p(twice + twice * size / (1 - size))
            : 0.5 * StrictMath.log1p(twice / (1 - size));
    return Math.copySign(result, x);
  }

  /// 21.3.2.24 Math.log2: exact for powers of two.
  static double log2(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return StrictMath.log(x);
    }
    double normal = x < Double.MIN_NORMAL ? x * 0x1p54 : x;
    int exponent = Math.getExponent(normal);
    double fraction = Math.scalb(normal, -exponent);
    if (fraction > 1.4142135623730951) {
      fraction /= 2;
      exponent++;
    }
    int shift = x < Double.MIN_NORMAL ? 54 : 0;
    if (fraction == 1) {
      return exponent - shift;
    }
    return (exponent - shift) + StrictMath.log(fraction) / LN2;
  }

  /// 21.3.2.30 Math.round: the integer that is nearest, halves towards +Infinity, with the sign of
  /// zero kept.
  static double round(double x) {
    if (!(Math.abs(x) < 0x1p52) || x == 0) {
      return x;
    }
    double floor = Math.floor(x);
    double result = x - floor >= 0.5 ? floor + 1 : floor;
    return result == 0 ? Math.copySign(0.0, x) : result;
  }

  /// 21.3.2.18 Math.hypot: scaled by the largest argument and summed with compensation.
  static double hypot(double[] values) {
    double largest = 0;
    boolean nan = false;
    for (double value : values) {
      if (Double.isInfinite(value)) {
        return Double.POSITIVE_INFINITY;
      }
      nan |= Double.isNaN(value);
      largest = Math.max(largest, Math.abs(value));
    }
    if (nan) {
      return Double.NaN;
    }
    if (largest == 0) {
      return 0;
    }
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double scaled = value / largest;
      double term = scaled * scaled - lost;
      double next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
    return StrictMath.sqrt(sum) * largest;
  }

  /// Number::exponentiate (6.1.6.1.3): as fdlibm, but for a base of 1 or -1 and an infinite
  /// exponent or an exponent of NaN.
  static double pow(double base, double exponent) {
    if (Double.isNaN(exponent) || (Math.abs(base) == 1 && Double.isInfinite(exponent))) {
      return Double.NaN;
    }
    return StrictMath.pow(base, exponent);
  }
}
