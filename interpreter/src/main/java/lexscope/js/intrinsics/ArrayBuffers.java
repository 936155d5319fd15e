package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
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
    return ArrayBufferOperations.construct(agent, args, newTarget, false);
  }

  private static ArrayBufferObject thisBuffer(Agent agent, Object thisValue, String method) {
    return ArrayBufferOperations.require(agent, thisValue, false, method);
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
    return ArrayBufferOperations.maxByteLength(thisBuffer(agent, thisValue, "maxByteLength"));
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
    return ArrayBufferOperations.slice(agent, thisBuffer(agent, thisValue, "slice"), args);
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
