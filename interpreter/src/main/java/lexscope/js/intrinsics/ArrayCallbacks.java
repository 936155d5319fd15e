package lexscope.js.intrinsics;

import java.util.ArrayDeque;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The methods of `%Array.prototype%` that call back, section 23.1.3.
final class ArrayCallbacks {
  private ArrayCallbacks() {}

  static void create(IntrinsicBuilder builder) {
    builder
        .method("every", 1, ArrayCallbacks::every)
        .method("filter", 1, ArrayCallbacks::filter)
        .method("find", 1, (a, t, args, _) -> find(a, t, args, true, false))
        .method("findIndex", 1, (a, t, args, _) -> find(a, t, args, true, true))
        .method("findLast", 1, (a, t, args, _) -> find(a, t, args, false, false))
        .method("findLastIndex", 1, (a, t, args, _) -> find(a, t, args, false, true))
        .method("flat", 0, ArrayCallbacks::flat)
        .method("flatMap", 1, ArrayCallbacks::flatMap)
        .method("forEach", 1, ArrayCallbacks::forEach)
        .method("map", 1, ArrayCallbacks::map)
        .method("reduce", 1, (a, t, args, _) -> reduce(a, t, args, true))
        .method("reduceRight", 1, (a, t, args, _) -> reduce(a, t, args, false))
        .method("some", 1, ArrayCallbacks::some);
  }

  private static Object call(
      Agent agent, JsObject function, Object thisArg, Object value, long index, JsObject o) {
    return function.call(agent, thisArg, new Object[] {value, Numbers.of(index), o});
  }

  /// Section 23.1.3.6.
  private static Object every(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return !anyIs(agent, thisValue, args, false);
  }

  /// Section 23.1.3.29.
  private static Object some(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return anyIs(agent, thisValue, args, true);
  }

