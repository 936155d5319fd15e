package lexscope.js.intrinsics;

import lexscope.js.operations.ErrorMessages;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
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
    return ArrayBufferOperations.construct(agent, args, newTarget, true);
  }

  private static ArrayBufferObject thisBuffer(Agent agent, Object thisValue, String method) {
    return ArrayBufferOperations.require(agent, thisValue, true, method);
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
    return ArrayBufferOperations.maxByteLength(thisBuffer(agent, thisValue, "maxByteLength"));
  }

  /// 25.2.5.6 SharedArrayBuffer.prototype.slice ( start, end ).
  private static Object slice(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return ArrayBufferOperations.slice(agent, thisBuffer(agent, thisValue, "slice"), args);
  }
}
