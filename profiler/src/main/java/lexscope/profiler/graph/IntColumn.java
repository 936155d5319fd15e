package lexscope.profiler.graph;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whole numbers by place, which never change: all of them in memory, in one array or in blocks, or
/// kept elsewhere and fetched in blocks when one is asked for. A question that concerns few places
/// so costs few blocks. A kept column is for one thread.
public final class IntColumn {
  private static final int SHIFT = 14;
  private static final int[] NONE = {};

  /// A search takes as long as so many numbers of a walk over all of them.
  private static final int SEARCHES = 32;

  private static final KeptBlocks NOWHERE_ELSE =
      _ -> {
        throw new IllegalStateException("all is in memory");
      };

  private int @Nullable [] held;
  private final int size;
  private final int shift;
  private int[] @Nullable [] blocks;
  private final KeptBlocks source;
  private int searches;
  private @Nullable Ranks ranks;

  private IntColumn(
      int @Nullable [] held, int size, int shift, int[] @Nullable [] blocks, KeptBlocks source) {
    this.held = held;
    this.size = size;
    this.shift = shift;
    this.blocks = blocks;
    this.source = source;
  }

  /// A column of these numbers, which must not change any more.
  public static IntColumn of(int... numbers) {
    return new IntColumn(numbers, numbers.length, SHIFT, new int[0][], NOWHERE_ELSE);
  }

  /// A column of so many numbers that are kept elsewhere.
  public static IntColumn kept(int size, KeptBlocks source) {
    return new IntColumn(null, size, SHIFT, new int[blocks(size, SHIFT)][], source);
  }

  private static int blocks(int size, int shift) {
    return (int) ((long) size + (1 << shift) - 1 >> shift);
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
    int number = at >> shift;
    int @Nullable [] block = blocks[number];
    if (block == null) {
      block = fetch(number);
    }
    return block[at - (number << shift)];
  }

  private int[] fetch(int number) {
    Monitor.endIfInterrupted();
    int[] block = new int[Math.min(1 << shift, size - (number << shift))];
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
      int start = number << shift;
      int count = Math.min(1 << shift, size - start);
      int @Nullable [] known = blocks[number];
      if (known == null) {
        source.block(number).asIntBuffer().get(all, start, count);
      } else {
        System.arraycopy(known, 0, all, start, count);
      }
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

  /// The place of a number in a column of which each is greater than the one before, the first not
  /// negative; negative if the number is not in it. Takes a binary search; once so many were made
  /// that it pays, two loads.
  public int search(int number) {
    Ranks known = ranks;
    if (known != null) {
      return known.search(number);
    }
    if (searches++ > size / SEARCHES) {
      known = Ranks.of(this);
      ranks = known;
      return known.search(number);
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

  /// Numbers that come one after the other, nobody knows how many. They are written into blocks
  /// which the column keeps, so that neither growing nor the end copies anything: memory that is
  /// touched for the first time costs more than what is written there.
  static final class Builder {
    private static final int SMALLEST = 16;

    /// Blocks as large as what the collector leaves where it was allocated.
    private static final int LARGE_SHIFT = 18;

    private static final int LARGE = 1 << LARGE_SHIFT;

    private int[][] blocks = new int[1][SMALLEST];
    private int[] last = blocks[0];
    private int inLast;
    private int full;

    /// Adds a number behind the others.
    void add(int number) {
      if (inLast == last.length) {
        makeRoom();
      }
      last[inLast++] = number;
    }

    private void makeRoom() {
      if (inLast < LARGE) {
        last = Arrays.copyOf(last, Math.min(LARGE, inLast * 4));
      } else {
        full++;
        inLast = 0;
        last = new int[LARGE];
        if (full == blocks.length) {
          blocks = Arrays.copyOf(blocks, full * 2);
        }
      }
      blocks[full] = last;
    }

    /// How many numbers were added.
    int size() {
      return (full << LARGE_SHIFT) + inLast;
    }

    /// The number at a place.
    int get(int at) {
      return blocks[at >> LARGE_SHIFT][at & LARGE - 1];
    }

    /// Puts another number in the place of one.
    void set(int at, int number) {
      blocks[at >> LARGE_SHIFT][at & LARGE - 1] = number;
    }

    /// The column of the first so many numbers. The builder is of no use afterwards.
    IntColumn build(int size) {
      return full == 0
          ? of(last.length == size ? last : Arrays.copyOf(last, size))
          : new IntColumn(
              null,
              size,
              LARGE_SHIFT,
              Arrays.copyOf(blocks, blocks(size, LARGE_SHIFT)),
              NOWHERE_ELSE);
    }
  }
}
