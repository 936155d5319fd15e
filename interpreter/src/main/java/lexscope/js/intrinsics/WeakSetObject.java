package lexscope.js.intrinsics;

import lexscope.gc.EdgeVisitor;
import lexscope.gc.Liveness;
import lexscope.gc.TracingRule;
import lexscope.gc.WeakHolder;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A WeakSet, section 24.4.4.
public final class WeakSetObject extends KeyedCollectionObject implements WeakHolder {
  private WeakSetObject(Shape shape) {
    super(shape, false);
  }

  /// An empty set on the heap.
  public static WeakSetObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new WeakSetObject(Shape.root(agent, prototype, 0)));
  }

  /// Adds a value.
  public void add(Agent agent, Object value) {
    put(agent, value, true);
  }

  @Override
  long tableBytes() {
    return ModelledSizes.ephemeronTable(data().size());
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    data().forEach((index, value, _) -> visitor.weak(index, value));
  }

  @Override
  public void clearDead(Liveness liveness) {
    data().deleteKeysIf(value -> !liveness.isAlive(value));
  }
}
