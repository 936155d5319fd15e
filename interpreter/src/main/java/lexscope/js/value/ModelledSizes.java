package lexscope.js.value;

/// The modelled sizes of everything on the guest heap, in bytes: those of V8 11.3 (Node 20) on 64
/// bits without pointer compression, so that answers can be read beside Node's. A backing store
/// (named properties beyond those in the object, elements) counts towards the object that owns it,
/// where V8's snapshots show a node of its own. This is the only place where sizes are written
/// down.
public final class ModelledSizes {
  /// A tagged slot.
  public static final int SLOT = 8;

  /// An object's header: map, properties, elements.
  public static final int OBJECT_HEADER = 24;

  /// In-object slots of `{}` and of objects made by `Object.create`.
  public static final int EMPTY_LITERAL_SLOTS = 4;

  /// An object literal with more properties has none of them in the object.
  public static final int MAX_LITERAL_SLOTS = 127;

  /// A computed member assignment that adds a property to an object with so many outside of it
  /// turns them into a hash table.
  public static final int MAX_KEYED_OUTSIDE = 15;

  /// An object that becomes a hash table has room for so many properties more.
  public static final int NORMALIZED_SPARE = 2;

  /// A class constructor that is a hash table has room for so many properties beside its static
  /// methods.
  public static final int CLASS_TABLE_ROOM = 6;

  /// An array: an object's header and the length.
  public static final int ARRAY_HEADER = 32;

  /// The in-object slots of a match: `index`, `input`, `groups`, and three for the search itself.
  public static final int MATCH_SLOTS = 6;

  /// The header of a backing store: map and length.
  public static final int STORE_HEADER = 16;

  /// Named properties that do not fit into the object come in steps of so many slots.
  public static final int PROPERTY_STEP = 3;

  /// A closure that can be a constructor, with its slot for the prototype.
  public static final int FUNCTION = 64;

  /// A closure without a slot for the prototype: arrow function, method, async function.
  public static final int FUNCTION_WITHOUT_PROTOTYPE = 56;

  /// A Promise object; Node's have an embedder field.
  public static final int PROMISE = 48;

  /// An ArrayBuffer object, without its data.
  public static final int ARRAY_BUFFER = 88;

  /// A typed array, without what is in its buffer.
  public static final int TYPED_ARRAY = 96;

  /// A typed array that is made by its length keeps so many bytes itself; its buffer gets them when
  /// it is first asked for.
  public static final int MAX_BYTES_IN_VIEW = 64;

  /// The two functions of an accessor property in a hash table.
  public static final int ACCESSOR_PAIR = 24;

  /// A DataView object.
  public static final int DATA_VIEW = 80;

  /// A FinalizationRegistry object.
  public static final int FINALIZATION_REGISTRY = 80;

  /// A bound function, without the list of its bound arguments.
  public static final int BOUND_FUNCTION = 48;

  /// A proxy.
  public static final int PROXY = 32;

  /// A context's header: map and length; its first two slots are the scope info and the outer
  /// context.
  public static final int CONTEXT_HEADER = 32;

  /// A symbol: map, hash and flags, description.
  public static final int SYMBOL = 24;

  /// A BigInt without its digits.
  public static final int BIGINT_HEADER = 16;

  /// A concatenation that was not flattened.
  public static final int CONS_STRING = 32;

  /// A slice of a longer string.
  public static final int SLICED_STRING = 32;

  /// Shorter concatenations and slices are copied.
  public static final int MIN_INDIRECT_STRING_LENGTH = 13;

  /// A hidden class (V8's map).
  public static final int SHAPE = 80;

  private ModelledSizes() {}

  /// A flat string of `length` code units.
  public static long flatString(int length, boolean twoByte) {
    return (STORE_HEADER + (twoByte ? 2L * length : length) + 7) & ~7L;
  }

  /// A BigInt whose magnitude has `bits` bits.
  public static long bigInt(int bits) {
    return BIGINT_HEADER + 8L * ((bits + 63) / 64);
  }

  /// A backing store of `capacity` slots; nothing when it is empty.
  public static long store(int capacity) {
    return capacity == 0 ? 0 : STORE_HEADER + (long) SLOT * capacity;
  }

  /// The backing store for `outside` named properties that have no place in the object, when it
  /// began with `initial` slots.
  public static long propertyArray(int outside, int initial) {
    int beyond = Math.max(outside - initial, 0);
    return store(initial + (beyond + PROPERTY_STEP - 1) / PROPERTY_STEP * PROPERTY_STEP);
  }

  /// The hash table of `count` named properties, when none was deleted.
  public static long nameDictionary(int count) {
    return nameDictionaryOf(dictionaryCapacity(count));
  }

  /// A hash table of named properties with so many entries, used or free.
  public static long nameDictionaryOf(int capacity) {
    return store(6 + 3 * capacity);
  }

  /// The hash table of `count` sparse elements.
  public static long numberDictionary(int count) {
    return dictionary(count, 4, 3);
  }

  /// A hash table of `count` entries of `entrySlots` slots each, with `prefixSlots` slots before
  /// them.
  private static long dictionary(int count, int prefixSlots, int entrySlots) {
    return store(prefixSlots + dictionaryCapacity(count) * entrySlots);
  }

  /// The capacity of a hash table that is made for `count` entries: the power of two that leaves a
  /// third of it free.
  public static int dictionaryCapacity(int count) {
    return Math.max(4, powerOfTwo(count + (count >> 1)));
  }

  /// The table of a Map (`entrySlots` 3) or Set (2) of `count` entries: so many buckets that two
  /// entries share one.
  public static long orderedTable(int count, int entrySlots) {
    int capacity = Math.max(4, powerOfTwo(count));
    return store(3 + capacity / 2 + capacity * entrySlots);
  }

  /// The table of a WeakMap or WeakSet of `count` entries.
  public static long ephemeronTable(int count) {
    return dictionary(count, 3, 2);
  }

  /// The least power of two that is not less than `n`.
  private static int powerOfTwo(int n) {
    return n <= 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
  }

  /// A context of `slots` bindings.
  public static long context(int slots) {
    return CONTEXT_HEADER + (long) SLOT * slots;
  }

  /// What a typed array of up to [#MAX_BYTES_IN_VIEW] bytes keeps beside its header.
  public static long bytesInView(int bytes) {
    return (STORE_HEADER + bytes + 7L) & ~7L;
  }

  /// The map of `count` arguments to parameters, with its context and its list of the others.
  public static long parameterMap(int count) {
    return store(2 + count);
  }

  /// The capacity that a backing store of elements gets when it must hold `needed` elements.
  public static long grownCapacity(long needed) {
    return needed + (needed >> 1) + 16;
  }
}
