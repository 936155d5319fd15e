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
public final class WeakMapObject extends JsObject implements WeakHolder {
  private final OrderedTable data = new OrderedTable();

  private WeakMapObject(Shape shape) {
    super(shape);
  }

  /// An empty map on the heap.
  public static WeakMapObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new WeakMapObject(Shape.root(agent, prototype, 0)));
  }

  /// The `[[WeakMapData]]`.
  public OrderedTable data() {
    return data;
  }

  /// Sets an entry and tells the heap how the table grew.
  public void set(Agent agent, Object key, Object value) {
    long before = data.modelledBytes(true);
    data.set(key, value);
    long grown = data.modelledBytes(true) - before;
    if (grown != 0) {
      agent.heap().grew(grown);
    }
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + ModelledSizes.SLOT + data.modelledBytes(true);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    data.forEach((_, key, value) -> visitor.ephemeron((Cell) key, value));
  }

  @Override
  public void clearDead(Liveness liveness) {
    data.deleteKeysIf(key -> !liveness.isAlive(key));
  }
}
