package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The methods of `%Array.prototype%` that leave the receiver as it is and make a changed copy,
/// section 23.1.3.
final class ArrayCopies {
  private ArrayCopies() {}

  static void create(IntrinsicBuilder builder) {
    builder
        .method("toReversed", 0, ArrayCopies::toReversed)
        .method("toSpliced", 2, ArrayCopies::toSpliced)
        .method("with", 2, ArrayCopies::with);
  }

  /// A new array for a copying method.
  private static JsArray copyOfLength(Agent agent, long length) {
    if (length > JsArray.MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_ARRAY_LENGTH);
    }
    return JsArray.create(agent);
  }

  private static void append(Agent agent, JsArray array, JsObject from, long index) {
    int mark = agent.handles().mark();
    array.push(agent, ObjectOperations.get(agent, from, index));
    agent.handles().release(mark);
    if ((index & ArrayPrototype.POLL) == 0) {
      agent.poll();
    }
  }

  /// Section 23.1.3.33.
  private static Object toReversed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    JsArray result = copyOfLength(agent, length);
    for (long k = length - 1; k >= 0; k--) {
      append(agent, result, o, k);
    }
    return result.trimmed();
  }

  /// Section 23.1.3.35.
  private static Object toSpliced(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    long start = TypeConversion.toRelativeIndex(agent, Args.get(args, 0), length);
    long skipped = ArrayPrototype.deleteCount(agent, args, length, start);
    long newLength = length - skipped + Math.max(args.length - 2, 0);
    ArrayPrototype.requireSafeLength(agent, newLength);
    JsArray result = copyOfLength(agent, newLength);
    for (long k = 0; k < start; k++) {
      append(agent, result, o, k);
    }
    for (int i = 2; i < args.length; i++) {
      result.push(agent, args[i]);
    }
    for (long k = start + skipped; k < length; k++) {
      append(agent, result, o, k);
    }
    return result.trimmed();
  }

  /// Section 23.1.3.39.
  private static Object with(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject o = ArrayPrototype.receiver(agent, thisValue);
    long length = ObjectOperations.lengthOfArrayLike(agent, o);
    double relative = TypeConversion.toIntegerOrInfinity(agent, Args.get(args, 0));
    double actual = relative >= 0 ? relative : length + relative;
    if (actual >= length || actual < 0) {
      throw agent.rangeError("Invalid index : " + ErrorMessages.show(Numbers.of(relative)));
    }
    JsArray result = copyOfLength(agent, length);
    for (long k = 0; k < length; k++) {
      if (k == (long) actual) {
        result.push(agent, Args.get(args, 1));
      } else {
        append(agent, result, o, k);
      }
    }
    return result.trimmed();
  }
}
