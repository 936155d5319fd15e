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
public final class WeakSetObject extends JsObject implements WeakHolder {
  private final OrderedTable data = new OrderedTable();

  private WeakSetObject(Shape shape) {
    super(shape);
  }

  /// An empty set on the heap.
  public static WeakSetObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new WeakSetObject(Shape.root(agent, prototype, 0)));
  }

  /// The `[[WeakSetData]]`.
  public OrderedTable data() {
    return data;
  }

  /// Adds a value and tells the heap how the table grew.
  public void add(Agent agent, Object value) {
    long before = data.modelledBytes(false);
    data.set(value, Boolean.TRUE);
    long grown = data.modelledBytes(false) - before;
    if (grown != 0) {
      agent.heap().grew(grown);
    }
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.OBJECT_HEADER + ModelledSizes.SLOT + data.modelledBytes(false);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    data.forEach((index, value, _) -> visitor.weak(index, value));
  }

  @Override
  public void clearDead(Liveness liveness) {
    data.deleteKeysIf(value -> !liveness.isAlive(value));
  }
}
