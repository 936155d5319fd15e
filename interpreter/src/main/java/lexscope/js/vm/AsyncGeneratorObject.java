package lexscope.js.vm;

import java.util.ArrayDeque;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// An async generator, ECMA-262 section 27.6: its activation, and the requests that wait for it.
public final class AsyncGeneratorObject extends JsObject implements Continuation {
  /// An AsyncGeneratorRequest Record, ECMA-262 section 27.6.3.1.
  private record Request(int mode, Object value, PromiseObject promise) {}

  private final Frame frame;
  private final ArrayDeque<Request> queue = new ArrayDeque<>();
  private boolean draining;

  AsyncGeneratorObject(Shape shape, Frame frame) {
    super(shape);
    this.frame = frame;
  }

  /// The activation.
  public Frame frame() {
    return frame;
  }

  /// The promise of the request that it serves; null if there is none.
  @Nullable PromiseObject firstRequest() {
    Request first = queue.peekFirst();
    return first == null ? null : first.promise;
  }

  /// AsyncGenerator.prototype.next, return and throw, ECMA-262 sections 27.6.1.2 to 27.6.1.4, once
  /// the receiver is known to be right.
  void enqueue(Machine machine, int mode, Object value, PromiseObject promise) {
    queue.add(new Request(mode, value, promise));
    if (queue.size() == 1 && !draining && frame.state != Frame.State.RUNNING) {
      resumeNext(machine);
    }
  }

  /// Serves the first request: AsyncGeneratorResume, or AsyncGeneratorDrainQueue of a completed
  /// generator.
  private void resumeNext(Machine machine) {
    while (!queue.isEmpty()) {
      Request request = queue.getFirst();
      if (frame.state == Frame.State.READY && request.mode != Frame.NEXT) {
        frame.complete();
      }
      if (frame.state == Frame.State.COMPLETED) {
        if (request.mode == Frame.RETURN) {
          if (awaitReturn(machine, request)) {
            return;
          }
        } else if (request.mode == Frame.THROW) {
          reject(machine, request.value);
        } else {
          resolve(machine, Undefined.UNDEFINED, true);
        }
        continue;
      }
      frame.resumeMode = request.mode;
      frame.resumeValue = request.value;
      if (run(machine)) {
        return;
      }
    }
  }

  /// AsyncGeneratorAwaitReturn, ECMA-262 section 27.6.3.9: true if it waits now.
  private boolean awaitReturn(Machine machine, Request request) {
    draining = true;
    try {
      AsyncFunctions.await(machine, request.value, this);
      return true;
    } catch (ThrowCompletion completion) {
      draining = false;
      reject(machine, completion.value());
      return false;
    }
  }

  @Override
  public void settled(Machine machine, int mode, Object value) {
    if (draining) {
      draining = false;
      if (mode == Frame.THROW) {
        reject(machine, value);
      } else {
        resolve(machine, value, true);
      }
    } else {
      frame.resumeMode = mode;
      frame.resumeValue = value;
      if (run(machine)) {
        return;
      }
    }
    resumeNext(machine);
  }

  /// Runs until the next `yield`, `await` or the end: true if it waits at an `await`.
  private boolean run(Machine machine) {
    while (true) {
      Object value;
      try {
        value = machine.activations().run(frame);
      } catch (ThrowCompletion completion) {
        frame.complete();
        reject(machine, completion.value());
        return false;
      }
      machine.handles().push(value);
      switch (frame.state) {
        case AWAITING -> {
          try {
            AsyncFunctions.await(machine, value, this);
            return true;
          } catch (ThrowCompletion completion) {
            frame.resumeMode = Frame.THROW;
            frame.resumeValue = completion.value();
          }
        }
        case YIELDED, YIELDED_RESULT -> {
          resolve(machine, value, false);
          return false;
        }
        default -> {
          frame.complete();
          resolve(machine, value, true);
          return false;
        }
      }
    }
  }

  private void resolve(Machine machine, Object value, boolean done) {
    Request request = queue.removeFirst();
    int mark = machine.handles().mark();
    machine.handles().push(request.promise);
    PromiseOperations.resolvePromise(
        machine, request.promise, IteratorOperations.createIterResultObject(machine, value, done));
    machine.handles().release(mark);
  }

  private void reject(Machine machine, Object reason) {
    PromiseOperations.rejectPromise(machine, queue.removeFirst().promise, reason);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[AsyncGeneratorContext]]", frame);
    for (Request request : queue) {
      visitor.edge(EdgeKind.INTERNAL, "[[AsyncGeneratorQueue]]", request.value);
      visitor.edge(EdgeKind.INTERNAL, "[[AsyncGeneratorQueue]] promise", request.promise);
    }
  }
}
