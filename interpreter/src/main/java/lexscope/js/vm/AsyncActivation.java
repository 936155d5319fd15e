package lexscope.js.vm;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.ThrowCompletion;

/// The activation of an async function or of a module with `await`, and the promise of its outcome.
/// While it waits, nothing but the awaited promise keeps it.
public final class AsyncActivation extends Cell implements Continuation {
  private final Frame frame;
  private final PromiseObject promise;

  AsyncActivation(Frame frame, PromiseObject promise) {
    this.frame = frame;
    this.promise = promise;
  }

  /// The activation.
  public Frame frame() {
    return frame;
  }

  /// The promise of its outcome.
  PromiseObject promise() {
    return promise;
  }

  @Override
  public void settled(Machine machine, int mode, Object value) {
    frame.resumeMode = mode;
    frame.resumeValue = value;
    proceed(machine);
  }

  /// Runs until the next `await` or the end.
  void proceed(Machine machine) {
    while (true) {
      Object value;
      try {
        value = machine.activations().run(frame);
      } catch (ThrowCompletion completion) {
        frame.complete();
        PromiseOperations.rejectPromise(machine, promise, completion.value());
        return;
      }
      if (frame.state != Frame.State.AWAITING) {
        frame.complete();
        PromiseOperations.resolvePromise(machine, promise, value);
        return;
      }
      try {
        AsyncFunctions.await(machine, value, this);
        return;
      } catch (ThrowCompletion completion) {
        frame.resumeMode = Frame.THROW;
        frame.resumeValue = completion.value();
      }
    }
  }

  @Override
  public long shallowBytes() {
    return 32;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "[[AsyncContext]]", frame);
    visitor.edge(EdgeKind.INTERNAL, "[[Promise]]", promise);
  }

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "async " + frame.code.name();
  }
}
