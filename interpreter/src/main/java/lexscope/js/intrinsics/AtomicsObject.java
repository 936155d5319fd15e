package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Numbers;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %Atomics%, section 25.4. There is one agent, and it cannot block (`[[CanBlock]]` is false):
/// nobody ever waits.
final class AtomicsObject {
  private AtomicsObject() {}

  /// What a read-modify-write operation makes of the old and the given bits.
  @FunctionalInterface
  private interface Modification {
    long apply(long before, long given);
  }

  static void create(Realm realm) {
    IntrinsicBuilder.ordinary(realm, Intrinsic.ATOMICS)
        .method("add", 3, modify((before, given) -> before + given))
        .method("and", 3, modify((before, given) -> before & given))
        .method("compareExchange", 4, AtomicsObject::compareExchange)
        .method("exchange", 3, modify((_, given) -> given))
        .method("isLockFree", 1, AtomicsObject::isLockFree)
        .method("load", 2, AtomicsObject::load)
        .method("notify", 3, AtomicsObject::notifyWaiters)
        .method("or", 3, modify((before, given) -> before | given))
        .method("pause", 0, AtomicsObject::pause)
        .method("store", 3, AtomicsObject::store)
        .method("sub", 3, modify((before, given) -> before - given))
        .method("wait", 4, AtomicsObject::waitForNotification)
        .method("xor", 3, modify((before, given) -> before ^ given))
        .tag("Atomics");
  }

  /// 25.4.3.1 ValidateIntegerTypedArray ( typedArray, waitable ).
  private static TypedArrayObject validate(Agent agent, Object value, boolean waitable) {
    TypedArrayObject array = TypedArrayOperations.validate(agent, value, "Atomics");
    boolean valid =
        waitable
            ? array.type() == ElementType.INT32 || array.type() == ElementType.BIGINT64
            : array.type().isAtomic();
    if (!valid) {
      throw agent.typeError("[object Array] is not an integer typed array.");
    }
    return array;
  }

  /// 25.4.3.2 ValidateAtomicAccess ( taRecord, requestIndex ), as an element index.
  private static int access(Agent agent, TypedArrayObject array, Object requestIndex) {
    int length = array.length();
    long index = ArrayBufferOperations.toIndex(agent, requestIndex, "Invalid atomic access index");
    if (index >= length) {
      throw agent.rangeError("Invalid atomic access index");
    }
    return (int) index;
  }

  /// 25.4.3.4 RevalidateAtomicAccess ( typedArray, byteIndexInBuffer ).
  private static void revalidate(Agent agent, TypedArrayObject array, int index) {
    if (array.isOutOfBounds()) {
      throw ArrayBufferOperations.detached(agent, "Atomics");
    }
    if (index >= array.length()) {
      throw agent.rangeError("Invalid atomic access index");
    }
  }

  private static long bits(TypedArrayObject array, int index) {
    ElementType type = array.type();
    return type.readBits(array.buffer().data(), array.byteOffset() + index * type.size());
  }

  /// 25.4.3.17 AtomicReadModifyWrite ( typedArray, index, value, op ).
  private static NativeBody modify(Modification modification) {
    return (agent, _, args, _) -> {
      TypedArrayObject array = validate(agent, Args.get(args, 0), false);
      int index = access(agent, array, Args.get(args, 1));
      long given = array.convert(agent, Args.get(args, 2));
      revalidate(agent, array, index);
      Object before = array.element(agent, index);
      array.putBits(index, modification.apply(bits(array, index), given));
      return before;
    };
  }

  /// 25.4.6 Atomics.compareExchange ( typedArray, index, expectedValue, replacementValue ).
  private static Object compareExchange(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = validate(agent, Args.get(args, 0), false);
    int index = access(agent, array, Args.get(args, 1));
    long expected = array.convert(agent, Args.get(args, 2));
    long replacement = array.convert(agent, Args.get(args, 3));
    revalidate(agent, array, index);
    Object before = array.element(agent, index);
    int unused = 64 - 8 * array.type().size();
    if (bits(array, index) << unused == expected << unused) {
      array.putBits(index, replacement);
    }
    return before;
  }

  /// 25.4.8 Atomics.isLockFree ( size ).
  private static Object isLockFree(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    double n = TypeConversion.toIntegerOrInfinity(agent, Args.get(args, 0));
    return n == 1 || n == 2 || n == 4 || n == 8;
  }

  /// 25.4.9 Atomics.load ( typedArray, index ).
  private static Object load(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = validate(agent, Args.get(args, 0), false);
    int index = access(agent, array, Args.get(args, 1));
    revalidate(agent, array, index);
    return array.element(agent, index);
  }

  /// 25.4.11 Atomics.store ( typedArray, index, value ).
  private static Object store(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = validate(agent, Args.get(args, 0), false);
    int index = access(agent, array, Args.get(args, 1));
    Object value =
        array.type().isBigInt()
            ? TypeConversion.toBigInt(agent, Args.get(args, 2))
            : Numbers.of(TypeConversion.toIntegerOrInfinity(agent, Args.get(args, 2)) + 0.0);
    revalidate(agent, array, index);
    array.putBits(index, array.convert(agent, value));
    return value;
  }

  /// 25.4.13 Atomics.wait ( typedArray, index, value, timeout ). There is one agent and time is
  /// virtual: a wait with a timeout ends at once, one without would never end and is refused.
  private static Object waitForNotification(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = validate(agent, Args.get(args, 0), true);
    if (!array.buffer().isShared()) {
      throw agent.typeError("[object Int32Array] is not a shared typed array.");
    }
    int index = access(agent, array, Args.get(args, 1));
    long expected = array.convert(agent, Args.get(args, 2));
    double timeout = TypeConversion.toNumber(agent, Args.get(args, 3));
    boolean equal = bits(array, index) == expected;
    if (!Double.isNaN(timeout) && timeout != Double.POSITIVE_INFINITY) {
      return agent.string(equal ? "timed-out" : "not-equal");
    }
    throw agent.typeError("Atomics.wait cannot be called in this context");
  }

  /// 25.4.15 Atomics.notify ( typedArray, index, count ): how many were waiting, which is none.
  private static Object notifyWaiters(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    TypedArrayObject array = validate(agent, Args.get(args, 0), true);
    access(agent, array, Args.get(args, 1));
    if (Args.get(args, 2) != Undefined.UNDEFINED) {
      TypeConversion.toIntegerOrInfinity(agent, Args.get(args, 2));
    }
    return 0;
  }

  /// `Atomics.pause ( [ N ] )` of ES2026: a hint only.
  private static Object pause(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object n = Args.get(args, 0);
    if (n != Undefined.UNDEFINED && !TestingAndComparison.isIntegralNumber(n)) {
      throw agent.typeError(ErrorMessages.show(n) + " is not an integer");
    }
    return Undefined.UNDEFINED;
  }
}
