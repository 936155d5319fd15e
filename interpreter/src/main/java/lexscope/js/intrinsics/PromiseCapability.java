package lexscope.js.intrinsics;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.ModelledSizes;
import lexscope.js.vm.Agent;

/// A PromiseCapability Record, section 27.2.1.1: a promise and the functions that settle it.
public final class PromiseCapability extends Cell {
  private final Object promise;
  private final Object resolve;
  private final Object reject;

  private PromiseCapability(Object promise, Object resolve, Object reject) {
    this.promise = promise;
    this.resolve = resolve;
    this.reject = reject;
  }

  /// A record on the heap.
  public static PromiseCapability create(
      Agent agent, Object promise, Object resolve, Object reject) {
    return agent.heap().allocate(new PromiseCapability(promise, resolve, reject));
  }

  /// The `[[Promise]]`.
  public Object promise() {
    return promise;
  }

  /// The `[[Resolve]]` function.
  public Object resolve() {
    return resolve;
  }

  /// The `[[Reject]]` function.
  public Object reject() {
    return reject;
  }

  @Override
  public long shallowBytes() {
    return ModelledSizes.STORE_HEADER + 3L * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "[[Promise]]", promise);
    visitor.edge(EdgeKind.INTERNAL, "[[Resolve]]", resolve);
    visitor.edge(EdgeKind.INTERNAL, "[[Reject]]", reject);
  }

  @Override
  public CellKind kind() {
    return CellKind.CODE;
  }

  @Override
  public String name() {
    return "PromiseCapability";
  }
}
