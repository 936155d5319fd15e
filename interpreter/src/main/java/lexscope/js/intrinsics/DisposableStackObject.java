package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A DisposableStack, section 27.3.4, or an AsyncDisposableStack, section 27.4.4.
final class DisposableStackObject extends JsObject {
  private final boolean async;
  private final DisposeCapability capability;
  private boolean disposed;

  private DisposableStackObject(Shape shape, boolean async, DisposeCapability capability) {
    super(shape);
    this.async = async;
    this.capability = capability;
  }

  static DisposableStackObject create(Agent agent, JsObject prototype, boolean async) {
    DisposeCapability capability = DisposeCapability.create(agent);
    return agent
        .heap()
        .allocate(new DisposableStackObject(Shape.root(agent, prototype, 0), async, capability));
  }

  boolean isAsync() {
    return async;
  }

  boolean isDisposed() {
    return disposed;
  }

  void markDisposed() {
    disposed = true;
  }

  DisposeCapability capability() {
    return capability;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + 2 * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[DisposeCapability]]", capability);
  }
}
