package lexscope.js.intrinsics;

import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKeys;
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
        ObjectOperations.getPrototypeFromConstructor(agent, newTarget, Intrinsic.SET_PROTOTYPE);
    SetObject set = SetObject.create(agent, prototype);
    Object iterable = Args.get(args, 0);
    if (!TestingAndComparison.isNullish(iterable)) {
      Object adder = ObjectOperations.get(agent, set, PropertyKeys.ADD);
      KeyedCollections.addValues(agent, set, iterable, adder);
    }
    return set;
  }
}
