package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The methods of `%Array.prototype%` that take no callback, section 23.1.3. All of them work on
/// any array-like object.
final class ArrayPrototype {
  static final int POLL = 0xFFF;

  private ArrayPrototype() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    IntrinsicBuilder builder =
        new IntrinsicBuilder(realm, realm.get(Intrinsic.ARRAY_PROTOTYPE))
            .method("at", 1, ArrayPrototype::at)
            .method("concat", 1, ArrayPrototype::concat)
            .method("copyWithin", 2, ArrayPrototype::copyWithin)
            .method("fill", 1, ArrayPrototype::fill)
            .method("pop", 0, ArrayPrototype::pop)
            .method("push", 1, ArrayPrototype::push)
            .method("reverse", 0, ArrayPrototype::reverse)
            .method("shift", 0, ArrayPrototype::shift)
            .method("slice", 2, ArrayPrototype::slice)
            .method("splice", 2, ArrayPrototype::splice)
            .method("unshift", 1, ArrayPrototype::unshift);
    ArraySearch.create(builder);
    ArrayTexts.create(builder);
    ArrayCopies.create(builder);
    ArrayCallbacks.create(builder);
    ArraySort.create(builder);
    ArrayIteratorPrototype.addMethods(realm, builder);
    builder.value(agent.symbols().unscopables(), unscopables(realm), Attributes.CONFIGURABLE);
  }

  /// Section 23.1.3.41.
  private static JsObject unscopables(Realm realm) {
    JsObject list = JsObject.create(realm.agent(), null);
    for (String name :
        new String[] {
          "at", "copyWithin", "entries", "fill", "find", "findIndex", "findLast", "findLastIndex",
          "flat", "flatMap", "includes", "keys", "toReversed", "toSorted", "toSpliced", "values"
        }) {
      list.put(realm.agent(), PropertyKey.of(name), true, Attributes.ALL);
    }
    return list;
  }

  /// ToObject of the receiver, kept by a handle.
  static JsObject receiver(Agent agent, Object thisValue) {
    JsObject object = TypeConversion.toObject(agent, thisValue);
    agent.handles().push(object);
    return object;
  }

  /// The element at an index, null if there is none: HasProperty and Get in one.
  static @Nullable Object element(Agent agent, JsObject object, long index) {
    if (object instanceof JsArray array && index <= Integer.MAX_VALUE) {
      Object value = array.denseElement((int) index);
      if (value != null) {
        agent.handles().push(value);
        return value;
      }
    }
    PropertyKey key = PropertyKey.ofIndex(index);
    return object.hasProperty(agent, key) ? ObjectOperations.get(agent, object, key) : null;
  }

  private static void setLength(Agent agent, JsObject object, long length) {
    ObjectOperations.set(agent, object, PropertyKeys.LENGTH, Numbers.of(length));
  }

  private static void delete(Agent agent, JsObject object, long index) {
    ObjectOperations.deletePropertyOrThrow(agent, object, PropertyKey.ofIndex(index));
  }

  /// Moves an element; a hole moves as a hole.
  private static void move(Agent agent, JsObject object, long from, long to) {
    int mark = agent.handles().mark();
    Object value = element(agent, object, from);
    if (value != null) {
      ObjectOperations.set(agent, object, to, value);
    } else {
      delete(agent, object, to);
    }
    agent.handles().release(mark);
    if ((from & POLL) == 0) {
      agent.poll();
    }
  }

  /// Section 23.1.3.1.
  private static Object at(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    double relative = TypeConversion.toIntegerOrInfinity(agent, Args.get(args, 0));
    double k = relative >= 0 ? relative : length + relative;
    return k < 0 || k >= length ? Undefined.UNDEFINED : ObjectOperations.get(agent, o, (long) k);
  }

  /// Section 23.1.3.2.
  private static Object concat(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue);
    JsObject result = ArrayConstructor.speciesCreate(agent, o, 0);
    long n = 0;
    for (int i = -1; i < args.length; i++) {
      Object item = i < 0 ? o : args[i];
      if (item instanceof JsObject spread && isConcatSpreadable(agent, spread)) {
        long length = ObjectOperations.lengthOfArrayLike(agent, spread);
        requireSafeLength(agent, n + length);
        for (long k = 0; k < length; k++) {
          int mark = agent.handles().mark();
          Object value = element(agent, spread, k);
          if (value != null) {
            ObjectOperations.createDataPropertyOrThrow(agent, result, n + k, value);
          }
          agent.handles().release(mark);
          if ((k & POLL) == 0) {
            agent.poll();
          }
        }
        n += length;
      } else {
        requireSafeLength(agent, n + 1);
        ObjectOperations.createDataPropertyOrThrow(agent, result, n, item);
        n++;
      }
    }
    setLength(agent, result, n);
    return trimmed(result);
  }

  /// The result, if it is an array, without spare room.
  static JsObject trimmed(JsObject result) {
    return result instanceof JsArray array ? array.trimmed() : result;
  }

  static void requireSafeLength(Agent agent, long length) {
    if (length > Numbers.MAX_SAFE_INTEGER) {
      throw agent.typeError(ErrorMessages.PUSH_TOO_LONG);
    }
  }

  /// IsConcatSpreadable, section 23.1.3.2.1.
  private static boolean isConcatSpreadable(Agent agent, JsObject object) {
    Object spreadable =
        ObjectOperations.get(agent, object, agent.symbols().isConcatSpreadable().key());
    return spreadable == Undefined.UNDEFINED
        ? TestingAndComparison.isArray(agent, object)
        : TypeConversion.toBoolean(spreadable);
  }

  private static long relativeEnd(Agent agent, Object end, long length) {
    return end == Undefined.UNDEFINED ? length : TypeConversion.toRelativeIndex(agent, end, length);
  }

  /// Section 23.1.3.4.
  private static Object copyWithin(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    long to = TypeConversion.toRelativeIndex(agent, Args.get(args, 0), length);
    long from = TypeConversion.toRelativeIndex(agent, Args.get(args, 1), length);
    long end = relativeEnd(agent, Args.get(args, 2), length);
    long count = Math.min(end - from, length - to);
    if (from < to && to < from + count) {
      for (long i = count - 1; i >= 0; i--) {
        move(agent, o, from + i, to + i);
      }
    } else {
      for (long i = 0; i < count; i++) {
        move(agent, o, from + i, to + i);
      }
    }
    return o;
  }

  /// Section 23.1.3.7.
  private static Object fill(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    long from = TypeConversion.toRelativeIndex(agent, Args.get(args, 1), length);
    long end = relativeEnd(agent, Args.get(args, 2), length);
    for (long k = from; k < end; k++) {
      ObjectOperations.set(agent, o, k, Args.get(args, 0));
      if ((k & POLL) == 0) {
        agent.poll();
      }
    }
    return o;
  }

  /// Section 23.1.3.22.
  private static Object pop(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (thisValue instanceof JsArray array) {
      Object value = array.pop();
      if (value != null) {
        return value;
      }
    }
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    if (length == 0) {
      setLength(agent, o, 0);
      return Undefined.UNDEFINED;
    }
    Object value = ObjectOperations.get(agent, o, length - 1);
    delete(agent, o, length - 1);
    setLength(agent, o, length - 1);
    return value;
  }

  /// Section 23.1.3.23.
  private static Object push(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    int done = 0;
    if (thisValue instanceof JsArray array && array.inheritsNoElements()) {
      while (done < args.length && array.push(agent, args[done])) {
        done++;
      }
      if (done == args.length && done > 0) {
        return Numbers.of(array.length());
      }
    }
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    requireSafeLength(agent, length + args.length - done);
    for (; done < args.length; done++) {
      ObjectOperations.set(agent, o, length++, args[done]);
    }
    setLength(agent, o, length);
    return Numbers.of(length);
  }

  /// Section 23.1.3.26.
  private static Object reverse(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    for (long lower = 0; lower < length / 2; lower++) {
      int mark = agent.handles().mark();
      long upper = length - lower - 1;
      Object low = element(agent, o, lower);
      Object high = element(agent, o, upper);
      if (high != null) {
        ObjectOperations.set(agent, o, lower, high);
      } else if (low != null) {
        delete(agent, o, lower);
      }
      if (low != null) {
        ObjectOperations.set(agent, o, upper, low);
      } else if (high != null) {
        delete(agent, o, upper);
      }
      agent.handles().release(mark);
      if ((lower & POLL) == 0) {
        agent.poll();
      }
    }
    return o;
  }

  /// Section 23.1.3.27.
  private static Object shift(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (thisValue instanceof JsArray array && array.inheritsNoElements()) {
      Object first = array.shift();
      if (first != null) {
        return first;
      }
    }
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    if (length == 0) {
      setLength(agent, o, 0);
      return Undefined.UNDEFINED;
    }
    Object first = ObjectOperations.get(agent, o, 0);
    for (long k = 1; k < length; k++) {
      move(agent, o, k, k - 1);
    }
    delete(agent, o, length - 1);
    setLength(agent, o, length - 1);
    return first;
  }

  /// Section 23.1.3.28.
  private static Object slice(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    long from = TypeConversion.toRelativeIndex(agent, Args.get(args, 0), length);
    long end = relativeEnd(agent, Args.get(args, 1), length);
    return copyRange(agent, o, from, Math.max(end - from, 0));
  }

  /// A species array with the elements of a range; holes stay holes.
  private static JsObject copyRange(Agent agent, JsObject o, long from, long count) {
    JsObject result = ArrayConstructor.speciesCreate(agent, o, count);
    for (long n = 0; n < count; n++) {
      int mark = agent.handles().mark();
      Object value = element(agent, o, from + n);
      if (value != null) {
        ObjectOperations.createDataPropertyOrThrow(agent, result, n, value);
      }
      agent.handles().release(mark);
      if ((n & POLL) == 0) {
        agent.poll();
      }
    }
    setLength(agent, result, count);
    return result;
  }

  /// Section 23.1.3.31.
  private static Object splice(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    long start = TypeConversion.toRelativeIndex(agent, Args.get(args, 0), length);
    long deleted = deleteCount(agent, args, length, start);
    int inserted = Math.max(args.length - 2, 0);
    requireSafeLength(agent, length + inserted - deleted);
    JsObject removed = copyRange(agent, o, start, deleted);
    shiftTail(agent, o, start, deleted, inserted, length);
    for (int i = 0; i < inserted; i++) {
      ObjectOperations.set(agent, o, start + i, args[i + 2]);
    }
    setLength(agent, o, length - deleted + inserted);
    return removed;
  }

  static long deleteCount(Agent agent, Object[] args, long length, long start) {
    if (args.length == 0) {
      return 0;
    }
    if (args.length == 1) {
      return length - start;
    }
    double n = TypeConversion.toIntegerOrInfinity(agent, args[1]);
    return (long) Math.min(Math.max(n, 0), (double) (length - start));
  }

  private static void shiftTail(
      Agent agent, JsObject o, long start, long deleted, long inserted, long length) {
    if (inserted < deleted) {
      for (long k = start; k < length - deleted; k++) {
        move(agent, o, k + deleted, k + inserted);
      }
      for (long k = length; k > length - deleted + inserted; k--) {
        delete(agent, o, k - 1);
      }
    } else if (inserted > deleted) {
      for (long k = length - deleted; k > start; k--) {
        move(agent, o, k + deleted - 1, k + inserted - 1);
      }
    }
  }

  /// Section 23.1.3.37.
  private static Object unshift(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    int count = args.length;
    if (count > 0) {
      requireSafeLength(agent, length + count);
      for (long k = length; k > 0; k--) {
        move(agent, o, k - 1, k + count - 1);
      }
      for (int j = 0; j < count; j++) {
        ObjectOperations.set(agent, o, j, args[j]);
      }
    }
    setLength(agent, o, length + count);
    return Numbers.of(length + count);
  }
}
