package lexscope.js.bytecode;

import java.util.Arrays;

/// From instructions to offsets in the source text. An entry counts until the next one.
public final class PositionTable {
  private int[] entries = new int[16];
  private int size;

  /// Notes that code from `pc` on comes from `offset`.
  void add(int pc, int offset) {
    if (size > 0 && entries[size - 2] == pc) {
      entries[size - 1] = offset;
      return;
    }
    if (size > 0 && entries[size - 1] == offset) {
      return;
    }
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
    }
    entries[size++] = pc;
    entries[size++] = offset;
  }

  /// The source offset of an instruction; 0 if nothing is known. Cost: a binary search.
  public int offset(int pc) {
    int low = 0;
    int high = size / 2 - 1;
    int found = 0;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (entries[2 * middle] <= pc) {
        found = entries[2 * middle + 1];
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }
}
