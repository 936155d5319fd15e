package lexscope.js.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Operations on iterator objects, section 7.4. What they return is pushed on the handle stack.
public final class IteratorOperations {
  private IteratorOperations() {}

  /// GetIteratorDirect, section 7.4.2.
  ///
  /// @throws ThrowCompletion if reading `next` throws
  public static IteratorRecord getIteratorDirect(Agent agent, JsObject iterator) {
    agent.handles().push(iterator);
    return new IteratorRecord(iterator, ObjectOperations.get(agent, iterator, PropertyKeys.NEXT));
  }

  /// GetIteratorFromMethod, section 7.4.3.
  ///
  /// @throws ThrowCompletion if the method throws or gives no object
  public static IteratorRecord getIteratorFromMethod(Agent agent, Object value, JsObject method) {
    Object iterator = ObjectOperations.call(agent, method, value);
    if (!(iterator instanceof JsObject object)) {
      throw agent.typeError("Result of the Symbol.iterator method is not an object");
    }
    return getIteratorDirect(agent, object);
  }

  /// GetIterator with kind SYNC, section 7.4.4.
  ///
  /// @throws ThrowCompletion if the value is not iterable, or if its method throws
  public static IteratorRecord getIterator(Agent agent, Object value) {
    JsObject method = iteratorMethod(agent, value);
    if (method == null) {
      throw agent.typeError(ErrorMessages.notIterable(value));
    }
    return getIteratorFromMethod(agent, value, method);
  }

  /// GetMethod of `%Symbol.iterator%`; null if the value has none, or is undefined or null.
  ///
  /// @throws ThrowCompletion if the property is no function, or if reading it throws
  public static @Nullable JsObject iteratorMethod(Agent agent, Object value) {
    return TestingAndComparison.isNullish(value)
        ? null
        : ObjectOperations.getMethod(agent, value, agent.symbols().iterator().key());
  }

  /// GetIteratorFlattenable, section 7.4.5.
  ///
  /// @throws ThrowCompletion if the value is neither an iterator nor iterable
  public static IteratorRecord getIteratorFlattenable(
      Agent agent, Object value, boolean iterateStrings) {
    if (!(value instanceof JsObject) && !(iterateStrings && value instanceof JsString)) {
      throw agent.typeError(ErrorMessages.notAnObject(value));
    }
    JsObject method = ObjectOperations.getMethod(agent, value, agent.symbols().iterator().key());
    Object iterator = method == null ? value : ObjectOperations.call(agent, method, value);
    return getIteratorDirect(agent, ObjectOperations.requireObject(agent, iterator));
  }

  /// IteratorNext, section 7.4.6, without a value.
  ///
  /// @throws ThrowCompletion if `next` throws or gives no object
  public static JsObject iteratorNext(Agent agent, IteratorRecord record) {
    return result(agent, record, null);
  }

  /// IteratorNext, section 7.4.6, with a value.
  ///
  /// @throws ThrowCompletion if `next` throws or gives no object
  public static JsObject iteratorNext(Agent agent, IteratorRecord record, Object value) {
    return result(agent, record, value);
  }

  private static JsObject result(Agent agent, IteratorRecord record, @Nullable Object value) {
    Object result;
    try {
      result =
          value == null
              ? ObjectOperations.call(agent, record.nextMethod(), record.iterator())
              : ObjectOperations.call(agent, record.nextMethod(), record.iterator(), value);
    } catch (ThrowCompletion thrown) {
      record.finish();
      throw thrown;
    }
    if (!(result instanceof JsObject object)) {
      record.finish();
      throw agent.typeError(ErrorMessages.iteratorResultNotAnObject(result));
    }
    return object;
  }

  /// IteratorComplete, section 7.4.7.
  ///
  /// @throws ThrowCompletion if reading `done` throws
  public static boolean iteratorComplete(Agent agent, JsObject result) {
    return TypeConversion.toBoolean(ObjectOperations.get(agent, result, PropertyKeys.DONE));
  }

  /// IteratorValue, section 7.4.8.
  ///
  /// @throws ThrowCompletion if reading `value` throws
  public static Object iteratorValue(Agent agent, JsObject result) {
    return ObjectOperations.get(agent, result, PropertyKeys.VALUE);
  }

  /// IteratorStep, section 7.4.9: the result object, null when the iterator is done.
  ///
  /// @throws ThrowCompletion if the iterator throws; the record is then done
  public static @Nullable JsObject iteratorStep(Agent agent, IteratorRecord record) {
    JsObject result = iteratorNext(agent, record);
    boolean done;
    try {
      done = iteratorComplete(agent, result);
    } catch (ThrowCompletion thrown) {
      record.finish();
      throw thrown;
    }
    if (done) {
      record.finish();
      return null;
    }
    return result;
  }

