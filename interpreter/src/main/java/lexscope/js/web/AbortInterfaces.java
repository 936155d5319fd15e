package lexscope.js.web;

import lexscope.js.intrinsics.IntrinsicBuilder;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interfaces AbortController and AbortSignal.
final class AbortInterfaces {
  private static final String[] TIMEOUT_SLOTS = {"signal"};

  private AbortInterfaces() {}

  static void defineController(WebRealm web) {
    web.define(
            WebInterface.ABORT_CONTROLLER,
            (WebInterface) null,
            0,
            (agent, _, _, newTarget) -> {
              JsObject prototype =
                  WebRealm.of(agent).prototypeFor(newTarget, WebInterface.ABORT_CONTROLLER);
              AbortSignalObject signal = AbortSignalObject.create(agent);
              return agent
                  .heap()
                  .allocate(new AbortControllerObject(Shape.root(agent, prototype), signal));
            })
        .getter("signal", (agent, thisValue, _, _) -> thisController(agent, thisValue).signal())
        .method(
            "abort",
            0,
            (agent, thisValue, args, _) -> {
              AbortSignalObject signal = thisController(agent, thisValue).signal();
              signal.abort(agent, reason(agent, Args.get(args, 0)));
              return Undefined.UNDEFINED;
            });
  }

  private static AbortControllerObject thisController(Agent agent, Object thisValue) {
    if (thisValue instanceof AbortControllerObject controller) {
      return controller;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("AbortController.prototype", thisValue));
  }

  private static Object reason(Agent agent, Object given) {
    return given == Undefined.UNDEFINED
        ? DomExceptions.createObject(agent, "This operation was aborted", "AbortError")
        : given;
  }

  static void defineSignal(WebRealm web) {
    web.define(
            WebInterface.ABORT_SIGNAL, WebInterface.EVENT_TARGET, 0, WebRealm.illegalConstructor())
        .getter("aborted", (agent, thisValue, _, _) -> thisSignal(agent, thisValue).isAborted())
        .getter("reason", (agent, thisValue, _, _) -> thisSignal(agent, thisValue).reason())
        .method("throwIfAborted", 0, AbortInterfaces::throwIfAborted);
    new IntrinsicBuilder(web.realm(), web.constructor(WebInterface.ABORT_SIGNAL))
        .method("abort", 0, AbortInterfaces::aborted)
        .method("timeout", 1, AbortInterfaces::timeout)
        .method("any", 1, AbortInterfaces::any);
  }

  private static AbortSignalObject thisSignal(Agent agent, Object thisValue) {
    if (thisValue instanceof AbortSignalObject signal) {
      return signal;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("AbortSignal.prototype", thisValue));
  }

  private static Object throwIfAborted(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    AbortSignalObject signal = thisSignal(agent, thisValue);
    if (signal.isAborted()) {
      throw new ThrowCompletion(signal.reason());
    }
    return Undefined.UNDEFINED;
  }

  private static Object aborted(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    AbortSignalObject signal = AbortSignalObject.create(agent);
    signal.abort(agent, reason(agent, Args.get(args, 0)));
    return signal;
  }

  private static Object timeout(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double delay = TypeConversion.toNumber(agent, Args.get(args, 0));
    AbortSignalObject signal = AbortSignalObject.create(agent);
    CapturingFunction callback =
        CapturingFunction.create(
            agent.realm(), "", 0, AbortInterfaces::timedOut, TIMEOUT_SLOTS, signal);
    agent.eventLoop().timers().start(callback, Args.NONE, delay, false, false);
    return signal;
  }

  private static Object timedOut(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    ((AbortSignalObject) self.captured(0))
        .abort(
            agent,
            DomExceptions.createObject(
                agent, "The operation was aborted due to timeout", "TimeoutError"));
    return Undefined.UNDEFINED;
  }

  private static Object any(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    IteratorRecord iterator = IteratorOperations.getIterator(agent, Args.get(args, 0));
    AbortSignalObject result = AbortSignalObject.create(agent);
    for (Object item : IteratorOperations.iteratorToList(agent, iterator)) {
      AbortSignalObject source = thisSignal(agent, item);
      if (source.isAborted()) {
        result.abort(agent, source.reason());
        break;
      }
      source.abortWith(result);
    }
    return result;
  }
}
