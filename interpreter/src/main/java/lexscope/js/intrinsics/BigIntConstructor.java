package lexscope.js.intrinsics;

import java.math.BigDecimal;
import java.math.BigInteger;
import lexscope.js.operations.NumberConversion;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %BigInt%, sections 21.2.1 and 21.2.2.
final class BigIntConstructor {
  /// The most bits that a BigInt may have, as in V8.
  private static final long MAX_BITS = 1L << 30;

  private BigIntConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.BIGINT,
            "BigInt",
            1,
            BigIntConstructor::construct,
            realm.get(Intrinsic.BIGINT_PROTOTYPE))
        .method("asIntN", 2, BigIntConstructor::asIntN)
        .method("asUintN", 2, BigIntConstructor::asUintN);
  }

  /// 21.2.1.1 BigInt ( value ).
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget != null) {
      throw agent.typeError("BigInt is not a constructor");
    }
    Object primitive =
        TypeConversion.toPrimitive(agent, Args.get(args, 0), TypeConversion.Hint.NUMBER);
    return Numbers.isNumber(primitive)
        ? numberToBigInt(agent, primitive)
        : TypeConversion.toBigInt(agent, primitive);
  }

  /// 21.2.1.1.1 NumberToBigInt ( number ).
  private static JsBigInt numberToBigInt(Agent agent, Object number) {
    if (number instanceof Integer i) {
      return JsBigInt.of(agent, BigInteger.valueOf(i));
    }
    double value = Numbers.toDouble(number);
    if (!Double.isFinite(value) || Math.rint(value) != value) {
      throw agent.rangeError(
          "The number "
              + NumberConversion.numberToString(value)
              + " cannot be converted to a BigInt because it is not an integer");
    }
    return JsBigInt.of(agent, new BigDecimal(value).toBigInteger());
  }

  /// 21.2.2.1 BigInt.asIntN ( bits, bigint ).
  private static Object asIntN(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    long bits = TypeConversion.toIndex(agent, Args.get(args, 0), "bits");
    BigInteger value = TypeConversion.toBigInt(agent, Args.get(args, 1)).value();
    if (bits == 0) {
      return JsBigInt.of(agent, BigInteger.ZERO);
    }
    if (value.bitLength() < bits) {
      return JsBigInt.of(agent, value);
    }
    BigInteger low = lowBits(value, (int) bits);
    return JsBigInt.of(
        agent,
        low.testBit((int) bits - 1) ? low.subtract(BigInteger.ONE.shiftLeft((int) bits)) : low);
  }

  /// 21.2.2.2 BigInt.asUintN ( bits, bigint ).
  private static Object asUintN(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    long bits = TypeConversion.toIndex(agent, Args.get(args, 0), "bits");
    BigInteger value = TypeConversion.toBigInt(agent, Args.get(args, 1)).value();
    if (value.signum() >= 0 && value.bitLength() <= bits) {
      return JsBigInt.of(agent, value);
    }
    if (bits > MAX_BITS) {
      throw agent.rangeError("Maximum BigInt size exceeded");
    }
    return JsBigInt.of(agent, lowBits(value, (int) bits));
  }

  private static BigInteger lowBits(BigInteger value, int bits) {
    return value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }
}
