package lexscope.js.vm;

import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.Args;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// Async functions and `await`, ECMA-262 sections 27.7.5 and 27.7.5.3.
public final class AsyncFunctions {
  private static final String[] LABELS = {"await_context"};

  private AsyncFunctions() {}

  /// AsyncFunctionStart: runs the activation under a promise.
  static Object start(Machine machine, Frame frame) {
    int mark = machine.handles().mark();
    PromiseObject promise = PromiseOperations.newPromise(machine);
    var activation = machine.heap().allocate(new AsyncActivation(frame, promise));
    activation.proceed(machine);
    machine.handles().release(mark);
    return promise;
  }

  /// Await: the continuation goes on when the promise of the value is settled.
  ///
  /// @throws ThrowCompletion if making a promise of the value throws
  public static void await(Machine machine, Object value, Continuation continuation) {
    int mark = machine.handles().mark();
    machine.handles().push(value);
    var promise =
        (PromiseObject)
            PromiseOperations.promiseResolve(
                machine, machine.realm().get(Intrinsic.PROMISE), value);
    machine.handles().push(promise);
    CapturingFunction fulfilled =
        CapturingFunction.create(
            machine.realm(), "", 1, AsyncFunctions::fulfilled, LABELS, continuation);
    CapturingFunction rejected =
        CapturingFunction.create(
            machine.realm(), "", 1, AsyncFunctions::rejected, LABELS, continuation);
    PromiseOperations.performPromiseThen(machine, promise, fulfilled, rejected, null);
    machine.handles().release(mark);
  }

  /// What goes on when a promise calls this handler; null if that is no `await`.
  static @Nullable Continuation continuation(@Nullable JsObject handler) {
    return handler instanceof CapturingFunction function && function.hasSlots(LABELS)
        ? (Continuation) function.captured(0)
        : null;
  }

  private static Object fulfilled(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    ((Continuation) self.captured(0)).settled((Machine) agent, Frame.NEXT, Args.get(args, 0));
    return Undefined.UNDEFINED;
  }

  private static Object rejected(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    ((Continuation) self.captured(0)).settled((Machine) agent, Frame.THROW, Args.get(args, 0));
    return Undefined.UNDEFINED;
  }
}
