package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Shape;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `%ArrayIteratorPrototype%`, section 23.1.5.2, and the methods that make array iterators.
public final class ArrayIteratorPrototype {
  private static final NativeBody NEXT = ArrayIteratorPrototype::next;

  private ArrayIteratorPrototype() {}

  /// The next value, if the iterator is an array iterator with its own `next` and the next element
  /// is simply there: then nobody can tell that `next` was not called. Null otherwise.
  public static @Nullable Object quickStep(Object iterator, Object next) {
    return iterator instanceof ArrayIterator arrayIterator
            && next instanceof NativeFunction function
            && function.hasBody(NEXT)
        ? arrayIterator.quickStep()
        : null;
  }

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(
            realm, Intrinsic.ARRAY_ITERATOR_PROTOTYPE, Intrinsic.ITERATOR_PROTOTYPE)
        .method("next", 0, NEXT)
        .tag("Array Iterator");
  }

  static void addMethods(Realm realm, IntrinsicBuilder builder) {
    builder
        .method("entries", 0, (a, t, _, _) -> make(a, t, ArrayIterator.Kind.KEY_AND_VALUE))
        .method("keys", 0, (a, t, _, _) -> make(a, t, ArrayIterator.Kind.KEY))
        .method(
            "values",
            0,
            (a, t, _, _) -> make(a, t, ArrayIterator.Kind.VALUE),
            Intrinsic.ARRAY_PROTOTYPE_VALUES)
        .value(
            realm.agent().symbols().iterator(),
            realm.get(Intrinsic.ARRAY_PROTOTYPE_VALUES),
            Attributes.HIDDEN);
  }

  private static Object make(Agent agent, Object thisValue, ArrayIterator.Kind kind) {
    return createArrayIterator(agent, ArrayPrototype.receiver(agent, thisValue), kind);
  }

  /// CreateArrayIterator, section 23.1.5.1.
  public static ArrayIterator createArrayIterator(
      Agent agent, JsObject array, ArrayIterator.Kind kind) {
    Shape shape = Shape.root(agent, agent.realm().get(Intrinsic.ARRAY_ITERATOR_PROTOTYPE), 0);
    return agent.heap().allocate(new ArrayIterator(shape, array, kind));
  }

  /// Section 23.1.5.2.1.
  private static Object next(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof ArrayIterator iterator)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("Array Iterator.prototype.next", thisValue));
    }
    Object value = iterator.step(agent);
    return IteratorOperations.createIterResultObject(
        agent, value == null ? Undefined.UNDEFINED : value, value == null);
  }
}
