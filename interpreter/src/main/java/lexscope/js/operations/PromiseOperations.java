package lexscope.js.operations;

import java.util.List;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.PromiseCapability;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.PromiseReaction;
import lexscope.js.intrinsics.PromiseReactionJob;
import lexscope.js.intrinsics.PromiseResolveThenableJob;
import lexscope.js.value.Args;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Operations on promises, section 27.2.1.
public final class PromiseOperations {
  private static final String[] RESOLVING = {"[[Promise]]", "[[AlreadyResolved]]"};
  private static final String[] EXECUTOR = {"[[Resolve]]", "[[Reject]]"};

  private PromiseOperations() {}

  /// The record that the two resolving functions of a pair share (27.2.1.3).
  private static final class AlreadyResolved {
    private boolean value;

    boolean set() {
      boolean before = value;
      value = true;
      return before;
    }
  }

  /// A pending promise of the current realm.
  public static PromiseObject newPromise(Agent agent) {
    return PromiseObject.create(agent, agent.realm().get(Intrinsic.PROMISE_PROTOTYPE));
  }

  /// CreateResolvingFunctions, section 27.2.1.3, as a capability of the promise.
  public static PromiseCapability createResolvingFunctions(Agent agent, PromiseObject promise) {
    var alreadyResolved = new AlreadyResolved();
    CapturingFunction resolve =
        CapturingFunction.create(
            agent.realm(),
            "",
            1,
            PromiseOperations::resolveFunction,
            RESOLVING,
            promise,
            alreadyResolved);
    CapturingFunction reject =
        CapturingFunction.create(
            agent.realm(),
            "",
            1,
            PromiseOperations::rejectFunction,
            RESOLVING,
            promise,
            alreadyResolved);
    return PromiseCapability.create(agent, promise, resolve, reject);
  }

  /// The promise that a resolving function resolves or rejects; null for other functions.
  public static @Nullable PromiseObject resolvedBy(CapturingFunction function) {
    return function.hasSlots(RESOLVING) ? (PromiseObject) function.captured(0) : null;
  }

  /// 27.2.1.3.2 Promise Resolve Functions.
  private static Object resolveFunction(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    if (!((AlreadyResolved) self.captured(1)).set()) {
      resolvePromise(agent, (PromiseObject) self.captured(0), Args.get(args, 0));
    }
    return Undefined.UNDEFINED;
  }

  /// 27.2.1.3.1 Promise Reject Functions.
  private static Object rejectFunction(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    if (!((AlreadyResolved) self.captured(1)).set()) {
      rejectPromise(agent, (PromiseObject) self.captured(0), Args.get(args, 0));
    }
    return Undefined.UNDEFINED;
  }

  /// The steps 7 on of Promise Resolve Functions, section 27.2.1.3.2: fulfills the promise, or lets
  /// it follow a thenable.
  public static void resolvePromise(Agent agent, PromiseObject promise, Object resolution) {
    if (!(resolution instanceof JsObject thenable)) {
      fulfillPromise(agent, promise, resolution);
      return;
    }
    if (thenable == promise) {
      rejectPromise(
          agent,
          promise,
          agent.typeError("Chaining cycle detected for promise #<Promise>").value());
      return;
    }
    Object then;
    try {
      then = ObjectOperations.get(agent, thenable, PropertyKeys.THEN);
    } catch (ThrowCompletion thrown) {
      rejectPromise(agent, promise, thrown.value());
      return;
    }
    if (then instanceof JsObject function && function.isCallable()) {
      agent.jobs().enqueue(new PromiseResolveThenableJob(promise, thenable, function));
    } else {
      fulfillPromise(agent, promise, resolution);
    }
  }

  /// FulfillPromise, section 27.2.1.4.
  public static void fulfillPromise(Agent agent, PromiseObject promise, Object value) {
    trigger(agent, promise.settle(PromiseObject.State.FULFILLED, value), value);
  }

  /// RejectPromise, section 27.2.1.7.
  public static void rejectPromise(Agent agent, PromiseObject promise, Object reason) {
    List<PromiseReaction> reactions = promise.settle(PromiseObject.State.REJECTED, reason);
    if (!promise.isHandled()) {
      agent.eventLoop().rejections().rejected(promise);
    }
    trigger(agent, reactions, reason);
  }

  /// TriggerPromiseReactions, section 27.2.1.8.
  private static void trigger(Agent agent, List<PromiseReaction> reactions, Object argument) {
    for (PromiseReaction reaction : reactions) {
      agent.jobs().enqueue(new PromiseReactionJob(reaction, argument));
    }
  }

