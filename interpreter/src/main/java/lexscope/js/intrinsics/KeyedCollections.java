package lexscope.js.intrinsics;

import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;

/// What the constructors of keyed collections share.
final class KeyedCollections {
  private KeyedCollections() {}

  /// 24.1.1.2 AddEntriesFromIterable ( target, iterable, adder ).
  static void addEntries(
      Agent agent, JsObject target, Object iterable, Object adder, String adderName) {
    JsObject add = requireAdder(agent, adder, adderName);
    IteratorRecord iterator = IteratorOperations.getIterator(agent, iterable);
    HandleStack handles = agent.handles();
    while (true) {
      int mark = handles.mark();
      Object next = IteratorOperations.iteratorStepValue(agent, iterator);
      if (next == null) {
        return;
      }
      try {
        if (!(next instanceof JsObject entry)) {
          throw agent.typeError(
              "Iterator value " + ErrorMessages.show(next) + " is not an entry object");
        }
        Object key = ObjectOperations.get(agent, entry, 0);
        Object value = ObjectOperations.get(agent, entry, 1);
        ObjectOperations.call(agent, add, target, key, value);
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, iterator, thrown);
      }
      handles.release(mark);
    }
  }

  /// Steps 7 and 8 of the Set and WeakSet constructors: adds every value.
  static void addValues(Agent agent, JsObject target, Object iterable, Object adder) {
    JsObject add = requireAdder(agent, adder, "add");
    IteratorRecord iterator = IteratorOperations.getIterator(agent, iterable);
    HandleStack handles = agent.handles();
    while (true) {
      int mark = handles.mark();
      Object next = IteratorOperations.iteratorStepValue(agent, iterator);
      if (next == null) {
        return;
      }
      try {
        ObjectOperations.call(agent, add, target, next);
      } catch (ThrowCompletion thrown) {
        throw IteratorOperations.iteratorCloseOnThrow(agent, iterator, thrown);
      }
      handles.release(mark);
    }
  }

  private static JsObject requireAdder(Agent agent, Object adder, String name) {
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
