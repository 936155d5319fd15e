package lexscope.js.intrinsics;

import lexscope.gc.EdgeVisitor;
import lexscope.gc.Liveness;
import lexscope.gc.TracingRule;
import lexscope.gc.WeakHolder;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// A WeakRef, section 26.1.4: `[[WeakRefTarget]]` becomes empty (undefined) when the target dies.
public final class WeakRefObject extends JsObject implements WeakHolder {
  private Object target;

  private WeakRefObject(Shape shape, Object target) {
    super(shape);
    this.target = target;
  }

  /// A reference to a target on the heap.
  public static WeakRefObject create(Agent agent, JsObject prototype, Object target) {
    return agent.heap().allocate(new WeakRefObject(Shape.root(agent, prototype, 0), target));
  }

  /// The target, undefined once it died.
  public Object target() {
    return target;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.weak("[[WeakRefTarget]]", target);
  }

  @Override
  public void clearDead(Liveness liveness) {
    if (!liveness.isAlive(target)) {
      target = Undefined.UNDEFINED;
    }
  }
}