  /// NewPromiseCapability, section 27.2.1.5.
  ///
  /// @throws ThrowCompletion if `constructor` is no constructor, throws, or does not play by the
  ///   rules
  public static PromiseCapability newPromiseCapability(Agent agent, Object constructor) {
    if (!(constructor instanceof JsObject c) || !c.isConstructor()) {
      throw agent.typeError(ErrorMessages.notAConstructor(constructor));
    }
    if (c == agent.realm().get(Intrinsic.PROMISE)) {
      return createResolvingFunctions(agent, newPromise(agent));
    }
    CapturingFunction executor =
        CapturingFunction.create(
            agent.realm(),
            "",
            2,
            PromiseOperations::capabilityExecutor,
            EXECUTOR,
            Undefined.UNDEFINED,
            Undefined.UNDEFINED);
    JsObject promise = ObjectOperations.construct(agent, c, executor);
    ObjectOperations.requireCallable(agent, executor.captured(0));
    ObjectOperations.requireCallable(agent, executor.captured(1));
    return PromiseCapability.create(agent, promise, executor.captured(0), executor.captured(1));
  }

  /// 27.2.1.5.1 GetCapabilitiesExecutor Functions.
  private static Object capabilityExecutor(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    if (self.captured(0) != Undefined.UNDEFINED || self.captured(1) != Undefined.UNDEFINED) {
      throw agent.typeError(
          "Promise executor has already been invoked with non-undefined arguments");
    }
    self.setCaptured(0, Args.get(args, 0));
    self.setCaptured(1, Args.get(args, 1));
    return Undefined.UNDEFINED;
  }

  /// The capability of a promise that is settled by its reaction only, without functions: nobody
  /// can tell the difference.
  private static PromiseCapability derivedCapability(Agent agent, JsObject constructor) {
    return constructor == agent.realm().get(Intrinsic.PROMISE)
        ? PromiseCapability.create(
            agent, newPromise(agent), Undefined.UNDEFINED, Undefined.UNDEFINED)
        : newPromiseCapability(agent, constructor);
  }

  /// Calls a capability's `[[Resolve]]`.
  ///
  /// @throws ThrowCompletion if the function throws
  public static void resolve(Agent agent, PromiseCapability capability, Object value) {
    if (capability.resolve() == Undefined.UNDEFINED) {
      resolvePromise(agent, (PromiseObject) capability.promise(), value);
    } else {
      ObjectOperations.call(agent, capability.resolve(), Undefined.UNDEFINED, value);
    }
  }

  /// Calls a capability's `[[Reject]]`.
  ///
  /// @throws ThrowCompletion if the function throws
  public static void reject(Agent agent, PromiseCapability capability, Object reason) {
    if (capability.reject() == Undefined.UNDEFINED) {
      rejectPromise(agent, (PromiseObject) capability.promise(), reason);
    } else {
      ObjectOperations.call(agent, capability.reject(), Undefined.UNDEFINED, reason);
    }
  }

  /// PromiseResolve, section 27.2.4.7.1.
  ///
  /// @throws ThrowCompletion if reading `constructor` or resolving throws
  public static JsObject promiseResolve(Agent agent, JsObject constructor, Object x) {
    if (x instanceof PromiseObject promise
        && ObjectOperations.get(agent, promise, PropertyKeys.CONSTRUCTOR) == constructor) {
      return promise;
    }
    PromiseCapability capability = derivedCapability(agent, constructor);
    resolve(agent, capability, x);
    return (JsObject) capability.promise();
  }

  /// Promise.prototype.then, section 27.2.5.4, for a promise.
  ///
  /// @throws ThrowCompletion if the species constructor throws
  public static Object then(
      Agent agent, PromiseObject promise, Object onFulfilled, Object onRejected) {
    JsObject constructor =
        ConstructorOperations.speciesConstructor(
            agent, promise, agent.realm().get(Intrinsic.PROMISE));
    PromiseCapability capability = derivedCapability(agent, constructor);
    performPromiseThen(agent, promise, onFulfilled, onRejected, capability);
    return capability.promise();
  }

  /// PerformPromiseThen, section 27.2.5.4.1. Handlers that are not callable count as empty.
  ///
  /// @param capability null when nobody waits for the outcome
  public static void performPromiseThen(
      Agent agent,
      PromiseObject promise,
      Object onFulfilled,
      Object onRejected,
      @Nullable PromiseCapability capability) {
    switch (promise.state()) {
      case PENDING ->
          promise.addReactions(
              PromiseReaction.create(agent, capability, true, callable(onFulfilled)),
              PromiseReaction.create(agent, capability, false, callable(onRejected)));
      case FULFILLED ->
          agent
              .jobs()
              .enqueue(
                  new PromiseReactionJob(
                      PromiseReaction.create(agent, capability, true, callable(onFulfilled)),
                      promise.result()));
      case REJECTED -> {
        if (!promise.isHandled()) {
          agent.eventLoop().rejections().handled(promise);
        }
        agent
            .jobs()
            .enqueue(
                new PromiseReactionJob(
                    PromiseReaction.create(agent, capability, false, callable(onRejected)),
                    promise.result()));
      }
    }
    promise.markHandled();
  }

  private static @Nullable JsObject callable(Object handler) {
    return handler instanceof JsObject function && function.isCallable() ? function : null;
  }
}
