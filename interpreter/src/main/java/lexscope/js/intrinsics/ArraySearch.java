package lexscope.js.intrinsics;

import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The methods of `%Array.prototype%` that look for a value, section 23.1.3.
final class ArraySearch {
  private ArraySearch() {}

  static void create(IntrinsicBuilder builder) {
    builder
        .method("includes", 1, ArraySearch::includes)
        .method("indexOf", 1, ArraySearch::indexOf)
        .method("lastIndexOf", 1, ArraySearch::lastIndexOf);
  }

  /// Where a search from the front begins; -1 if it finds nothing.
  private static long searchStart(Agent agent, Object from, long length) {
    double n = TypeConversion.toIntegerOrInfinity(agent, from);
    if (n >= length) {
      return -1;
    }
    return (long) (n >= 0 ? n : Math.max(length + n, 0));
  }

  /// Section 23.1.3.16.
  private static Object includes(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    long k = length == 0 ? -1 : searchStart(agent, Args.get(args, 1), length);
    if (k < 0) {
      return false;
    }
    Object wanted = Args.get(args, 0);
    for (; k < length; k++) {
      int mark = agent.handles().mark();
      if (TestingAndComparison.sameValueZero(ObjectOperations.get(agent, o, k), wanted)) {
        return true;
      }
      agent.handles().release(mark);
      if ((k & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return false;
  }

  /// Section 23.1.3.17.
  private static Object indexOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    long k = length == 0 ? -1 : searchStart(agent, Args.get(args, 1), length);
    if (k < 0) {
      return -1;
    }
    Object wanted = Args.get(args, 0);
    for (; k < length; k++) {
      int mark = agent.handles().mark();
      Object value = ArrayPrototype.element(agent, o, k);
      if (value != null && TestingAndComparison.isStrictlyEqual(value, wanted)) {
        return Numbers.of(k);
      }
      agent.handles().release(mark);
      if ((k & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return -1;
  }

  /// Section 23.1.3.20.
  private static Object lastIndexOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    if (length == 0) {
      return -1;
    }
    double n = args.length > 1 ? TypeConversion.toIntegerOrInfinity(agent, args[1]) : length - 1;
    long k = (long) (n >= 0 ? Math.min(n, (double) (length - 1)) : Math.max(length + n, -1));
    Object wanted = Args.get(args, 0);
    for (; k >= 0; k--) {
      int mark = agent.handles().mark();
      Object value = ArrayPrototype.element(agent, o, k);
      if (value != null && TestingAndComparison.isStrictlyEqual(value, wanted)) {
        return Numbers.of(k);
      }
      agent.handles().release(mark);
      if ((k & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return -1;
  }
}
