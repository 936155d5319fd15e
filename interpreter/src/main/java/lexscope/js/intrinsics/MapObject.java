package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A Map, section 24.1.4: an object with `[[MapData]]`.
public final class MapObject extends KeyedCollectionObject {
  private MapObject(Shape shape) {
    super(shape, true);
  }

  /// An empty map on the heap.
  public static MapObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new MapObject(Shape.root(agent, prototype, 0)));
  }

  /// Sets an entry.
  public void set(Agent agent, Object key, Object value) {
    put(agent, key, value);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    data()
        .forEach((_, key, value) -> {
          visitor.edge(EdgeKind.INTERNAL, "key", key);
          visitor.edge(EdgeKind.INTERNAL, new MapEntryLabel(key), value);
        });
  }
}
