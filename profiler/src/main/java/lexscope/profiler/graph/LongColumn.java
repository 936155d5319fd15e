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

  /// A column of so many zeros.
  public LongColumn(int capacity) {
    low = new int[capacity];
  }

  private LongColumn(int[] low, int @Nullable [] high) {
    this.low = low;
    this.high = high;
  }

  /// Keeps the column.
  public void store(ColumnOutput out) throws IOException {
    int[] upper = high;
    out.ints(low);
    out.ints(upper == null ? new int[0] : upper);
  }

  /// Gives back a column that was kept.
  public static LongColumn restore(ColumnInput in) throws IOException {
    int[] low = in.ints();
    int[] high = in.ints();
    return new LongColumn(low, high.length == 0 ? null : high);
  }

  /// The number at a place.
  public long get(int at) {
    int[] upper = high;
    return upper == null ? low[at] : (long) upper[at] << 32 | low[at] & 0xffffffffL;
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
}