  /// IteratorStepValue, section 7.4.10: the next value, null when the iterator is done.
  ///
  /// @throws ThrowCompletion if the iterator throws; the record is then done
  public static @Nullable Object iteratorStepValue(Agent agent, IteratorRecord record) {
    JsObject result = iteratorStep(agent, record);
    if (result == null) {
      return null;
    }
    try {
      return iteratorValue(agent, result);
    } catch (ThrowCompletion thrown) {
      record.finish();
      throw thrown;
    }
  }

  /// IteratorClose, section 7.4.11, of a normal completion.
  ///
  /// @throws ThrowCompletion if `return` throws or gives no object
  public static void iteratorClose(Agent agent, IteratorRecord record) {
    iteratorClose(agent, record.iterator());
  }

  /// IteratorClose, section 7.4.11, of a normal completion, by the iterator alone.
  ///
  /// @throws ThrowCompletion if `return` throws or gives no object
  public static void iteratorClose(Agent agent, JsObject iterator) {
    JsObject method = ObjectOperations.getMethod(agent, iterator, PropertyKeys.RETURN);
    if (method != null) {
      Object result = ObjectOperations.call(agent, method, iterator);
      if (!(result instanceof JsObject)) {
        throw agent.typeError(ErrorMessages.notAnObject(result));
      }
    }
  }

  /// IteratorClose, section 7.4.11, of a throw completion: what `return` does is of no account.
  ///
  /// @return the throw to go on with
  public static ThrowCompletion iteratorCloseOnThrow(
      Agent agent, IteratorRecord record, ThrowCompletion thrown) {
    return iteratorCloseOnThrow(agent, record.iterator(), thrown);
  }

  /// IteratorClose, section 7.4.11, of a throw completion, by the iterator alone.
  ///
  /// @return the throw to go on with
  public static ThrowCompletion iteratorCloseOnThrow(
      Agent agent, JsObject iterator, ThrowCompletion thrown) {
    agent.handles().push(thrown.value());
    try {
      JsObject method = ObjectOperations.getMethod(agent, iterator, PropertyKeys.RETURN);
      if (method != null) {
        ObjectOperations.call(agent, method, iterator);
      }
    } catch (ThrowCompletion _) {
      // The first throw wins.
    }
    return thrown;
  }

  /// CreateIterResultObject, section 7.4.14.
  public static JsObject createIterResultObject(Agent agent, Object value, boolean done) {
    var result = new JsObject(agent.realm().iterResultShape());
    result.initializeSlots(agent.realm().iterResultShape(), new Object[] {value, done}, false);
    return agent.heap().allocate(result);
  }

  /// IteratorToList, section 7.4.16. Every value is pushed; the caller's scope keeps them.
  ///
  /// @throws ThrowCompletion if the iterator throws
  public static List<Object> iteratorToList(Agent agent, IteratorRecord record) {
    var values = new ArrayList<>();
    while (true) {
      Object value = iteratorStepValue(agent, record);
      if (value == null) {
        return values;
      }
      values.add(value);
    }
  }

  /// The keys of a group and its values, in order.
  public record Group(Object key, List<Object> values) {}

  /// GroupBy, section 7.3.35. Keys and values are pushed; the caller's scope keeps them.
  ///
  /// @param propertyKeys whether keys are property keys, else they are compared as a Map does
  /// @throws ThrowCompletion if iterating or the callback throws
  public static List<Group> groupBy(
      Agent agent, Object items, Object callback, boolean propertyKeys) {
    if (TestingAndComparison.isNullish(items)) {
      throw agent.typeError(ErrorMessages.notIterable(items));
    }
    JsObject function = ObjectOperations.requireCallable(agent, callback);
    var groups = new LinkedHashMap<Object, Group>();
    IteratorRecord iterator = getIterator(agent, items);
    long k = 0;
    while (true) {
      Object value = iteratorStepValue(agent, iterator);
      if (value == null) {
        return new ArrayList<>(groups.values());
      }
      Object key;
      try {
        Object answer =
            ObjectOperations.call(agent, function, Undefined.UNDEFINED, value, Numbers.of(k));
        key =
            propertyKeys
                ? TypeConversion.toPropertyKey(agent, answer)
                : Numbers.MINUS_ZERO.equals(answer) ? (Object) 0 : answer;
      } catch (ThrowCompletion thrown) {
        throw iteratorCloseOnThrow(agent, iterator, thrown);
      }
      groups.computeIfAbsent(key, _ -> new Group(key, new ArrayList<>())).values().add(value);
      k++;
    }
  }
}
