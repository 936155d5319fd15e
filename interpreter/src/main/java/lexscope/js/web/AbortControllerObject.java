package lexscope.js.web;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;

/// An AbortController (DOM standard, 3.1).
final class AbortControllerObject extends JsObject {
  private final AbortSignalObject signal;

  AbortControllerObject(Shape shape, AbortSignalObject signal) {
    super(shape);
    this.signal = signal;
  }

  AbortSignalObject signal() {
    return signal;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "signal", signal);
  }
}
