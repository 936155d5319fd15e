package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKeys;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The methods of %Set.prototype% that take another set-like object (24.2.4.5, 9 to 13, 15, 16).
final class SetAlgebra {
  private SetAlgebra() {}

  static void define(IntrinsicBuilder builder) {
    builder
        .method("difference", 1, SetAlgebra::difference)
        .method("intersection", 1, SetAlgebra::intersection)
        .method("isDisjointFrom", 1, SetAlgebra::isDisjointFrom)
        .method("isSubsetOf", 1, SetAlgebra::isSubsetOf)
        .method("isSupersetOf", 1, SetAlgebra::isSupersetOf)
        .method("symmetricDifference", 1, SetAlgebra::symmetricDifference)
        .method("union", 1, SetAlgebra::union);
  }

  /// A Set Record (24.2.1.1): another set by its size and its methods. All are arguments or were
  /// pushed.
  private record SetRecord(JsObject object, double size, JsObject has, JsObject keys) {
    boolean has(Agent agent, Object value) {
      int mark = agent.handles().mark();
      boolean answer = TypeConversion.toBoolean(ObjectOperations.call(agent, has, object, value));
      agent.handles().release(mark);
      return answer;
    }

    IteratorRecord iterator(Agent agent) {
      Object iterator = ObjectOperations.call(agent, keys, object);
      return IteratorOperations.getIteratorDirect(
          agent, ObjectOperations.requireObject(agent, iterator));
    }
  }

  /// 24.2.1.2 GetSetRecord ( obj ).
  private static SetRecord record(Agent agent, Object value) {
    if (!(value instanceof JsObject object)) {
      throw agent.typeError(ErrorMessages.notAnObject(value));
    }
    Object rawSize = ObjectOperations.get(agent, object, PropertyKeys.SIZE);
    double number = TypeConversion.toNumber(agent, rawSize);
    if (Double.isNaN(number)) {
      throw agent.typeError("The 'size' property must be a number, but it is NaN");
    }
    double size = TypeConversion.truncate(number);
    if (size < 0) {
      throw agent.rangeError("'" + ErrorMessages.show(rawSize) + "' is an invalid size");
    }
    Object has = ObjectOperations.get(agent, object, PropertyKeys.HAS);
    if (!TestingAndComparison.isCallable(has)) {
      throw agent.typeError("The 'has' property must be a function");
    }
    Object keys = ObjectOperations.get(agent, object, PropertyKeys.KEYS);
    if (!TestingAndComparison.isCallable(keys)) {
      throw agent.typeError("The 'keys' property must be a function");
    }
    return new SetRecord(object, size, (JsObject) has, (JsObject) keys);
  }

  private static SetObject copy(Agent agent, SetObject set) {
    SetObject result = empty(agent);
    for (OrderedTable.Cursor cursor = set.data().cursor(); cursor.advance(); ) {
      result.add(agent, cursor.key());
    }
    return result;
  }

  private static SetObject empty(Agent agent) {
    return SetObject.create(agent, agent.realm().get(Intrinsic.SET_PROTOTYPE));
  }

  /// 24.2.4.5 Set.prototype.difference ( other ).
  private static Object difference(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = SetPrototype.thisSet(agent, thisValue, "difference");
    SetRecord other = record(agent, Args.get(args, 0));
    SetObject result = copy(agent, set);
    if (set.data().size() <= other.size) {
      for (OrderedTable.Cursor cursor = set.data().cursor(); cursor.advance(); ) {
        Object value = cursor.key();
        agent.handles().push(value);
        if (other.has(agent, value)) {
          result.data().delete(value);
        }
      }
      return result;
    }
    IteratorRecord keys = other.iterator(agent);
    for (Object key = step(agent, keys); key != null; key = step(agent, keys)) {
      result.data().delete(key);
    }
    return result;
  }