  private static boolean anyIs(Agent agent, Object thisValue, Object[] args, boolean wanted) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    HandleStack handles = agent.handles();
    for (long k = 0; k < length; k++) {
      int mark = handles.mark();
      Object value = ArrayPrototype.element(agent, o, k);
      if (value != null
          && TypeConversion.toBoolean(call(agent, callback, Args.get(args, 1), value, k, o))
              == wanted) {
        return true;
      }
      handles.release(mark);
      if ((k & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return false;
  }

  /// Section 23.1.3.8.
  private static Object filter(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    JsObject result = ArrayConstructor.speciesCreate(agent, o, 0);
    HandleStack handles = agent.handles();
    long to = 0;
    for (long k = 0; k < length; k++) {
      int mark = handles.mark();
      Object value = ArrayPrototype.element(agent, o, k);
      if (value != null
          && TypeConversion.toBoolean(call(agent, callback, Args.get(args, 1), value, k, o))) {
        ObjectOperations.createDataPropertyOrThrow(agent, result, to++, value);
      }
      handles.release(mark);
      if ((k & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return result;
  }

  /// FindViaPredicate, section 23.1.3.12.1.
  private static Object find(
      Agent agent, Object thisValue, Object[] args, boolean ascending, boolean index) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    JsObject predicate = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    HandleStack handles = agent.handles();
    for (long i = 0; i < length; i++) {
      int mark = handles.mark();
      long k = ascending ? i : length - 1 - i;
      Object value = ObjectOperations.get(agent, o, k);
      if (TypeConversion.toBoolean(call(agent, predicate, Args.get(args, 1), value, k, o))) {
        return index ? Numbers.of(k) : value;
      }
      handles.release(mark);
      if ((i & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return index ? Integer.valueOf(-1) : Undefined.UNDEFINED;
  }

  /// Section 23.1.3.15.
  private static Object forEach(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    HandleStack handles = agent.handles();
    for (long k = 0; k < length; k++) {
      int mark = handles.mark();
      Object value = ArrayPrototype.element(agent, o, k);
      if (value != null) {
        call(agent, callback, Args.get(args, 1), value, k, o);
      }
      handles.release(mark);
      if ((k & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return Undefined.UNDEFINED;
  }

  /// Section 23.1.3.21.
  private static Object map(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    JsObject result = ArrayConstructor.speciesCreate(agent, o, length);
    HandleStack handles = agent.handles();
    for (long k = 0; k < length; k++) {
      int mark = handles.mark();
      Object value = ArrayPrototype.element(agent, o, k);
      if (value != null) {
        Object mapped = call(agent, callback, Args.get(args, 1), value, k, o);
        handles.push(mapped);
        ObjectOperations.createDataPropertyOrThrow(agent, result, k, mapped);
      }
      handles.release(mark);
      if ((k & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return result;
  }

  /// Sections 23.1.3.24 and 23.1.3.25.
  private static Object reduce(Agent agent, Object thisValue, Object[] args, boolean forwards) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    HandleStack handles = agent.handles();
    long i = 0;
    Object accumulator = args.length > 1 ? args[1] : null;
    for (; accumulator == null && i < length; i++) {
      accumulator = ArrayPrototype.element(agent, o, forwards ? i : length - 1 - i);
      if ((i & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    if (accumulator == null) {
      throw agent.typeError(ErrorMessages.EMPTY_REDUCE);
    }
    int base = handles.mark();
    handles.push(accumulator);
    for (; i < length; i++) {
      long k = forwards ? i : length - 1 - i;
      Object value = ArrayPrototype.element(agent, o, k);
      if (value != null) {
        accumulator =
            callback.call(
                agent, Undefined.UNDEFINED, new Object[] {accumulator, value, Numbers.of(k), o});
      }
      handles.release(base);
      if ((i & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
      handles.push(accumulator);
    }
    return accumulator;
  }

  /// Section 23.1.3.13.
  private static Object flat(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    Object depth = Args.get(args, 0);
    double levels =
        depth == Undefined.UNDEFINED
            ? 1
            : Math.max(TypeConversion.toIntegerOrInfinity(agent, depth), 0);
    JsObject result = ArrayConstructor.speciesCreate(agent, o, 0);
    flatten(agent, result, o, length, levels, null, Undefined.UNDEFINED);
    return result;
  }

  /// Section 23.1.3.14.
  private static Object flatMap(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    if (!(Args.get(args, 0) instanceof JsObject mapper) || !mapper.isCallable()) {
      throw agent.typeError("flatMap mapper function is not callable");
    }
    JsObject result = ArrayConstructor.speciesCreate(agent, o, 0);
    flatten(agent, result, o, length, 1, mapper, Args.get(args, 1));
    return result;
  }

  /// One array that is being flattened, and how far it is.
  private static final class Level {
    final JsObject source;
    final long length;
    final int mark;
    long next;

    Level(JsObject source, long length, int mark) {
      this.source = source;
      this.length = length;
      this.mark = mark;
    }
  }

  /// FlattenIntoArray, section 23.1.3.13.1, with a stack of its own: arrays may nest as deep as
  /// memory lasts.
  private static void flatten(
      Agent agent,
      JsObject target,
      JsObject source,
      long length,
      double depth,
      @Nullable JsObject mapper,
      Object thisArg) {
    HandleStack handles = agent.handles();
    var levels = new ArrayDeque<Level>();
    levels.push(new Level(source, length, handles.mark()));
    long to = 0;
    while (!levels.isEmpty()) {
      Level level = levels.element();
      if (level.next == level.length) {
        handles.release(level.mark);
        levels.pop();
        continue;
      }
      int mark = handles.mark();
      long k = level.next++;
      Object value = ArrayPrototype.element(agent, level.source, k);
      if (value != null && mapper != null && levels.size() == 1) {
        value = ObjectOperations.call(agent, mapper, thisArg, value, Numbers.of(k), source);
      }
      if (value == null) {
        handles.release(mark);
      } else if (levels.size() <= depth && TestingAndComparison.isArray(agent, value)) {
        JsObject inner = (JsObject) value;
        levels.push(new Level(inner, ObjectOperations.lengthOfArrayLike(agent, inner), mark));
        if (levels.size() > MAX_FLAT_DEPTH) {
          throw agent.stackOverflow();
        }
      } else {
        if (to >= Numbers.MAX_SAFE_INTEGER) {
          throw agent.typeError(ErrorMessages.PUSH_TOO_LONG);
        }
        ObjectOperations.createDataPropertyOrThrow(agent, target, to++, value);
        handles.release(mark);
      }
      if ((to & 0xFFF) == 0) {
        agent.poll();
      }
    }
  }

  /// A cyclic array would go on for ever.
  private static final int MAX_FLAT_DEPTH = 10_000_000;
}
