package lexscope.js.intrinsics;

import lexscope.js.operations.NumberConversion;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The value and function properties of the global object, sections 19.1 and 19.2, without `eval`
/// and the URI functions.
final class GlobalFunctions {
  private GlobalFunctions() {}

  static void create(Realm realm) {
    JsObject global = realm.globalObject();
    new IntrinsicBuilder(realm, global)
        .value("globalThis", global, Attributes.HIDDEN)
        .constant("Infinity", Double.POSITIVE_INFINITY)
        .constant("NaN", Numbers.NAN)
        .constant("undefined", Undefined.UNDEFINED)
        .method("isFinite", 1, GlobalFunctions::isFinite, Intrinsic.IS_FINITE)
        .method("isNaN", 1, GlobalFunctions::isNaN, Intrinsic.IS_NAN)
        .method("parseFloat", 1, GlobalFunctions::parseFloat, Intrinsic.PARSE_FLOAT)
        .method("parseInt", 2, GlobalFunctions::parseInt, Intrinsic.PARSE_INT);
  }

  /// Section 19.2.2.
  private static Object isFinite(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double n = TypeConversion.toNumber(agent, Args.get(args, 0));
    return Double.isFinite(n);
  }

  /// Section 19.2.3.
  private static Object isNaN(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return Double.isNaN(TypeConversion.toNumber(agent, Args.get(args, 0)));
  }

  /// Section 19.2.4.
  private static Object parseFloat(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object value = Args.get(args, 0);
    return value instanceof Integer
        ? value
        : Numbers.of(NumberConversion.parseFloat(TypeConversion.toText(agent, value)));
  }

  /// Section 19.2.5.
  private static Object parseInt(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String text = TypeConversion.toText(agent, Args.get(args, 0));
    int radix = TypeConversion.toInt32(agent, Args.get(args, 1));
    return Numbers.of(NumberConversion.parseInt(text, radix));
  }
}
