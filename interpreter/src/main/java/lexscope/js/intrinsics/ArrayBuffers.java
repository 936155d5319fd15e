package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.NativeFunction;
import lexscope.js.value.Numbers;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %ArrayBuffer% and its prototype, sections 25.1.4 to 25.1.6.
final class ArrayBuffers {
  private ArrayBuffers() {}

  static void create(Realm realm) {
    IntrinsicBuilder prototype =
        IntrinsicBuilder.ordinary(realm, Intrinsic.ARRAY_BUFFER_PROTOTYPE)
            .getter("byteLength", ArrayBuffers::byteLength)
            .getter("detached", ArrayBuffers::detached)
            .getter("maxByteLength", ArrayBuffers::maxByteLength)
            .getter("resizable", ArrayBuffers::resizable)
            .method("resize", 1, ArrayBuffers::resize)
            .method("slice", 2, ArrayBuffers::slice)
            .method("transfer", 0, ArrayBuffers::transfer)
            .method("transferToFixedLength", 0, ArrayBuffers::transferToFixedLength)
            .tag("ArrayBuffer");
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.ARRAY_BUFFER,
            "ArrayBuffer",
            1,
            ArrayBuffers::construct,
            prototype.object())
        .method("isView", 1, (_, _, args, _) -> Args.get(args, 0) instanceof BufferView)
        .getter(realm.agent().symbols().species(), (_, thisValue, _, _) -> thisValue);
  }

  /// 25.1.4.1 `ArrayBuffer ( length [ , options ] )`.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "ArrayBuffer");
    }
    long length =
        ArrayBufferOperations.toIndex(agent, Args.get(args, 0), "Array buffer allocation failed");
    long max = ArrayBufferOperations.maxByteLengthOption(agent, Args.get(args, 1));
    return ArrayBufferOperations.allocate(agent, newTarget, length, max, false);
  }

  private static ArrayBufferObject thisBuffer(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof ArrayBufferObject buffer && !buffer.isShared()) {
      return buffer;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("ArrayBuffer.prototype." + method, thisValue));
  }

  /// 25.1.6.1 get ArrayBuffer.prototype.byteLength.
  private static Object byteLength(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisBuffer(agent, thisValue, "byteLength").byteLength();
  }

  /// 25.1.6.3 get ArrayBuffer.prototype.detached.
  private static Object detached(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisBuffer(agent, thisValue, "detached").isDetached();
  }

  /// 25.1.6.4 get ArrayBuffer.prototype.maxByteLength.
  private static Object maxByteLength(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ArrayBufferObject buffer = thisBuffer(agent, thisValue, "maxByteLength");
    if (buffer.isDetached()) {
      return 0;
    }
    return buffer.isFixedLength() ? buffer.byteLength() : buffer.maxByteLength();
  }

  /// 25.1.6.5 get ArrayBuffer.prototype.resizable.
  private static Object resizable(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return !thisBuffer(agent, thisValue, "resizable").isFixedLength();
  }

  /// 25.1.6.6 ArrayBuffer.prototype.resize ( newLength ).
  private static Object resize(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ArrayBufferObject buffer = thisBuffer(agent, thisValue, "resize");
    if (buffer.isFixedLength()) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("ArrayBuffer.prototype.resize", thisValue));
    }
    long length =
        ArrayBufferOperations.toIndex(
            agent, Args.get(args, 0), "ArrayBuffer.prototype.resize: Invalid length parameter");
    if (buffer.isDetached()) {
      throw ArrayBufferOperations.detached(agent, "ArrayBuffer.prototype.resize");
    }
    if (length > buffer.maxByteLength()) {
      throw agent.rangeError("ArrayBuffer.prototype.resize: Invalid length parameter");
    }
    buffer.resize(agent, (int) length);
    return Undefined.UNDEFINED;
  }

  /// 25.1.6.7 ArrayBuffer.prototype.slice ( start, end ).
  private static Object slice(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ArrayBufferObject buffer = thisBuffer(agent, thisValue, "slice");
    String method = "ArrayBuffer.prototype.slice";
    if (buffer.isDetached()) {
      throw ArrayBufferOperations.detached(agent, method);
    }
    int length = buffer.byteLength();
    long first = ArrayBufferOperations.relative(agent, Args.get(args, 0), length, 0);
    long last = ArrayBufferOperations.relative(agent, Args.get(args, 1), length, length);
    long newLength = Math.max(last - first, 0);
    JsObject constructor =
        ObjectOperations.speciesConstructor(
            agent, buffer, agent.realm().get(Intrinsic.ARRAY_BUFFER));
    JsObject result = ObjectOperations.construct(agent, constructor, Numbers.of(newLength));
    ArrayBufferObject target = thisBuffer(agent, result, "slice");
    if (target.isDetached() || buffer.isDetached()) {
      throw ArrayBufferOperations.detached(agent, method);
    }
    if (target == buffer) {
      throw agent.typeError("ArrayBuffer subclass returned this from species constructor");
    }
    if (target.byteLength() < newLength) {
      throw agent.typeError("Species constructor returned a too small ArrayBuffer");
    }
    int count = (int) Math.max(0, Math.min(newLength, buffer.byteLength() - first));
    if (count > 0) {
      System.arraycopy(buffer.data(), (int) first, target.data(), 0, count);
    }
    return target;
  }

  /// 25.1.6.8 `ArrayBuffer.prototype.transfer ( [ newLength ] )`.
  private static Object transfer(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return copyAndDetach(agent, thisBuffer(agent, thisValue, "transfer"), Args.get(args, 0), true);
  }

  /// 25.1.6.9 `ArrayBuffer.prototype.transferToFixedLength ( [ newLength ] )`.
  private static Object transferToFixedLength(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return copyAndDetach(
        agent, thisBuffer(agent, thisValue, "transferToFixedLength"), Args.get(args, 0), false);
  }

  /// 25.1.3.4 ArrayBufferCopyAndDetach ( arrayBuffer, newLength, preserveResizability ).
  static ArrayBufferObject copyAndDetach(
      Agent agent, ArrayBufferObject buffer, Object newLength, boolean preserve) {
    long length =
        newLength == Undefined.UNDEFINED
            ? buffer.byteLength()
            : ArrayBufferOperations.toIndex(agent, newLength, "Invalid array buffer length");
    if (buffer.isDetached()) {
      throw ArrayBufferOperations.detached(agent, "ArrayBuffer.prototype.transfer");
    }
    int max = preserve ? buffer.maxByteLength() : -1;
    if (max >= 0 && length > max) {
      throw agent.rangeError("Invalid array buffer length");
    }
    byte[] data = ArrayBufferOperations.createByteDataBlock(agent, length);
    int count = (int) Math.min(length, buffer.byteLength());
    System.arraycopy(buffer.data(), 0, data, 0, count);
    buffer.detach();
    return ArrayBufferObject.create(
        agent, agent.realm().get(Intrinsic.ARRAY_BUFFER_PROTOTYPE), data, max, false);
  }
}
