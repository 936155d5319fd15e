package lexscope.profiler.format;

import java.util.Arrays;

/// A table of small numbers whose length the file does not announce.
final class IntTable implements NumberBlocks.Sink {
  private int[] numbers = new int[0];
  private int size;

  /// How many numbers there are.
  int size() {
    return size;
  }

  /// The number at a place.
  int get(int at) {
    return numbers[at];
  }

  @Override
  public boolean grows(long count) {
    return count > numbers.length;
  }

  @Override
  public void reserve(long count) {
    if (grows(count)) {
      numbers =
          Arrays.copyOf(
              numbers,
              (int) Math.min(Integer.MAX_VALUE - 8, count + (numbers.length >> 1) + (1 << 12)));
    }
    size = (int) count;
  }

  @Override
  public void accept(long[] values, int count, long first) throws NumberBlocks.BadNumber {
    for (int i = 0; i < count; i++) {
      if (values[i] >= Integer.MAX_VALUE) {
        throw new NumberBlocks.BadNumber(i, "the number " + values[i] + " is out of range");
      }
      numbers[(int) first + i] = (int) values[i];
    }
  }
}
