package lexscope.js.host;

import java.util.ArrayDeque;
import lexscope.gc.HandleStack;
import lexscope.gc.RootKind;
import lexscope.gc.RootSource;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.FinalizationRegistryObject;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// What HostEnqueueFinalizationRegistryCleanupJob (9.9.1) queues: one call of a cleanup callback
/// per dead target, in the order in which the collector found the registries and their cells stand.
public final class FinalizationJobs implements RootSource {
  private static final RootKind JOBS = new RootKind("finalization jobs");

  private final Agent agent;
  private final ArrayDeque<Cleanup> waiting = new ArrayDeque<>();

  /// A call that waits.
  private record Cleanup(FinalizationRegistryObject registry, Object heldValue) {}

  FinalizationJobs(Agent agent) {
    this.agent = agent;
  }

  /// Queues a call of the registry's cleanup callback. Called by the collector.
  public void add(FinalizationRegistryObject registry, Object heldValue) {
    waiting.add(new Cleanup(registry, heldValue));
  }

  /// Whether no call waits.
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// 9.13 CleanupFinalizationRegistry ( finalizationRegistry ) for the first call that waits.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if the callback throws
  void runFirst() {
    Cleanup cleanup = waiting.poll();
    if (cleanup == null) {
      return;
    }
    HandleStack handles = agent.handles();
    int mark = handles.mark();
    handles.push(cleanup.registry);
    handles.push(cleanup.heldValue);
    try {
      ObjectOperations.call(
          agent, cleanup.registry.cleanupCallback(), Undefined.UNDEFINED, cleanup.heldValue);
    } finally {
      handles.release(mark);
    }
  }

  @Override
  public void visitRoots(TracingRule rule, RootVisitor visitor) {
    for (Cleanup cleanup : waiting) {
      visitor.root(JOBS, "registry", cleanup.registry);
      visitor.root(JOBS, "held value", cleanup.heldValue);
    }
  }
}
