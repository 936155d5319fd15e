package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%Boolean%` and its prototype, section 20.3.
final class BooleanConstructor {
  private BooleanConstructor() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    JsObject prototype =
        PrimitiveObject.create(agent, false, realm.get(Intrinsic.OBJECT_PROTOTYPE));
    realm.set(Intrinsic.BOOLEAN_PROTOTYPE, prototype);
    IntrinsicBuilder.constructor(
        realm, Intrinsic.BOOLEAN, "Boolean", 1, BooleanConstructor::construct, prototype);
    new IntrinsicBuilder(realm, prototype)
        .method("toString", 0, BooleanConstructor::toStringMethod)
        .method("valueOf", 0, BooleanConstructor::valueOf);
  }

  /// Boolean ( value ), section 20.3.1.1.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    boolean value = TypeConversion.toBoolean(Args.get(args, 0));
    if (newTarget == null) {
      return value;
    }
    return PrimitiveObject.create(
        agent,
        value,
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.BOOLEAN_PROTOTYPE));
  }

  /// ThisBooleanValue, section 20.3.3.3.1.
  private static boolean thisBooleanValue(Agent agent, Object value, String method) {
    if (value instanceof Boolean b) {
      return b;
    }
    if (value instanceof PrimitiveObject object && object.data() instanceof Boolean b) {
      return b;
    }
    throw agent.typeError("Boolean.prototype." + method + " requires that 'this' be a Boolean");
  }

  /// Section 20.3.3.2.
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return agent.string(Boolean.toString(thisBooleanValue(agent, thisValue, "toString")));
  }

  /// Section 20.3.3.3.
  private static Object valueOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisBooleanValue(agent, thisValue, "valueOf");
  }
}
