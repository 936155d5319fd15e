package lexscope.js.intrinsics;

import java.util.Arrays;
import java.util.function.Predicate;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Symbol;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// The List of entries behind `[[MapData]]` and `[[SetData]]` (24.1, 24.2): a hash table that keeps
/// insertion order and that may change while cursors walk it, as deterministic hash tables do
/// (Tyler Close's design).
///
/// Entries stand in order in an array, chained by hash; deleting leaves a hole. When the array is
/// rebuilt, the old storage remembers its holes and its successor, so that a cursor that still
/// stands in it finds its place in the new one. Nothing refers to cursors.
///
/// Keys are compared by SameValueZero on canonical keys (24.5.1). Cost: constant, amortised, per
/// operation. It is no cell: its owner reports the edges with [#forEach].
public final class OrderedTable {
  private static final Object HOLE = new Object();
  private static final int MIN_CAPACITY = 4;

  private Storage storage = new Storage(MIN_CAPACITY);

  /// Receives the entries in order.
  @FunctionalInterface
  public interface EntryVisitor {
    /// One entry: its place among the living ones, key and value.
    void entry(int index, Object key, Object value);
  }

  /// Entries in order of insertion and their hash chains.
  private static final class Storage {
    final Object[] keys;
    final Object[] values;
    final int[] next;
    final int[] buckets;
    int used;
    int live;
    @Nullable Storage successor;
    int[] holes = {};

    Storage(int capacity) {
      keys = new Object[capacity];
      values = new Object[capacity];
      next = new int[capacity];
      buckets = new int[capacity];
      Arrays.fill(buckets, -1);
    }

    int find(Object key) {
      int at = buckets[hash(key) & (buckets.length - 1)];
      while (at >= 0 && !sameKey(keys[at], key)) {
        at = next[at];
      }
      return at;
    }

    void append(Object key, Object value) {
      int bucket = hash(key) & (buckets.length - 1);
      keys[used] = key;
      values[used] = value;
      next[used] = buckets[bucket];
      buckets[bucket] = used++;
      live++;
    }
  }

  /// A walk over the entries: it sees those that are added while it runs, and not those deleted
  /// before it came to them.
  public static final class Cursor {
    private Storage storage;
    private int at = -1;

    private Cursor(Storage storage) {
      this.storage = storage;
    }

    /// Another walk from the same place.
    public Cursor copy() {
      Cursor copy = new Cursor(storage);
      copy.at = at;
      return copy;
    }

    /// Goes to the next entry; false at the end. After the end, entries that were added meanwhile
    /// are still found.
    public boolean advance() {
      catchUp();
      int next = at + 1;
      while (next < storage.used && storage.keys[next] == HOLE) {
        next++;
      }
      at = next < storage.used ? next : storage.used - 1;
      return next < storage.used;
    }

    /// The key of the entry at hand, to be read right after [#advance].
    public Object key() {
      return storage.keys[at];
    }

    /// The value of the entry at hand, to be read right after [#advance].
    public Object value() {
      return storage.values[at];
    }

    private void catchUp() {
      for (Storage successor = storage.successor;
          successor != null;
          successor = storage.successor) {
        int before = Arrays.binarySearch(storage.holes, at + 1);
        int holesBefore = before < 0 ? -before - 1 : before;
        at -= holesBefore;
        storage = successor;
      }
    }
  }

  /// The number of entries.
  public int size() {
    return storage.live;
  }

  /// A new walk from the first entry.
  public Cursor cursor() {
    return new Cursor(storage);
  }

  /// Whether there is an entry with the key.
  public boolean has(Object key) {
    return storage.find(canonicalKey(key)) >= 0;
  }

  /// The value of the key's entry; null if there is none.
  public @Nullable Object get(Object key) {
    int at = storage.find(canonicalKey(key));
    return at < 0 ? null : storage.values[at];
  }

