package lexscope.js.vm;

import lexscope.js.bytecode.Opcode;
import lexscope.js.intrinsics.PromiseCapability;
import lexscope.js.intrinsics.PromiseCombinator;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.intrinsics.PromiseReaction;
import lexscope.js.intrinsics.PromiseReactionJob;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.CapturingFunction;
import org.jspecify.annotations.Nullable;

/// The async functions that wait for what the running promise job does, as V8 finds them: from the
/// promise that the job settles to the only reaction that waits for it, and so on.
final class AsyncCallers {
  /// Is told of callers, innermost first, and answers whether it wants more.
  interface Visitor {
    /// An async function or generator waits at `pc`.
    boolean waiting(Frame frame, int pc);

    /// `Promise.all` or the like waits for the promise with this index.
    boolean combined(String combinator, int index);
  }

  private AsyncCallers() {}

  /// Visits them. Cost: their number, as far as the visitor wants them.
  static void visit(Machine machine, Visitor visitor) {
    if (!(machine.jobs().running() instanceof PromiseReactionJob job)) {
      return;
    }
    PromiseReaction reaction = job.reaction();
    Continuation running = AsyncFunctions.continuation(reaction.handler());
    PromiseObject promise = running == null ? promiseOf(reaction.capability()) : outcomeOf(running);
    while (promise != null && promise.soleReaction() instanceof PromiseReaction waiting) {
      promise = next(promise, waiting, visitor);
    }
  }

  /// Visits who waits for a promise; the answer is the promise of their outcome.
  private static @Nullable PromiseObject next(
      PromiseObject promise, PromiseReaction reaction, Visitor visitor) {
    Continuation continuation = AsyncFunctions.continuation(reaction.handler());
    if (continuation != null) {
      Frame frame = frameOf(continuation);
      if (frame == null || frame.state != Frame.State.AWAITING) {
        return null;
      }
      int pc = frame.pc - Opcode.of(Opcode.AWAIT).length();
      return visitor.waiting(frame, pc) ? outcomeOf(continuation) : null;
    }
    CapturingFunction element = elementFunction(reaction);
    if (element == null) {
      // Promise.any does not wait for fulfilment by functions of its own.
      element = elementFunction(promise.soleRejectReaction());
    }
    PromiseCombinator combinator = element == null ? null : PromiseCombinator.of(element);
    if (element != null && combinator != null) {
      return visitor.combined(combinator.functionName(), PromiseCombinator.indexOf(element))
          ? promiseOf(combinator.capability())
          : null;
    }
    PromiseObject resolved =
        reaction.handler() instanceof CapturingFunction function
            ? PromiseOperations.resolvedBy(function)
            : null;
    return resolved == null ? promiseOf(reaction.capability()) : resolved;
  }

  private static @Nullable CapturingFunction elementFunction(@Nullable PromiseReaction reaction) {
    return reaction != null
            && reaction.handler() instanceof CapturingFunction function
            && PromiseCombinator.of(function) != null
        ? function
        : null;
  }

  private static @Nullable Frame frameOf(Continuation continuation) {
    return switch (continuation) {
      case AsyncActivation activation -> activation.frame();
      case AsyncGeneratorObject generator -> generator.frame();
      default -> null;
    };
  }

  private static @Nullable PromiseObject outcomeOf(Continuation continuation) {
    return switch (continuation) {
      case AsyncActivation activation -> activation.promise();
      case AsyncGeneratorObject generator -> generator.firstRequest();
      default -> null;
    };
  }

  private static @Nullable PromiseObject promiseOf(@Nullable PromiseCapability capability) {
    return capability != null && capability.promise() instanceof PromiseObject promise
        ? promise
        : null;
  }
}
