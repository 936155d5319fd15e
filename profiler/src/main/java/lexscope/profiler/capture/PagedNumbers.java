package lexscope.profiler.capture;

import com.carrotsearch.hppc.LongObjectHashMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Numbers by `long` keys, for keys that were given out one after the other: neighbours lie in one
/// page, so that a walk which meets cells about in the order of their making stays in the cache.
final class PagedNumbers {
  /// What stands for no number.
  static final int NONE = -1;

  private static final int SHIFT = 6;
  private static final int MASK = (1 << SHIFT) - 1;

  private final LongObjectHashMap<int[]> pages = new LongObjectHashMap<>();
  private long lastKey;
  private int @Nullable [] lastPage;

  int get(long key) {
    int[] page = page(key >> SHIFT);
    return page == null ? NONE : page[(int) key & MASK];
  }

  void put(long key, int number) {
    long pageKey = key >> SHIFT;
    int[] page = page(pageKey);
    if (page == null) {
      page = new int[1 << SHIFT];
      Arrays.fill(page, NONE);
      pages.put(pageKey, page);
      lastKey = pageKey;
      lastPage = page;
    }
    page[(int) key & MASK] = number;
  }

  private int @Nullable [] page(long pageKey) {
    if (lastPage == null || lastKey != pageKey) {
      int[] page = pages.get(pageKey);
      if (page == null) {
        return null;
      }
      lastKey = pageKey;
      lastPage = page;
    }
    return lastPage;
  }
}
