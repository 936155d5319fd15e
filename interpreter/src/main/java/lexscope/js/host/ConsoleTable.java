package lexscope.js.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.PropertyKey;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `console.table`: a row for each property of an object or entry of a collection, a column for
/// each property of those.
final class ConsoleTable {
  private static final String INDEX = "(index)";
  private static final String ITERATION = "(iteration index)";
  private static final String KEY = "Key";
  private static final String VALUES = "Values";
  private static final int MANY_KEYS = 2;
  private static final InspectOptions CELL =
      InspectOptions.DEFAULT
          .withDepth(0)
          .withMaxArrayLength(3)
          .withBreakLength(InspectOptions.UNLIMITED);

  private final Agent agent;

  ConsoleTable(Agent agent) {
    this.agent = agent;
  }

  /// The table, or empty if the first argument is no object and is logged instead.
  ///
  /// @throws lexscope.js.value.ThrowCompletion if a getter throws
  Optional<String> render(Object[] args) {
    if (!(Args.get(args, 0) instanceof JsObject data) || data.isCallable()) {
      return Optional.empty();
    }
    CollectionEntries entries = CollectionEntries.of(data);
    if (entries != null) {
      return Optional.of(ofEntries(entries));
    }
    return Optional.of(ofProperties(data, Args.get(args, 1)));
  }

  private String ofEntries(CollectionEntries entries) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      String index = Integer.toString(i);
      rows.add(
          entries.isPairs()
              ? List.of(index, cell(entries.key(i)), cell(entries.value(i)))
              : List.of(index, cell(entries.item(i))));
    }
    return BoxTable.render(
        entries.isPairs() ? List.of(ITERATION, KEY, VALUES) : List.of(ITERATION, VALUES), rows);
  }

  private String ofProperties(JsObject data, Object chosen) {
    List<PropertyKey> wanted = chosen instanceof JsArray array ? keysIn(array) : null;
    List<PropertyKey> rowKeys = enumerable(data);
    Map<PropertyKey, @Nullable String[]> columns = new LinkedHashMap<>();
    @Nullable String[] plain = new @Nullable String[rowKeys.size()];
    boolean anyPlain = false;
    for (int row = 0; row < plain.length; row++) {
      Object item = data.get(agent, rowKeys.get(row));
      if (!(item instanceof JsObject) && wanted == null) {
        plain[row] = cell(item);
        anyPlain = true;
        continue;
      }
      List<PropertyKey> keys = wanted;
      if (keys == null) {
        keys = item instanceof JsObject object ? enumerable(object) : List.of();
      }
      for (PropertyKey key : keys) {
        @Nullable String[] column =
            columns.computeIfAbsent(key, _ -> new @Nullable String[plain.length]);
        if (item instanceof JsObject object && object.getOwnProperty(agent, key) != null) {
          column[row] = cell(object.get(agent, key));
        }
      }
    }
    return render(rowKeys, ordered(columns), anyPlain ? plain : null);
  }

  /// Columns in the order of an object's keys: array indices first.
  private static Map<PropertyKey, @Nullable String[]> ordered(
      Map<PropertyKey, @Nullable String[]> columns) {
    Map<PropertyKey, @Nullable String[]> ordered = new LinkedHashMap<>();
    columns.keySet().stream()
        .filter(PropertyKey::isIndex)
        .sorted(Comparator.comparingLong(PropertyKey::index))
        .forEach(key -> ordered.put(key, columns.get(key)));
    columns.forEach(ordered::putIfAbsent);
    return ordered;
  }

  private static String render(
      List<PropertyKey> rowKeys,
      Map<PropertyKey, @Nullable String[]> columns,
      @Nullable String @Nullable [] plain) {
    List<String> head = new ArrayList<>(List.of(INDEX));
    columns.keySet().forEach(key -> head.add(key.toString()));
    if (plain != null) {
      head.add(VALUES);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < rowKeys.size(); row++) {
      List<String> cells = new ArrayList<>(List.of(rowKeys.get(row).asString()));
      for (@Nullable String[] column : columns.values()) {
        cells.add(orEmpty(column[row]));
      }
      if (plain != null) {
        cells.add(orEmpty(plain[row]));
      }
      rows.add(cells);
    }
    return BoxTable.render(head, rows);
  }

  private static String orEmpty(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  private List<PropertyKey> keysIn(JsArray names) {
    List<PropertyKey> keys = new ArrayList<>();
    for (long i = 0; i < names.length(); i++) {
      keys.add(TypeConversion.toPropertyKey(agent, names.get(agent, PropertyKey.ofIndex(i))));
    }
    return keys;
  }

  /// The enumerable own string keys, integer keys of columns first, as in objects.
  private List<PropertyKey> enumerable(JsObject object) {
    ObjectReader reader = new ObjectReader(agent, false);
    return reader.keys(object, false).stream().filter(PropertyKey::isString).toList();
  }

  private String cell(Object value) {
    boolean wide =
        value instanceof JsObject object
            && !object.isCallable()
            && !(object instanceof JsArray)
            && enumerable(object).size() > MANY_KEYS;
    return Inspector.forProgram(agent, wide ? CELL.withDepth(-1) : CELL).inspect(value);
  }
}
