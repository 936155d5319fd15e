package lexscope.js.intrinsics;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// A PromiseReaction Record, section 27.2.1.2: what to do when a promise settles.
public final class PromiseReaction extends Cell {
  private final @Nullable PromiseCapability capability;
  private final boolean fulfill;
  private final @Nullable JsObject handler;

  private PromiseReaction(
      @Nullable PromiseCapability capability, boolean fulfill, @Nullable JsObject handler) {
    this.capability = capability;
    this.fulfill = fulfill;
    this.handler = handler;
  }

  /// A record on the heap.
  ///
  /// @param capability null when nobody waits for the outcome, as for an await
  /// @param fulfill the `[[Type]]`: true for fulfill, false for reject
  /// @param handler null for empty
  public static PromiseReaction create(
      Agent agent,
      @Nullable PromiseCapability capability,
      boolean fulfill,
      @Nullable JsObject handler) {
    return agent.heap().allocate(new PromiseReaction(capability, fulfill, handler));
  }

  /// The `[[Capability]]`.
  public @Nullable PromiseCapability capability() {
    return capability;
  }

  /// Whether the `[[Type]]` is fulfill.
  public boolean isFulfill() {
    return fulfill;
  }

  /// The `[[Handler]]`.
  public @Nullable JsObject handler() {
    return handler;
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.STORE_HEADER + 3L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "[[Capability]]", capability);
    visitor.edge(EdgeKind.INTERNAL, "[[Handler]]", handler);
  }

  @Override
  public CellKind kind() {
    return CellKind.CODE;
  }

  @Override
  public String name() {
    return "PromiseReaction";
  }
}