  /// The next key; it needs no handle where it is only compared or stored.
  private static @Nullable Object step(Agent agent, IteratorRecord keys) {
    int mark = agent.handles().mark();
    Object key = IteratorOperations.iteratorStepValue(agent, keys);
    agent.handles().release(mark);
    return key;
  }

  /// 24.2.4.9 Set.prototype.intersection ( other ).
  private static Object intersection(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = SetPrototype.thisSet(agent, thisValue, "intersection");
    SetRecord other = record(agent, Args.get(args, 0));
    SetObject result = empty(agent);
    if (set.data().size() <= other.size) {
      for (OrderedTable.Cursor cursor = set.data().cursor(); cursor.advance(); ) {
        Object value = cursor.key();
        agent.handles().push(value);
        if (other.has(agent, value)) {
          result.add(agent, value);
        }
      }
      return result;
    }
    IteratorRecord keys = other.iterator(agent);
    for (Object key = step(agent, keys); key != null; key = step(agent, keys)) {
      if (set.data().has(key)) {
        result.add(agent, key);
      }
    }
    return result;
  }

  /// 24.2.4.10 Set.prototype.isDisjointFrom ( other ).
  private static Object isDisjointFrom(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = SetPrototype.thisSet(agent, thisValue, "isDisjointFrom");
    SetRecord other = record(agent, Args.get(args, 0));
    if (set.data().size() <= other.size) {
      for (OrderedTable.Cursor cursor = set.data().cursor(); cursor.advance(); ) {
        if (other.has(agent, cursor.key())) {
          return false;
        }
      }
      return true;
    }
    IteratorRecord keys = other.iterator(agent);
    for (Object key = step(agent, keys); key != null; key = step(agent, keys)) {
      if (set.data().has(key)) {
        IteratorOperations.iteratorClose(agent, keys);
        return false;
      }
    }
    return true;
  }

  /// 24.2.4.11 Set.prototype.isSubsetOf ( other ).
  private static Object isSubsetOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = SetPrototype.thisSet(agent, thisValue, "isSubsetOf");
    SetRecord other = record(agent, Args.get(args, 0));
    if (set.data().size() > other.size) {
      return false;
    }
    for (OrderedTable.Cursor cursor = set.data().cursor(); cursor.advance(); ) {
      if (!other.has(agent, cursor.key())) {
        return false;
      }
    }
    return true;
  }

  /// 24.2.4.12 Set.prototype.isSupersetOf ( other ).
  private static Object isSupersetOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = SetPrototype.thisSet(agent, thisValue, "isSupersetOf");
    SetRecord other = record(agent, Args.get(args, 0));
    if (set.data().size() < other.size) {
      return false;
    }
    IteratorRecord keys = other.iterator(agent);
    for (Object key = step(agent, keys); key != null; key = step(agent, keys)) {
      if (!set.data().has(key)) {
        IteratorOperations.iteratorClose(agent, keys);
        return false;
      }
    }
    return true;
  }

  /// 24.2.4.15 Set.prototype.symmetricDifference ( other ).
  private static Object symmetricDifference(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = SetPrototype.thisSet(agent, thisValue, "symmetricDifference");
    SetRecord other = record(agent, Args.get(args, 0));
    IteratorRecord keys = other.iterator(agent);
    SetObject result = copy(agent, set);
    for (Object key = step(agent, keys); key != null; key = step(agent, keys)) {
      if (set.data().has(key)) {
        result.data().delete(key);
      } else {
        result.add(agent, key);
      }
    }
    return result;
  }

  /// 24.2.4.16 Set.prototype.union ( other ).
  private static Object union(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    SetObject set = SetPrototype.thisSet(agent, thisValue, "union");
    SetRecord other = record(agent, Args.get(args, 0));
    IteratorRecord keys = other.iterator(agent);
    SetObject result = copy(agent, set);
    for (Object key = step(agent, keys); key != null; key = step(agent, keys)) {
      result.add(agent, key);
    }
    return result;
  }
}
