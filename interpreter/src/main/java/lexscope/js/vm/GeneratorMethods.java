package lexscope.js.vm;

import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import org.jspecify.annotations.Nullable;

/// The methods of `%GeneratorPrototype%` and `%AsyncGeneratorPrototype%`, ECMA-262 sections 27.5.1
/// and 27.6.1.
public final class GeneratorMethods {
  private GeneratorMethods() {}

  /// `next`, ECMA-262 section 27.5.1.2.
  public static Object next(Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return resume(agent, self, args, Frame.NEXT, "next");
  }

  /// `return`, ECMA-262 section 27.5.1.3.
  public static Object returnMethod(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return resume(agent, self, args, Frame.RETURN, "return");
  }

  /// `throw`, ECMA-262 section 27.5.1.4.
  public static Object throwMethod(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return resume(agent, self, args, Frame.THROW, "throw");
  }

  private static Object resume(Agent agent, Object self, Object[] args, int mode, String method) {
    if (!(self instanceof GeneratorObject generator)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("[Generator].prototype." + method, self));
    }
    return generator.resume((Machine) agent, mode, Args.get(args, 0));
  }

  /// `next`, ECMA-262 section 27.6.1.2.
  public static Object asyncNext(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return enqueue(agent, self, args, Frame.NEXT, "next");
  }

  /// `return`, ECMA-262 section 27.6.1.3.
  public static Object asyncReturn(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return enqueue(agent, self, args, Frame.RETURN, "return");
  }

  /// `throw`, ECMA-262 section 27.6.1.4.
  public static Object asyncThrow(
      Agent agent, Object self, Object[] args, @Nullable JsObject newTarget) {
    return enqueue(agent, self, args, Frame.THROW, "throw");
  }

  private static Object enqueue(Agent agent, Object self, Object[] args, int mode, String method) {
    PromiseObject promise = PromiseOperations.newPromise(agent);
    if (self instanceof AsyncGeneratorObject generator) {
      generator.enqueue((Machine) agent, mode, Args.get(args, 0), promise);
    } else {
      PromiseOperations.rejectPromise(
          agent,
          promise,
          agent
              .typeError(
                  ErrorMessages.incompatibleReceiver("[AsyncGenerator].prototype." + method, self))
              .value());
    }
    return promise;
  }
}
