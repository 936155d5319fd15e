package lexscope.js.web;

import java.util.ArrayList;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.HandleStack;
import lexscope.gc.TracingRule;
import lexscope.js.host.Job;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;

/// Dispatching of events (DOM standard, 2.9).
final class EventDispatch {
  private static final PropertyKey HANDLE_EVENT = PropertyKey.of("handleEvent");
  private static final int CAPTURING = 1;
  private static final int AT_TARGET = 2;
  private static final int BUBBLING = 3;

  private EventDispatch() {}

  /// An error that a listener threw: it ends the program as an uncaught one, after the dispatch.
  private static final class UncaughtErrorJob extends Job {
    private final Object error;

    UncaughtErrorJob(Object error) {
      this.error = error;
    }

    @Override
    protected void run(Agent agent) {
      throw new ThrowCompletion(error);
    }

    @Override
    public long shallowBytes() {
      return ModelledSizes.STORE_HEADER + ModelledSizes.SLOT;
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      visitor.edge(EdgeKind.INTERNAL, "error", error);
    }

    @Override
    public String name() {
      return "uncaught error of an event listener";
    }
  }

  /// Dispatches an event to a target; false if it was canceled.
  static boolean dispatch(Agent agent, EventTargetObject target, EventObject event) {
    HandleStack handles = agent.handles();
    int mark = handles.mark();
    handles.push(event);
    var path = new ArrayList<EventTargetObject>();
    for (EventTargetObject at = target; at != null; at = at.eventParent()) {
      handles.push(at);
      path.add(at);
    }
    event.begin(target);
    for (int i = path.size() - 1; i >= 0; i--) {
      event.at(path.get(i), i == 0 ? AT_TARGET : CAPTURING);
      invoke(agent, event, path.get(i), true);
    }
    for (int i = 0; i < path.size() && (i == 0 || event.bubbles()); i++) {
      event.at(path.get(i), i == 0 ? AT_TARGET : BUBBLING);
      invoke(agent, event, path.get(i), false);
    }
    event.end();
    handles.release(mark);
    return !event.isCanceled();
  }

  private static void invoke(
      Agent agent, EventObject event, EventTargetObject current, boolean capture) {
    if (event.isPropagationStopped()) {
      return;
    }
    HandleStack handles = agent.handles();
    int mark = handles.mark();
    var listeners = new ArrayList<>(current.listenersOf(event.type()));
    listeners.forEach(handles::push);
    for (EventListener listener : listeners) {
      if (listener.isRemoved() || listener.isCapture() != capture) {
        continue;
      }
      if (listener.isOnce()) {
        current.remove(listener);
      }
      event.setPassive(listener.isPassive());
      call(agent, listener.callback(), current, event);
      event.setPassive(false);
      if (event.isImmediatePropagationStopped()) {
        break;
      }
    }
    if (!capture && !event.isImmediatePropagationStopped()) {
      Object handler = ObjectOperations.get(agent, current, PropertyKey.of("on" + event.type()));
      if (handler instanceof JsObject function && function.isCallable()) {
        call(agent, function, current, event);
      }
    }
    handles.release(mark);
  }

  private static void call(
      Agent agent, JsObject callback, EventTargetObject current, EventObject event) {
    int mark = agent.handles().mark();
    try {
      if (callback.isCallable()) {
        ObjectOperations.call(agent, callback, current, event);
      } else {
        Object handle = ObjectOperations.get(agent, callback, HANDLE_EVENT);
        ObjectOperations.call(agent, handle, callback, event);
      }
    } catch (ThrowCompletion thrown) {
      agent.jobs().enqueue(new UncaughtErrorJob(thrown.value()));
    }
    agent.handles().release(mark);
  }
}
