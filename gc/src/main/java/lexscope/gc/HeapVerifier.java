package lexscope.gc;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks a heap by looking at what its cells really hold, by reflection, instead of believing
/// their edge reports.
///
/// For each living cell, every cell that its Java fields lead to (through arrays, collections and
/// helper objects, but not through other cells) must be alive and must be among the edges that it
/// reports under `completeRule`, a rule under which everything is reported. Fields marked
/// [Untraced] are exempt from both. Cost: in proportion to the Java objects behind the heap,
/// slowly.
public final class HeapVerifier {
  private final Heap heap;
  private final TracingRule completeRule;
  private final HeldCells heldCells = new HeldCells();

  /// A verifier of `heap`.
  ///
  /// @param completeRule the rule under which cells report all that they hold
  public HeapVerifier(Heap heap, TracingRule completeRule) {
    this.heap = heap;
    this.completeRule = completeRule;
  }

  /// Checks every cell that the roots reach.
  ///
  /// @throws HeapCorruptionException at the first fault, in allocation order of the cells in the
  ///   table, then of the others
  public void verify() {
    for (int i = 0; i < heap.cellCount(); i++) {
      verifyHeld(heap.cellAt(i), null);
    }
    Set<Cell> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var queue = new ArrayDeque<Cell>();
    heap.visitRoots(heap.rule(), new Collector(seen, queue));
    while (!queue.isEmpty()) {
      Cell cell = queue.removeFirst();
      var collector = new Collector(seen, queue);
      heap.visitEdges(cell, heap.rule(), collector);
      Set<Cell> reported = Collections.newSetFromMap(new IdentityHashMap<>());
      heap.visitEdges(cell, completeRule, new Collector(reported, null));
      verifyHeld(cell, reported);
    }
  }

  private void verifyHeld(Cell cell, @Nullable Set<Cell> reported) {
    if (cell.isDead()) {
      throw new HeapCorruptionException("the table holds swept " + describe(cell));
    }
    heldCells.visit(
        cell,
        (held, field) -> {
          if (held.isDead()) {
            throw new HeapCorruptionException(
                describe(cell) + " holds swept " + describe(held) + " in " + field);
          }
          if (reported != null && held != cell && !reported.contains(held)) {
            throw new HeapCorruptionException(
                describe(cell) + " does not report its edge to " + describe(held) + " in " + field);
          }
        });
  }

  private static String describe(Cell cell) {
    return cell.getClass().getSimpleName() + " #" + cell.id();
  }

  /// Collects targets; new ones go to the queue, if there is one.
  private record Collector(Set<Cell> seen, @Nullable ArrayDeque<Cell> queue)
      implements EdgeVisitor, RootVisitor {
    private void add(@Nullable Object target) {
      if (target instanceof Cell cell && seen.add(cell) && queue != null) {
        queue.add(cell);
      }
    }

    @Override
    public void edge(EdgeKind kind, Object label, @Nullable Object target) {
      add(target);
    }

    @Override
    public void element(long index, @Nullable Object target) {
      add(target);
    }

    @Override
    public void part(EdgeKind kind, Object label, PartedCell target, int part) {
      add(target);
    }

    @Override
    public void weak(Object label, @Nullable Object target) {
      if (queue == null) {
        add(target);
      }
    }

    @Override
    public void ephemeron(Cell key, @Nullable Object value) {
      if (queue == null) {
        add(key);
        add(value);
      }
    }

    @Override
    public void root(RootKind kind, Object place, @Nullable Object value) {
      add(value);
    }

    @Override
    public void rootPart(RootKind kind, Object place, PartedCell cell, int part) {
      add(cell);
    }
  }
}
