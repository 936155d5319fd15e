package lexscope.js.value;

/// How V8's hash table of named properties grows, is cleared of deleted entries, and shrinks: only
/// its capacity, for modelled sizes. The properties themselves are in a [PropertyTable].
///
/// Cost of each method: constant.
final class NameDictionary {
  private static final int MIN_SHRUNK_COUNT = 16;

  private int capacity;
  private int count;
  private int deleted;

  /// The table of `count` properties that was made with room for `room`.
  NameDictionary(int count, int room) {
    this.capacity = ModelledSizes.dictionaryCapacity(Math.max(count, room));
    this.count = count;
  }

  /// A property is added. The table is made anew if it would be too full, or if too few of its free
  /// entries were never used.
  ///
  /// @return by how many modelled bytes it grew
  long add() {
    count++;
    boolean roomy = count + count / 2 <= capacity && count < capacity;
    if (roomy && deleted <= (capacity - count) / 2) {
      return 0;
    }
    long before = bytes();
    capacity = ModelledSizes.dictionaryCapacity(count);
    deleted = 0;
    return bytes() - before;
  }

  /// A property is deleted. A table that is three quarters empty shrinks, but for small ones.
  void remove() {
    count--;
    deleted++;
    if (count <= capacity / 4 && count >= MIN_SHRUNK_COUNT) {
      capacity = ModelledSizes.dictionaryCapacity(count);
      deleted = 0;
    }
  }

  /// The modelled bytes.
  long bytes() {
    return ModelledSizes.nameDictionaryOf(capacity);
  }
}
