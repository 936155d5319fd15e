package lexscope.profiler.format;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;

/// The rows of a table whose types this version does not know. Several threads may add to them.
final class ForeignTypes {
  private final IntArrayList rowsAndTypes = new IntArrayList();

  synchronized void add(int row, int type) {
    rowsAndTypes.add(row, type);
  }

  /// Pairs of a row and its type, in the order of the rows. Cost: a sort.
  int[][] pairs() {
    int[][] pairs = new int[rowsAndTypes.size() / 2][];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = new int[] {rowsAndTypes.get(2 * i), rowsAndTypes.get(2 * i + 1)};
    }
    Arrays.sort(pairs, (a, b) -> Integer.compare(a[0], b[0]));
    return pairs;
  }
}
