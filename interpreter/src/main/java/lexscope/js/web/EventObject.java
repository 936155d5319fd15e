package lexscope.js.web;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An Event or CustomEvent (DOM standard, 2.2).
public final class EventObject extends JsObject {
  private final String type;
  private final boolean bubbles;
  private final boolean cancelable;
  private final Object detail;
  private final double timeStamp;
  private @Nullable EventTargetObject target;
  private @Nullable EventTargetObject currentTarget;
  private int phase;
  private boolean dispatching;
  private boolean propagationStopped;
  private boolean immediatePropagationStopped;
  private boolean canceled;
  private boolean passive;

  private EventObject(
      Shape shape, String type, boolean bubbles, boolean cancelable, Object detail, double time) {
    super(shape);
    this.type = type;
    this.bubbles = bubbles;
    this.cancelable = cancelable;
    this.detail = detail;
    this.timeStamp = time;
  }

  static EventObject create(
      Agent agent,
      JsObject prototype,
      String type,
      boolean bubbles,
      boolean cancelable,
      Object detail) {
    double time = agent.eventLoop().clock().elapsedMillis();
    return agent
        .heap()
        .allocate(
            new EventObject(
                Shape.root(agent, prototype, 0), type, bubbles, cancelable, detail, time));
  }

  String type() {
    return type;
  }

  boolean bubbles() {
    return bubbles;
  }

  boolean isCancelable() {
    return cancelable;
  }

  Object detail() {
    return detail;
  }

  double timeStamp() {
    return timeStamp;
  }

  @Nullable EventTargetObject target() {
    return target;
  }

  @Nullable EventTargetObject currentTarget() {
    return currentTarget;
  }

  int phase() {
    return phase;
  }

  boolean isDispatching() {
    return dispatching;
  }

  boolean isPropagationStopped() {
    return propagationStopped;
  }

  boolean isImmediatePropagationStopped() {
    return immediatePropagationStopped;
  }

  boolean isCanceled() {
    return canceled;
  }

  void setPassive(boolean value) {
    passive = value;
  }

  /// `preventDefault()`.
  void cancel() {
    if (cancelable && !passive) {
      canceled = true;
    }
  }

  /// `stopPropagation()`.
  void stopPropagation() {
    propagationStopped = true;
  }

  /// `stopImmediatePropagation()`.
  void stopImmediatePropagation() {
    propagationStopped = true;
    immediatePropagationStopped = true;
  }

  void begin(EventTargetObject newTarget) {
    target = newTarget;
    dispatching = true;
  }

  void at(EventTargetObject current, int newPhase) {
    currentTarget = current;
    phase = newPhase;
  }

  void end() {
    currentTarget = null;
    phase = 0;
    dispatching = false;
    propagationStopped = false;
    immediatePropagationStopped = false;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + 6L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "target", target);
    visitor.edge(EdgeKind.INTERNAL, "currentTarget", currentTarget);
    visitor.edge(EdgeKind.INTERNAL, "detail", detail);
  }
}
