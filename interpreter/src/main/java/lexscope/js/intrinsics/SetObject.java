package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A Set, section 24.2.5: an object with `[[SetData]]`. The values stand as keys in the table.
public final class SetObject extends JsObject {
  private final OrderedTable data = new OrderedTable();

  private SetObject(Shape shape) {
    super(shape);
  }

  /// An empty set on the heap.
  public static SetObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new SetObject(Shape.root(agent, prototype, 0)));
  }

  /// The `[[SetData]]`.
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
    data.forEach((index, value, _) -> visitor.edge(EdgeKind.INTERNAL, index, value));
  }
}
