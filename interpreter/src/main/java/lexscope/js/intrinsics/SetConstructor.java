package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Set%, sections 24.2.2 and 24.2.3.
final class SetConstructor {
  private SetConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.SET,
            "Set",
            0,
            SetConstructor::construct,
            realm.get(Intrinsic.SET_PROTOTYPE))
        .getter(realm.agent().symbols().species(), (_, thisValue, _, _) -> thisValue);
  }

  /// 24.2.2.1 `Set ( [ iterable ] )`.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "Set");
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.SET_PROTOTYPE);
    SetObject set = SetObject.create(agent, prototype);
    KeyedCollections.addValues(agent, set, Args.get(args, 0));
    return set;
  }
}
