package lexscope.profiler.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.function.LongConsumer;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.KeptBlocks;

/// Writes the sections of an index. A section is the blocks of its columns and, behind them, its
/// head: everything else, and for each column where its blocks are and the checksum of each.
/// Numbers are in little-endian order, columns have their length before them.
final class SectionOutput implements ColumnOutput {
  private final WritableByteChannel channel;
  private final LongConsumer progress;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(8 * KeptBlocks.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final Checksum checksum = new Checksum();
  private byte[] head = new byte[1 << 12];
  private int headSize;
  private long flushed;
  private long start;

  /// @param offset where in the file the channel is
  /// @param progress told how far that is, now and then
  SectionOutput(WritableByteChannel channel, long offset, LongConsumer progress) {
    this.channel = channel;
    this.progress = progress;
    this.flushed = offset;
    this.start = offset;
  }

  private long position() {
    return flushed + buffer.position();
  }

  /// Ends a section.
  IndexFile.Section end() throws IOException {
    flush();
    checksum.update(head, 0, headSize);
    ByteBuffer bytes = ByteBuffer.wrap(head, 0, headSize);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    flushed += headSize;
    IndexFile.Section section =
        new IndexFile.Section(start, flushed - start, headSize, checksum.take());
    headSize = 0;
    start = flushed;
    return section;
  }

  private void flush() throws IOException {
    buffer.flip();
    flushed += buffer.limit();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
    progress.accept(flushed);
  }

  private ByteBuffer room(long bytes) throws IOException {
    if (headSize + bytes > head.length) {
      long capacity = Math.max(headSize + bytes, 2L * head.length);
      if (headSize + bytes > Integer.MAX_VALUE - 8) {
        throw new IOException("too much for the head of a section");
      }
      head = Arrays.copyOf(head, (int) Math.min(capacity, Integer.MAX_VALUE - 8));
    }
    ByteBuffer room = ByteBuffer.wrap(head, headSize, (int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    headSize += (int) bytes;
    return room;
  }

  @Override
  public void number(long value) throws IOException {
    room(Long.BYTES).putLong(value);
  }

  @Override
  public void text(String value) throws IOException {
    // Not UTF-8, which has no place for halves of surrogate pairs.
    number((long) Character.BYTES * value.length());
    room((long) Character.BYTES * value.length()).asCharBuffer().put(value);
  }

  @Override
  public void ints(int[] values) throws IOException {
    number(values.length);
    room((long) Integer.BYTES * values.length).asIntBuffer().put(values);
  }

  @Override
  public void longs(long[] values) throws IOException {
    number(values.length);
    room((long) Long.BYTES * values.length).asLongBuffer().put(values);
  }

  @Override
  public void column(int[] values, int count) throws IOException {
    begin(count);
    int inBlock = KeptBlocks.BYTES / Integer.BYTES;
    for (int at = 0; at < count; at += inBlock) {
      int some = Math.min(inBlock, count - at);
      ByteBuffer block = block(some * Integer.BYTES);
      block.asIntBuffer().put(values, at, some);
      checksum.update(block);
      number(checksum.take());
    }
  }

  @Override
  public void column(byte[] values, int count) throws IOException {
    begin(count);
    for (int at = 0; at < count; at += KeptBlocks.BYTES) {
      int some = Math.min(KeptBlocks.BYTES, count - at);
      checksum.update(block(some).put(values, at, some).flip());
      number(checksum.take());
    }
  }

  private void begin(int count) throws IOException {
    number(count);
    number(position() - start);
  }

  private ByteBuffer block(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    ByteBuffer block = buffer.slice(buffer.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(buffer.position() + bytes);
    return block;
  }
}
