package lexscope.shell.steps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.gc.Cell;
import lexscope.gc.Heap;
import lexscope.gc.SourcePlace;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.inspection.RecordNotation;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsFunction;
import lexscope.js.value.JsObject;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;
import org.jspecify.annotations.Nullable;

/// Reads what is alive of the program's own at one moment: records, function objects and objects as
/// boxes, as many as a reader can take in, and why each is alive.
final class HeapReader {
  /// How many boxes of one kind there are at most.
  static final int MOST = 32;

  private final Names names;
  private final Heap heap;
  private final CapturePolicy policy;
  private final Reach reach;
  private final ContextReader contexts;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Map<String, Hold> holds = new LinkedHashMap<>();
  private final Map<Box.Kind, Integer> left = new EnumMap<>(Box.Kind.class);
  private final Set<Cell> bound = new LinkedHashSet<>();
  private final List<Cell> shown = new ArrayList<>();
  private final Set<Long> alive = new HashSet<>();

  private HeapReader(Names names, Machine machine, CapturePolicy policy, RecordCensus census) {
    this.names = names;
    this.heap = machine.heap();
    this.policy = policy;
    reach = Reach.of(heap, policy, names::isFunction);
    contexts = ContextReader.of(names, census);
  }

  static HeapReader of(Names names, Machine machine, CapturePolicy policy) {
    RecordCensus census = RecordCensus.of(machine.heap(), policy);
    HeapReader reader = new HeapReader(names, machine, policy, census);
    reader.read(census);
    return reader;
  }

  List<Context> contexts() {
    return contexts.contexts();
  }

  /// The boxes by key: records by number, then functions, then objects by age.
  Map<String, Box> boxes() {
    return boxes;
  }

  /// Why boxes and contexts are alive, by key.
  Map<String, Hold> holds() {
    return holds;
  }

  /// How many living ones of each kind are in no box.
  Map<Box.Kind, Integer> left() {
    return left;
  }

  /// Whether something is alive, in a box or not.
  boolean isAlive(String key) {
    return boxes.containsKey(key)
        || key.startsWith("#") && alive.contains(Long.parseLong(key.substring(1)));
  }

  /// How many cells were looked at.
  int size() {
    return reach.size();
  }

  private void read(RecordCensus census) {
    Map<Box.Kind, List<Cell>> all = new EnumMap<>(Box.Kind.class);
    for (Box.Kind kind : Box.Kind.values()) {
      all.put(kind, new ArrayList<>());
    }
    for (int i = 0; i < heap.cellCount(); i++) {
      Cell cell = heap.cellAt(i);
      if (reach.isBuiltIn(cell)) {
        names.noteBuiltIn(cell);
      }
    }
    for (int i = 0; i < heap.cellCount(); i++) {
      Cell cell = heap.cellAt(i);
      if (reach.node(cell) == null) {
        continue;
      }
      Box.Kind kind = names.kind(cell);
      if (kind != null) {
        all.getOrDefault(kind, List.of()).add(cell);
        alive.add(cell.id());
      }
    }
    noteBound(census);
    for (Box.Kind kind : Box.Kind.values()) {
      if (kind == Box.Kind.RECORD) {
        contexts.registers().keySet().forEach(this::add);
      }
      for (Cell cell : chosen(kind, all.getOrDefault(kind, List.of()))) {
        shown.add(cell);
        add(box(kind, cell, census));
      }
    }
    contexts.frames().forEach(this::hold);
    shown.forEach(this::hold);
    contexts
        .registers()
        .forEach(
            (box, context) -> holds.put(box.key(), new Hold(context, "its bindings in registers")));
  }

  private void noteBound(RecordCensus census) {
    for (Cell cell : contexts.used()) {
      RecordCensus.Entry entry =
          cell instanceof EnvironmentRecord record ? census.entry(record) : null;
      if (entry != null) {
        RecordNotation notation = RecordNotation.withoutHolders(entry);
        notation.bindings().forEach(this::noteBound);
        notation.objectBindings().forEach(this::noteBound);
      }
    }
  }

