package lexscope.profiler.format;

import java.util.Arrays;

/// A table of small numbers whose length the file does not announce. It grows by pieces, so that
/// nothing is copied or thrown away.
final class IntTable implements NumberBlocks.Sink {
  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;

  private int[][] pieces = new int[16][];
  private int capacity;
  private int size;

  /// How many numbers there are.
  int size() {
    return size;
  }

  /// The number at a place.
  int get(int at) {
    return pieces[at >>> SHIFT][at & MASK];
  }

  @Override
  public boolean grows(long count) {
    return count > capacity;
  }

  @Override
  public void reserve(long count) {
    while (grows(count)) {
      int piece = capacity >>> SHIFT;
      if (piece == pieces.length) {
        pieces = Arrays.copyOf(pieces, 2 * piece);
      }
      pieces[piece] = new int[1 << SHIFT];
      capacity = (int) Math.min(Integer.MAX_VALUE, capacity + (1L << SHIFT));
    }
    size = (int) count;
  }

  @Override
  public void accept(long[] values, int count, long first) throws NumberBlocks.BadNumber {
    for (int i = 0; i < count; i++) {
      if (values[i] >= Integer.MAX_VALUE) {
        throw new NumberBlocks.BadNumber(i, "the number " + values[i] + " is out of range");
      }
      int at = (int) first + i;
      pieces[at >>> SHIFT][at & MASK] = (int) values[i];
    }
  }
}
