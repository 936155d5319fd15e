package lexscope.js.vm;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.PromiseCapability;
import lexscope.js.intrinsics.PromiseObject;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.PromiseOperations;
import lexscope.js.value.Args;
import lexscope.js.value.CapturingFunction;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// An async-from-sync iterator, ECMA-262 section 27.1.6.
public final class AsyncFromSyncIterator extends JsObject {
  private static final String[] NONE = {};
  private static final String[] ITERATOR = {"[[SyncIterator]]"};

  private final JsObject iterator;
  private final Object nextMethod;

  private AsyncFromSyncIterator(Shape shape, JsObject iterator, Object nextMethod) {
    super(shape);
    this.iterator = iterator;
    this.nextMethod = nextMethod;
  }

  /// CreateAsyncFromSyncIterator, ECMA-262 section 27.1.6.1.
  public static JsObject create(Machine machine, IteratorRecord record) {
    Shape shape =
        Shape.root(machine, machine.realm().get(Intrinsic.ASYNC_FROM_SYNC_ITERATOR_PROTOTYPE), 0);
    return machine
        .heap()
        .allocate(new AsyncFromSyncIterator(shape, record.iterator(), record.nextMethod()));
  }

  /// `next`, ECMA-262 section 27.1.6.2.1.
  public static Object next(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    var self = (AsyncFromSyncIterator) thisValue;
    PromiseObject promise = PromiseOperations.newPromise(agent);
    agent.handles().push(promise);
    try {
      Object result = ObjectOperations.call(agent, self.nextMethod, self.iterator, args);
      return self.continuation(agent, requireObject(agent, result), promise, true);
    } catch (ThrowCompletion completion) {
      PromiseOperations.rejectPromise(agent, promise, completion.value());
      return promise;
    }
  }

  /// `return`, ECMA-262 section 27.1.6.2.2.
  public static Object returnMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return delegate(agent, (AsyncFromSyncIterator) thisValue, args, PropertyKeys.RETURN);
  }

  /// `throw`, ECMA-262 section 27.1.6.2.3.
  public static Object throwMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return delegate(agent, (AsyncFromSyncIterator) thisValue, args, PropertyKeys.THROW);
  }

  private static Object delegate(
      Agent agent, AsyncFromSyncIterator self, Object[] args, PropertyKey which) {
    boolean isThrow = which.equals(PropertyKeys.THROW);
    PromiseObject promise = PromiseOperations.newPromise(agent);
    agent.handles().push(promise);
    try {
      JsObject method = ObjectOperations.getMethod(agent, self.iterator, which);
      if (method == null) {
        if (!isThrow) {
          JsObject result =
              IteratorOperations.createIterResultObject(agent, Args.get(args, 0), true);
          PromiseOperations.resolvePromise(agent, promise, result);
          return promise;
        }
        IteratorOperations.iteratorClose(agent, self.iterator);
        throw agent.typeError("The iterator does not provide a 'throw' method");
      }
      Object result = ObjectOperations.call(agent, method, self.iterator, args);
      return self.continuation(agent, requireObject(agent, result), promise, isThrow);
    } catch (ThrowCompletion completion) {
      PromiseOperations.rejectPromise(agent, promise, completion.value());
      return promise;
    }
  }

  private static JsObject requireObject(Agent agent, Object result) {
    if (result instanceof JsObject object) {
      return object;
    }
    throw agent.typeError(ErrorMessages.iteratorResultNotAnObject(result));
  }

  /// AsyncFromSyncIteratorContinuation, ECMA-262 section 27.1.6.4.
  private Object continuation(
      Agent agent, JsObject result, PromiseObject promise, boolean closeOnRejection) {
    agent.handles().push(result);
    boolean done = IteratorOperations.iteratorComplete(agent, result);
    Object value = IteratorOperations.iteratorValue(agent, result);
    agent.handles().push(value);
    PromiseObject wrapper;
    try {
      wrapper =
          (PromiseObject)
              PromiseOperations.promiseResolve(agent, agent.realm().get(Intrinsic.PROMISE), value);
    } catch (ThrowCompletion completion) {
      throw done || !closeOnRejection
          ? completion
          : IteratorOperations.iteratorCloseOnThrow(agent, iterator, completion);
    }
    agent.handles().push(wrapper);
    CapturingFunction unwrap =
        CapturingFunction.create(
            agent.realm(),
            "",
            1,
            done ? AsyncFromSyncIterator::unwrapDone : AsyncFromSyncIterator::unwrap,
            NONE);
    Object onRejected =
        done || !closeOnRejection
            ? Undefined.UNDEFINED
            : CapturingFunction.create(
                agent.realm(), "", 1, AsyncFromSyncIterator::closeIterator, ITERATOR, iterator);
    PromiseCapability capability =
        PromiseCapability.create(agent, promise, Undefined.UNDEFINED, Undefined.UNDEFINED);
    PromiseOperations.performPromiseThen(agent, wrapper, unwrap, onRejected, capability);
    return promise;
  }

  private static Object unwrap(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    return IteratorOperations.createIterResultObject(agent, Args.get(args, 0), false);
  }

  private static Object unwrapDone(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    return IteratorOperations.createIterResultObject(agent, Args.get(args, 0), true);
  }

  private static Object closeIterator(
      Agent agent, CapturingFunction self, Object thisValue, Object[] args) {
    throw IteratorOperations.iteratorCloseOnThrow(
        agent, (JsObject) self.captured(0), new ThrowCompletion(Args.get(args, 0)));
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[SyncIteratorRecord]]", iterator);
    visitor.edge(EdgeKind.INTERNAL, "[[NextMethod]]", nextMethod);
  }
}
