package lexscope.js.intrinsics;

import java.util.List;
import java.util.Objects;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.IteratorOperations;
import lexscope.js.operations.IteratorRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Numbers;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %TypedArray% and the constructors of the element types, sections 23.2.1, 23.2.2, 23.2.5 and
/// 23.2.6.
final class TypedArrayConstructor {
  private TypedArrayConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.TYPED_ARRAY,
            "TypedArray",
            0,
            (agent, _, _, _) -> {
              throw agent.typeError("Abstract class TypedArray not directly constructable");
            },
            realm.get(Intrinsic.TYPED_ARRAY_PROTOTYPE))
        .method("from", 1, TypedArrayConstructor::from)
        .method("of", 0, TypedArrayConstructor::of)
        .getter(realm.agent().symbols().species(), (_, thisValue, _, _) -> thisValue);
    for (ElementType type : ElementType.values()) {
      createOf(realm, type);
    }
    Uint8ArrayText.define(realm);
  }

  private static void createOf(Realm realm, ElementType type) {
    Object size = type.size();
    IntrinsicBuilder prototype =
        IntrinsicBuilder.ordinary(
                realm, TypedArrayOperations.prototypeOf(type), Intrinsic.TYPED_ARRAY_PROTOTYPE)
            .constant("BYTES_PER_ELEMENT", size);
    IntrinsicBuilder.constructor(
            realm,
            TypedArrayOperations.constructorOf(type),
            Intrinsic.TYPED_ARRAY,
            type.constructorName(),
            3,
            (agent, _, args, newTarget) -> construct(agent, type, args, newTarget),
            prototype.object())
        .constant("BYTES_PER_ELEMENT", size);
  }

  /// 23.2.5.1 TypedArray ( ...args ).
  private static Object construct(
      Agent agent, ElementType type, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, type.constructorName());
    }
    Intrinsic fallback = TypedArrayOperations.prototypeOf(type);
    Object first = Args.get(args, 0);
    if (!(first instanceof JsObject object)) {
      long length =
          ArrayBufferOperations.toIndex(
              agent, first, "Invalid typed array length: " + ErrorMessages.show(first));
      JsObject prototype =
          ConstructorOperations.getPrototypeFromConstructor(agent, newTarget, fallback);
      return TypedArrayOperations.allocate(agent, type, prototype, length);
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(agent, newTarget, fallback);
    agent.handles().push(prototype);
    return switch (object) {
      case TypedArrayObject source -> fromTypedArray(agent, type, prototype, source);
      case ArrayBufferObject buffer -> fromBuffer(agent, type, prototype, buffer, args);
      default -> fromObject(agent, type, prototype, object);
    };
  }

  /// 23.2.5.1.2 InitializeTypedArrayFromTypedArray ( O, srcArray ).
  private static TypedArrayObject fromTypedArray(
      Agent agent, ElementType type, JsObject prototype, TypedArrayObject source) {
    if (source.isOutOfBounds()) {
      throw ArrayBufferOperations.detached(agent, "Construct");
    }
    int length = source.length();
    if (source.type().isBigInt() != type.isBigInt()) {
      throw agent.typeError("Cannot mix BigInt and other types, use explicit conversions");
    }
    TypedArrayObject array = TypedArrayOperations.allocate(agent, type, prototype, length);
    TypedArrayOperations.copyElements(agent, source, 0, array, 0, length);
    return array;
  }

  /// 23.2.5.1.3 InitializeTypedArrayFromArrayBuffer ( O, buffer, byteOffset, length ).
  private static TypedArrayObject fromBuffer(
      Agent agent, ElementType type, JsObject prototype, ArrayBufferObject buffer, Object[] args) {
    int size = type.size();
    long offset =
        ArrayBufferOperations.toIndex(agent, Args.get(args, 1), "Start offset is too large:");
    if (offset % size != 0) {
      throw agent.rangeError(
          "start offset of " + type.constructorName() + " should be a multiple of " + size);
    }
    Object lengthValue = Args.get(args, 2);
    long length = 0;
    if (lengthValue != Undefined.UNDEFINED) {
      length =
          ArrayBufferOperations.toIndex(
              agent, lengthValue, "Invalid typed array length: " + ErrorMessages.show(lengthValue));
    }
    if (buffer.isDetached()) {
      throw ArrayBufferOperations.detached(agent, "Construct");
    }
    int available = buffer.byteLength();
    long bytes;
    if (lengthValue == Undefined.UNDEFINED) {
      if (offset > available) {
        throw agent.rangeError("Start offset " + offset + " is outside the bounds of the buffer");
      }
      if (!buffer.isFixedLength()) {
        return TypedArrayObject.create(
            agent, prototype, type, buffer, (int) offset, BufferView.AUTO);
      }
      if (available % size != 0) {
        throw agent.rangeError(
            "byte length of " + type.constructorName() + " should be a multiple of " + size);
      }
      bytes = available - offset;
    } else {
      bytes = length * size;
      if (offset + bytes > available) {
        throw agent.rangeError("Invalid typed array length: " + length);
      }
    }
    return TypedArrayObject.create(agent, prototype, type, buffer, (int) offset, (int) bytes);
  }

  /// Step 6.c of 23.2.5.1: from an iterable, else from an array-like object.
  private static TypedArrayObject fromObject(
      Agent agent, ElementType type, JsObject prototype, JsObject object) {
    JsObject method = ObjectOperations.getMethod(agent, object, agent.symbols().iterator().key());
    if (method != null) {
      IteratorRecord iterator = IteratorOperations.getIteratorFromMethod(agent, object, method);
      List<Object> values = IteratorOperations.iteratorToList(agent, iterator);
      TypedArrayObject array = TypedArrayOperations.allocate(agent, type, prototype, values.size());
      for (int i = 0; i < values.size(); i++) {
        TypedArrayOperations.setElement(agent, array, i, values.get(i));
      }
      return array;
    }
    long length = ObjectOperations.lengthOfArrayLike(agent, object);
    TypedArrayObject array = TypedArrayOperations.allocate(agent, type, prototype, length);
    HandleStack handles = agent.handles();
    for (long i = 0; i < length; i++) {
      int mark = handles.mark();
      Object value = ObjectOperations.get(agent, object, i);
      TypedArrayOperations.setElement(agent, array, i, value);
      handles.release(mark);
    }
    return array;
  }

  private static JsObject requireConstructor(Agent agent, Object value) {
    if (value instanceof JsObject constructor && constructor.isConstructor()) {
      return constructor;
    }
    throw agent.typeError(ErrorMessages.notAConstructor(value));
  }

  /// 23.2.2.1 `%TypedArray%.from ( source [ , mapper [ , thisArg ] ] )`.
  private static Object from(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject constructor = requireConstructor(agent, thisValue);
    Object mapper = Args.get(args, 1);
    JsObject function =
        mapper == Undefined.UNDEFINED ? null : ObjectOperations.requireCallable(agent, mapper);
    Object source = Args.get(args, 0);
    JsObject method = ObjectOperations.getMethod(agent, source, agent.symbols().iterator().key());
    List<Object> values = null;
    JsObject arrayLike = null;
    long length;
    if (method != null) {
      values =
          IteratorOperations.iteratorToList(
              agent, IteratorOperations.getIteratorFromMethod(agent, source, method));
      length = values.size();
    } else {
      arrayLike = TypeConversion.toObject(agent, source);
      agent.handles().push(arrayLike);
      length = ObjectOperations.lengthOfArrayLike(agent, arrayLike);
    }
    TypedArrayObject target =
        TypedArrayOperations.createFromConstructor(agent, constructor, length, Numbers.of(length));
    HandleStack handles = agent.handles();
    for (long k = 0; k < length; k++) {
      int mark = handles.mark();
      Object value =
          values != null
              ? values.get((int) k)
              : ObjectOperations.get(agent, Objects.requireNonNull(arrayLike), k);
      if (function != null) {
        value = ObjectOperations.call(agent, function, Args.get(args, 2), value, Numbers.of(k));
      }
      TypedArrayOperations.setElement(agent, target, k, value);
      handles.release(mark);
    }
    return target;
  }

  /// 23.2.2.2 %TypedArray%.of ( ...items ).
  private static Object of(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject constructor = requireConstructor(agent, thisValue);
    TypedArrayObject array =
        TypedArrayOperations.createFromConstructor(agent, constructor, args.length, args.length);
    for (int i = 0; i < args.length; i++) {
      TypedArrayOperations.setElement(agent, array, i, args[i]);
    }
    return array;
  }
}
