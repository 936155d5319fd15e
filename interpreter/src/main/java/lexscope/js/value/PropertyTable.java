package lexscope.js.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The keys and attributes of named properties in order of creation, with an open-addressing index
/// once there are more than a few. A property's place is also the number of its slot.
///
/// A chain of shapes shares one table: each sees the first so many entries. Only the shape whose
/// entries are all of them may append; others copy first. A table that one object owns alone may
/// lose entries: they leave a gap until [#compact].
final class PropertyTable {
  private static final int LINEAR = 8;

  private @Nullable PropertyKey[] keys;
  private byte[] attributes;
  private int size;
  private int gaps;
  private int @Nullable [] index;

  PropertyTable(int capacity) {
    keys = new @Nullable PropertyKey[Math.max(4, capacity)];
    attributes = new byte[keys.length];
  }

  /// A copy of the first `count` entries.
  PropertyTable(PropertyTable other, int count, int capacity) {
    int n = Math.max(Math.max(4, capacity), count);
    keys = new @Nullable PropertyKey[n];
    System.arraycopy(other.keys, 0, keys, 0, count);
    attributes = Arrays.copyOf(other.attributes, n);
    size = count;
    for (int i = 0; i < count; i++) {
      if (keys[i] == null) {
        gaps++;
      }
    }
  }

  int size() {
    return size;
  }

  int gaps() {
    return gaps;
  }

  @Nullable PropertyKey key(int place) {
    return keys[place];
  }

  int attributes(int place) {
    return attributes[place];
  }

  void setAttributes(int place, int bits) {
    attributes[place] = (byte) bits;
  }

  /// The place of a key among the first `count` entries, or -1.
  int find(PropertyKey key, int count) {
    if (count <= LINEAR) {
      for (int i = 0; i < count; i++) {
        PropertyKey k = keys[i];
        if (k == key) {
          return i;
        }
      }
      for (int i = 0; i < count; i++) {
        PropertyKey k = keys[i];
        if (k != null && k.equals(key)) {
          return i;
        }
      }
      return -1;
    }
    int[] table = index;
    if (table == null) {
      table = buildIndex();
    }
    int mask = table.length - 1;
    for (int at = key.hashCode() & mask; ; at = (at + 1) & mask) {
      int entry = table[at];
      if (entry == 0) {
        return -1;
      }
      PropertyKey k = keys[entry - 1];
      if (k != null && k.equals(key)) {
        return entry <= count ? entry - 1 : -1;
      }
    }
  }

  /// Appends an entry; the key must not be there.
  int append(PropertyKey key, int bits) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      attributes = Arrays.copyOf(attributes, size * 2);
    }
    keys[size] = key;
    attributes[size] = (byte) bits;
    size++;
    int[] table = index;
    if (table != null) {
      if (size * 2 > table.length) {
        index = null;
      } else {
        enter(table, key, size);
      }
    }
    return size - 1;
  }

  /// Removes an entry; its place stays empty.
  void remove(int place) {
    keys[place] = null;
    gaps++;
  }

  /// Forgets the entries from `count` on: the shapes that saw them are gone.
  void truncate(int count) {
    Arrays.fill(keys, count, size, null);
    size = count;
    index = null;
  }

  /// Closes the gaps and moves the slots along. The order stays.
  void compact(@Nullable Object[] slots) {
    int to = 0;
    for (int from = 0; from < size; from++) {
      if (keys[from] != null) {
        keys[to] = keys[from];
        attributes[to] = attributes[from];
        slots[to] = slots[from];
        to++;
      }
    }
    Arrays.fill(keys, to, size, null);
    Arrays.fill(slots, to, Math.min(size, slots.length), null);
    size = to;
    gaps = 0;
    index = null;
  }

  private int[] buildIndex() {
    int[] table = new int[Math.max(32, Integer.highestOneBit(Math.max(1, size * 2 - 1)) << 2)];
    for (int i = 0; i < size; i++) {
      PropertyKey key = keys[i];
      if (key != null) {
        enter(table, key, i + 1);
      }
    }
    index = table;
    return table;
  }

  private static void enter(int[] table, PropertyKey key, int entry) {
    int mask = table.length - 1;
    int at = key.hashCode() & mask;
    while (table[at] != 0) {
      at = (at + 1) & mask;
    }
    table[at] = entry;
  }
}