  /// Sets the value of the key's entry, appending one if there is none. True if one was appended.
  public boolean set(Object key, Object value) {
    Object canonical = canonicalKey(key);
    int at = storage.find(canonical);
    if (at >= 0) {
      storage.values[at] = value;
      return false;
    }
    if (storage.used == storage.keys.length) {
      rebuild(storage.live * 2 > storage.used ? storage.used * 2 : storage.used);
    }
    storage.append(canonical, value);
    return true;
  }

  /// Deletes the key's entry; false if there was none.
  public boolean delete(Object key) {
    int at = storage.find(canonicalKey(key));
    if (at < 0) {
      return false;
    }
    unchain(at);
    storage.keys[at] = HOLE;
    storage.values[at] = HOLE;
    storage.live--;
    if (storage.keys.length > MIN_CAPACITY && storage.live < storage.keys.length / 4) {
      rebuild(storage.keys.length / 2);
    }
    return true;
  }

  private void unchain(int entry) {
    int bucket = hash(storage.keys[entry]) & (storage.buckets.length - 1);
    if (storage.buckets[bucket] == entry) {
      storage.buckets[bucket] = storage.next[entry];
      return;
    }
    int at = storage.buckets[bucket];
    while (storage.next[at] != entry) {
      at = storage.next[at];
    }
    storage.next[at] = storage.next[entry];
  }

  /// Deletes all entries.
  public void clear() {
    var fresh = new Storage(MIN_CAPACITY);
    var holes = new int[storage.used];
    Arrays.setAll(holes, i -> i);
    retire(fresh, holes);
  }

  private void rebuild(int capacity) {
    var fresh = new Storage(capacity);
    var holes = new int[storage.used - storage.live];
    int holeCount = 0;
    for (int i = 0; i < storage.used; i++) {
      if (storage.keys[i] == HOLE) {
        holes[holeCount++] = i;
      } else {
        fresh.append(storage.keys[i], storage.values[i]);
      }
    }
    retire(fresh, holes);
  }

  /// Puts a new storage in place of the old one, which keeps only what cursors need.
  private void retire(Storage fresh, int[] holes) {
    Arrays.fill(storage.keys, HOLE);
    Arrays.fill(storage.values, HOLE);
    storage.holes = holes;
    storage.successor = fresh;
    storage = fresh;
  }

  /// Deletes the entries whose keys satisfy the predicate. Cost: linear.
  public void deleteKeysIf(Predicate<Object> predicate) {
    for (Cursor cursor = cursor(); cursor.advance(); ) {
      Object key = cursor.key();
      if (predicate.test(key)) {
        delete(key);
      }
    }
  }

  /// Shows every entry in order.
  public void forEach(EntryVisitor visitor) {
    int index = 0;
    for (int i = 0; i < storage.used; i++) {
      if (storage.keys[i] != HOLE) {
        visitor.entry(index++, storage.keys[i], storage.values[i]);
      }
    }
  }

  /// The modelled size in bytes: that of V8's ordered hash tables (three words of header, half as
  /// many buckets as entries, key, value and chain per entry).
  public long modelledBytes(boolean values) {
    long capacity = storage.keys.length;
    return 16 + 8 * (3 + capacity / 2 + capacity * (values ? 3 : 2));
  }

  /// 24.5.1 CanonicalizeKeyedCollectionKey ( key ): -0 becomes +0.
  public static Object canonicalKey(Object key) {
    return key instanceof Double number && number == 0.0 ? (Object) 0 : key;
  }

  private static boolean sameKey(Object a, Object b) {
    return a == b
        || switch (a) {
          case Integer i -> i.equals(b);
          case Double d -> d.equals(b);
          case JsString s -> s.equals(b);
          case JsBigInt i -> i.equals(b);
          default -> false;
        };
  }

  private static int hash(Object key) {
    int code =
        switch (key) {
          case JsObject object -> Long.hashCode(object.id());
          case Symbol symbol -> Long.hashCode(symbol.id());
          case Undefined _ -> 1;
          case Null _ -> 2;
          case Boolean truth -> truth ? 3 : 4;
          default -> key.hashCode();
        };
    return code ^ (code >>> 16) ^ (code >>> 7);
  }
}
