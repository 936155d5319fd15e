package lexscope.js.intrinsics;

import java.math.BigInteger;

/// The exact sum of doubles, rounded once at the end: the accumulator of Math.sumPrecise
/// (21.3.2.34).
///
/// The sum is an integer of units of 2^-1074, the smallest double. Neighbouring exponents are
/// collected in 64-bit columns first, so that the wide addition happens once per column and 1024
/// values at most.
final class ExactSum {
  private static final int COLUMN_BITS = 32;
  private static final int COLUMNS = 2048 / COLUMN_BITS + 3;
  private static final int CARRY_AFTER = 1 << 8;

  private final long[] columns = new long[COLUMNS];
  private int pending;
  private BigInteger carried = BigInteger.ZERO;

  /// Adds a finite value.
  void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long significand = bits & ((1L << 52) - 1);
    if (exponent != 0) {
      significand |= 1L << 52;
      exponent--;
    }
    int column = exponent / COLUMN_BITS;
    int shift = exponent % COLUMN_BITS;
    long low = (significand << shift) & 0xFFFFFFFFL;
    long middle = (significand >>> (COLUMN_BITS - shift)) & 0xFFFFFFFFL;
    long high = shift == 0 ? 0 : significand >>> (2 * COLUMN_BITS - shift);
    if (shift == 0) {
      middle = significand >>> COLUMN_BITS;
    }
    long sign = bits < 0 ? -1 : 1;
    columns[column] += sign * low;
    columns[column + 1] += sign * middle;
    columns[column + 2] += sign * high;
    if (++pending == CARRY_AFTER) {
      carry();
    }
  }

  private void carry() {
    BigInteger total = carried;
    for (int i = 0; i < COLUMNS; i++) {
      if (columns[i] != 0) {
        total = total.add(BigInteger.valueOf(columns[i]).shiftLeft(i * COLUMN_BITS));
        columns[i] = 0;
      }
    }
    carried = total;
    pending = 0;
  }

  /// The sum, rounded to the nearest double, ties to even. An exact zero is +0.
  double value() {
    carry();
    BigInteger size = carried.abs();
    int excess = size.bitLength() - 62;
    double result;
    if (excess <= 0) {
      result = Math.scalb((double) size.longValue(), -1074);
    } else {
      long top = size.shiftRight(excess).longValue();
      if (size.getLowestSetBit() < excess) {
        top |= 1;
      }
      result = Math.scalb((double) top, excess - 1074);
    }
    return carried.signum() < 0 ? -result : result;
  }
}
