package lexscope.js.web;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An EventTarget (DOM standard, 2.7): its listeners are edges of it, in order of registration.
public class EventTargetObject extends JsObject {
  private final List<EventListener> listeners = new ArrayList<>(0);

  EventTargetObject(Shape shape) {
    super(shape);
  }

  /// Adds a listener unless there is an equal one; false if there was.
  final boolean add(Agent agent, EventListener listener) {
    for (EventListener known : listeners) {
      if (known.matches(listener.type(), listener.callback(), listener.isCapture())) {
        return false;
      }
    }
    listeners.add(agent.heap().allocateUnrooted(listener));
    agent.heap().grew(ModelledSizes.SLOT);
    return true;
  }

  /// Removes the listener with these properties, if there is one.
  final void remove(String type, Object callback, boolean capture) {
    for (int i = 0; i < listeners.size(); i++) {
      if (listeners.get(i).matches(type, callback, capture)) {
        listeners.remove(i).markRemoved();
        return;
      }
    }
  }

  final void remove(EventListener listener) {
    listener.markRemoved();
    listeners.remove(listener);
  }

  /// The listeners for a type as they are now.
  final List<EventListener> listenersOf(String type) {
    var found = new ArrayList<EventListener>();
    for (EventListener listener : listeners) {
      if (listener.type().equals(type)) {
        found.add(listener);
      }
    }
    return found;
  }

  /// What is called when an event of a type comes, in order. Cost: the number of listeners.
  public final List<JsObject> callbacksFor(String type) {
    return listenersOf(type).stream().map(EventListener::callback).toList();
  }

  /// Where an event goes to after this target; null at the end.
  @Nullable EventTargetObject eventParent() {
    return null;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + (1L + listeners.size()) * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    for (EventListener listener : listeners) {
      visitor.edge(EdgeKind.INTERNAL, listener.name(), listener);
    }
  }
}
