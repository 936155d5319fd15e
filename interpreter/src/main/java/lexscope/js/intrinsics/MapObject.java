package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A Map, section 24.1.4: an object with `[[MapData]]`.
public final class MapObject extends JsObject {
  private final OrderedTable data = new OrderedTable();

  private MapObject(Shape shape) {
    super(shape);
  }

  /// An empty map on the heap.
  public static MapObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new MapObject(Shape.root(agent, prototype, 0)));
  }

  /// The `[[MapData]]`. What changes it through [#set] and its like is sized.
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
    data.forEach((_, key, value) -> {
      visitor.edge(EdgeKind.INTERNAL, "key", key);
      visitor.edge(EdgeKind.INTERNAL, new MapEntryLabel(key), value);
    });
  }
}
