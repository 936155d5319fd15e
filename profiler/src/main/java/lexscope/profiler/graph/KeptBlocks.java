package lexscope.profiler.graph;

import java.nio.ByteBuffer;

/// Where the blocks of a column are kept.
@FunctionalInterface
public interface KeptBlocks {
  /// Bytes of every block but the last, which may be shorter.
  int BYTES = 1 << 16;

  /// Reads a block: exactly its bytes, known to be those that were kept, in little-endian order.
  ///
  /// @throws DamagedColumnException if that is not possible
  ByteBuffer block(int number);
}
