package lexscope.profiler.capture;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import lexscope.gc.Cell;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import org.jspecify.annotations.Nullable;

/// Edges whose targets a walk has not met yet: weak ones, which wait for its end, and WeakMap
/// entries, which wait for their keys.
final class PendingEdges {
  private static final int LONGEST_NAME_IN_ENTRY = 40;

  /// A WeakMap entry.
  ///
  /// @param table the table's node
  /// @param index counts the table's entries
  record Entry(int table, int index, Cell key, Cell value) {
    String label(@Nullable Cell tableCell) {
      return Ephemerons.label(
          index,
          oneLine(key.name()),
          key.id(),
          oneLine(value.name()),
          value.id(),
          tableCell == null ? 0 : tableCell.id());
    }
  }

  private record Released(Entry entry, int keyNode) {}

  private record Weak(int source, Object label, Cell target) {}

  private final List<Weak> weak = new ArrayList<>();
  private final IdentityHashMap<Cell, List<Entry>> waiting = new IdentityHashMap<>();
  private final ArrayDeque<Released> released = new ArrayDeque<>();
  private final IntIntHashMap entries = new IntIntHashMap();

  void addWeak(int source, Object label, Cell target) {
    weak.add(new Weak(source, label, target));
  }

  /// The number of the next entry of a table.
  int nextEntry(int table) {
    return entries.addTo(table, 1);
  }

  void addEntry(int table, int index, Cell key, Cell value) {
    waiting.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(new Entry(table, index, key, value));
  }

  /// Notes that a key was met, as this node: its entries need wait no longer.
  void release(Cell key, int node) {
    if (!waiting.isEmpty()) {
      List<Entry> entriesOfKey = waiting.remove(key);
      if (entriesOfKey != null) {
        entriesOfKey.forEach(entry -> released.add(new Released(entry, node)));
      }
    }
  }

  /// Whether entries wait to be handed on.
  boolean hasReleased() {
    return !released.isEmpty();
  }

  /// Hands on the entries whose keys were met, and those whose keys are met meanwhile: entries may
  /// follow each other in a chain of any length, so this is a loop.
  void connectReleased(ObjIntConsumer<Entry> connect) {
    for (Released next = released.poll(); next != null; next = released.poll()) {
      connect.accept(next.entry(), next.keyNode());
    }
  }

  /// Adds the weak edges whose targets were met.
  void addWeakEdges(SnapshotGraphBuilder graph, ToIntFunction<Cell> nodeOf) {
    for (Weak edge : weak) {
      int target = nodeOf.applyAsInt(edge.target());
      if (target >= 0) {
        graph.addEdge(edge.source(), EdgeKind.WEAK, edge.label().toString(), target);
      }
    }
  }

  private static String oneLine(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length() && i < LONGEST_NAME_IN_ENTRY; i++) {
      char c = name.charAt(i);
      text.append(
          Character.isISOControl(c) || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029'
              ? ' '
              : c);
    }
    return text.toString();
  }
}
