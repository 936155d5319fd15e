package lexscope.js.intrinsics;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import lexscope.js.vm.AsyncFunctions;
import lexscope.js.vm.Continuation;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;

/// The running disposal of an AsyncDisposableStack, and the promise of its outcome.
final class AsyncDisposal extends Cell implements Continuation {
  private final DisposeCapability capability;
  private final PromiseObject promise;

  private AsyncDisposal(DisposeCapability capability, PromiseObject promise) {
    this.capability = capability;
    this.promise = promise;
  }

  /// DisposeResources, whose outcome settles the promise.
  static void start(Agent agent, DisposeCapability capability, PromiseObject promise) {
    agent.heap().allocate(new AsyncDisposal(capability, promise)).proceed((Machine) agent);
  }

  @Override
  public void settled(Machine machine, int mode, Object value) {
    if (mode == Frame.THROW) {
      capability.failed(machine, value);
    }
    proceed(machine);
  }

  private void proceed(Machine machine) {
    while (true) {
      Object awaited;
      try {
        awaited = capability.step(machine);
      } catch (ThrowCompletion completion) {
        PromiseOperations.rejectPromise(machine, promise, completion.value());
        return;
      }
      if (awaited == null) {
        PromiseOperations.resolvePromise(machine, promise, Undefined.UNDEFINED);
        return;
      }
      try {
        AsyncFunctions.await(machine, awaited, this);
        return;
      } catch (ThrowCompletion completion) {
        capability.failed(machine, completion.value());
      }
    }
  }

  @Override
  public long shallowBytes() {
    return 32;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "[[DisposeCapability]]", capability);
    visitor.edge(EdgeKind.INTERNAL, "[[Promise]]", promise);
  }

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "async disposal";
  }
}
