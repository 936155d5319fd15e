package lexscope.js.intrinsics;

import lexscope.gc.Cell;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Liveness;
import lexscope.gc.TracingRule;
import lexscope.gc.WeakHolder;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A WeakMap, section 24.3.4. Each entry is an ephemeron: its value is alive if both the map and
/// the key are.
public final class WeakMapObject extends KeyedCollectionObject implements WeakHolder {
  private WeakMapObject(Shape shape) {
    super(shape, true);
  }

  /// An empty map on the heap.
  public static WeakMapObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new WeakMapObject(Shape.root(agent, prototype, 0)));
  }

  /// Sets an entry.
  public void set(Agent agent, Object key, Object value) {
    put(agent, key, value);
  }

  @Override
  long tableBytes() {
    return ModelledSizes.ephemeronTable(data().size());
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    data().forEach((_, key, value) -> visitor.ephemeron((Cell) key, value));
  }

  @Override
  public void clearDead(Liveness liveness) {
    data().deleteKeysIf(key -> !liveness.isAlive(key));
  }
}
