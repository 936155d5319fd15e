package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %WeakRef% and %FinalizationRegistry% with their prototypes, sections 26.1 and 26.2.
final class WeakRefs {
  private WeakRefs() {}

  static void create(Realm realm) {
    IntrinsicBuilder weakRef =
        IntrinsicBuilder.ordinary(realm, Intrinsic.WEAK_REF_PROTOTYPE)
            .method("deref", 0, WeakRefs::deref)
            .tag("WeakRef");
    IntrinsicBuilder.constructor(
        realm, Intrinsic.WEAK_REF, "WeakRef", 1, WeakRefs::constructWeakRef, weakRef.object());
    IntrinsicBuilder registry =
        IntrinsicBuilder.ordinary(realm, Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE)
            .method("register", 2, WeakRefs::register)
            .method("unregister", 1, WeakRefs::unregister)
            .tag("FinalizationRegistry");
    IntrinsicBuilder.constructor(
        realm,
        Intrinsic.FINALIZATION_REGISTRY,
        "FinalizationRegistry",
        1,
        WeakRefs::constructRegistry,
        registry.object());
  }

  /// 26.1.1.1 WeakRef ( target ).
  private static Object constructWeakRef(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "WeakRef");
    }
    Object target = Args.get(args, 0);
    if (!KeyedCollections.canBeHeldWeakly(target)) {
      throw agent.typeError("WeakRef: invalid target");
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.WEAK_REF_PROTOTYPE);
    agent.eventLoop().keptAlive().add(target);
    return WeakRefObject.create(agent, prototype, target);
  }

  /// 26.1.3.2 WeakRef.prototype.deref ( ).
  private static Object deref(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof WeakRefObject weakRef)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("WeakRef.prototype.deref", thisValue));
    }
    Object target = weakRef.target();
    agent.eventLoop().keptAlive().add(target);
    return target;
  }

  /// 26.2.1.1 FinalizationRegistry ( cleanupCallback ).
  private static Object constructRegistry(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "FinalizationRegistry");
    }
    if (!(Args.get(args, 0) instanceof JsObject callback) || !callback.isCallable()) {
      throw agent.typeError("FinalizationRegistry: cleanup must be callable");
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.FINALIZATION_REGISTRY_PROTOTYPE);
    return FinalizationRegistryObject.create(agent, prototype, callback);
  }

  private static FinalizationRegistryObject thisRegistry(
      Agent agent, Object thisValue, String method) {
    if (thisValue instanceof FinalizationRegistryObject registry) {
      return registry;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("FinalizationRegistry.prototype." + method, thisValue));
  }

  /// 26.2.3.2 `FinalizationRegistry.prototype.register ( target, heldValue [ , unregisterToken ]`
  /// ).
  private static Object register(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    FinalizationRegistryObject registry = thisRegistry(agent, thisValue, "register");
    Object target = Args.get(args, 0);
    if (!KeyedCollections.canBeHeldWeakly(target)) {
      throw agent.typeError("FinalizationRegistry.prototype.register: invalid target");
    }
    Object heldValue = Args.get(args, 1);
    if (TestingAndComparison.sameValue(target, heldValue)) {
      throw agent.typeError(
          "FinalizationRegistry.prototype.register: target and holdings must not be same");
    }
    Object token = Args.get(args, 2);
    if (token != Undefined.UNDEFINED && !KeyedCollections.canBeHeldWeakly(token)) {
      throw agent.typeError("Invalid unregisterToken ('" + ErrorMessages.show(token) + "')");
    }
    registry.register(target, heldValue, token);
    return Undefined.UNDEFINED;
  }

  /// 26.2.3.3 FinalizationRegistry.prototype.unregister ( unregisterToken ).
  private static Object unregister(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    FinalizationRegistryObject registry = thisRegistry(agent, thisValue, "unregister");
    Object token = Args.get(args, 0);
    if (!KeyedCollections.canBeHeldWeakly(token)) {
      throw agent.typeError("Invalid unregisterToken ('" + ErrorMessages.show(token) + "')");
    }
    return registry.unregister(token);
  }
}
