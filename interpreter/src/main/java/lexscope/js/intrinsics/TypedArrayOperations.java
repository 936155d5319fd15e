package lexscope.js.intrinsics;

import java.util.Arrays;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Numbers;
import lexscope.js.vm.Agent;

/// Operations on TypedArrays (23.2.4).
final class TypedArrayOperations {
  private TypedArrayOperations() {}

  /// The constructor of the type.
  static Intrinsic constructorOf(ElementType type) {
    return switch (type) {
      case INT8 -> Intrinsic.INT8_ARRAY;
      case UINT8 -> Intrinsic.UINT8_ARRAY;
      case UINT8_CLAMPED -> Intrinsic.UINT8_CLAMPED_ARRAY;
      case INT16 -> Intrinsic.INT16_ARRAY;
      case UINT16 -> Intrinsic.UINT16_ARRAY;
      case INT32 -> Intrinsic.INT32_ARRAY;
      case UINT32 -> Intrinsic.UINT32_ARRAY;
      case BIGINT64 -> Intrinsic.BIGINT64_ARRAY;
      case BIGUINT64 -> Intrinsic.BIGUINT64_ARRAY;
      case FLOAT16 -> Intrinsic.FLOAT16_ARRAY;
      case FLOAT32 -> Intrinsic.FLOAT32_ARRAY;
      case FLOAT64 -> Intrinsic.FLOAT64_ARRAY;
    };
  }

  /// The prototype of the type.
  static Intrinsic prototypeOf(ElementType type) {
    return switch (type) {
      case INT8 -> Intrinsic.INT8_ARRAY_PROTOTYPE;
      case UINT8 -> Intrinsic.UINT8_ARRAY_PROTOTYPE;
      case UINT8_CLAMPED -> Intrinsic.UINT8_CLAMPED_ARRAY_PROTOTYPE;
      case INT16 -> Intrinsic.INT16_ARRAY_PROTOTYPE;
      case UINT16 -> Intrinsic.UINT16_ARRAY_PROTOTYPE;
      case INT32 -> Intrinsic.INT32_ARRAY_PROTOTYPE;
      case UINT32 -> Intrinsic.UINT32_ARRAY_PROTOTYPE;
      case BIGINT64 -> Intrinsic.BIGINT64_ARRAY_PROTOTYPE;
      case BIGUINT64 -> Intrinsic.BIGUINT64_ARRAY_PROTOTYPE;
      case FLOAT16 -> Intrinsic.FLOAT16_ARRAY_PROTOTYPE;
      case FLOAT32 -> Intrinsic.FLOAT32_ARRAY_PROTOTYPE;
      case FLOAT64 -> Intrinsic.FLOAT64_ARRAY_PROTOTYPE;
    };
  }

  /// 23.2.4.4 ValidateTypedArray ( O, order ).
  static TypedArrayObject validate(Agent agent, Object value, String method) {
    if (!(value instanceof TypedArrayObject array)) {
      throw agent.typeError("this is not a typed array.");
    }
    if (array.isOutOfBounds()) {
      throw ArrayBufferOperations.detached(agent, "%TypedArray%.prototype." + method);
    }
    return array;
  }

  /// 23.2.5.1.2 AllocateTypedArray with a length, of a given prototype; and 23.2.5.1.6
  /// AllocateTypedArrayBuffer.
  static TypedArrayObject allocate(Agent agent, ElementType type, JsObject prototype, long length) {
    if (length * type.size() > ArrayBufferOperations.MAX_BYTES) {
      throw agent.rangeError("Invalid typed array length: " + length);
    }
    byte[] data = ArrayBufferOperations.createByteDataBlock(agent, length * type.size());
    ArrayBufferObject buffer = ArrayBufferOperations.allocate(agent, data);
    buffer.keepInView(data.length > 0 && data.length <= ModelledSizes.MAX_BYTES_IN_VIEW);
    return TypedArrayObject.create(agent, prototype, type, buffer, 0, data.length);
  }

  /// An array of the type, of the current realm.
  static TypedArrayObject allocate(Agent agent, ElementType type, long length) {
    return allocate(agent, type, agent.realm().get(prototypeOf(type)), length);
  }

  /// 23.2.4.2 TypedArrayCreateFromConstructor ( constructor, argumentList ).
  ///
  /// @param length what is asked for; -1 when the arguments are no single number
  static TypedArrayObject createFromConstructor(
      Agent agent, JsObject constructor, long length, Object... args) {
    JsObject created = ObjectOperations.construct(agent, constructor, args);
    TypedArrayObject array = validate(agent, created, "constructor");
    if (length >= 0 && array.length() < length) {
      throw agent.typeError("Derived TypedArray constructor created an array which was too small");
    }
    return array;
  }

  /// 23.2.4.1 TypedArraySpeciesCreate ( exemplar, argumentList ).
  static TypedArrayObject speciesCreate(
      Agent agent, TypedArrayObject exemplar, long length, Object... args) {
    JsObject constructor =
        ConstructorOperations.speciesConstructor(
            agent, exemplar, agent.realm().get(constructorOf(exemplar.type())));
    TypedArrayObject result = createFromConstructor(agent, constructor, length, args);
    if (result.type().isBigInt() != exemplar.type().isBigInt()) {
      throw agent.typeError("Content type of the created TypedArray is not that of the source");
    }
    return result;
  }

  /// Copies elements between arrays of any types, as if the source were read first.
  static void copyElements(
      Agent agent,
      TypedArrayObject source,
      int sourceIndex,
      TypedArrayObject target,
      int targetIndex,
      int count) {
    ElementType from = source.type();
    ElementType to = target.type();
    if (from.isBigInt() != to.isBigInt()) {
      throw agent.typeError("Cannot mix BigInt and other types, use explicit conversions");
    }
    if (count <= 0) {
      return;
    }
    byte[] sourceBytes = source.buffer().data();
    int start = source.byteOffset() + sourceIndex * from.size();
    boolean sameBits = from == to || (from.isBigInt() && to.isBigInt());
    if (sameBits) {
      System.arraycopy(
          sourceBytes,
          start,
          target.buffer().data(),
          target.byteOffset() + targetIndex * to.size(),
          count * to.size());
      return;
    }
    if (source.buffer() == target.buffer()) {
      sourceBytes = Arrays.copyOfRange(sourceBytes, start, start + count * from.size());
      start = 0;
    }
    for (int i = 0; i < count; i++) {
      double value = Numbers.toDouble(from.read(sourceBytes, start + i * from.size()));
      target.putBits(targetIndex + i, to.toBits(value));
    }
  }

  /// Stores a value as Set ( O, index, value, true ) does.
  static void setElement(Agent agent, TypedArrayObject array, long index, Object value) {
    long bits = array.convert(agent, value);
    if (index < array.length()) {
      array.putBits((int) index, bits);
    }
  }
}
