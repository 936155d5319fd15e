package lexscope.js.intrinsics;

import static lexscope.js.operations.TypeConversion.toIntegerOrInfinity;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.NumberConversion;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Number.prototype%, section 21.1.3.
final class NumberPrototype {
  private NumberPrototype() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    JsObject prototype = PrimitiveObject.create(agent, 0, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    realm.set(Intrinsic.NUMBER_PROTOTYPE, prototype);
    new IntrinsicBuilder(realm, prototype)
        .method("toExponential", 1, NumberPrototype::toExponential)
        .method("toFixed", 1, NumberPrototype::toFixed)
        .method("toLocaleString", 0, NumberPrototype::toLocaleString)
        .method("toPrecision", 1, NumberPrototype::toPrecision)
        .method("toString", 1, NumberPrototype::toStringMethod)
        .method("valueOf", 0, NumberPrototype::valueOf);
  }

  /// 21.1.3.7.1 ThisNumberValue ( value ).
  private static Object thisNumberValue(Agent agent, Object thisValue, String method) {
    if (Numbers.isNumber(thisValue)) {
      return thisValue;
    }
    if (thisValue instanceof PrimitiveObject object && Numbers.isNumber(object.data())) {
      return object.data();
    }
    throw agent.typeError(ErrorMessages.notGeneric("Number.prototype." + method, "Number"));
  }

  private static Object text(Agent agent, String text) {
    return JsString.of(agent, text);
  }

  /// 21.1.3.2 Number.prototype.toExponential ( fractionDigits ).
  private static Object toExponential(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double x = Numbers.toDouble(thisNumberValue(agent, thisValue, "toExponential"));
    Object digits = Args.get(args, 0);
    double f = toIntegerOrInfinity(agent, digits);
    if (!Double.isFinite(x)) {
      return text(agent, NumberConversion.numberToString(x));
    }
    if (f < 0 || f > 100) {
      throw agent.rangeError("toExponential() argument must be between 0 and 100");
    }
    return text(
        agent,
        digits == Undefined.UNDEFINED
            ? NumberFormatting.toShortestExponential(NumberConversion.numberToString(x))
            : NumberFormatting.toExponential(x, (int) f));
  }

  /// 21.1.3.3 Number.prototype.toFixed ( fractionDigits ).
  private static Object toFixed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double x = Numbers.toDouble(thisNumberValue(agent, thisValue, "toFixed"));
    double f = toIntegerOrInfinity(agent, Args.get(args, 0));
    if (!(f >= 0 && f <= 100)) {
      throw agent.rangeError("toFixed() digits argument must be between 0 and 100");
    }
    return text(
        agent,
        Double.isFinite(x) && Math.abs(x) < 1e21
            ? NumberFormatting.toFixed(x, (int) f)
            : NumberConversion.numberToString(x));
  }

  /// 21.1.3.4 `Number.prototype.toLocaleString ( [ reserved1 [ , reserved2 ] ] )`: as US English
  /// writes numbers.
  private static Object toLocaleString(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double x = Numbers.toDouble(thisNumberValue(agent, thisValue, "toLocaleString"));
    return text(agent, NumberFormatting.toGrouped(x));
  }

  /// 21.1.3.5 Number.prototype.toPrecision ( precision ).
  private static Object toPrecision(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double x = Numbers.toDouble(thisNumberValue(agent, thisValue, "toPrecision"));
    Object precision = Args.get(args, 0);
    if (precision == Undefined.UNDEFINED) {
      return text(agent, NumberConversion.numberToString(x));
    }
    double p = toIntegerOrInfinity(agent, precision);
    if (!Double.isFinite(x)) {
      return text(agent, NumberConversion.numberToString(x));
    }
    if (p < 1 || p > 100) {
      throw agent.rangeError("toPrecision() argument must be between 1 and 100");
    }
    return text(agent, NumberFormatting.toPrecision(x, (int) p));
  }

  /// 21.1.3.6 `Number.prototype.toString ( [ radix ] )`.
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object x = thisNumberValue(agent, thisValue, "toString");
    Object radix = Args.get(args, 0);
    double r = radix == Undefined.UNDEFINED ? 10 : toIntegerOrInfinity(agent, radix);
    if (r < 2 || r > 36) {
      throw agent.rangeError("toString() radix argument must be between 2 and 36");
    }
    if (r == 10) {
      return TypeConversion.toString(agent, x);
    }
    if (x instanceof Integer i) {
      return text(agent, Integer.toString(i, (int) r));
    }
    double value = Numbers.toDouble(x);
    return text(
        agent,
        Double.isFinite(value)
            ? NumberFormatting.toRadix(value, (int) r)
            : NumberConversion.numberToString(value));
  }

  /// 21.1.3.7 Number.prototype.valueOf ( ).
  private static Object valueOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisNumberValue(agent, thisValue, "valueOf");
  }
}
