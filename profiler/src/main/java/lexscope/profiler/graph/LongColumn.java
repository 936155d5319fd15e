package lexscope.profiler.graph;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Whole numbers that nearly always fit into 32 bits, such as ids and sizes: four bytes each, eight
/// from the first that does not fit.
///
/// Numbers that are not negative may be set at different places by several threads at once, if they
/// all end before anyone reads.
public final class LongColumn {
  private int[] low;
  private volatile int @Nullable [] high;

  /// Both halves of a column that does not change any more; the upper one may be empty.
  private final @Nullable IntColumn keptLow;

  private final IntColumn keptHigh;

  /// A column of so many zeros.
  public LongColumn(int capacity) {
    low = new int[capacity];
    keptLow = null;
    keptHigh = IntColumn.of();
  }

  private LongColumn(IntColumn low, IntColumn high) {
    this.low = new int[0];
    this.keptLow = low;
    this.keptHigh = high;
  }

  /// Keeps the column.
  public void store(ColumnOutput out) throws IOException {
    IntColumn lower = keptLow;
    if (lower != null) {
      lower.store(out);
      keptHigh.store(out);
      return;
    }
    int[] upper = high;
    out.column(low, low.length);
    out.column(upper == null ? new int[0] : upper, upper == null ? 0 : upper.length);
  }

  /// Gives back a column that was kept; its numbers are fetched when they are asked for and cannot
  /// be set.
  public static LongColumn restore(ColumnInput in) throws IOException {
    return new LongColumn(in.intColumn(), in.intColumn());
  }

  /// The number at a place.
  public long get(int at) {
    IntColumn lower = keptLow;
    if (lower != null) {
      return kept(lower, at);
    }
    int[] upper = high;
    return upper == null ? low[at] : (long) upper[at] << 32 | low[at] & 0xffffffffL;
  }

  private long kept(IntColumn lower, int at) {
    return keptHigh.size() == 0
        ? lower.get(at)
        : (long) keptHigh.get(at) << 32 | lower.get(at) & 0xffffffffL;
  }

  /// Sets the number at a place within the capacity.
  public void set(int at, long value) {
    int[] upper = high;
    if (upper == null && value != (int) value) {
      upper = widened();
    }
    if (upper != null) {
      upper[at] = (int) (value >> 32);
    }
    low[at] = (int) value;
  }

  private synchronized int[] widened() {
    int[] upper = high;
    if (upper == null) {
      upper = new int[low.length];
      for (int i = 0; i < upper.length; i++) {
        upper[i] = low[i] >> 31;
      }
      high = upper;
    }
    return upper;
  }

  /// Gives the column another capacity.
  public void resize(int capacity) {
    if (capacity != low.length) {
      int[] upper = high;
      low = Arrays.copyOf(low, capacity);
      high = upper == null ? null : Arrays.copyOf(upper, capacity);
    }
  }

  /// The sum of the first `count` numbers.
  public long sum(int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += get(i);
    }
    return sum;
  }

  /// Numbers that come one after the other; see {@link IntColumn.Builder}.
  static final class Builder {
    private final IntColumn.Builder low = new IntColumn.Builder();
    private IntColumn.@Nullable Builder high;

    /// Adds a number behind the others.
    void add(long value) {
      IntColumn.Builder upper = high;
      if (upper == null && value != (int) value) {
        upper = new IntColumn.Builder();
        for (int at = 0; at < low.size(); at++) {
          upper.add(low.get(at) >> 31);
        }
        high = upper;
      }
      if (upper != null) {
        upper.add((int) (value >> 32));
      }
      low.add((int) value);
    }

    /// The number at a place.
    long get(int at) {
      IntColumn.Builder upper = high;
      return upper == null ? low.get(at) : (long) upper.get(at) << 32 | low.get(at) & 0xffffffffL;
    }

    /// Puts another number of 32 bits in the place of one.
    void set(int at, int value) {
      IntColumn.Builder upper = high;
      if (upper != null) {
        upper.set(at, value >> 31);
      }
      low.set(at, value);
    }

    /// The column of the first so many numbers. The builder is of no use afterwards.
    LongColumn build(int size) {
      IntColumn.Builder upper = high;
      return new LongColumn(low.build(size), upper == null ? IntColumn.of() : upper.build(size));
    }
  }
}
