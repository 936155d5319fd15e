package lexscope.js.intrinsics;

import java.util.Arrays;
import lexscope.js.value.JsObject;
import lexscope.js.value.ModelledSizes;
import lexscope.js.value.Shape;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// An ArrayBuffer or SharedArrayBuffer, sections 25.1.6 and 25.2.6. A buffer is shared, detached or
/// resizable as its fields say; there is one agent, so shared ones need no synchronisation.
public final class ArrayBufferObject extends JsObject {
  private static final byte[] EMPTY = {};

  private byte @Nullable [] data;
  private int byteLength;
  private final int maxByteLength;
  private final boolean shared;
  private boolean inView;

  private ArrayBufferObject(Shape shape, byte[] data, int maxByteLength, boolean shared) {
    super(shape);
    this.data = data;
    this.byteLength = data.length;
    this.maxByteLength = maxByteLength;
    this.shared = shared;
  }

  /// A buffer on the heap that takes over `data` as its block.
  ///
  /// @param maxByteLength -1 for a buffer of fixed length
  public static ArrayBufferObject create(
      Agent agent, JsObject prototype, byte[] data, int maxByteLength, boolean shared) {
    return agent
        .heap()
        .allocate(
            new ArrayBufferObject(Shape.root(agent, prototype, 0), data, maxByteLength, shared));
  }

  /// The bytes; empty once detached. Its length may be more than [#byteLength()].
  public byte[] data() {
    byte[] block = data;
    return block == null ? EMPTY : block;
  }

  /// The `[[ArrayBufferByteLength]]`: 0 once detached.
  public int byteLength() {
    return byteLength;
  }

  /// The `[[ArrayBufferMaxByteLength]]`; -1 when the length is fixed.
  public int maxByteLength() {
    return maxByteLength;
  }

  /// IsFixedLengthArrayBuffer, section 25.1.3.8.
  public boolean isFixedLength() {
    return maxByteLength < 0;
  }

  /// IsSharedArrayBuffer, section 25.2.2.2.
  public boolean isShared() {
    return shared;
  }

  /// IsDetachedBuffer, section 25.1.3.3.
  public boolean isDetached() {
    return data == null;
  }

  /// For modelled sizes: the bytes are in the view that the buffer was made for until guest code
  /// can see the buffer.
  void keepInView(boolean keep) {
    inView = keep;
  }

  /// Whether the bytes count towards the view.
  boolean isInView() {
    return inView;
  }

  /// DetachArrayBuffer, section 25.1.3.5, for a buffer without a key. Gives the block.
  public byte[] detach() {
    byte[] block = data();
    data = null;
    byteLength = 0;
    return block;
  }

  /// Changes the length of a resizable buffer; new bytes are 0.
  public void resize(Agent agent, int newByteLength) {
    byte[] block = data();
    if (newByteLength < byteLength) {
      Arrays.fill(block, newByteLength, byteLength, (byte) 0);
    } else if (newByteLength > block.length) {
      data = Arrays.copyOf(block, newByteLength);
    }
    agent.heap().grew((long) newByteLength - byteLength);
    byteLength = newByteLength;
  }

  @Override
  protected long headerBytes() {
    return ModelledSizes.ARRAY_BUFFER + (inView ? 0L : data().length);
  }
}
