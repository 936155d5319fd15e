package lexscope.js.inspection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.PartedCell;
import lexscope.gc.RootKind;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.FunctionEnvironmentRecord;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.value.JsFunction;
import lexscope.js.vm.EcmaScriptFunction;
import lexscope.js.vm.Frame;
import lexscope.js.vm.Machine;
import lexscope.js.vm.ScriptOrModule;
import org.jspecify.annotations.Nullable;

/// The Environment Records and function objects that are alive under a capture policy, with what
/// holds each record. One walk over the living heap with an explicit work list; time and memory are
/// linear in its cells and edges.
///
/// A snapshot follows the same reports of the same cells, but the two share no walk: a snapshot
/// writes columns and notes every edge, this one keeps cells at hand and notes the holders of
/// records alone. That both find the same records and parts alive is tested.
public final class RecordCensus {
  /// What holds a record: a cell by an edge, or a root.
  ///
  /// @param cell the holder; null for a root
  /// @param label the edge's label, or the root's kind and place
  /// @param part the binding that is held, or [PartedCell#WHOLE] or [PartedCell#CONTEXT]
  public record Holder(@Nullable Cell cell, String label, int part) {}

  /// A living record.
  public static final class Entry {
    private final EnvironmentRecord record;
    private final List<Holder> holders = new ArrayList<>();
    private final BitSet parts = new BitSet();
    private boolean whole;

    private Entry(EnvironmentRecord record) {
      this.record = record;
    }

    /// The record.
    public EnvironmentRecord record() {
      return record;
    }

    /// What holds it, in the order in which the walk met it.
    public List<Holder> holders() {
      return Collections.unmodifiableList(holders);
    }

    /// Whether the policy keeps the binding in a slot.
    public boolean keeps(int slot) {
      return whole || parts.get(slot);
    }
  }

  private record Item(Cell cell, int part) {}

  /// An ephemeron whose key was not reached yet.
  private record Waiting(@Nullable Cell table, Object value) {}

  private final Map<EnvironmentRecord, Entry> entries = new IdentityHashMap<>();
  private final List<EcmaScriptFunction> functions = new ArrayList<>();
  private final List<ScriptOrModule> modules = new ArrayList<>();
  private final List<Frame> running = new ArrayList<>();
  private final List<Frame> suspended = new ArrayList<>();
  private final Map<EnvironmentRecord, List<EcmaScriptFunction>> stale = new IdentityHashMap<>();

  private RecordCensus() {}

  /// Counts what is alive under `rule`.
  public static RecordCensus of(Heap heap, TracingRule rule) {
    var census = new RecordCensus();
    census.new Walk(heap, rule).run();
    census.functions.sort(Comparator.comparingLong(Cell::id));
    census.modules.sort(Comparator.comparingLong(Cell::id));
    census.suspended.sort(Comparator.comparingLong(Cell::id));
    if (rule == CapturePolicy.WHOLE) {
      census.functions.forEach(census::noteChain);
    } else {
      census.records().forEach(census::noteHolders);
    }
    return census;
  }

  private static boolean isOlder(EnvironmentRecord record) {
    return record instanceof FunctionEnvironmentRecord call
        && call.scope().newestRecordNumber() > call.recordNumber();
  }

  /// A closure holds all records around it, if it holds records as a whole.
  private void noteChain(EcmaScriptFunction function) {
    for (EnvironmentRecord record = function.environment();
        record != null;
        record = record.outer()) {
      if (isOlder(record) && entries.containsKey(record)) {
        stale.computeIfAbsent(record, _ -> new ArrayList<>()).add(function);
      }
    }
  }

  private void noteHolders(Entry entry) {
    if (isOlder(entry.record)) {
      List<EcmaScriptFunction> closures =
          entry.holders.stream()
              .map(Holder::cell)
              .filter(EcmaScriptFunction.class::isInstance)
              .map(EcmaScriptFunction.class::cast)
              .distinct()
              .sorted(Comparator.comparingLong(Cell::id))
              .toList();
      stale.put(entry.record, closures);
    }
  }

  /// The living records by number.
  public List<Entry> records() {
    return entries.values().stream()
        .sorted(Comparator.comparingLong(each -> each.record.recordNumber()))
        .toList();
  }

  /// The entry of a record; null if the policy does not keep it.
  public @Nullable Entry entry(EnvironmentRecord record) {
    return entries.get(record);
  }

  /// The living closures by id.
  public List<EcmaScriptFunction> functions() {
    return Collections.unmodifiableList(functions);
  }

  /// The closures that hold a record although its function has been called again since, by id.
  public List<EcmaScriptFunction> staleHolders(EnvironmentRecord record) {
    return Collections.unmodifiableList(stale.getOrDefault(record, List.of()));
  }

