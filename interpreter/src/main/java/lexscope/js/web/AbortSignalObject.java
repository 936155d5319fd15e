package lexscope.js.web;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// An AbortSignal (DOM standard, 3.2): the listeners that it will remove and the signals that
/// follow it are edges of it until it is aborted.
final class AbortSignalObject extends EventTargetObject {
  private boolean aborted;
  private Object reason = Undefined.UNDEFINED;
  private final List<EventTargetObject> targets = new ArrayList<>(0);
  private final List<EventListener> listeners = new ArrayList<>(0);
  private final List<AbortSignalObject> dependents = new ArrayList<>(0);

  AbortSignalObject(Shape shape) {
    super(shape);
  }

  static AbortSignalObject create(Agent agent) {
    JsObject prototype = WebRealm.of(agent).prototype(WebInterface.ABORT_SIGNAL);
    return agent.heap().allocate(new AbortSignalObject(Shape.root(agent, prototype)));
  }

  boolean isAborted() {
    return aborted;
  }

  Object reason() {
    return reason;
  }

  /// Removes the listener when the signal is aborted.
  void removeOnAbort(EventTargetObject target, EventListener listener) {
    targets.add(target);
    listeners.add(listener);
  }

  /// Aborts another signal with this one.
  void abortWith(AbortSignalObject dependent) {
    dependents.add(dependent);
  }

  /// Signal abort (3.2.1): all signals that follow are aborted before any event is fired.
  void abort(Agent agent, Object why) {
    if (aborted) {
      return;
    }
    var toFire = new ArrayList<AbortSignalObject>();
    mark(why, toFire);
    for (int i = 0; i < toFire.size(); i++) {
      AbortSignalObject signal = toFire.get(i);
      agent.handles().push(signal);
      for (AbortSignalObject dependent : signal.dependents) {
        if (!dependent.aborted) {
          dependent.mark(why, toFire);
        }
      }
    }
    for (AbortSignalObject signal : toFire) {
      signal.fire(agent);
    }
  }

  private void mark(Object why, List<AbortSignalObject> toFire) {
    aborted = true;
    reason = why;
    toFire.add(this);
  }

  private void fire(Agent agent) {
    for (int i = 0; i < listeners.size(); i++) {
      targets.get(i).remove(listeners.get(i));
    }
    targets.clear();
    listeners.clear();
    dependents.clear();
    EventDispatch.dispatch(agent, this, EventInterface.create(agent, "abort", false, false));
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "reason", reason);
    for (int i = 0; i < listeners.size(); i++) {
      visitor.edge(EdgeKind.INTERNAL, "target of a listener to remove", targets.get(i));
      visitor.edge(EdgeKind.INTERNAL, "listener to remove", listeners.get(i));
    }
    for (AbortSignalObject dependent : dependents) {
      visitor.edge(EdgeKind.INTERNAL, "dependent signal", dependent);
    }
  }
}
