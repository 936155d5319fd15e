package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Number%, sections 21.1.1 and 21.1.2.
final class NumberConstructor {
  private NumberConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.NUMBER,
            "Number",
            1,
            NumberConstructor::construct,
            realm.get(Intrinsic.NUMBER_PROTOTYPE))
        .constant("EPSILON", 0x1p-52)
        .constant("MAX_SAFE_INTEGER", (double) Numbers.MAX_SAFE_INTEGER)
        .constant("MAX_VALUE", Double.MAX_VALUE)
        .constant("MIN_SAFE_INTEGER", (double) -Numbers.MAX_SAFE_INTEGER)
        .constant("MIN_VALUE", Double.MIN_VALUE)
        .constant("NaN", Double.NaN)
        .constant("NEGATIVE_INFINITY", Double.NEGATIVE_INFINITY)
        .constant("POSITIVE_INFINITY", Double.POSITIVE_INFINITY)
        .method("isFinite", 1, NumberConstructor::isFinite)
        .method("isInteger", 1, NumberConstructor::isInteger)
        .method("isNaN", 1, NumberConstructor::isNaN)
        .method("isSafeInteger", 1, NumberConstructor::isSafeInteger)
        .value("parseFloat", realm.get(Intrinsic.PARSE_FLOAT), Attributes.HIDDEN)
        .value("parseInt", realm.get(Intrinsic.PARSE_INT), Attributes.HIDDEN);
  }

  /// 21.1.1.1 Number ( value ).
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object n = 0;
    if (args.length > 0) {
      Object primitive = TypeConversion.toNumeric(agent, args[0]);
      n = primitive instanceof JsBigInt big ? Numbers.of(big.value().doubleValue()) : primitive;
    }
    if (newTarget == null) {
      return n;
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.NUMBER_PROTOTYPE);
    return PrimitiveObject.create(agent, n, prototype);
  }

  /// 21.1.2.2 Number.isFinite ( number ).
  private static Object isFinite(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object number = Args.get(args, 0);
    return number instanceof Integer || (number instanceof Double d && Double.isFinite(d));
  }

  /// 21.1.2.3 Number.isInteger ( number ).
  private static Object isInteger(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return isIntegral(Args.get(args, 0));
  }

  /// 7.2.6 IsIntegralNumber ( argument ).
  private static boolean isIntegral(Object value) {
    return value instanceof Integer
        || (value instanceof Double d && Double.isFinite(d) && Math.rint(d) == d);
  }

  /// 21.1.2.4 Number.isNaN ( number ).
  private static Object isNaN(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Args.get(args, 0) instanceof Double d && d.isNaN();
  }

  /// 21.1.2.5 Number.isSafeInteger ( number ).
  private static Object isSafeInteger(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object number = Args.get(args, 0);
    return isIntegral(number)
        && Math.abs(Numbers.toDouble(number)) <= (double) Numbers.MAX_SAFE_INTEGER;
  }
}
