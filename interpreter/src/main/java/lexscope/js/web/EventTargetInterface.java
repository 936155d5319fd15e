package lexscope.js.web;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interface EventTarget.
final class EventTargetInterface {
  private static final PropertyKey CAPTURE = PropertyKey.of("capture");
  private static final PropertyKey ONCE = PropertyKey.of("once");
  private static final PropertyKey PASSIVE = PropertyKey.of("passive");
  private static final PropertyKey SIGNAL = PropertyKey.of("signal");

  private EventTargetInterface() {}

  static void define(WebRealm web) {
    web.define(WebInterface.EVENT_TARGET, (WebInterface) null, 0, EventTargetInterface::construct)
        .method("addEventListener", 2, EventTargetInterface::addEventListener)
        .method("removeEventListener", 2, EventTargetInterface::removeEventListener)
        .method("dispatchEvent", 1, EventTargetInterface::dispatchEvent);
  }

  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject prototype = WebRealm.of(agent).prototypeFor(newTarget, WebInterface.EVENT_TARGET);
    return agent.heap().allocate(new EventTargetObject(Shape.root(agent, prototype)));
  }

  private static EventTargetObject thisTarget(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof EventTargetObject target) {
      return target;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("EventTarget.prototype." + method, thisValue));
  }

  private static boolean option(Agent agent, Object options, PropertyKey key) {
    return options instanceof JsObject object
        && TypeConversion.toBoolean(ObjectOperations.get(agent, object, key));
  }

  private static boolean isCapture(Agent agent, Object options) {
    return options instanceof JsObject
        ? option(agent, options, CAPTURE)
        : TypeConversion.toBoolean(options);
  }

  private static Object addEventListener(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    EventTargetObject target = thisTarget(agent, thisValue, "addEventListener");
    String type = TypeConversion.toText(agent, Args.get(args, 0));
    Object options = Args.get(args, 2);
    boolean capture = isCapture(agent, options);
    boolean once = option(agent, options, ONCE);
    boolean passive = option(agent, options, PASSIVE);
    Object signalValue =
        options instanceof JsObject object
            ? ObjectOperations.get(agent, object, SIGNAL)
            : Undefined.UNDEFINED;
    if (signalValue != Undefined.UNDEFINED && !(signalValue instanceof AbortSignalObject)) {
      throw agent.typeError("The \"options.signal\" property must be an instance of AbortSignal");
    }
    Object callback = Args.get(args, 1);
    if (TestingAndComparison.isNullish(callback)) {
      return Undefined.UNDEFINED;
    }
    JsObject listenerCallback = ObjectOperations.requireObject(agent, callback);
    if (signalValue instanceof AbortSignalObject signal && signal.isAborted()) {
      return Undefined.UNDEFINED;
    }
    var listener = new EventListener(type, listenerCallback, capture, once, passive);
    if (target.add(agent, listener) && signalValue instanceof AbortSignalObject signal) {
      signal.removeOnAbort(target, listener);
    }
    return Undefined.UNDEFINED;
  }

  private static Object removeEventListener(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    EventTargetObject target = thisTarget(agent, thisValue, "removeEventListener");
    String type = TypeConversion.toText(agent, Args.get(args, 0));
    target.remove(type, Args.get(args, 1), isCapture(agent, Args.get(args, 2)));
    return Undefined.UNDEFINED;
  }

  private static Object dispatchEvent(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    EventTargetObject target = thisTarget(agent, thisValue, "dispatchEvent");
    if (!(Args.get(args, 0) instanceof EventObject event)) {
      throw agent.typeError("The \"event\" argument must be an instance of Event");
    }
    if (event.isDispatching()) {
      throw DomExceptions.create(
          agent, "The event is already being dispatched", "InvalidStateError");
    }
    return EventDispatch.dispatch(agent, target, event);
  }
}
