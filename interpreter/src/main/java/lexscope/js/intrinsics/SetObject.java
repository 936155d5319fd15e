package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A Set, section 24.2.5: an object with `[[SetData]]`. The values stand as keys in the table.
public final class SetObject extends KeyedCollectionObject {
  private SetObject(Shape shape) {
    super(shape, false);
  }

  /// An empty set on the heap.
  public static SetObject create(Agent agent, JsObject prototype) {
    return agent.heap().allocate(new SetObject(Shape.root(agent, prototype, 0)));
  }

  /// Adds a value.
  public void add(Agent agent, Object value) {
    put(agent, value, true);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    data().forEach((index, value, _) -> visitor.edge(EdgeKind.INTERNAL, index, value));
  }
}
