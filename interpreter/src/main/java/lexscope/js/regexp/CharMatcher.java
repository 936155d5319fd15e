package lexscope.js.regexp;

import java.util.Arrays;

/// A set of characters made fast to ask: a bit map for Latin-1, pages of 256 bits for the rest of
/// the basic plane, ranges beyond. Pages are shared where they are all in or all out, so a small
/// set costs little.
final class CharMatcher {
  private static final int PAGE = 256;
  private static final long[] NONE = new long[PAGE / 64];
  private static final long[] EVERY = {-1, -1, -1, -1};

  private final CodePointSet set;
  private final long[][] pages = new long[0x10000 / PAGE][];

  CharMatcher(CodePointSet set) {
    this.set = set;
    Arrays.fill(pages, NONE);
    for (int range = 0; range < set.rangeCount() && set.first(range) <= 0xffff; range++) {
      int first = set.first(range);
      int last = Math.min(set.last(range), 0xffff);
      for (int page = first / PAGE; page <= last / PAGE; page++) {
        fill(page, Math.max(first, page * PAGE), Math.min(last, page * PAGE + PAGE - 1));
      }
    }
  }

  private void fill(int page, int first, int last) {
    if (last - first == PAGE - 1) {
      pages[page] = EVERY;
      return;
    }
    if (pages[page] == NONE) {
      pages[page] = new long[PAGE / 64];
    }
    for (int unit = first; unit <= last; unit++) {
      pages[page][unit % PAGE >> 6] |= 1L << unit;
    }
  }

  CodePointSet set() {
    return set;
  }

  /// Whether a code unit is in the set.
  boolean has(char unit) {
    return (pages[unit >> 8][unit >> 6 & 3] >>> unit & 1) != 0;
  }

  /// Whether a code point is in the set.
  boolean hasCodePoint(int codePoint) {
    return codePoint < 0x10000 ? has((char) codePoint) : set.contains(codePoint);
  }
}
