package lexscope.profiler.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import lexscope.profiler.graph.ColumnOutput;

/// Writes one section of an index: numbers in little-endian order, columns with their length before
/// them.
final class SectionOutput implements ColumnOutput {
  private final WritableByteChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
  private final Checksum checksum = new Checksum();
  private long flushed;

  SectionOutput(WritableByteChannel channel) {
    this.channel = channel;
  }

  /// How many bytes have been written in all.
  long size() {
    return flushed + buffer.position();
  }

  /// Ends a section and gives its checksum.
  long end() throws IOException {
    flush();
    return checksum.take();
  }

  private void flush() throws IOException {
    buffer.flip();
    checksum.update(buffer);
    flushed += buffer.limit();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  private void room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
  }

  @Override
  public void number(long value) throws IOException {
    room(Long.BYTES);
    buffer.putLong(value);
  }

  @Override
  public void text(String value) throws IOException {
    // Not UTF-8, which has no place for halves of surrogate pairs.
    byte[] units = new byte[Character.BYTES * value.length()];
    ByteBuffer.wrap(units).order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().put(value);
    bytes(units);
  }

  @Override
  public void bytes(byte[] values, int count) throws IOException {
    number(count);
    for (int at = 0; at < count; ) {
      room(1);
      int some = Math.min(count - at, buffer.remaining());
      buffer.put(values, at, some);
      at += some;
    }
  }

  @Override
  public void ints(int[] values, int count) throws IOException {
    number(count);
    for (int at = 0; at < count; ) {
      room(Integer.BYTES);
      int some = Math.min(count - at, buffer.remaining() / Integer.BYTES);
      buffer.asIntBuffer().put(values, at, some);
      buffer.position(buffer.position() + some * Integer.BYTES);
      at += some;
    }
  }

  @Override
  public void longs(long[] values) throws IOException {
    number(values.length);
    for (int at = 0; at < values.length; ) {
      room(Long.BYTES);
      int some = Math.min(values.length - at, buffer.remaining() / Long.BYTES);
      buffer.asLongBuffer().put(values, at, some);
      buffer.position(buffer.position() + some * Long.BYTES);
      at += some;
    }
  }
}
