package lexscope.gc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks a heap by looking at what its cells really hold, by reflection, instead of believing
/// their edge reports, and by marking it a second time, naively.
///
/// After a collection, the table must hold what the second marker reaches under the heap's rule, no
/// cell more and no cell less. For each of these cells, every cell that its Java fields lead to
/// (through arrays, collections and helper objects, but not through other cells)
///
/// - must be among the edges that it reports under `completeRule`, a rule under which everything is
///   reported;
/// - must be alive, unless the heap's rule is a narrower one that does not follow this edge. What
///   the slots of a [PartedCell] hold must be alive in any case: what nothing reached was
///   overwritten there.
///
/// Fields marked [Untraced] are exempt. Cost: in proportion to the Java objects behind the heap,
/// slowly.
public final class HeapVerifier {
  /// Stands between a cell and the visitor that takes down its report: tests lose edges there.
  @FunctionalInterface
  public interface Interception {
    /// The visitor that the cell is to report to; `visitor` is the one that takes the report down.
    EdgeVisitor intercept(Cell reporter, EdgeVisitor visitor);
  }

  private final Heap heap;
  private final TracingRule completeRule;
  private final Interception interception;
  private final HeldCells heldCells = new HeldCells();
  private Set<Cell> reportedCells = HeldCells.identitySet();
  private Set<Cell> followedCells = HeldCells.identitySet();

  /// A verifier of `heap`.
  ///
  /// @param completeRule the rule under which cells report all that they hold
  public HeapVerifier(Heap heap, TracingRule completeRule) {
    this(heap, completeRule, (_, visitor) -> visitor);
  }

  /// A verifier of `heap` that takes down what is left of the cells' reports.
  public HeapVerifier(Heap heap, TracingRule completeRule, Interception interception) {
    this.heap = heap;
    this.completeRule = completeRule;
    this.interception = interception;
  }

  /// Checks the heap. Nothing may have been allocated since the last collection.
  ///
  /// @throws HeapCorruptionException at the first fault, in allocation order of the cells in the
  ///   table, then of the others
  public void verify() {
    var marker = new NaiveMarker(heap, heap.rule());
    marker.mark();
    for (int i = 0; i < heap.cellCount(); i++) {
      Cell cell = heap.cellAt(i);
      if (cell.isDead()) {
        throw new HeapCorruptionException("the table holds swept " + describe(cell));
      }
      if (!marker.reached(cell)) {
        throw new HeapCorruptionException(
            "the table holds " + describe(cell) + ", to which no path leads");
      }
      verifyCell(cell);
    }
    for (Cell cell : marker.inOrder()) {
      if (cell.isDead()) {
        throw new HeapCorruptionException("a path leads to swept " + describe(cell));
      }
      if (!cell.listed) {
        verifyCell(cell);
      }
    }
  }

  /// Checks one living cell against what it holds.
  ///
  /// @throws HeapCorruptionException at the first fault
  public void verifyCell(Cell cell) {
    reportedCells = HeldCells.emptied(reportedCells);
    Set<Cell> reported = report(cell, completeRule, reportedCells);
    Set<Cell> followed = reported;
    if (heap.rule() != completeRule) {
      followedCells = HeldCells.emptied(followedCells);
      followed = report(cell, heap.rule(), followedCells);
    }
    verifyHeld(cell, reported, followed);
  }

  private void verifyHeld(Cell cell, Set<Cell> reported, Set<Cell> followed) {
    heldCells.visit(
        cell,
        (held, field) -> {
          if (held.isDead() && (cell instanceof PartedCell || followed.contains(held))) {
            throw new HeapCorruptionException(
                describe(cell) + " holds swept " + describe(held) + " in " + field);
          }
          if (held != cell && !reported.contains(held)) {
            throw new HeapCorruptionException(
                held.isDead()
                    ? describe(cell) + " holds swept " + describe(held) + " in " + field
                    : describe(cell)
                        + " does not report its edge to "
                        + describe(held)
                        + " in "
                        + field);
          }
        });
  }

  private Set<Cell> report(Cell cell, TracingRule rule, Set<Cell> targets) {
    heap.visitEdges(cell, rule, interception.intercept(cell, new Targets(targets)));
    return targets;
  }

  static String describe(Cell cell) {
    return cell.getClass().getSimpleName() + " #" + cell.id();
  }

  /// Takes down the targets of all edges, weak ones and ephemerons too.
  private record Targets(Set<Cell> seen) implements EdgeVisitor {
    private void add(@Nullable Object target) {
      if (target instanceof Cell cell) {
        seen.add(cell);
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
      add(target);
    }

    @Override
    public void ephemeron(Cell key, @Nullable Object value) {
      add(key);
      add(value);
    }
  }
}
