package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %DataView% and its prototype, sections 25.3.2 to 25.3.4.
final class DataViews {
  private static final String OUT_OF_BOUNDS = "Offset is outside the bounds of the DataView";

  private DataViews() {}

  static void create(Realm realm) {
    IntrinsicBuilder prototype =
        IntrinsicBuilder.ordinary(realm, Intrinsic.DATA_VIEW_PROTOTYPE)
            .getter("buffer", (agent, thisValue, _, _) -> view(agent, thisValue, "buffer").buffer())
            .getter("byteLength", DataViews::byteLength)
            .getter("byteOffset", DataViews::byteOffset)
            .tag("DataView");
    accessors(prototype, "Int8", ElementType.INT8);
    accessors(prototype, "Uint8", ElementType.UINT8);
    accessors(prototype, "Int16", ElementType.INT16);
    accessors(prototype, "Uint16", ElementType.UINT16);
    accessors(prototype, "Int32", ElementType.INT32);
    accessors(prototype, "Uint32", ElementType.UINT32);
    accessors(prototype, "BigInt64", ElementType.BIGINT64);
    accessors(prototype, "BigUint64", ElementType.BIGUINT64);
    accessors(prototype, "Float16", ElementType.FLOAT16);
    accessors(prototype, "Float32", ElementType.FLOAT32);
    accessors(prototype, "Float64", ElementType.FLOAT64);
    IntrinsicBuilder.constructor(
        realm, Intrinsic.DATA_VIEW, "DataView", 1, DataViews::construct, prototype.object());
  }

  private static void accessors(IntrinsicBuilder builder, String name, ElementType type) {
    builder
        .method(
            "get" + name, 1, (agent, thisValue, args, _) -> getView(agent, thisValue, args, type))
        .method(
            "set" + name, 2, (agent, thisValue, args, _) -> setView(agent, thisValue, args, type));
  }

  private static DataViewObject view(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof DataViewObject view) {
      return view;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("DataView.prototype." + method, thisValue));
  }

  /// 25.3.2.1 `DataView ( buffer [ , byteOffset [ , byteLength ] ] )`.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "DataView");
    }
    if (!(Args.get(args, 0) instanceof ArrayBufferObject buffer)) {
      throw agent.typeError("First argument to DataView constructor must be an ArrayBuffer");
    }
    long offset =
        ArrayBufferOperations.toIndex(agent, Args.get(args, 1), outside(Args.get(args, 1)));
    Object lengthValue = Args.get(args, 2);
    if (buffer.isDetached()) {
      throw ArrayBufferOperations.detached(agent, "DataView");
    }
    if (offset > buffer.byteLength()) {
      throw agent.rangeError(outside(Args.get(args, 1)));
    }
    long length = byteLength(agent, buffer, offset, lengthValue);
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.DATA_VIEW_PROTOTYPE);
    if (buffer.isDetached()) {
      throw ArrayBufferOperations.detached(agent, "DataView");
    }
    boolean tracks = length == BufferView.AUTO;
    if (offset + (tracks ? 0 : length) > buffer.byteLength()) {
      throw agent.rangeError("Invalid DataView length " + ErrorMessages.show(lengthValue));
    }
    if (lengthValue == Undefined.UNDEFINED && !tracks && buffer.isFixedLength()) {
      length = buffer.byteLength() - offset;
    }
    return DataViewObject.create(agent, prototype, buffer, (int) offset, (int) length);
  }

  private static long byteLength(
      Agent agent, ArrayBufferObject buffer, long offset, Object lengthValue) {
    if (lengthValue == Undefined.UNDEFINED) {
      return buffer.isFixedLength() ? buffer.byteLength() - offset : BufferView.AUTO;
    }
    String invalid = "Invalid DataView length " + ErrorMessages.show(lengthValue);
    long length = ArrayBufferOperations.toIndex(agent, lengthValue, invalid);
    if (offset + length > buffer.byteLength()) {
      throw agent.rangeError(invalid);
    }
    return length;
  }

  private static String outside(Object offset) {
    return "Start offset " + ErrorMessages.show(offset) + " is outside the bounds of the buffer";
  }

  /// 25.3.4.2 get DataView.prototype.byteLength.
  private static Object byteLength(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return inBounds(agent, view(agent, thisValue, "byteLength"), "byteLength").windowBytes();
  }

  /// 25.3.4.3 get DataView.prototype.byteOffset.
  private static Object byteOffset(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return inBounds(agent, view(agent, thisValue, "byteOffset"), "byteOffset").byteOffset();
  }

  private static DataViewObject inBounds(Agent agent, DataViewObject view, String method) {
    if (view.isOutOfBounds()) {
      throw ArrayBufferOperations.detached(agent, "DataView.prototype." + method);
    }
    return view;
  }

  /// 25.3.1.5 GetViewValue ( view, requestIndex, isLittleEndian, type ).
  private static Object getView(Agent agent, Object thisValue, Object[] args, ElementType type) {
    DataViewObject view = view(agent, thisValue, "get");
    long index = ArrayBufferOperations.toIndex(agent, Args.get(args, 0), OUT_OF_BOUNDS);
    boolean littleEndian = TypeConversion.toBoolean(Args.get(args, 1));
    inBounds(agent, view, "get");
    int at = place(agent, view, index, type);
    long bits = type.readBits(view.buffer().data(), at);
    long ordered = littleEndian ? bits : type.swap(bits);
    return type.isBigInt()
        ? JsBigInt.of(agent, type.bigIntFromBits(ordered))
        : type.fromBits(ordered);
  }

  /// 25.3.1.6 SetViewValue ( view, requestIndex, isLittleEndian, type, value ).
  private static Object setView(Agent agent, Object thisValue, Object[] args, ElementType type) {
    DataViewObject view = view(agent, thisValue, "set");
    long index = ArrayBufferOperations.toIndex(agent, Args.get(args, 0), OUT_OF_BOUNDS);
    Object value = Args.get(args, 1);
    long bits =
        type.isBigInt()
            ? TypeConversion.toBigInt64(agent, value)
            : type.toBits(TypeConversion.toNumber(agent, value));
    boolean littleEndian = TypeConversion.toBoolean(Args.get(args, 2));
    inBounds(agent, view, "set");
    int at = place(agent, view, index, type);
    type.writeBits(view.buffer().data(), at, littleEndian ? bits : type.swap(bits));
    return Undefined.UNDEFINED;
  }

  private static int place(Agent agent, DataViewObject view, long index, ElementType type) {
    if (index + type.size() > view.windowBytes()) {
      throw agent.rangeError(OUT_OF_BOUNDS);
    }
    return view.byteOffset() + (int) index;
  }
}
