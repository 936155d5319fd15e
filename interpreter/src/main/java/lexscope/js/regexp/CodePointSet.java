package lexscope.js.regexp;

import java.util.Arrays;

/// An immutable set of code points (or of code units, where patterns are read by those): sorted,
/// disjoint ranges.
///
/// It is an inversion list: the set changes from out to in at every even entry and from in to out
/// at every odd one. All operations are linear in the number of ranges, `contains` is logarithmic.
final class CodePointSet {
  /// One more than the last code point.
  static final int LIMIT = 0x110000;

  static final CodePointSet EMPTY = new CodePointSet(new int[0]);
  static final CodePointSet ALL = range(0, LIMIT - 1);

  private final int[] bounds;

  private CodePointSet(int[] bounds) {
    this.bounds = bounds;
  }

  /// The set of all from `first` to `last`, both included.
  static CodePointSet range(int first, int last) {
    return new CodePointSet(new int[] {first, last + 1});
  }

  static CodePointSet of(int codePoint) {
    return range(codePoint, codePoint);
  }

  /// The set whose bounds are given as gaps: so many outside, so many inside, and so on.
  static CodePointSet ofGaps(int[] gaps) {
    int[] bounds = new int[gaps.length];
    int at = 0;
    for (int i = 0; i < gaps.length; i++) {
      at += gaps[i];
      bounds[i] = at;
    }
    return new CodePointSet(bounds);
  }

  boolean contains(int codePoint) {
    int found = Arrays.binarySearch(bounds, codePoint);
    return found >= 0 ? (found & 1) == 0 : (-found - 1 & 1) == 1;
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  int rangeCount() {
    return bounds.length >> 1;
  }

  int first(int range) {
    return bounds[2 * range];
  }

  /// The last member of a range, included.
  int last(int range) {
    return bounds[2 * range + 1] - 1;
  }

  /// How many members there are.
  int size() {
    int size = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      size += bounds[i + 1] - bounds[i];
    }
    return size;
  }

  CodePointSet union(CodePointSet other) {
    return other.isEmpty() ? this : isEmpty() ? other : combine(other, 0b1110);
  }

  CodePointSet intersect(CodePointSet other) {
    return combine(other, 0b1000);
  }

  CodePointSet subtract(CodePointSet other) {
    return combine(other, 0b0010);
  }

  CodePointSet symmetricDifference(CodePointSet other) {
    return combine(other, 0b0110);
  }

  /// All code points below `limit` that are not in this set.
  CodePointSet complement(int limit) {
    return range(0, limit - 1).subtract(this);
  }

  /// Walks both inversion lists at once; bit `in-this + 2 * in-other` of `truth` says whether a
  /// code point is in the result.
  private CodePointSet combine(CodePointSet other, int truth) {
    int[] a = bounds;
    int[] b = other.bounds;
    int[] out = new int[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    boolean inside = false;
    while (i < a.length || j < b.length) {
      int nextA = i < a.length ? a[i] : Integer.MAX_VALUE;
      int nextB = j < b.length ? b[j] : Integer.MAX_VALUE;
      int at = Math.min(nextA, nextB);
      if (nextA == at) {
        i++;
      }
      if (nextB == at) {
        j++;
      }
      boolean now = (truth >> ((i & 1) + 2 * (j & 1)) & 1) != 0;
      if (now != inside) {
        out[size++] = at;
        inside = now;
      }
    }
    return new CodePointSet(Arrays.copyOf(out, size));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodePointSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  @Override
  public String toString() {
    var text = new StringBuilder("[");
    for (int i = 0; i < rangeCount(); i++) {
      text.append(i == 0 ? "" : " ").append(Integer.toHexString(first(i)));
      if (last(i) != first(i)) {
        text.append('-').append(Integer.toHexString(last(i)));
      }
    }
    return text.append(']').toString();
  }

  /// Collects ranges in any order.
  static final class Builder {
    private long[] ranges = new long[8];
    private int size;

    void add(int codePoint) {
      add(codePoint, codePoint);
    }

    void add(int first, int last) {
      if (size == ranges.length) {
        ranges = Arrays.copyOf(ranges, 2 * size);
      }
      ranges[size++] = (long) first << 32 | last;
    }

    void add(CodePointSet set) {
      for (int i = 0; i < set.rangeCount(); i++) {
        add(set.first(i), set.last(i));
      }
    }

    CodePointSet build() {
      Arrays.sort(ranges, 0, size);
      int[] bounds = new int[2 * size];
      int used = 0;
      for (int i = 0; i < size; i++) {
        int first = (int) (ranges[i] >> 32);
        int end = (int) ranges[i] + 1;
        if (used > 0 && first <= bounds[used - 1]) {
          bounds[used - 1] = Math.max(bounds[used - 1], end);
        } else {
          bounds[used++] = first;
          bounds[used++] = end;
        }
      }
      return new CodePointSet(Arrays.copyOf(bounds, used));
    }
  }
}
