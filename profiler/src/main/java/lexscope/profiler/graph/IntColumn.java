package lexscope.profiler.graph;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whole numbers by place, which never change: all of them in memory, or kept elsewhere and fetched
/// in blocks when one is asked for. A question that concerns few places so costs few blocks. A kept
/// column is for one thread.
public final class IntColumn {
  private static final int SHIFT = 14;
  private static final int BLOCK = 1 << SHIFT;
  private static final int[] NONE = {};

  private int @Nullable [] held;
  private final int size;
  private int[] @Nullable [] blocks;
  private final KeptBlocks source;

  private IntColumn(int @Nullable [] held, int size, int[] @Nullable [] blocks, KeptBlocks source) {
    this.held = held;
    this.size = size;
    this.blocks = blocks;
    this.source = source;
  }

  /// A column of these numbers, which must not change any more.
  public static IntColumn of(int... numbers) {
    return new IntColumn(
        numbers,
        numbers.length,
        new int[0][],
        _ -> {
          throw new IllegalStateException("all is in memory");
        });
  }

  /// A column of so many numbers that are kept elsewhere.
  public static IntColumn kept(int size, KeptBlocks source) {
    return new IntColumn(null, size, new int[(int) (((long) size + BLOCK - 1) >> SHIFT)][], source);
  }

  /// How many numbers there are.
  public int size() {
    return size;
  }

  /// The number at a place.
  ///
  /// @throws DamagedColumnException if it was kept elsewhere and is not there any more
  public int get(int at) {
    int[] all = held;
    return all != null ? all[at] : fetched(at);
  }

  private int fetched(int at) {
    int @Nullable [] block = blocks[at >> SHIFT];
    if (block == null) {
      block = fetch(at >> SHIFT);
    }
    return block[at & BLOCK - 1];
  }

  private int[] fetch(int number) {
    Monitor.endIfInterrupted();
    int[] block = new int[Math.min(BLOCK, size - (number << SHIFT))];
    source.block(number).asIntBuffer().get(block);
    blocks[number] = block;
    return block;
  }

  /// Fetches all that was not fetched yet: nothing need be fetched later, and every number is as
  /// near as if the column had never been kept.
  ///
  /// @throws DamagedColumnException if something was kept elsewhere and is not there any more
  public void fetchAll() {
    if (held != null) {
      return;
    }
    int[] all = new int[size];
    for (int number = 0; number < blocks.length; number++) {
      Monitor.endIfInterrupted();
      int start = number << SHIFT;
      source.block(number).asIntBuffer().get(all, start, Math.min(BLOCK, size - start));
    }
    held = all;
    blocks = new int[0][];
  }

  /// The numbers themselves, all fetched: for walks over all of them. They must not be changed.
  ///
  /// @throws DamagedColumnException if something was kept elsewhere and is not there any more
  int[] all() {
    fetchAll();
    int[] all = held;
    return all == null ? NONE : all;
  }

  /// The place of a number in a column that ascends; negative if it is not in it.
  public int search(int number) {
    int[] all = held;
    if (all != null) {
      return Arrays.binarySearch(all, number);
    }
    int at = lastUpTo(number);
    return at >= 0 && get(at) == number ? at : -at - 2;
  }

  /// The last place of a number that is not greater than this one, in a column that never descends;
  /// -1 if all are greater.
  public int lastUpTo(int number) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (get(middle) <= number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /// Keeps the column.
  ///
  /// @throws IOException if `out` does
  public void store(ColumnOutput out) throws IOException {
    out.column(all(), size);
  }
}
