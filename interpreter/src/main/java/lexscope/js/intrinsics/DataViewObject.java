package lexscope.js.intrinsics;

import lexscope.js.value.JsObject;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;

/// A DataView, section 25.3.5.
public final class DataViewObject extends BufferView {
  private DataViewObject(Shape shape, ArrayBufferObject buffer, int byteOffset, int byteLength) {
    super(shape, 0, buffer, byteOffset, byteLength);
  }

  /// A view on the heap.
  ///
  /// @param byteLength [BufferView#AUTO] to follow the buffer
  public static DataViewObject create(
      Agent agent, JsObject prototype, ArrayBufferObject buffer, int byteOffset, int byteLength) {
    return agent
        .heap()
        .allocate(
            new DataViewObject(Shape.root(agent, prototype, 0), buffer, byteOffset, byteLength));
  }
}
