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

/// %SharedArrayBuffer% and its prototype, sections 25.2.3 to 25.2.5. There is one agent, so nothing
/// is ever shared in fact.
final class SharedArrayBuffers {
  private SharedArrayBuffers() {}

  static void create(Realm realm) {
    IntrinsicBuilder prototype =
        IntrinsicBuilder.ordinary(realm, Intrinsic.SHARED_ARRAY_BUFFER_PROTOTYPE)
            .getter("byteLength", SharedArrayBuffers::byteLength)
            .method("grow", 1, SharedArrayBuffers::grow)
            .getter("growable", SharedArrayBuffers::growable)
            .getter("maxByteLength", SharedArrayBuffers::maxByteLength)
            .method("slice", 2, SharedArrayBuffers::slice)
            .tag("SharedArrayBuffer");
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.SHARED_ARRAY_BUFFER,
            "SharedArrayBuffer",
            1,
            SharedArrayBuffers::construct,
            prototype.object())
        .getter(realm.agent().symbols().species(), (_, thisValue, _, _) -> thisValue);
  }

  /// 25.2.3.1 `SharedArrayBuffer ( length [ , options ] )`.
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (newTarget == null) {
      throw NativeFunction.requiresNew(agent, "SharedArrayBuffer");
    }
    long length =
        ArrayBufferOperations.toIndex(agent, Args.get(args, 0), "Array buffer allocation failed");
    long max = ArrayBufferOperations.maxByteLengthOption(agent, Args.get(args, 1));
    return ArrayBufferOperations.allocate(agent, newTarget, length, max, true);
  }

  private static ArrayBufferObject thisBuffer(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof ArrayBufferObject buffer && buffer.isShared()) {
      return buffer;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("SharedArrayBuffer.prototype." + method, thisValue));
  }

  /// 25.2.5.1 get SharedArrayBuffer.prototype.byteLength.
  private static Object byteLength(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisBuffer(agent, thisValue, "byteLength").byteLength();
  }

  /// 25.2.5.3 SharedArrayBuffer.prototype.grow ( newLength ).
  private static Object grow(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ArrayBufferObject buffer = thisBuffer(agent, thisValue, "grow");
    if (buffer.isFixedLength()) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("SharedArrayBuffer.prototype.grow", thisValue));
    }
    String invalid = "SharedArrayBuffer.prototype.grow: Invalid length parameter";
    long length = ArrayBufferOperations.toIndex(agent, Args.get(args, 0), invalid);
    if (length > buffer.maxByteLength() || length < buffer.byteLength()) {
      throw agent.rangeError(invalid);
    }
    buffer.resize(agent, (int) length);
    return Undefined.UNDEFINED;
  }

  /// 25.2.5.4 get SharedArrayBuffer.prototype.growable.
  private static Object growable(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return !thisBuffer(agent, thisValue, "growable").isFixedLength();
  }

  /// 25.2.5.5 get SharedArrayBuffer.prototype.maxByteLength.
  private static Object maxByteLength(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ArrayBufferObject buffer = thisBuffer(agent, thisValue, "maxByteLength");
    return buffer.isFixedLength() ? buffer.byteLength() : buffer.maxByteLength();
  }

  /// 25.2.5.6 SharedArrayBuffer.prototype.slice ( start, end ).
  private static Object slice(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    ArrayBufferObject buffer = thisBuffer(agent, thisValue, "slice");
    int length = buffer.byteLength();
    long first = ArrayBufferOperations.relative(agent, Args.get(args, 0), length, 0);
    long last = ArrayBufferOperations.relative(agent, Args.get(args, 1), length, length);
    long newLength = Math.max(last - first, 0);
    JsObject constructor =
        ObjectOperations.speciesConstructor(
            agent, buffer, agent.realm().get(Intrinsic.SHARED_ARRAY_BUFFER));
    JsObject result = ObjectOperations.construct(agent, constructor, Numbers.of(newLength));
    ArrayBufferObject target = thisBuffer(agent, result, "slice");
    if (target == buffer) {
      throw agent.typeError("SharedArrayBuffer subclass returned this from species constructor");
    }
    if (target.byteLength() < newLength) {
      throw agent.typeError("Species constructor returned a too small SharedArrayBuffer");
    }
    System.arraycopy(buffer.data(), (int) first, target.data(), 0, (int) newLength);
    return target;
  }
}
