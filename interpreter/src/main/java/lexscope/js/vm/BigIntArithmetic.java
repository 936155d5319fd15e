package lexscope.js.vm;

import java.math.BigInteger;
import lexscope.js.value.JsBigInt;

/// The operators on BigInts, ECMA-262 section 6.1.6.2.
final class BigIntArithmetic {
  /// The most bits that a BigInt may have, as in V8.
  private static final long MAX_BITS = 1L << 30;

  private BigIntArithmetic() {}

  /// Applies the operation of that ordinal in [Arithmetic].
  static Object apply(Agent agent, int operation, BigInteger x, BigInteger y) {
    BigInteger result =
        switch (operation) {
          case 0 -> x.add(y);
          case 1 -> x.subtract(y);
          case 2 -> {
            checkBits(agent, (long) x.bitLength() + y.bitLength());
            yield x.multiply(y);
          }
          case 3 -> x.divide(nonZero(agent, y));
          case 4 -> x.remainder(nonZero(agent, y));
          case 5 -> power(agent, x, y);
          case 6 -> shift(agent, x, y);
          case 7 -> shift(agent, x, y.negate());
          case 8 -> throw agent.typeError("BigInts have no unsigned right shift, use >> instead");
          case 9 -> x.and(y);
          case 10 -> x.or(y);
          default -> x.xor(y);
        };
    return JsBigInt.of(agent, result);
  }

  private static BigInteger nonZero(Agent agent, BigInteger y) {
    if (y.signum() == 0) {
      throw agent.rangeError("Division by zero");
    }
    return y;
  }

  private static BigInteger power(Agent agent, BigInteger x, BigInteger y) {
    if (y.signum() < 0) {
      throw agent.rangeError("Exponent must be non-negative");
    }
    if (x.signum() == 0 || x.abs().equals(BigInteger.ONE)) {
      return y.signum() == 0 || x.signum() > 0 || (x.signum() < 0 && !y.testBit(0))
          ? (x.signum() == 0 && y.signum() != 0 ? x : BigInteger.ONE)
          : x;
    }
    if (y.bitLength() > 31) {
      throw tooBig(agent);
    }
    checkBits(agent, (x.bitLength() - 1L) * y.longValue());
    return x.pow(y.intValue());
  }

  private static BigInteger shift(Agent agent, BigInteger x, BigInteger y) {
    if (x.signum() == 0) {
      return x;
    }
    if (y.signum() < 0) {
      return y.bitLength() > 31
          ? (x.signum() < 0 ? BigInteger.ONE.negate() : BigInteger.ZERO)
          : x.shiftRight(y.negate().intValue());
    }
    if (y.bitLength() > 31) {
      throw tooBig(agent);
    }
    checkBits(agent, x.bitLength() + y.longValue());
    return x.shiftLeft(y.intValue());
  }

  private static void checkBits(Agent agent, long bits) {
    if (bits > MAX_BITS) {
      throw tooBig(agent);
    }
  }

  private static RuntimeException tooBig(Agent agent) {
    return agent.rangeError("Maximum BigInt size exceeded");
  }
}
