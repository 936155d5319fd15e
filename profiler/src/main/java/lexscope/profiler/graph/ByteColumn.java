package lexscope.profiler.graph;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Bytes by place, which never change: in memory, or kept elsewhere and fetched in blocks. See
/// {@link IntColumn}.
public final class ByteColumn {
  private static final int SHIFT = 16;
  private static final int BLOCK = 1 << SHIFT;

  private byte @Nullable [] held;
  private final int size;
  private byte[] @Nullable [] blocks;
  private final KeptBlocks source;

  private ByteColumn(
      byte @Nullable [] held, int size, byte[] @Nullable [] blocks, KeptBlocks source) {
    this.held = held;
    this.size = size;
    this.blocks = blocks;
    this.source = source;
  }

  /// A column of these bytes, which must not change any more.
  public static ByteColumn of(byte... bytes) {
    return new ByteColumn(
        bytes,
        bytes.length,
        new byte[0][],
        _ -> {
          throw new IllegalStateException("all is in memory");
        });
  }

  /// A column of so many bytes that are kept elsewhere.
  public static ByteColumn kept(int size, KeptBlocks source) {
    return new ByteColumn(
        null, size, new byte[(int) (((long) size + BLOCK - 1) >> SHIFT)][], source);
  }

  /// How many bytes there are.
  public int size() {
    return size;
  }

  /// The byte at a place.
  ///
  /// @throws DamagedColumnException if it was kept elsewhere and is not there any more
  public byte get(int at) {
    byte[] all = held;
    return all != null ? all[at] : block(at >> SHIFT)[at & BLOCK - 1];
  }

  private byte[] block(int number) {
    byte @Nullable [] block = blocks[number];
    if (block == null) {
      Monitor.endIfInterrupted();
      block = new byte[Math.min(BLOCK, size - (number << SHIFT))];
      source.block(number).get(block);
      blocks[number] = block;
    }
    return block;
  }

  /// Fetches all that was not fetched yet: nothing need be fetched later, and every byte is as near
  /// as if the column had never been kept.
  ///
  /// @throws DamagedColumnException if something was kept elsewhere and is not there any more
  public void fetchAll() {
    if (held == null) {
      held = copy(0, size);
      blocks = new byte[0][];
    }
  }

  /// A copy of the bytes from one place up to another.
  public byte[] copy(int from, int to) {
    byte[] copy = new byte[to - from];
    byte[] all = held;
    for (int at = from; at < to; ) {
      int some = Math.min(to - at, BLOCK - (at & BLOCK - 1));
      if (all != null) {
        System.arraycopy(all, at, copy, at - from, some);
      } else {
        System.arraycopy(block(at >> SHIFT), at & BLOCK - 1, copy, at - from, some);
      }
      at += some;
    }
    return copy;
  }

  /// Keeps the column.
  ///
  /// @throws IOException if `out` does
  public void store(ColumnOutput out) throws IOException {
    fetchAll();
    byte[] all = held;
    out.column(all == null ? new byte[0] : all, size);
  }
}
