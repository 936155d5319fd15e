package lexscope.profiler.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.graph.ByteColumn;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.IntColumn;
import lexscope.profiler.graph.KeptBlocks;

/// Reads the head of a section of an index, whose checksum is known to be right. The blocks of its
/// columns are read, and their checksums compared, when they are asked for.
final class SectionInput implements ColumnInput {
  private final BlockFile file;
  private final ByteBuffer head;
  private final long start;
  private final long blocksEnd;

  /// What fetches all of each column that was given out.
  private final List<Runnable> columns = new ArrayList<>();

  /// The blocks of one column.
  private record Blocks(BlockFile file, long offset, long size, long[] sums) implements KeptBlocks {
    @Override
    public ByteBuffer block(int number) {
      long from = (long) number * BYTES;
      return file.block(offset + from, (int) Math.min(BYTES, size - from), sums[number]);
    }
  }

  /// @param start where the section begins in the file
  /// @param blocksEnd where its blocks end
  SectionInput(BlockFile file, byte[] head, long start, long blocksEnd) {
    this.file = file;
    this.head = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    this.start = start;
    this.blocksEnd = blocksEnd;
  }

  /// Fetches all columns that were given out.
  ///
  /// @throws lexscope.profiler.graph.DamagedColumnException if one is damaged
  void fetchAll() {
    columns.forEach(Runnable::run);
  }

  private int length(int width) throws IOException {
    long length = number();
    if (length < 0 || length > head.remaining() / width) {
      throw new IOException("a length is wrong");
    }
    return (int) length;
  }

  @Override
  public long number() throws IOException {
    if (head.remaining() < Long.BYTES) {
      throw new IOException("the section ends too early");
    }
    return head.getLong();
  }

  @Override
  public String text() throws IOException {
    int bytes = length(1);
    String text =
        head.slice().order(ByteOrder.LITTLE_ENDIAN).limit(bytes).asCharBuffer().toString();
    head.position(head.position() + bytes);
    return text;
  }

  @Override
  public int[] ints() throws IOException {
    int[] values = new int[length(Integer.BYTES)];
    head.asIntBuffer().get(values);
    head.position(head.position() + Integer.BYTES * values.length);
    return values;
  }

  @Override
  public long[] longs() throws IOException {
    return longs(length(Long.BYTES));
  }

  private long[] longs(int count) {
    long[] values = new long[count];
    head.asLongBuffer().get(values);
    head.position(head.position() + Long.BYTES * count);
    return values;
  }

  @Override
  public IntColumn intColumn() throws IOException {
    long count = number();
    IntColumn column = IntColumn.kept((int) count, blocks(count, Integer.BYTES));
    columns.add(column::fetchAll);
    return column;
  }

  @Override
  public ByteColumn byteColumn() throws IOException {
    long count = number();
    ByteColumn column = ByteColumn.kept((int) count, blocks(count, 1));
    columns.add(column::fetchAll);
    return column;
  }

  private KeptBlocks blocks(long count, int width) throws IOException {
    long from = number();
    if (count < 0
        || count > Integer.MAX_VALUE
        || from < 0
        || start + from + count * width > blocksEnd) {
      throw new IOException("a column is not in its section");
    }
    long blocks = (count * width + KeptBlocks.BYTES - 1) / KeptBlocks.BYTES;
    if (blocks > head.remaining() / Long.BYTES) {
      throw new IOException("the section ends too early");
    }
    return new Blocks(file, start + from, count * width, longs((int) blocks));
  }
}
