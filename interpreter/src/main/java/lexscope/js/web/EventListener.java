package lexscope.js.web;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;

/// An event listener (DOM standard, 2.7). It is a cell: its target refers to it, and so does the
/// signal that may remove it.
final class EventListener extends Cell {
  private final String type;
  private final JsObject callback;
  private final boolean capture;
  private final boolean once;
  private final boolean passive;
  private boolean removed;

  EventListener(String type, JsObject callback, boolean capture, boolean once, boolean passive) {
    this.type = type;
    this.callback = callback;
    this.capture = capture;
    this.once = once;
    this.passive = passive;
  }

  String type() {
    return type;
  }

  JsObject callback() {
    return callback;
  }

  boolean isCapture() {
    return capture;
  }

  boolean isOnce() {
    return once;
  }

  boolean isPassive() {
    return passive;
  }

  boolean isRemoved() {
    return removed;
  }

  void markRemoved() {
    removed = true;
  }

  boolean matches(String otherType, Object otherCallback, boolean otherCapture) {
    return type.equals(otherType) && callback == otherCallback && capture == otherCapture;
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.STORE_HEADER + 3L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "callback", callback);
  }

  @Override
  public CellKind kind() {
    return CellKind.NATIVE;
  }

  @Override
  public String name() {
    return "EventListener " + type;
  }
}
