package lexscope.profiler.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import lexscope.profiler.graph.DamagedColumnException;

/// Reads pieces of a file that has checksums. It is not mapped, since a mapped file that somebody
/// cuts off ends the JVM; nor is it read by a channel, which is closed for good when a thread that
/// reads is interrupted. For one thread.
final class BlockFile implements Closeable {
  private final RandomAccessFile file;
  private final Checksum checksum = new Checksum();

  BlockFile(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "r");
  }

  long size() throws IOException {
    return file.length();
  }

  /// The whole file, to be copied from.
  FileChannel channel() {
    return file.getChannel();
  }

  byte[] bytes(long offset, int count) throws IOException {
    byte[] bytes = new byte[count];
    file.seek(offset);
    file.readFully(bytes);
    return bytes;
  }

  /// The sum of some bytes.
  long sum(byte[] bytes) {
    checksum.update(bytes, 0, bytes.length);
    return checksum.take();
  }

  /// Reads a block.
  ///
  /// @throws DamagedColumnException if it cannot be read or is damaged
  ByteBuffer block(long offset, int count, long sum) {
    byte[] bytes;
    try {
      bytes = bytes(offset, count);
    } catch (IOException e) {
      throw new DamagedColumnException("the index cannot be read: " + e.getMessage());
    }
    if (sum(bytes) != sum) {
      throw new DamagedColumnException("the index is damaged");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
