package lexscope.js.value;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The properties of an object whose keys are array indices.
///
/// They are dense (one array, holes are null, all with the same attributes) or sparse (a sorted
/// map). Elements become sparse by an accessor, by attributes of their own, or by a far away index;
/// when a map fills up it turns dense again. The capacities are those that V8 would choose, as
/// modelled sizes depend on them.
final class Elements {
  private static final @Nullable Object[] NOTHING = {};
  private static final int MAX_GAP = 1024;
  private static final int UNCHECKED_CAPACITY = 500;
  static final int MAX_DENSE = 1 << 27;

  private @Nullable Object[] dense = NOTHING;
  private int used;
  private int attributes = Attributes.ALL;
  private @Nullable TreeMap<Long, ElementEntry> sparse;

  /// Dense elements that take over an array.
  static Elements of(@Nullable Object[] values, int used) {
    var elements = new Elements();
    elements.dense = values;
    elements.used = used;
    return elements;
  }

  boolean isDense() {
    return sparse == null;
  }

  /// The dense array; holes and the unused rest are null.
  @Nullable Object[] dense() {
    return dense;
  }

  /// One past the last index of the dense array that may hold a value.
  int used() {
    return used;
  }

  /// Whether plain assignment to dense elements is all that happens here.
  boolean isDefault() {
    return sparse == null && attributes == Attributes.ALL;
  }

  /// The value or accessor at an index; null if there is none.
  @Nullable Object slot(long index) {
    if (sparse == null) {
      return index < used ? dense[(int) index] : null;
    }
    ElementEntry entry = sparse.get(index);
    return entry == null ? null : entry.slot();
  }

  /// The attributes of an element that is there.
  int attributes(long index) {
    if (sparse == null) {
      return attributes;
    }
    ElementEntry entry = sparse.get(index);
    return entry == null ? 0 : entry.attributes();
  }

  /// Sets or adds an element with these attributes.
  void put(long index, Object slot, int bits) {
    if (sparse == null) {
      boolean plain = !(slot instanceof SpecialSlot);
      if (plain && bits == attributes && ensureDense(index)) {
        dense[(int) index] = slot;
        used = Math.max(used, (int) index + 1);
        return;
      }
      makeSparse();
    }
    TreeMap<Long, ElementEntry> map = sparse;
    if (map != null) {
      map.put(index, new ElementEntry(slot, bits));
      int n = map.size();
      if (n >= 32 && (n & (n - 1)) == 0) {
        makeDenseIfFull(map);
      }
    }
  }

  /// Replaces the value of an element that is there; its attributes stay.
  void replace(long index, Object slot) {
    put(index, slot, attributes(index));
  }

  /// Removes an element.
  void remove(long index) {
    if (sparse != null) {
      sparse.remove(index);
    } else if (index < used) {
      dense[(int) index] = null;
      if (index == used - 1) {
        used--;
      }
    }
  }

  /// Drops the elements from `length` on, without asking their attributes.
  void truncate(long length) {
    if (sparse != null) {
      sparse.tailMap(length, true).clear();
    } else if (length < used) {
      int n = (int) length;
      if (n == 0 && used > 1) {
        dense = NOTHING;
      } else if (dense.length > 2 * n + 16) {
        // One less may be the first of many pops, or followed by a push: keep half of the rest.
        dense = Arrays.copyOf(dense, n + 1 == used ? dense.length - (dense.length - n) / 2 : n);
      }
      if (n < dense.length) {
        Arrays.fill(dense, n, Math.min(used, dense.length), null);
      }
      used = n;
    }
  }

  /// The sparse entries in ascending order; empty when dense.
  Map<Long, ElementEntry> sparseEntries() {
    return sparse == null ? Map.of() : sparse;
  }

  /// The last sparse index below `limit` that is not configurable and not below `from`; -1 if none.
  long lastNotConfigurable(long from) {
    if (sparse == null) {
      return (attributes & Attributes.CONFIGURABLE) == 0 ? lastDense(from) : -1;
    }
    for (var entry : sparse.tailMap(from, true).descendingMap().entrySet()) {
      if ((entry.getValue().attributes() & Attributes.CONFIGURABLE) == 0) {
        return entry.getKey();
      }
    }
    return -1;
  }

  private long lastDense(long from) {
    for (int i = used - 1; i >= from; i--) {
      if (dense[i] != null) {
        return i;
      }
    }
    return -1;
  }

  /// The number of elements. Cost: the capacity when dense.
  int count() {
    if (sparse != null) {
      return sparse.size();
    }
    int n = 0;
    for (int i = 0; i < used; i++) {
      if (dense[i] != null) {
        n++;
      }
    }
    return n;
  }

  /// Takes bits away from the attributes of every element; `WRITABLE` stays with accessors absent.
  void restrict(int keep) {
    attributes &= keep;
    if (sparse != null) {
      sparse.replaceAll((_, e) -> new ElementEntry(e.slot(), e.attributes() & keep));
    }
  }

  /// Whether no element has one of the bits.
  boolean none(int bits) {
    if (sparse == null) {
      return (attributes & bits) == 0 || count() == 0;
    }
    for (ElementEntry entry : sparse.values()) {
      if ((entry.attributes() & bits) != 0) {
        return false;
      }
    }
    return true;
  }

  /// Reserves room for `capacity` dense elements exactly.
  void reserve(int capacity) {
    if (sparse == null && capacity > dense.length) {
      dense = Arrays.copyOf(dense, capacity);
    }
  }

  /// Gives back the room beyond `capacity`.
  void trim(int capacity) {
    if (sparse == null && used <= capacity && capacity < dense.length) {
      dense = Arrays.copyOf(dense, capacity);
    }
  }

  /// Makes the dense array hold `index`; false if the elements should be sparse instead.
  boolean ensureDense(long index) {
    if (index < dense.length) {
      return true;
    }
    if (index - dense.length >= MAX_GAP || index >= MAX_DENSE) {
      return false;
    }
    long capacity = ModelledSizes.grownCapacity(index + 1);
    if (capacity > UNCHECKED_CAPACITY && used < index && 9L * (count() + 1) <= capacity) {
      return false;
    }
    dense = Arrays.copyOf(dense, (int) Math.min(capacity, MAX_DENSE));
    return true;
  }

  private void makeSparse() {
    var map = new TreeMap<Long, ElementEntry>();
    for (int i = 0; i < used; i++) {
      Object value = dense[i];
      if (value != null) {
        map.put((long) i, new ElementEntry(value, attributes));
      }
    }
    sparse = map;
    dense = NOTHING;
    used = 0;
    attributes = Attributes.ALL;
  }

  private void makeDenseIfFull(TreeMap<Long, ElementEntry> map) {
    long last = map.lastKey();
    if (last >= 2L * map.size() || last >= MAX_DENSE) {
      return;
    }
    for (ElementEntry entry : map.values()) {
      if (entry.attributes() != Attributes.ALL || entry.slot() instanceof SpecialSlot) {
        return;
      }
    }
    @Nullable Object[] values = new @Nullable Object[(int) last + 1];
    map.forEach((index, entry) -> values[index.intValue()] = entry.slot());
    dense = values;
    used = values.length;
    sparse = null;
  }

  /// The modelled bytes of the backing store.
  long modelledBytes() {
    return sparse == null
        ? ModelledSizes.store(dense.length)
        : ModelledSizes.numberDictionary(sparse.size());
  }
}
