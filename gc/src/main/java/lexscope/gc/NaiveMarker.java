package lexscope.gc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A second marker that shares nothing with the first: sets instead of epochs, and ephemerons are
/// tried again until nothing changes. It changes nothing in the heap.
final class NaiveMarker implements EdgeVisitor, RootVisitor {
  private record Item(Cell cell, int part) {}

  private record Ephemeron(Cell key, @Nullable Object value) {}

  private final Heap heap;
  private final TracingRule rule;
  private final IdentityHashMap<Cell, Set<Integer>> partsOf = new IdentityHashMap<>();
  private final List<Cell> inOrder = new ArrayList<>();
  private final ArrayDeque<Item> queue = new ArrayDeque<>();
  private final List<Ephemeron> ephemerons = new ArrayList<>();

  NaiveMarker(Heap heap, TracingRule rule) {
    this.heap = heap;
    this.rule = rule;
  }

  /// Marks what the roots reach. Cost: the living cells and edges, times the length of the longest
  /// chain of ephemerons.
  void mark() {
    heap.visitRoots(rule, this);
    int before;
    do {
      drain();
      before = inOrder.size();
      for (Ephemeron each : ephemerons) {
        if (reached(each.key())) {
          reach(each.value());
        }
      }
    } while (!queue.isEmpty() || inOrder.size() != before);
  }

  private void drain() {
    while (!queue.isEmpty()) {
      Item item = queue.removeFirst();
      if (item.cell() instanceof PartedCell parted) {
        heap.visitPart(parted, item.part(), rule, this);
      } else {
        heap.visitEdges(item.cell(), rule, this);
      }
    }
  }

  /// Whether a path leads to the cell.
  boolean reached(Cell cell) {
    return partsOf.containsKey(cell);
  }

  /// The cells that paths lead to, in the order in which they were found.
  List<Cell> inOrder() {
    return inOrder;
  }

  private void reach(@Nullable Object value) {
    if (value instanceof Cell cell) {
      reachPart(cell, PartedCell.WHOLE);
    }
  }

  private void reachPart(Cell cell, int part) {
    Set<Integer> parts = partsOf.get(cell);
    if (parts == null) {
      parts = cell instanceof PartedCell ? new HashSet<>() : Set.of();
      partsOf.put(cell, parts);
      inOrder.add(cell);
      if (!(cell instanceof PartedCell)) {
        queue.add(new Item(cell, part));
      }
    }
    if (cell instanceof PartedCell && part != PartedCell.SHELL && parts.add(part)) {
      queue.add(new Item(cell, part));
    }
  }

  @Override
  public void edge(EdgeKind kind, Object label, @Nullable Object target) {
    reach(target);
  }

  @Override
  public void element(long index, @Nullable Object target) {
    reach(target);
  }

  @Override
  public void part(EdgeKind kind, Object label, PartedCell target, int part) {
    reachPart(target, part);
  }

  @Override
  public void weak(Object label, @Nullable Object target) {
    // A weak edge keeps nothing alive.
  }

  @Override
  public void ephemeron(Cell key, @Nullable Object value) {
    ephemerons.add(new Ephemeron(key, value));
  }

  @Override
  public void root(RootKind kind, Object place, @Nullable Object value) {
    reach(value);
  }

  @Override
  public void rootPart(RootKind kind, Object place, PartedCell cell, int part) {
    reachPart(cell, part);
  }
}
