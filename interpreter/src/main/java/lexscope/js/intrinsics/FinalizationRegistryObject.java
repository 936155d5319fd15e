package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.List;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Liveness;
import lexscope.gc.TracingRule;
import lexscope.gc.WeakHolder;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// A FinalizationRegistry, section 26.2.4. When a target dies, its held value goes to the agent's
/// finalization jobs, in order of registration.
public final class FinalizationRegistryObject extends JsObject implements WeakHolder {
  private final Agent agent;
  private final JsObject cleanupCallback;
  private final List<Registration> cells = new ArrayList<>();

  /// One registered target. The token is undefined when there is none.
  private record Registration(Object target, Object heldValue, Object unregisterToken) {}

  private FinalizationRegistryObject(Agent agent, Shape shape, JsObject cleanupCallback) {
    super(shape);
    this.agent = agent;
    this.cleanupCallback = cleanupCallback;
  }

  /// An empty registry on the heap.
  public static FinalizationRegistryObject create(
      Agent agent, JsObject prototype, JsObject cleanupCallback) {
    return agent
        .heap()
        .allocate(
            new FinalizationRegistryObject(
                agent, Shape.root(agent, prototype, 0), cleanupCallback));
  }

  /// The `[[CleanupCallback]]`.
  public JsObject cleanupCallback() {
    return cleanupCallback;
  }

  /// Adds a cell.
  public void register(Object target, Object heldValue, Object unregisterToken) {
    cells.add(new Registration(target, heldValue, unregisterToken));
    agent.heap().grew(3L * ModelledSizes.SLOT);
  }

  /// Removes the cells with the token; true if there were any. Cost: linear in the cells.
  public boolean unregister(Object token) {
    return cells.removeIf(cell -> cell.unregisterToken == token);
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.FINALIZATION_REGISTRY + 3L * cells.size() * ModelledSizes.SLOT;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[CleanupCallback]]", cleanupCallback);
    for (Registration cell : cells) {
      visitor.weak("[[WeakRefTarget]]", cell.target);
      visitor.edge(EdgeKind.INTERNAL, "[[HeldValue]]", cell.heldValue);
      visitor.weak("[[UnregisterToken]]", cell.unregisterToken);
    }
  }

  @Override
  public void clearDead(Liveness liveness) {
    boolean changed = false;
    for (int i = 0; i < cells.size(); i++) {
      Registration cell = cells.get(i);
      if (!liveness.isAlive(cell.target)) {
        agent.eventLoop().finalizationJobs().add(this, cell.heldValue);
        changed = true;
      } else if (!liveness.isAlive(cell.unregisterToken)) {
        cells.set(i, new Registration(cell.target, cell.heldValue, Undefined.UNDEFINED));
      }
    }
    if (changed) {
      cells.removeIf(cell -> !liveness.isAlive(cell.target));
    }
  }
}
