package lexscope.profiler.index;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// The remainders of bytes by two polynomials, 64 bits together. The processor has instructions for
/// both, so they cost less than reading the bytes. One changed bit is always noticed, as is every
/// change within 32 bits in a row; any other goes unnoticed once in 2^64.
final class Checksum {
  /// So many bytes are summed by one polynomial and then, still in the cache, by the other.
  private static final int STRIP = 1 << 17;

  private final CRC32 first = new CRC32();
  private final CRC32C second = new CRC32C();

  /// Takes the bytes between position and limit, which stay as they are.
  void update(ByteBuffer bytes) {
    int end = bytes.limit();
    int start = bytes.position();
    for (int from = start; from < end; from += STRIP) {
      int to = Math.min(end, from + STRIP);
      first.update(bytes.limit(to).position(from));
      second.update(bytes.position(from));
    }
    bytes.limit(end).position(start);
  }

  /// Takes `count` bytes from a place of an array on.
  void update(byte[] bytes, int from, int count) {
    first.update(bytes, from, count);
    second.update(bytes, from, count);
  }

  /// The sum of what was taken since the last call.
  long take() {
    long sum = first.getValue() << 32 | second.getValue();
    first.reset();
    second.reset();
    return sum;
  }
}
