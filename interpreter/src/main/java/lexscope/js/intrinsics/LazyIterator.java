package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An Iterator Helper object, section 27.1.2. The specification describes it as a generator over an
/// abstract closure; here the states of the generator are written out, and the closure is
/// [#advance].
abstract class LazyIterator extends JsObject {
  private enum State {
    SUSPENDED_START,
    SUSPENDED_YIELD,
    EXECUTING,
    COMPLETED
  }

  private State state = State.SUSPENDED_START;

  LazyIterator(Shape shape) {
    super(shape);
  }

  /// `%IteratorHelperPrototype%`, section 27.1.2.1.
  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(
            realm, Intrinsic.ITERATOR_HELPER_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
        .method("next", 0, (a, t, _, _) -> helper(a, t, "next").next(a))
        .method("return", 0, (a, t, _, _) -> helper(a, t, "return").close(a))
        .tag("Iterator Helper");
  }

  private static LazyIterator helper(Agent agent, Object value, String method) {
    if (value instanceof LazyIterator helper) {
      return helper;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("Iterator Helper.prototype." + method, value));
  }

  /// The shape of a new helper.
  static Shape helperShape(Agent agent) {
    return Shape.root(agent, agent.realm().get(Intrinsic.ITERATOR_HELPER_PROTOTYPE), 0);
  }

  /// The next value; null when there is none.
  ///
  /// @throws ThrowCompletion what guest code throws
  abstract @Nullable Object advance(Agent agent);

  /// Closes the underlying iterators.
  ///
  /// @param started whether a value was asked for before
  /// @throws ThrowCompletion what guest code throws
  abstract void closeUnderlying(Agent agent, boolean started);

  /// Drops what is not needed once it is done.
  abstract void release();

  private void requireNotRunning(Agent agent) {
    if (state == State.EXECUTING) {
      throw agent.typeError(ErrorMessages.GENERATOR_RUNNING);
    }
  }

  private void complete() {
    state = State.COMPLETED;
    release();
  }

  /// GeneratorResume.
  private Object next(Agent agent) {
    requireNotRunning(agent);
    Object value = null;
    if (state != State.COMPLETED) {
      state = State.EXECUTING;
      try {
        value = advance(agent);
      } catch (ThrowCompletion thrown) {
        complete();
        throw thrown;
      }
      if (value == null) {
        complete();
      } else {
        state = State.SUSPENDED_YIELD;
      }
    }
    return IteratorOperations.createIterResultObject(
        agent, value == null ? Undefined.UNDEFINED : value, value == null);
  }

  /// Section 27.1.2.1.2.
  private Object close(Agent agent) {
    requireNotRunning(agent);
    if (state != State.COMPLETED) {
      boolean started = state == State.SUSPENDED_YIELD;
      state = started ? State.EXECUTING : State.COMPLETED;
      try {
        closeUnderlying(agent, started);
      } finally {
        complete();
      }
    }
    return IteratorOperations.createIterResultObject(agent, Undefined.UNDEFINED, true);
  }
}