  private void noteBound(RecordNotation.Field field) {
    if (field.target() instanceof Cell cell) {
      bound.add(cell);
    }
  }

  private void add(Box box) {
    boxes.put(box.key(), box);
  }

  /// Those that the contexts refer to, then those that are bound in their records, then the newest;
  /// in order of age.
  private List<Cell> chosen(Box.Kind kind, List<Cell> all) {
    if (all.size() <= MOST) {
      return all;
    }
    left.put(kind, all.size() - MOST);
    Set<Cell> chosen = new LinkedHashSet<>();
    for (Cell cell : all) {
      if (contexts.used().contains(cell) && chosen.size() < MOST) {
        chosen.add(cell);
      }
    }
    for (Cell cell : all.reversed()) {
      if (bound.contains(cell) && chosen.size() < MOST) {
        chosen.add(cell);
      }
    }
    for (Cell cell : all.reversed()) {
      if (chosen.size() < MOST) {
        chosen.add(cell);
      }
    }
    return chosen.stream().sorted(Comparator.comparingLong(Cell::id)).toList();
  }

  private Box box(Box.Kind kind, Cell cell, RecordCensus census) {
    if (cell instanceof EnvironmentRecord record) {
      RecordCensus.Entry entry = census.entry(record);
      if (entry == null) {
        throw new IllegalStateException("two walks differ about ER" + record.recordNumber());
      }
      return box(record, RecordNotation.withoutHolders(entry));
    }
    JsObject object = (JsObject) cell;
    List<Row> rows = ObjectRows.of(names, object, heap, policy);
    if (kind == Box.Kind.FUNCTION) {
      String name = object.name();
      SourcePlace place = ((JsFunction) object).place();
      return new Box(
          Names.key(cell),
          kind,
          name.isEmpty() ? "(anonymous)" : name,
          "function object",
          place == null ? "" : place.toString(),
          false,
          rows);
    }
    String title =
        object instanceof JsArray array ? "Array(" + array.length() + ")" : object.name();
    return new Box(Names.key(cell), kind, title, "object", names.site(cell), false, rows);
  }

  private Box box(EnvironmentRecord record, RecordNotation notation) {
    List<Row> rows = new ArrayList<>();
    notation.bindings().forEach(field -> rows.add(names.row(Row.Kind.BINDING, field, "")));
    notation.objectBindings().forEach(field -> rows.add(names.row(Row.Kind.BINDING, field, "")));
    notation.fields().forEach(field -> rows.add(names.row(Row.Kind.FIELD, field, "")));
    return new Box(
        Names.key(record),
        Box.Kind.RECORD,
        "ER" + notation.number(),
        notation.type() + (notation.owner().isEmpty() ? "" : " of " + notation.owner()),
        notation.place() == null ? "" : notation.place().toString(),
        false,
        List.copyOf(rows));
  }

  // ---- why
  // ---------------------------------------------------------------------------------------

  private void hold(Cell cell) {
    String key = cell instanceof Frame frame ? Names.contextKey(frame) : Names.key(cell);
    Deque<String> how = new ArrayDeque<>();
    Reach.Node node = reach.node(cell);
    while (node != null) {
      how.addFirst(node.how());
      Reach.Node by = node.by();
      if (by == null) {
        holds.put(key, new Hold("", String.join(" → ", how)));
        return;
      }
      String holder = shownAs(by.cell());
      if (holder != null && !holder.equals(key)) {
        holds.put(key, new Hold(holder, String.join(" → ", how)));
        return;
      }
      String name = by.cell().name();
      how.addFirst(name.isEmpty() ? "a native function" : name);
      node = by;
    }
  }

  private @Nullable String shownAs(Cell cell) {
    if (cell instanceof Frame frame) {
      return Names.contextKey(frame);
    }
    String key = Names.key(names.shown(cell));
    return boxes.containsKey(key) ? key : null;
  }
}
