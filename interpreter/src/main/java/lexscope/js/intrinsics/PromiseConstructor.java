package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Promise%, sections 27.2.3 and 27.2.4.
final class PromiseConstructor {
  private PromiseConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.PROMISE,
            "Promise",
            1,
            PromiseConstructor::construct,
            realm.get(Intrinsic.PROMISE_PROTOTYPE))
        .method("all", 1, combinator(PromiseCombinator.Kind.ALL))
        .method("allSettled", 1, combinator(PromiseCombinator.Kind.ALL_SETTLED))
        .method("any", 1, combinator(PromiseCombinator.Kind.ANY))
        .method("race", 1, combinator(PromiseCombinator.Kind.RACE))
        .method("reject", 1, PromiseConstructor::reject)
        .method("resolve", 1, PromiseConstructor::resolve)
        .method("try", 1, PromiseConstructor::tryMethod)
        .method("withResolvers", 0, PromiseConstructor::withResolvers)
        .getter(realm.agent().symbols().species(), (_, thisValue, _, _) -> thisValue);
  }

  private static NativeBody combinator(PromiseCombinator.Kind kind) {
    return (agent, thisValue, args, _) ->
        PromiseCombinator.combine(agent, thisValue, Args.get(args, 0), kind);
  }

  /// 27.2.3.1 Promise ( executor ).
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw agent.typeError("Promise constructor cannot be invoked without 'new'");
    }
    if (!(Args.get(args, 0) instanceof JsObject executor) || !executor.isCallable()) {
      throw agent.typeError(
          "Promise resolver " + ErrorMessages.show(Args.get(args, 0)) + " is not a function");
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.PROMISE_PROTOTYPE);
    PromiseObject promise = PromiseObject.create(agent, prototype);
    PromiseCapability functions = PromiseOperations.createResolvingFunctions(agent, promise);
    try {
      ObjectOperations.call(
          agent, executor, Undefined.UNDEFINED, functions.resolve(), functions.reject());
    } catch (ThrowCompletion thrown) {
      PromiseOperations.reject(agent, functions, thrown.value());
    }
    return promise;
  }

  /// 27.2.4.6 Promise.reject ( r ).
  private static Object reject(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    PromiseCapability capability = PromiseOperations.newPromiseCapability(agent, thisValue);
    PromiseOperations.reject(agent, capability, Args.get(args, 0));
    return capability.promise();
  }

  /// 27.2.4.7 Promise.resolve ( x ).
  private static Object resolve(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject constructor)) {
      throw agent.typeError("PromiseResolve called on non-object");
    }
    if (!constructor.isConstructor()) {
      return PromiseOperations.newPromiseCapability(agent, constructor).promise();
    }
    return PromiseOperations.promiseResolve(agent, constructor, Args.get(args, 0));
  }

  /// 27.2.4.8 Promise.try ( callback, ...args ).
  private static Object tryMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject)) {
      throw agent.typeError("Promise.try called on non-object");
    }
    PromiseCapability capability = PromiseOperations.newPromiseCapability(agent, thisValue);
    Object status;
    try {
      status =
          ObjectOperations.call(agent, Args.get(args, 0), Undefined.UNDEFINED, Args.from(args, 1));
    } catch (ThrowCompletion thrown) {
      PromiseOperations.reject(agent, capability, thrown.value());
      return capability.promise();
    }
    PromiseOperations.resolve(agent, capability, status);
    return capability.promise();
  }

  /// 27.2.4.9 Promise.withResolvers ( ).
  private static Object withResolvers(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    PromiseCapability capability = PromiseOperations.newPromiseCapability(agent, thisValue);
    JsObject object = JsObject.create(agent, agent.realm().get(Intrinsic.OBJECT_PROTOTYPE));
    object.put(agent, PropertyKeys.PROMISE, capability.promise(), Attributes.ALL);
    object.put(agent, PropertyKeys.RESOLVE, capability.resolve(), Attributes.ALL);
    object.put(agent, PropertyKeys.REJECT, capability.reject(), Attributes.ALL);
    return object;
  }
}
