package lexscope.js.intrinsics;

import java.util.Arrays;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `Array.prototype.sort` and `toSorted`, sections 23.1.3.30 and 23.1.3.34.
final class ArraySort {
  private static final int INSERTION = 8;

  private ArraySort() {}

  static void create(IntrinsicBuilder builder) {
    builder.method("sort", 1, ArraySort::sort).method("toSorted", 1, ArraySort::toSorted);
  }

  /// The order of two values that are not undefined.
  @FunctionalInterface
  interface Order {
    /// Negative, zero or positive.
    ///
    /// @throws ThrowCompletion if the comparison throws
    double compare(Agent agent, Object a, Object b);
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

  /// Section 23.1.3.30.
  private static Object sort(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject comparator = comparator(agent, Args.get(args, 0));
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    Object[] values = collect(agent, o, length, true);
    Object[] sorted = sortValues(agent, values, comparator);
    for (int i = 0; i < sorted.length; i++) {
      ObjectOperations.set(agent, o, i, sorted[i]);
    }
    for (long k = sorted.length; k < length; k++) {
      PropertyKey key = PropertyKey.ofIndex(k);
      if (o.hasProperty(agent, key)) {
        ObjectOperations.deletePropertyOrThrow(agent, o, key);
      }
      if ((k & 0xFFF) == 0) {
        agent.poll();
      }
    }
    return o;
  }

  /// Section 23.1.3.34.
  private static Object toSorted(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject comparator = comparator(agent, Args.get(args, 0));
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    if (length > JsArray.MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_ARRAY_LENGTH);
    }
    Object[] values = collect(agent, o, length, false);
    return JsArray.of(agent, sortValues(agent, values, comparator));
  }

  /// The first half of SortIndexedProperties, section 23.1.3.30.1. The values are pushed and stay
  /// so until the built-in returns.
  private static Object[] collect(Agent agent, JsObject o, long length, boolean skipHoles) {
    Object[] values = new Object[(int) Math.min(length, 64)];
    int n = 0;
    for (long k = 0; k < length; k++) {
      Object value =
          skipHoles ? ArrayPrototype.element(agent, o, k) : ObjectOperations.get(agent, o, k);
      if (value != null) {
        if (n == values.length) {
          values = Arrays.copyOf(values, n * 2);
        }
        values[n++] = value;
      }
      if ((k & 0xFFF) == 0) {
        agent.poll();
      }
    }
    return Arrays.copyOf(values, n);
  }

  /// CompareArrayElements, section 23.1.3.30.2: undefined goes to the end and is never compared.
  private static Object[] sortValues(Agent agent, Object[] values, @Nullable JsObject comparator) {
    Object[] rest = new Object[values.length];
    int n = 0;
    for (Object value : values) {
      if (value != Undefined.UNDEFINED) {
        rest[n++] = value;
      }
    }
    Arrays.fill(rest, n, rest.length, Undefined.UNDEFINED);
    if (comparator != null) {
      mergeSort(agent, rest, n, (a, x, y) -> compareBy(a, comparator, x, y));
    } else {
      sortByText(agent, rest, n);
    }
    return rest;
  }

  private static double compareBy(Agent agent, JsObject comparator, Object x, Object y) {
    int mark = agent.handles().mark();
    Object answer = comparator.call(agent, Undefined.UNDEFINED, new Object[] {x, y});
    double order =
        answer instanceof Integer i ? (double) i : TypeConversion.toNumber(agent, answer);
    agent.handles().release(mark);
    return order;
  }

  /// Texts are made once per value. ToString of objects can be observed to run once only, where the
  /// specification lets implementations choose how often they compare.
  private static void sortByText(Agent agent, Object[] values, int n) {
    record Keyed(Object value, String text) {}
    Object[] keyed = new Object[n];
    for (int i = 0; i < n; i++) {
      int mark = agent.handles().mark();
      keyed[i] = new Keyed(values[i], TypeConversion.toText(agent, values[i]));
      agent.handles().release(mark);
    }
    mergeSort(agent, keyed, n, (_, x, y) -> ((Keyed) x).text().compareTo(((Keyed) y).text()));
    for (int i = 0; i < n; i++) {
      values[i] = ((Keyed) keyed[i]).value();
    }
  }

  /// A stable merge sort from the bottom up: runs of a few by insertion, then merges. The number of
  /// comparisons is at most n log n, whatever the order answers.
  static void mergeSort(Agent agent, Object[] values, int n, Order order) {
    for (int from = 0; from < n; from += INSERTION) {
      insertionSort(agent, values, from, Math.min(from + INSERTION, n), order);
    }
    Object[] source = values;
    Object[] target = values.clone();
    for (int width = INSERTION; width < n; width *= 2) {
      for (int low = 0; low < n; low += 2 * width) {
        int middle = Math.min(low + width, n);
        merge(agent, source, target, low, middle, Math.min(middle + width, n), order);
      }
      Object[] swap = source;
      source = target;
      target = swap;
    }
    if (source != values) {
      System.arraycopy(source, 0, values, 0, n);
    }
  }

  private static void insertionSort(Agent agent, Object[] a, int from, int to, Order order) {
    for (int i = from + 1; i < to; i++) {
      Object value = a[i];
      int at = i;
      while (at > from && order.compare(agent, a[at - 1], value) > 0) {
        a[at] = a[at - 1];
        at--;
      }
      a[at] = value;
    }
  }

  private static void merge(
      Agent agent, Object[] from, Object[] to, int low, int middle, int high, Order order) {
    int left = low;
    int right = middle;
    if (middle >= high || !(order.compare(agent, from[middle - 1], from[middle]) > 0)) {
      System.arraycopy(from, low, to, low, high - low);
      return;
    }
    for (int i = low; i < high; i++) {
      if (right >= high
          || (left < middle && !(order.compare(agent, from[left], from[right]) > 0))) {
        to[i] = from[left++];
      } else {
        to[i] = from[right++];
      }
    }
  }
}
