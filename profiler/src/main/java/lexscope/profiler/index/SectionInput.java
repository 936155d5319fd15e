package lexscope.profiler.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.Monitor;

/// Reads one section of an index from its first byte to its last, and sums what it reads. What it
/// gives is worth nothing before {@link #isIntact} said so.
final class SectionInput implements ColumnInput {
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private final Checksum checksum = new Checksum();
  private final long end;
  private long next;

  SectionInput(FileChannel channel, long offset, long length) {
    this.channel = channel;
    this.next = offset;
    this.end = offset + length;
  }

  /// Whether all was read and the sum is that which was kept.
  boolean isIntact(long sum) {
    return next == end && !buffer.hasRemaining() && checksum.take() == sum;
  }

  private void need(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return;
    }
    Monitor.endIfInterrupted();
    buffer.compact();
    int old = buffer.position();
    buffer.limit((int) Math.min(buffer.capacity(), old + end - next));
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, next);
      if (read < 0) {
        break;
      }
      next += read;
    }
    buffer.flip().position(old);
    checksum.update(buffer);
    buffer.position(0);
    if (buffer.remaining() < bytes) {
      throw new IOException("the section ends too early");
    }
  }

  /// A length that was kept, if the section has room for as many.
  private int length(int width) throws IOException {
    long length = number();
    if (length < 0 || length > (end - next + buffer.remaining()) / width) {
      throw new IOException("a length is wrong");
    }
    return (int) length;
  }

  @Override
  public long number() throws IOException {
    need(Long.BYTES);
    return buffer.getLong();
  }

  @Override
  public String text() throws IOException {
    return ByteBuffer.wrap(bytes()).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().toString();
  }

  @Override
  public byte[] bytes() throws IOException {
    byte[] values = new byte[length(1)];
    for (int at = 0; at < values.length; ) {
      need(1);
      int some = Math.min(values.length - at, buffer.remaining());
      buffer.get(values, at, some);
      at += some;
    }
    return values;
  }

  @Override
  public int[] ints() throws IOException {
    int[] values = new int[length(Integer.BYTES)];
    for (int at = 0; at < values.length; ) {
      need(Integer.BYTES);
      int some = Math.min(values.length - at, buffer.remaining() / Integer.BYTES);
      buffer.asIntBuffer().get(values, at, some);
      buffer.position(buffer.position() + some * Integer.BYTES);
      at += some;
    }
    return values;
  }

  @Override
  public long[] longs() throws IOException {
    long[] values = new long[length(Long.BYTES)];
    for (int at = 0; at < values.length; ) {
      need(Long.BYTES);
      int some = Math.min(values.length - at, buffer.remaining() / Long.BYTES);
      buffer.asLongBuffer().get(values, at, some);
      buffer.position(buffer.position() + some * Long.BYTES);
      at += some;
    }
    return values;
  }
}
