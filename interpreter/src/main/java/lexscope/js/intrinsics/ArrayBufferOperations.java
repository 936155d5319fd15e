package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// What both kinds of buffers, and their views, share (25.1.3 and the algorithms that stand twice
/// in 25.1 and 25.2).
final class ArrayBufferOperations {
  /// The longest buffer, in bytes.
  static final long MAX_BYTES = Integer.MAX_VALUE - 16L;

  private static final PropertyKey MAX_BYTE_LENGTH = PropertyKey.of("maxByteLength");

  private ArrayBufferOperations() {}

  /// 25.1.3.1 `AllocateArrayBuffer ( constructor, byteLength [ , maxByteLength ] )`, and 25.2.2.1
  /// AllocateSharedArrayBuffer.
  ///
  /// @param maxByteLength -1 for a fixed length
  static ArrayBufferObject allocate(
      Agent agent, JsObject constructor, long byteLength, long maxByteLength, boolean shared) {
    if (maxByteLength >= 0 && byteLength > maxByteLength) {
      throw agent.rangeError("Invalid array buffer max length");
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent,
            constructor,
            shared ? Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE : Intrinsic.ARRAY_BUFFER_PROTOTYPE);
    return ArrayBufferObject.create(
        agent,
        prototype,
        createByteDataBlock(agent, byteLength),
        requireAvailable(agent, maxByteLength),
        shared);
  }

  /// 6.2.9.1 CreateByteDataBlock ( size ).
  static byte[] createByteDataBlock(Agent agent, long size) {
    requireAvailable(agent, size);
    return new byte[(int) size];
  }

  private static int requireAvailable(Agent agent, long size) {
    if (size > MAX_BYTES) {
      throw agent.rangeError("Array buffer allocation failed");
    }
    return (int) size;
  }

  /// A fixed-length buffer of the current realm.
  static ArrayBufferObject allocate(Agent agent, byte[] data) {
    return ArrayBufferObject.create(
        agent, agent.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE), data, -1, false);
  }

  /// 25.1.3.7 GetArrayBufferMaxByteLengthOption ( options ): -1 for empty.
  static long maxByteLengthOption(Agent agent, Object options) {
    if (!(options instanceof JsObject object)) {
      return -1;
    }
    Object value = ObjectOperations.get(agent, object, MAX_BYTE_LENGTH);
    return value == Undefined.UNDEFINED
        ? -1
        : toIndex(agent, value, "Invalid array buffer max length");
  }

  /// 7.1.22 ToIndex ( value ), with the message of the RangeError.
  static long toIndex(Agent agent, Object value, String message) {
    double n = TypeConversion.toIntegerOrInfinity(agent, value);
    if (n < 0 || n > Numbers.MAX_SAFE_INTEGER) {
      throw agent.rangeError(message);
    }
    return (long) n;
  }

  /// 25.1.4.1 `ArrayBuffer ( length [ , options ] )` and its like for shared buffers, 25.2.3.1.
  static ArrayBufferObject construct(
      Agent agent, Object[] args, @Nullable JsObject newTarget, boolean shared) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, constructorName(shared));
    }
    long length = toIndex(agent, Args.get(args, 0), "Invalid array buffer length");
    long max = maxByteLengthOption(agent, Args.get(args, 1));
    return allocate(agent, newTarget, length, max, shared);
  }

  private static String constructorName(boolean shared) {
    return shared ? "SharedArrayBuffer" : "ArrayBuffer";
  }

  /// The receiver of a method of one of the two prototypes.
  static ArrayBufferObject require(Agent agent, Object thisValue, boolean shared, String method) {
    if (thisValue instanceof ArrayBufferObject buffer && buffer.isShared() == shared) {
      return buffer;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver(
            constructorName(shared) + ".prototype." + method, thisValue));
  }

  /// 25.1.6.4 get ArrayBuffer.prototype.maxByteLength and 25.2.5.5 get
  /// SharedArrayBuffer.prototype.maxByteLength.
  static int maxByteLength(ArrayBufferObject buffer) {
    if (buffer.isDetached()) {
      return 0;
    }
    return buffer.isFixedLength() ? buffer.byteLength() : buffer.maxByteLength();
  }

  /// 25.1.6.7 ArrayBuffer.prototype.slice ( start, end ) and 25.2.5.6
  /// SharedArrayBuffer.prototype.slice ( start, end ): the same steps, as a shared buffer is never
  /// detached and never shrinks.
  static ArrayBufferObject slice(Agent agent, ArrayBufferObject buffer, Object[] args) {
    boolean shared = buffer.isShared();
    String name = constructorName(shared);
    if (buffer.isDetached()) {
      throw detached(agent, name + ".prototype.slice");
    }
    int length = buffer.byteLength();
    long first = relative(agent, Args.get(args, 0), length, 0);
    long last = relative(agent, Args.get(args, 1), length, length);
    long newLength = Math.max(last - first, 0);
    JsObject constructor =
        ConstructorOperations.speciesConstructor(
            agent,
            buffer,
            agent.realm().get(shared ? Intrinsic.SHARED_ARRAY_BUFFER : Intrinsic.ARRAY_BUFFER));
    JsObject result = ObjectOperations.construct(agent, constructor, Numbers.of(newLength));
    ArrayBufferObject target = require(agent, result, shared, "slice");
    if (target.isDetached() || buffer.isDetached()) {
      throw detached(agent, name + ".prototype.slice");
    }
    if (target == buffer) {
      throw agent.typeError(name + " subclass returned this from species constructor");
    }
    if (target.byteLength() < newLength) {
      throw agent.typeError("Species constructor returned a too small " + name);
    }
    int count = (int) Math.max(0, Math.min(newLength, buffer.byteLength() - first));
    if (count > 0) {
      System.arraycopy(buffer.data(), (int) first, target.data(), 0, count);
    }
    return target;
  }

  /// A TypeError for a detached buffer.
  static ThrowCompletion detached(Agent agent, String method) {
    return agent.typeError("Cannot perform " + method + " on a detached ArrayBuffer");
  }

  /// The start or end of a range as an absolute position.
  static long relative(Agent agent, Object value, long length, long otherwise) {
    return value == Undefined.UNDEFINED
        ? otherwise
        : TypeConversion.toRelativeIndex(agent, value, length);
  }
}
