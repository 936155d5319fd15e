package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.Arrays;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Numbers;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The methods of %TypedArray.prototype% that call a function per element (23.2.3.8, 10 to 15, 21
/// to 24, 28, 29, 33).
final class TypedArrayCallbacks {
  private TypedArrayCallbacks() {}

  static void define(IntrinsicBuilder builder) {
    builder
        .method("every", 1, TypedArrayCallbacks::every)
        .method("filter", 1, TypedArrayCallbacks::filter)
        .method("find", 1, search("find", false, false))
        .method("findIndex", 1, search("findIndex", false, true))
        .method("findLast", 1, search("findLast", true, false))
        .method("findLastIndex", 1, search("findLastIndex", true, true))
        .method("forEach", 1, TypedArrayCallbacks::forEach)
        .method("map", 1, TypedArrayCallbacks::map)
        .method("reduce", 1, reduce("reduce", false))
        .method("reduceRight", 1, reduce("reduceRight", true))
        .method("some", 1, TypedArrayCallbacks::some)
        .method("sort", 1, TypedArrayCallbacks::sort)
        .method("toSorted", 1, TypedArrayCallbacks::toSorted);
  }

  private static Object element(Agent agent, TypedArrayObject array, int index) {
    return index < array.length() ? array.element(agent, index) : Undefined.UNDEFINED;
  }

  /// What the callback says to an element.
  private static Object ask(
      Agent agent,
      JsObject callback,
      Object[] args,
      Object element,
      int k,
      TypedArrayObject array) {
    return ObjectOperations.call(agent, callback, Args.get(args, 1), element, k, array);
  }

  private static boolean test(
      Agent agent,
      JsObject callback,
      Object[] args,
      Object element,
      int k,
      TypedArrayObject array) {
    int mark = agent.handles().mark();
    boolean answer = TypeConversion.toBoolean(ask(agent, callback, args, element, k, array));
    agent.handles().release(mark);
    return answer;
  }

  /// 23.2.3.8 `%TypedArray%.prototype.every ( callback [ , thisArg ] )`.
  private static Object every(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "every");
    int length = array.length();
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    for (int k = 0; k < length; k++) {
      if (!test(agent, callback, args, element(agent, array, k), k, array)) {
        return false;
      }
    }
    return true;
  }

  /// 23.2.3.28 `%TypedArray%.prototype.some ( callback [ , thisArg ] )`.
  private static Object some(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "some");
    int length = array.length();
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    for (int k = 0; k < length; k++) {
      if (test(agent, callback, args, element(agent, array, k), k, array)) {
        return true;
      }
    }
    return false;
  }

  /// 23.2.3.10 `%TypedArray%.prototype.filter ( callback [ , thisArg ] )`.
  private static Object filter(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "filter");
    int length = array.length();
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    var kept = new ArrayList<Object>();
    for (int k = 0; k < length; k++) {
      Object value = element(agent, array, k);
      if (test(agent, callback, args, value, k, array)) {
        kept.add(value);
      }
    }
    TypedArrayObject result =
        TypedArrayOperations.speciesCreate(agent, array, kept.size(), kept.size());
    for (int n = 0; n < kept.size(); n++) {
      TypedArrayOperations.setElement(agent, result, n, kept.get(n));
    }
    return result;
  }

  /// 23.2.3.11 to 23.2.3.14: find, findIndex, findLast and findLastIndex.
  private static NativeBody search(String method, boolean last, boolean index) {
    return (agent, thisValue, args, _) -> {
      TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, method);
      int length = array.length();
      JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
      for (int i = 0; i < length; i++) {
        int k = last ? length - 1 - i : i;
        Object value = element(agent, array, k);
        if (test(agent, callback, args, value, k, array)) {
          return index ? (Object) k : value;
        }
      }
      return index ? Integer.valueOf(-1) : Undefined.UNDEFINED;
    };
  }

  /// 23.2.3.15 `%TypedArray%.prototype.forEach ( callback [ , thisArg ] )`.
  private static Object forEach(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "forEach");
    int length = array.length();
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    for (int k = 0; k < length; k++) {
      int mark = agent.handles().mark();
      ask(agent, callback, args, element(agent, array, k), k, array);
      agent.handles().release(mark);
    }
    return Undefined.UNDEFINED;
  }

  /// 23.2.3.22 `%TypedArray%.prototype.map ( callback [ , thisArg ] )`.
  private static Object map(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "map");
    int length = array.length();
    JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
    TypedArrayObject result = TypedArrayOperations.speciesCreate(agent, array, length, length);
    for (int k = 0; k < length; k++) {
      int mark = agent.handles().mark();
      Object mapped = ask(agent, callback, args, element(agent, array, k), k, array);
      TypedArrayOperations.setElement(agent, result, k, mapped);
      agent.handles().release(mark);
    }
    return result;
  }

  /// 23.2.3.23 `reduce and 23.2.3.24 reduceRight ( callback [ , initialValue ] )`.
  private static NativeBody reduce(String method, boolean right) {
    return (agent, thisValue, args, _) -> {
      TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, method);
      int length = array.length();
      JsObject callback = ObjectOperations.requireCallable(agent, Args.get(args, 0));
      if (length == 0 && args.length < 2) {
        throw agent.typeError(ErrorMessages.EMPTY_REDUCE);
      }
      int done = 0;
      Object accumulator;
      if (args.length >= 2) {
        accumulator = args[1];
      } else {
        accumulator = element(agent, array, right ? length - 1 : 0);
        done = 1;
      }
      int mark = agent.handles().mark();
      for (; done < length; done++) {
        int k = right ? length - 1 - done : done;
        accumulator =
            ObjectOperations.call(
                agent,
                callback,
                Undefined.UNDEFINED,
                accumulator,
                element(agent, array, k),
                k,
                array);
        agent.handles().release(mark);
        agent.handles().push(accumulator);
      }
      return accumulator;
    };
  }

  private static @Nullable JsObject comparator(Agent agent, Object value) {
    if (value == Undefined.UNDEFINED) {
      return null;
    }
    if (value instanceof JsObject function && function.isCallable()) {
      return function;
    }
    throw agent.typeError("The comparison function must be either a function or undefined");
  }

  /// 23.2.3.29 %TypedArray%.prototype.sort ( comparator ).
  private static Object sort(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject comparator = comparator(agent, Args.get(args, 0));
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "sort");
    Object[] sorted = sorted(agent, array, comparator);
    int length = Math.min(sorted.length, array.length());
    for (int i = 0; i < length; i++) {
      array.putBits(i, array.convert(agent, sorted[i]));
    }
    return array;
  }

  /// 23.2.3.33 %TypedArray%.prototype.toSorted ( comparator ).
  private static Object toSorted(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject comparator = comparator(agent, Args.get(args, 0));
    TypedArrayObject array = TypedArrayOperations.validate(agent, thisValue, "toSorted");
    TypedArrayObject result = TypedArrayOperations.allocate(agent, array.type(), array.length());
    Object[] sorted = sorted(agent, array, comparator);
    for (int i = 0; i < sorted.length; i++) {
      result.putBits(i, result.convert(agent, sorted[i]));
    }
    return result;
  }

  /// The elements in order (23.2.4.7 CompareTypedArrayElements): a stable sort. They are Numbers or
  /// BigInts, which need no handles.
  private static Object[] sorted(
      Agent agent, TypedArrayObject array, @Nullable JsObject comparator) {
    Object[] values = new Object[array.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.element(agent, i);
    }
    if (comparator == null) {
      if (array.type().isBigInt()) {
        Arrays.sort(values, (a, b) -> ((JsBigInt) a).value().compareTo(((JsBigInt) b).value()));
      } else {
        Arrays.sort(values, (a, b) -> Double.compare(Numbers.toDouble(a), Numbers.toDouble(b)));
      }
      return values;
    }
    ArraySort.mergeSort(
        agent,
        values,
        values.length,
        (a, x, y) -> {
          int mark = a.handles().mark();
          double order =
              TypeConversion.toNumber(
                  a, ObjectOperations.call(a, comparator, Undefined.UNDEFINED, x, y));
          a.handles().release(mark);
          return Double.isNaN(order) ? 0 : order;
        });
    return values;
  }
}
