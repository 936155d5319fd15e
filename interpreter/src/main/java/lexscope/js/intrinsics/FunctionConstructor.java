package lexscope.js.intrinsics;

import lexscope.js.value.JsObject;
import lexscope.js.vm.Agent;
import lexscope.js.vm.DynamicFunctionKind;
import org.jspecify.annotations.Nullable;

/// `%Function%`, section 20.2.1.
final class FunctionConstructor {
  private FunctionConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
        realm,
        Intrinsic.FUNCTION,
        "Function",
        1,
        FunctionConstructor::construct,
        realm.get(Intrinsic.FUNCTION_PROTOTYPE));
  }

  /// Function ( ...parameterArgs, bodyArg ), section 20.2.1.1.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject constructor = agent.realm().get(Intrinsic.FUNCTION);
    return agent.createDynamicFunction(
        constructor, newTarget == null ? constructor : newTarget, DynamicFunctionKind.NORMAL, args);
  }
}
