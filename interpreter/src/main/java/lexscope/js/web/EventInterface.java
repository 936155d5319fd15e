package lexscope.js.web;

import java.util.ArrayList;
import java.util.function.Consumer;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The interfaces Event and CustomEvent.
final class EventInterface {
  private static final PropertyKey BUBBLES = PropertyKey.of("bubbles");
  private static final PropertyKey CANCELABLE = PropertyKey.of("cancelable");
  private static final PropertyKey DETAIL = PropertyKey.of("detail");

  private EventInterface() {}

  /// Reads a property of an event.
  @FunctionalInterface
  private interface Reader {
    Object read(EventObject event);
  }

  static void define(WebRealm web, WebInterface name) {
    if (name == WebInterface.CUSTOM_EVENT) {
      web.define(
              name,
              WebInterface.EVENT,
              1,
              (agent, _, args, newTarget) -> construct(agent, args, newTarget, name))
          .getter("detail", reader(EventObject::detail));
      return;
    }
    web.define(
            name,
            (WebInterface) null,
            1,
            (agent, _, args, newTarget) -> construct(agent, args, newTarget, name))
        .getter("type", (agent, event, _, _) -> agent.string(thisEvent(agent, event).type()))
        .getter("target", reader(event -> ObjectOperations.nullable(event.target())))
        .getter("srcElement", reader(event -> ObjectOperations.nullable(event.target())))
        .getter("currentTarget", reader(event -> ObjectOperations.nullable(event.currentTarget())))
        .getter("bubbles", reader(EventObject::bubbles))
        .getter("cancelable", reader(EventObject::isCancelable))
        .getter("defaultPrevented", reader(EventObject::isCanceled))
        .getter("eventPhase", reader(EventObject::phase))
        .getter("timeStamp", reader(event -> Numbers.of(event.timeStamp())))
        .getter("isTrusted", reader(_ -> false))
        .method("preventDefault", 0, action(EventObject::cancel))
        .method("stopPropagation", 0, action(EventObject::stopPropagation))
        .method("stopImmediatePropagation", 0, action(EventObject::stopImmediatePropagation))
        .method("composedPath", 0, EventInterface::composedPath);
  }

  private static EventObject thisEvent(Agent agent, Object thisValue) {
    if (thisValue instanceof EventObject event) {
      return event;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver("Event.prototype", thisValue));
  }

  private static NativeBody reader(Reader reader) {
    return (agent, thisValue, _, _) -> reader.read(thisEvent(agent, thisValue));
  }

  private static NativeBody action(Consumer<EventObject> action) {
    return (agent, thisValue, _, _) -> {
      action.accept(thisEvent(agent, thisValue));
      return Undefined.UNDEFINED;
    };
  }

  private static Object construct(
      Agent agent, Object[] args, @Nullable JsObject newTarget, WebInterface name) {
    JsObject prototype = WebRealm.of(agent).prototypeFor(newTarget, name);
    agent.handles().push(prototype);
    if (args.length == 0) {
      throw agent.typeError("The \"type\" argument must be specified");
    }
    String type = TypeConversion.toText(agent, args[0]);
    boolean bubbles = false;
    boolean cancelable = false;
    Object detail = Null.NULL;
    if (Args.get(args, 1) instanceof JsObject init) {
      bubbles = TypeConversion.toBoolean(ObjectOperations.get(agent, init, BUBBLES));
      cancelable = TypeConversion.toBoolean(ObjectOperations.get(agent, init, CANCELABLE));
      if (name == WebInterface.CUSTOM_EVENT) {
        Object given = ObjectOperations.get(agent, init, DETAIL);
        detail = given == Undefined.UNDEFINED ? Null.NULL : given;
      }
    }
    return EventObject.create(agent, prototype, type, bubbles, cancelable, detail);
  }

  private static Object composedPath(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    EventObject event = thisEvent(agent, thisValue);
    var path = new ArrayList<Object>();
    if (event.isDispatching()) {
      for (EventTargetObject at = event.target(); at != null; at = at.eventParent()) {
        path.add(at);
      }
    }
    return ObjectOperations.createArrayFromList(agent, path);
  }

  /// A new event made by the host.
  static EventObject create(Agent agent, String type, boolean bubbles, boolean cancelable) {
    JsObject prototype = WebRealm.of(agent).prototype(WebInterface.EVENT);
    return EventObject.create(agent, prototype, type, bubbles, cancelable, Null.NULL);
  }
}