  /// The living Module Records in order of creation.
  public List<ScriptOrModule> modules() {
    return Collections.unmodifiableList(modules);
  }

  /// The execution context stack, the running one first.
  public List<Frame> running() {
    return Collections.unmodifiableList(running);
  }

  /// The contexts of generators and async functions that wait, in order of creation.
  public List<Frame> suspended() {
    return Collections.unmodifiableList(suspended);
  }

  /// The walk itself: it visits each cell, or each part of a record, once.
  private final class Walk implements EdgeVisitor, RootVisitor {
    private final Heap heap;
    private final TracingRule rule;
    private final ArrayDeque<Item> queue = new ArrayDeque<>();
    private final Map<Cell, Boolean> seen;
    private final Map<PartedCell, BitSet> seenParts = new IdentityHashMap<>();
    private final Map<Cell, List<Waiting>> waiting = new IdentityHashMap<>();
    private @Nullable Cell current;

    Walk(Heap heap, TracingRule rule) {
      this.heap = heap;
      seen = new IdentityHashMap<>(heap.cellCount());
      this.rule = rule;
    }

    void run() {
      heap.visitRoots(rule, this);
      while (!queue.isEmpty()) {
        Item item = queue.removeFirst();
        current = item.cell();
        if (current instanceof PartedCell record) {
          heap.visitPart(record, item.part(), rule, this);
        } else {
          note(item.cell());
          heap.visitEdges(item.cell(), rule, this);
          release(item.cell());
        }
      }
    }

    /// Reaches what waited for a key. When the key was reached would be sooner, but ephemerons may
    /// follow each other in a chain of any length.
    private void release(Cell key) {
      List<Waiting> values = waiting.remove(key);
      if (values != null) {
        for (Waiting each : values) {
          current = each.table();
          reach(each.value(), "ephemeron");
        }
      }
    }

    private void note(Cell cell) {
      switch (cell) {
        case EcmaScriptFunction function -> functions.add(function);
        case ScriptOrModule module when !module.moduleFields().isEmpty() -> modules.add(module);
        case Frame frame -> {
          if (frame.state() != Frame.State.COMPLETED && frame.state() != Frame.State.RUNNING) {
            suspended.add(frame);
          }
        }
        default -> {}
      }
    }

    private void reach(@Nullable Object target, Object label) {
      if (target instanceof PartedCell record) {
        reachPart(record, PartedCell.WHOLE, label);
      } else if (target instanceof Cell cell && seen.put(cell, true) == null) {
        queue.add(new Item(cell, PartedCell.WHOLE));
      }
    }

    private void reachPart(PartedCell cell, int part, Object label) {
      if (part == PartedCell.SHELL) {
        return;
      }
      if (cell instanceof EnvironmentRecord record) {
        Entry entry = entries.computeIfAbsent(record, Entry::new);
        entry.whole |= part == PartedCell.WHOLE;
        if (part >= 0) {
          entry.parts.set(part);
        } else if (part == PartedCell.CONTEXT && record.scope() != null) {
          for (int slot = 0; slot < record.partCount(); slot++) {
            entry.parts.set(slot, record.isInContext(slot) || entry.parts.get(slot));
          }
        }
        entry.holders.add(new Holder(current, label.toString(), part));
      }
      BitSet parts = seenParts.computeIfAbsent(cell, _ -> new BitSet());
      if (!parts.get(part + 2)) {
        parts.set(part + 2);
        queue.add(new Item(cell, part));
      }
      seen.put(cell, true);
    }

    @Override
    public void edge(EdgeKind kind, Object label, @Nullable Object target) {
      if (kind.isStrong()) {
        reach(target, label);
      }
    }

    @Override
    public void element(long index, @Nullable Object target) {
      reach(target, index);
    }

    @Override
    public void part(EdgeKind kind, Object label, PartedCell target, int part) {
      reachPart(target, part, label);
    }

    @Override
    public void weak(Object label, @Nullable Object target) {
      // Keeps nothing alive.
    }

    @Override
    public void ephemeron(Cell key, @Nullable Object value) {
      if (seen.containsKey(key)) {
        reach(value, "ephemeron");
      } else if (value != null) {
        waiting.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Waiting(current, value));
      }
    }

    @Override
    public void root(RootKind kind, Object place, @Nullable Object value) {
      // Native code may hold an activation that it is about to call, or has called, as well.
      if (value instanceof Frame frame && kind.equals(Machine.STACK)) {
        running.add(frame);
      }
      if (value instanceof PartedCell || value instanceof JsFunction) {
        reach(value, kind.label() + " (" + place + ")");
      } else {
        reach(value, kind.label());
      }
    }

    @Override
    public void rootPart(RootKind kind, Object place, PartedCell cell, int part) {
      reachPart(cell, part, kind.label() + " (" + place + ")");
    }
  }
}
