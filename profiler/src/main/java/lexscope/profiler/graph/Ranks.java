package lexscope.profiler.graph;

/// Where each number of an ascending column stands: a bit for every number up to the last one, and
/// for every 64 of them how many came before (the rank of Jacobson, "Space-efficient static trees
/// and graphs", FOCS 1989). A question costs two loads instead of a binary search; the whole takes
/// a bit and a half for each number that could be in the column.
final class Ranks {
  private final long[] bits;
  private final int[] before;
  private final int size;

  private Ranks(long[] bits, int[] before, int size) {
    this.bits = bits;
    this.before = before;
    this.size = size;
  }

  /// The ranks of a column of which each number is greater than the one before, the first not
  /// negative.
  static Ranks of(IntColumn column) {
    int size = column.size();
    long[] bits = new long[size == 0 ? 0 : (column.get(size - 1) >> 6) + 1];
    for (int at = 0; at < size; at++) {
      Monitor.poll(at);
      int number = column.get(at);
      bits[number >> 6] |= 1L << number;
    }
    int[] before = new int[bits.length];
    for (int word = 1; word < bits.length; word++) {
      before[word] = before[word - 1] + Long.bitCount(bits[word - 1]);
    }
    return new Ranks(bits, before, size);
  }

  /// The place of a number; negative if it is not in the column.
  int search(int number) {
    int word = number >> 6;
    if (number < 0 || word >= bits.length) {
      return number < 0 ? -1 : -size - 1;
    }
    int rank = before[word] + Long.bitCount(bits[word] & (1L << number) - 1);
    return (bits[word] & 1L << number) != 0 ? rank : -rank - 1;
  }
}
