package lexscope.js.host;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.intrinsics.CollectionIterator;
import lexscope.js.intrinsics.MapObject;
import lexscope.js.intrinsics.OrderedTable;
import lexscope.js.intrinsics.SetObject;
import lexscope.js.value.JsObject;
import org.jspecify.annotations.Nullable;

/// The entries of a Map or Set, or those that an iterator of one has still to give. The iterator
/// stays where it is.
final class CollectionEntries {
  private final List<Object> keys = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final CollectionIterator.Kind kind;

  private CollectionEntries(CollectionIterator.Kind kind) {
    this.kind = kind;
  }

  /// The entries of a collection or of its iterator, null for any other object.
  static @Nullable CollectionEntries of(JsObject object) {
    return switch (object) {
      case MapObject map -> read(map.data().cursor(), CollectionIterator.Kind.ENTRIES, true);
      case SetObject set -> read(set.data().cursor(), CollectionIterator.Kind.KEYS, false);
      case CollectionIterator iterator ->
          read(iterator.rest(), iterator.iterationKind(), iterator.isOfMap());
      default -> null;
    };
  }

  private static CollectionEntries read(
      OrderedTable.@Nullable Cursor cursor, CollectionIterator.Kind kind, boolean map) {
    CollectionEntries entries = new CollectionEntries(kind);
    while (cursor != null && cursor.advance()) {
      entries.keys.add(cursor.key());
      entries.values.add(map ? cursor.value() : cursor.key());
    }
    return entries;
  }

  int size() {
    return keys.size();
  }

  /// Whether an entry is a key with a value.
  boolean isPairs() {
    return kind == CollectionIterator.Kind.ENTRIES;
  }

  Object key(int index) {
    return keys.get(index);
  }

  Object value(int index) {
    return values.get(index);
  }

  /// What the iterator gives where it gives single values.
  Object item(int index) {
    return kind == CollectionIterator.Kind.VALUES ? values.get(index) : keys.get(index);
  }
}
