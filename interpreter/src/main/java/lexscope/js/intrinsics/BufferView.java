package lexscope.js.intrinsics;

import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;

/// What TypedArrays and DataViews share: a window onto a buffer, of fixed length or reaching to the
/// buffer's end, that is out of bounds when the buffer was detached or became too short.
public abstract sealed class BufferView extends JsObject permits TypedArrayObject, DataViewObject {
  /// The length of a view that follows its buffer's length.
  public static final int AUTO = -1;

  private final ArrayBufferObject buffer;
  private final int byteOffset;
  private final int fixedByteLength;

  BufferView(
      Shape shape, int exotic, ArrayBufferObject buffer, int byteOffset, int fixedByteLength) {
    super(shape, exotic);
    this.buffer = buffer;
    this.byteOffset = byteOffset;
    this.fixedByteLength = fixedByteLength;
  }

  /// The `[[ViewedArrayBuffer]]`.
  public final ArrayBufferObject buffer() {
    return buffer;
  }

  /// The `[[ViewedArrayBuffer]]` for guest code, which may go on to use it: as in V8, it has the
  /// bytes from now on, even if they were in the view.
  public final ArrayBufferObject exposedBuffer() {
    buffer.keepInView(false);
    return buffer;
  }

  /// The `[[ByteOffset]]`, also when out of bounds.
  public final int byteOffset() {
    return byteOffset;
  }

  /// Whether the view follows its buffer's length.
  public final boolean isLengthTracking() {
    return fixedByteLength == AUTO;
  }

  /// IsTypedArrayOutOfBounds, section 10.4.5.13, and IsViewOutOfBounds, section 25.3.1.4.
  public final boolean isOutOfBounds() {
    int end = buffer.byteLength();
    return buffer.isDetached()
        || byteOffset > end
        || (fixedByteLength != AUTO && byteOffset + fixedByteLength > end);
  }

  /// The length in bytes; 0 when out of bounds. A tracking view may include bytes that make no
  /// whole element.
  public final int windowBytes() {
    if (isOutOfBounds()) {
      return 0;
    }
    return fixedByteLength == AUTO ? buffer.byteLength() - byteOffset : fixedByteLength;
  }

  @Override
  protected long headerBytes() {
    if (this instanceof DataViewObject) {
      return ModelledSizes.DATA_VIEW;
    }
    return ModelledSizes.TYPED_ARRAY
        + (buffer.isInView() ? ModelledSizes.bytesInView(buffer.byteLength()) : 0);
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    super.visitEdges(rule, visitor);
    visitor.edge(EdgeKind.INTERNAL, "[[ViewedArrayBuffer]]", buffer);
  }
}
