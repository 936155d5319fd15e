package lexscope.js.value;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.Realm;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A built-in function with internal slots, as section 27.2.1.3 gives to resolving functions. Each
/// captured value is an edge.
public final class CapturingFunction extends NativeFunction {
  private final CapturingBody body;
  private final String[] labels;
  private final Object[] captured;

  private CapturingFunction(
      Realm realm, String name, CapturingBody body, String[] labels, Object[] captured) {
    super(realm, realm.functionShape(), name, CapturingFunction::unused, false);
    this.body = body;
    this.labels = labels;
    this.captured = captured;
  }

  private static Object unused(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    throw new IllegalStateException();
  }

  /// CreateBuiltinFunction, section 10.3.4, with internal slots.
  ///
  /// @param labels the names of the slots, for graphs; as many as `captured`
  /// @param captured the slots' contents; the function keeps the array
  public static CapturingFunction create(
      Realm realm,
      String name,
      int length,
      CapturingBody body,
      String[] labels,
      Object... captured) {
    Agent agent = realm.agent();
    var function =
        agent.heap().allocate(new CapturingFunction(realm, name, body, labels, captured));
    function.putLengthAndName(agent, length, agent.string(name));
    return function;
  }

  /// Whether its slots have these names: the very array that it was made with.
  public boolean hasSlots(String[] names) {
    return labels == names;
  }

  /// What slot `index` holds.
  public Object captured(int index) {
    return captured[index];
  }

  /// Stores into slot `index`.
  public void setCaptured(int index, Object value) {
    captured[index] = value;
  }

  @Override
  protected Object invoke(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return body.call(agent, this, thisValue, args);
  }

  @Override
  protected long headerBytes() {
    return super.headerBytes() + ModelledSizes.context(captured.length);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    for (int i = 0; i < captured.length; i++) {
      visitor.edge(EdgeKind.INTERNAL, labels[i], captured[i]);
    }
  }
}
