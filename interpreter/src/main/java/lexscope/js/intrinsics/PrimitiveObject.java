package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Numbers;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A Boolean, Number, Symbol or BigInt object: an ordinary object with a `[[BooleanData]]`,
/// `[[NumberData]]`, `[[SymbolData]]` or `[[BigIntData]]`.
public final class PrimitiveObject extends JsObject {
  private final Object data;

  private PrimitiveObject(Shape shape, Object data) {
    super(shape);
    this.data = data;
  }

  /// A new object around a primitive value.
  public static PrimitiveObject create(Agent agent, Object data, @Nullable JsObject prototype) {
    return agent.heap().allocate(new PrimitiveObject(Shape.root(agent, prototype, 0), data));
  }

  /// The value.
  public Object data() {
    return data;
  }

  @Override
  protected long headerBytes() {
    return super.headerBytes() + ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "value", data);
  }

  @Override
  public String builtinTag() {
    if (data instanceof Boolean) {
      return "Boolean";
    }
    return Numbers.isNumber(data) ? "Number" : "Object";
  }
}
