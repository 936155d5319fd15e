package lexscope.profiler.graph;

import com.carrotsearch.hppc.LongIntHashMap;

/// Numbers pairs of numbers in the order in which they are met: the same pair always gets the same
/// number. What has more than two features is numbered pair by pair. A question costs a look-up and
/// makes no garbage.
public final class PairNumbers {
  private final LongIntHashMap numbers = new LongIntHashMap();

  /// The number of a pair, from 0 on.
  public int of(int one, int other) {
    long key = (long) one << Integer.SIZE | other & 0xffffffffL;
    int slot = numbers.indexOf(key);
    if (numbers.indexExists(slot)) {
      return numbers.indexGet(slot);
    }
    int number = numbers.size();
    numbers.indexInsert(slot, key, number);
    return number;
  }

  /// How many pairs were met: the number that the next new one gets.
  public int size() {
    return numbers.size();
  }
}
