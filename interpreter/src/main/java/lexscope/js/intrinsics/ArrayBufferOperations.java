package lexscope.js.intrinsics;

import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// What buffers and their views share (25.1.3).
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
        ObjectOperations.getPrototypeFromConstructor(
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
        : ArrayBufferOperations.toIndex(agent, value, "Invalid array buffer max length");
  }

  /// 7.1.22 ToIndex ( value ), with the message of the RangeError.
  static long toIndex(Agent agent, Object value, String message) {
    double n = TypeConversion.toIntegerOrInfinity(agent, value);
    if (n < 0 || n > Numbers.MAX_SAFE_INTEGER) {
      throw agent.rangeError(message);
    }
    return (long) n;
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
