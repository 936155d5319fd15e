package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%DisposableStack%`, section 27.3, `%AsyncDisposableStack%`, section 27.4, and the methods by
/// which iterators are disposed of.
final class DisposableStacks {
  private DisposableStacks() {}

  static void create(Realm realm) {
    create(realm, Intrinsic.DISPOSABLE_STACK, Intrinsic.DISPOSABLE_STACK_PROTOTYPE, false);
    create(
        realm, Intrinsic.ASYNC_DISPOSABLE_STACK, Intrinsic.ASYNC_DISPOSABLE_STACK_PROTOTYPE, true);
    Agent agent = realm.agent();
    new IntrinsicBuilder(realm, realm.get(Intrinsic.ITERATOR_PROTOTYPE))
        .method(agent.symbols().dispose(), 0, DisposableStacks::disposeIterator);
    new IntrinsicBuilder(realm, realm.get(Intrinsic.ASYNC_ITERATOR_PROTOTYPE))
        .method(agent.symbols().asyncDispose(), 0, DisposableStacks::disposeAsyncIterator);
  }

  private static void create(
      Realm realm, Intrinsic constructor, Intrinsic prototypeName, boolean async) {
    String name = constructor.globalName();
    NativeBody dispose = async ? DisposableStacks::disposeAsync : DisposableStacks::dispose;
    String disposeName = async ? "disposeAsync" : "dispose";
    NativeFunction disposeFunction = NativeFunction.create(realm, disposeName, 0, dispose);
    Agent agent = realm.agent();
    IntrinsicBuilder prototype =
        IntrinsicBuilder.ordinary(realm, prototypeName)
            .method("adopt", 2, (a, t, args, _) -> adopt(a, pending(a, t, async, "adopt"), args))
            .method("defer", 1, (a, t, args, _) -> defer(a, pending(a, t, async, "defer"), args))
            .value(disposeName, disposeFunction, Attributes.HIDDEN)
            .getter("disposed", (a, t, _, _) -> stack(a, t, async, "disposed").isDisposed())
            .method("move", 0, (a, t, _, _) -> move(a, pending(a, t, async, "move"), prototypeName))
            .method("use", 1, (a, t, args, _) -> use(a, pending(a, t, async, "use"), args))
            .value(
                async ? agent.symbols().asyncDispose() : agent.symbols().dispose(),
                disposeFunction,
                Attributes.HIDDEN)
            .tag(name);
    IntrinsicBuilder.constructor(
        realm,
        constructor,
        name,
        0,
        (a, _, _, newTarget) -> construct(a, newTarget, name, prototypeName, async),
        prototype.object());
  }

  /// Sections 27.3.1.1 and 27.4.1.1.
  private static Object construct(
      Agent agent,
      @Nullable JsObject newTarget,
      String name,
      Intrinsic prototypeName,
      boolean async) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, name);
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(agent, newTarget, prototypeName);
    return DisposableStackObject.create(agent, prototype, async);
  }

  private static DisposableStackObject stack(
      Agent agent, Object value, boolean async, String method) {
    if (value instanceof DisposableStackObject stack && stack.isAsync() == async) {
      return stack;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver(
            (async ? "AsyncDisposableStack" : "DisposableStack") + ".prototype." + method, value));
  }

  private static DisposableStackObject pending(
      Agent agent, Object value, boolean async, String method) {
    DisposableStackObject stack = stack(agent, value, async, method);
    if (stack.isDisposed()) {
      throw agent.referenceError("Cannot add values to a disposed stack!");
    }
    return stack;
  }

  private static JsObject callback(Agent agent, Object value) {
    if (value instanceof JsObject function && function.isCallable()) {
      return function;
    }
    throw agent.typeError(ErrorMessages.notAFunction(value));
  }

  /// Sections 27.3.3.1 and 27.4.3.1.
  private static Object adopt(Agent agent, DisposableStackObject stack, Object[] args) {
    JsObject onDispose = callback(agent, Args.get(args, 1));
    stack.capability().adopt(Args.get(args, 0), onDispose, stack.isAsync());
    return Args.get(args, 0);
  }

  /// Sections 27.3.3.2 and 27.4.3.2.
  private static Object defer(Agent agent, DisposableStackObject stack, Object[] args) {
    stack.capability().defer(callback(agent, Args.get(args, 0)), stack.isAsync());
    return Undefined.UNDEFINED;
  }

  /// Sections 27.3.3.6 and 27.4.3.6.
  private static Object use(Agent agent, DisposableStackObject stack, Object[] args) {
    stack.capability().add(agent, Args.get(args, 0), stack.isAsync());
    return Args.get(args, 0);
  }

  /// Sections 27.3.3.5 and 27.4.3.5.
  private static Object move(Agent agent, DisposableStackObject stack, Intrinsic prototypeName) {
    DisposableStackObject moved =
        DisposableStackObject.create(agent, agent.realm().get(prototypeName), stack.isAsync());
    moved.capability().takeFrom(stack.capability());
    stack.markDisposed();
    return moved;
  }

  /// 27.3.3.3 DisposableStack.prototype.dispose ( ).
  private static Object dispose(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    DisposableStackObject stack = stack(agent, thisValue, false, "dispose");
    if (!stack.isDisposed()) {
      stack.markDisposed();
      stack.capability().step(agent);
    }
    return Undefined.UNDEFINED;
  }

  /// 27.4.3.3 AsyncDisposableStack.prototype.disposeAsync ( ).
  private static Object disposeAsync(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    PromiseObject promise = PromiseOperations.newPromise(agent);
    agent.handles().push(promise);
    try {
      DisposableStackObject stack = stack(agent, thisValue, true, "disposeAsync");
      if (stack.isDisposed()) {
        PromiseOperations.resolvePromise(agent, promise, Undefined.UNDEFINED);
      } else {
        stack.markDisposed();
        AsyncDisposal.start(agent, stack.capability(), promise);
      }
    } catch (ThrowCompletion completion) {
      PromiseOperations.rejectPromise(agent, promise, completion.value());
    }
    return promise;
  }

  /// %Iterator.prototype% [ %Symbol.dispose% ] ( ), section 27.1.4.14.
  private static Object disposeIterator(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject method = ObjectOperations.getMethod(agent, thisValue, PropertyKeys.RETURN);
    if (method != null) {
      ObjectOperations.call(agent, method, thisValue);
    }
    return Undefined.UNDEFINED;
  }

  /// %AsyncIteratorPrototype% [ %Symbol.asyncDispose% ] ( ), section 27.1.5.2.
  private static Object disposeAsyncIterator(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject constructor = agent.realm().get(Intrinsic.PROMISE);
    PromiseCapability capability = PromiseOperations.newPromiseCapability(agent, constructor);
    agent.handles().push(capability);
    try {
      JsObject method = ObjectOperations.getMethod(agent, thisValue, PropertyKeys.RETURN);
      if (method == null) {
        PromiseOperations.resolve(agent, capability, Undefined.UNDEFINED);
      } else {
        Object result = ObjectOperations.call(agent, method, thisValue);
        var wrapper = (PromiseObject) PromiseOperations.promiseResolve(agent, constructor, result);
        agent.handles().push(wrapper);
        CapturingFunction unwrap =
            CapturingFunction.create(
                agent.realm(), "", 1, DisposableStacks::nothing, new String[0]);
        PromiseOperations.performPromiseThen(
            agent, wrapper, unwrap, Undefined.UNDEFINED, capability);
      }
    } catch (ThrowCompletion completion) {
      PromiseOperations.reject(agent, capability, completion.value());
    }
    return capability.promise();
  }

  private static Object nothing(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    return Undefined.UNDEFINED;
  }
}
