package lexscope.js.intrinsics;

import java.util.function.Consumer;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;

/// What the constructors of keyed collections share.
final class KeyedCollections {
  private KeyedCollections() {}

  /// What is done with each entry of an iterable.
  @FunctionalInterface
  interface EntryAdder {
    /// Takes one entry.
    void add(Object key, Object value);
  }

  /// The last steps of the Map and WeakMap constructors: adds the entries of an iterable, if there
  /// is one, by the collection's own method `set`.
  static void addEntries(Agent agent, JsObject target, Object iterable) {
    if (!TestingAndComparison.isNullish(iterable)) {
      JsObject adder = requireAdder(agent, target, PropertyKeys.SET);
      addEntriesFromIterable(
          agent, iterable, (key, value) -> ObjectOperations.call(agent, adder, target, key, value));
    }
  }

  /// The last steps of the Set and WeakSet constructors: adds the values of an iterable, if there
  /// is one, by the collection's own method `add`.
  static void addValues(Agent agent, JsObject target, Object iterable) {
    if (!TestingAndComparison.isNullish(iterable)) {
      JsObject adder = requireAdder(agent, target, PropertyKeys.ADD);
      forEach(agent, iterable, value -> ObjectOperations.call(agent, adder, target, value));
    }
  }

  /// 24.1.1.2 AddEntriesFromIterable ( target, iterable, adder ).
  static void addEntriesFromIterable(Agent agent, Object iterable, EntryAdder adder) {
    forEach(
        agent,
        iterable,
        next -> {
          if (!(next instanceof JsObject entry)) {
            throw agent.typeError(
                "Iterator value " + ErrorMessages.show(next) + " is not an entry object");
          }
          Object key = ObjectOperations.get(agent, entry, 0);
          adder.add(key, ObjectOperations.get(agent, entry, 1));
        });
  }

  /// Takes every value of an iterable, and closes the iterator when that throws.
  private static void forEach(Agent agent, Object iterable, Consumer<Object> action) {
    IteratorRecord iterator = IteratorOperations.getIterator(agent, iterable);
    HandleStack handles = agent.handles();
    while (true) {
      int mark = handles.mark();
      Object next = IteratorOperations.iteratorStepValue(agent, iterator);
      if (next == null) {
        return;
      }
      try {
        action.accept(next);
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, iterator, thrown);
      }
      handles.release(mark);
    }
  }

  private static JsObject requireAdder(Agent agent, JsObject target, PropertyKey name) {
    Object adder = ObjectOperations.get(agent, target, name);
    if (adder instanceof JsObject function && function.isCallable()) {
      return function;
    }
    throw agent.typeError(
        "'"
            + ErrorMessages.show(adder)
            + "' returned for property '"
            + name
            + "' of object is not a function");
  }

  /// 9.14 CanBeHeldWeakly ( v ).
  static boolean canBeHeldWeakly(Object value) {
    return value instanceof JsObject || (value instanceof Symbol symbol && !symbol.isRegistered());
  }
}
