package lexscope.js.host;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.intrinsics.CollectionIterator;
import lexscope.js.intrinsics.MapObject;
import lexscope.js.intrinsics.OrderedTable;
import lexscope.js.intrinsics.SetObject;
import lexscope.js.intrinsics.WeakMapObject;
import lexscope.js.intrinsics.WeakSetObject;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import org.jspecify.annotations.Nullable;

/// Maps, sets, their iterators and their weak relatives.
final class CollectionLook {
  private final InspectOptions options;

  CollectionLook(InspectOptions options) {
    this.options = options;
  }

  /// The look of a Map, Set or iterator of one, null for any other object.
  @Nullable Look iterable(
      JsObject object, @Nullable String constructor, String tag, List<PropertyKey> keys) {
    return switch (object) {
      case MapObject map -> sized("Map", map, map.data().size(), constructor, tag, keys);
      case SetObject set -> sized("Set", set, set.data().size(), constructor, tag, keys);
      case CollectionIterator iterator -> iterator(iterator, tag, keys);
      default -> null;
    };
  }

  private Look sized(
      String type,
      JsObject object,
      int size,
      @Nullable String constructor,
      String tag,
      List<PropertyKey> keys) {
    String open = ObjectNaming.prefix(constructor, tag, type, "(" + size + ")") + "{";
    return Look.braces(
        open,
        keys,
        size == 0 ? open + "}" : "",
        (output, inspection, level) -> {
          CollectionEntries entries = CollectionEntries.of(object);
          if (entries != null) {
            addEntries(entries, " => ", output, inspection, level);
          }
        });
  }

  private Look iterator(CollectionIterator iterator, String tag, List<PropertyKey> keys) {
    String type = iterator.isOfMap() ? "Map" : "Set";
    String name = type + " Iterator";
    String open = tag.equals(name) || tag.isEmpty() ? name : tag + "] [" + name;
    if (iterator.iterationKind() == CollectionIterator.Kind.ENTRIES) {
      open = open.substring(0, open.length() - "Iterator".length()) + "Entries";
    }
    return Look.braces(
        "[" + open + "] {",
        keys,
        "",
        (output, inspection, level) -> {
          CollectionEntries entries = CollectionEntries.of(iterator);
          if (entries != null) {
            addEntries(entries, "", output, inspection, level);
          }
        });
  }

  /// Adds the entries.
  ///
  /// @param arrow what stands between key and value; empty for a list of the two in brackets
  private void addEntries(
      CollectionEntries entries,
      String arrow,
      List<String> output,
      Inspection inspection,
      int level) {
    int shown = Math.min(options.maxArrayLength(), entries.size());
    for (int i = 0; i < shown; i++) {
      if (!entries.isPairs()) {
        output.add(inspection.indented(entries.item(i), level));
      } else if (!arrow.isEmpty()) {
        String key = inspection.indented(entries.key(i), level);
        output.add(key + arrow + inspection.indented(entries.value(i), level));
      } else {
        output.add(inspection.indentedPair(entries.key(i), entries.value(i), level));
      }
    }
    if (shown < entries.size()) {
      output.add(ArrayLook.more(entries.size() - (long) shown));
    }
  }

  /// The look of a WeakMap or WeakSet: what is in it is nobody's to know, but with hidden
  /// properties.
  Look weak(JsObject object, @Nullable String constructor, String tag, List<PropertyKey> keys) {
    boolean map = object instanceof WeakMapObject;
    String open = ObjectNaming.prefix(constructor, tag, map ? "WeakMap" : "WeakSet", "") + "{";
    return Look.braces(
        open,
        keys,
        "",
        (output, inspection, level) -> {
          if (options.showHidden()) {
            addWeakEntries(object, output, inspection, level);
          } else {
            output.add("<items unknown>");
          }
        });
  }

  private void addWeakEntries(
      JsObject object, List<String> output, Inspection inspection, int level) {
    OrderedTable table =
        object instanceof WeakMapObject map ? map.data() : ((WeakSetObject) object).data();
    OrderedTable.Cursor cursor = table.cursor();
    List<String> texts = new ArrayList<>();
    while (texts.size() < options.maxArrayLength() && cursor.advance()) {
      String key = inspection.indented(cursor.key(), level);
      texts.add(
          object instanceof WeakMapObject
              ? key + " => " + inspection.indented(cursor.value(), level)
              : key);
    }
    texts.sort(null);
    output.addAll(texts);
    if (texts.size() < table.size()) {
      output.add(ArrayLook.more(table.size() - (long) texts.size()));
    }
  }
}
