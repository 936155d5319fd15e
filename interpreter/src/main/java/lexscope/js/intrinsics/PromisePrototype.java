package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.value.Args;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Promise.prototype%, section 27.2.5.
final class PromisePrototype {
  private static final PropertyKey FINALLY = PropertyKey.of("finally");
  private static final String[] FINALLY_SLOTS = {"[[OnFinally]]", "[[Constructor]]", "[[Throws]]"};
  private static final String[] THUNK_SLOTS = {"[[Value]]", "[[Throws]]"};

  private PromisePrototype() {}

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(realm, Intrinsic.PROMISE_PROTOTYPE)
        .method("catch", 1, PromisePrototype::catchMethod)
        .method(FINALLY.asString(), 1, PromisePrototype::finallyMethod)
        .method("then", 2, PromisePrototype::then)
        .tag("Promise");
  }

  /// 27.2.5.1 Promise.prototype.catch ( onRejected ).
  private static Object catchMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return ObjectOperations.invoke(
        agent, thisValue, PropertyKeys.THEN, Undefined.UNDEFINED, Args.get(args, 0));
  }

  /// 27.2.5.3 Promise.prototype.finally ( onFinally ).
  private static Object finallyMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject promise)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("Promise.prototype.finally", thisValue));
    }
    JsObject constructor =
        ConstructorOperations.speciesConstructor(
            agent, promise, agent.realm().get(Intrinsic.PROMISE));
    Object onFinally = Args.get(args, 0);
    Object thenFinally = onFinally;
    Object catchFinally = onFinally;
    if (TestingAndComparison.isCallable(onFinally)) {
      thenFinally = finallyFunction(agent, onFinally, constructor, false);
      catchFinally = finallyFunction(agent, onFinally, constructor, true);
    }
    return ObjectOperations.invoke(agent, promise, PropertyKeys.THEN, thenFinally, catchFinally);
  }

  private static Object finallyFunction(
      Agent agent, Object onFinally, JsObject constructor, boolean throwing) {
    CapturingFunction function =
        CapturingFunction.create(
            agent.realm(),
            "",
            1,
            PromisePrototype::runFinally,
            FINALLY_SLOTS,
            onFinally,
            constructor,
            throwing);
    function.showInStackTraces(NativeFunction.InStackTraces.ALWAYS);
    return function;
  }

  /// The closures thenFinally and catchFinally of 27.2.5.3.
  private static Object runFinally(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    Object result = ObjectOperations.call(agent, self.captured(0), Undefined.UNDEFINED);
    JsObject promise = PromiseOperations.promiseResolve(agent, (JsObject) self.captured(1), result);
    Object thunk =
        CapturingFunction.create(
            agent.realm(),
            "",
            0,
            PromisePrototype::thunk,
            THUNK_SLOTS,
            Args.get(args, 0),
            self.captured(2));
    return ObjectOperations.invoke(agent, promise, PropertyKeys.THEN, thunk);
  }

  /// The closures that return the value or throw the reason of before.
  private static Object thunk(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    if (Boolean.TRUE.equals(self.captured(1))) {
      throw new ThrowCompletion(self.captured(0));
    }
    return self.captured(0);
  }

  /// 27.2.5.4 Promise.prototype.then ( onFulfilled, onRejected ).
  private static Object then(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof PromiseObject promise)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("Promise.prototype.then", thisValue));
    }
    return PromiseOperations.then(agent, promise, Args.get(args, 0), Args.get(args, 1));
  }
}
