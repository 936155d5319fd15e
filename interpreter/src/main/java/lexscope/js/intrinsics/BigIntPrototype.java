package lexscope.js.intrinsics;

import java.math.BigInteger;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %BigInt.prototype%, section 21.2.3.
final class BigIntPrototype {
  private BigIntPrototype() {}

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(realm, Intrinsic.BIGINT_PROTOTYPE)
        .method("toLocaleString", 0, BigIntPrototype::toLocaleString)
        .method("toString", 0, BigIntPrototype::toStringMethod)
        .method("valueOf", 0, BigIntPrototype::valueOf)
        .tag("BigInt");
  }

  /// 21.2.3.4.1 ThisBigIntValue ( value ).
  private static JsBigInt thisBigIntValue(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof JsBigInt value) {
      return value;
    }
    if (thisValue instanceof PrimitiveObject object && object.data() instanceof JsBigInt value) {
      return value;
    }
    throw agent.typeError(ErrorMessages.notGeneric("BigInt.prototype." + method, "BigInt"));
  }

  /// 21.2.3.2 `BigInt.prototype.toLocaleString ( [ reserved1 [ , reserved2 ] ] )`: as US English
  /// writes numbers.
  private static Object toLocaleString(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    BigInteger x = thisBigIntValue(agent, thisValue, "toLocaleString").value();
    return JsString.of(agent, NumberFormatting.group(x.toString()));
  }

  /// 21.2.3.3 `BigInt.prototype.toString ( [ radix ] )`.
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    BigInteger x = thisBigIntValue(agent, thisValue, "toString").value();
    Object radix = Args.get(args, 0);
    double r = radix == Undefined.UNDEFINED ? 10 : TypeConversion.toIntegerOrInfinity(agent, radix);
    if (r < 2 || r > 36) {
      throw agent.rangeError("toString() radix argument must be between 2 and 36");
    }
    return JsString.of(agent, x.toString((int) r));
  }

  /// 21.2.3.4 BigInt.prototype.valueOf ( ).
  private static Object valueOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisBigIntValue(agent, thisValue, "valueOf");
  }
}
