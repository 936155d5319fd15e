package lexscope.gc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Marks what the roots reach, with explicit work lists: depth costs heap, never host stack.
///
/// Ephemerons (B. Hayes, "Ephemerons: a new finalization mechanism", OOPSLA 1997) whose key was not
/// yet reached wait; once the ordinary work is done, the waiting ones are indexed by key, and each
/// key marked from then on releases its values. So the whole marking costs time in proportion to
/// the living cells, parts, edges and ephemerons.
final class Marker implements EdgeVisitor, RootVisitor, Liveness {
  private final int epoch;
  private final TracingRule rule;
  private Cell[] cells = new Cell[1024];
  private int cellTop;
  private PartedCell[] parted = new PartedCell[256];
  private int[] parts = new int[256];
  private int partTop;
  private final List<Cell> waitingKeys = new ArrayList<>();
  private final List<Object> waitingValues = new ArrayList<>();
  private @Nullable IdentityHashMap<Cell, List<Object>> waiting;
  private final List<Object> released = new ArrayList<>();
  private final List<WeakHolder> holders = new ArrayList<>();
  private long unlistedBytes;

  Marker(int epoch, TracingRule rule) {
    this.epoch = epoch;
    this.rule = rule;
  }

  /// Marks everything that the sources' roots reach.
  void markFrom(List<RootSource> sources) {
    for (RootSource source : sources) {
      source.visitRoots(rule, this);
    }
    drain();
    while (!waitingKeys.isEmpty()) {
      releaseWaiting();
      drain();
    }
  }

  /// The living cells with weak edges, in the order in which they were reached.
  List<WeakHolder> weakHolders() {
    return holders;
  }

  /// Modelled bytes of the living cells that are not in the table.
  long unlistedBytes() {
    return unlistedBytes;
  }

  private void drain() {
    while (true) {
      if (cellTop > 0) {
        Cell cell = cells[--cellTop];
        cell.visitEdges(rule, this);
      } else if (partTop > 0) {
        partTop--;
        parted[partTop].visitPart(parts[partTop], rule, this);
      } else if (!released.isEmpty()) {
        mark(released.removeLast());
      } else {
        return;
      }
    }
  }

  /// Moves the ephemerons that wait into the index; those whose key was reached meanwhile are
  /// followed at once.
  private void releaseWaiting() {
    IdentityHashMap<Cell, List<Object>> index = waiting;
    if (index == null) {
      index = new IdentityHashMap<>();
      waiting = index;
    }
    List<Cell> keys = new ArrayList<>(waitingKeys);
    List<Object> values = new ArrayList<>(waitingValues);
    waitingKeys.clear();
    waitingValues.clear();
    for (int i = 0; i < keys.size(); i++) {
      Cell key = keys.get(i);
      if (key.mark == epoch) {
        mark(values.get(i));
      } else {
        index.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(values.get(i));
      }
    }
  }

  private void mark(@Nullable Object value) {
    if (value instanceof Cell cell) {
      if (cell instanceof PartedCell record) {
        markPart(record, PartedCell.WHOLE);
      } else if (cell.mark != epoch) {
        reach(cell);
        if (cellTop == cells.length) {
          cells = Arrays.copyOf(cells, cellTop * 2);
        }
        cells[cellTop++] = cell;
      }
    }
  }

  private void markPart(PartedCell cell, int part) {
    if (cell.mark != epoch) {
      reach(cell);
    }
    if (cell.markPart(part, epoch)) {
      if (partTop == parted.length) {
        parted = Arrays.copyOf(parted, partTop * 2);
        parts = Arrays.copyOf(parts, partTop * 2);
      }
      parted[partTop] = cell;
      parts[partTop++] = part;
    }
  }

  private void reach(Cell cell) {
    if (cell.mark == Cell.DEAD) {
      throw new AssertionError(
          "edge to swept cell #" + cell.id() + " (" + cell.getClass().getSimpleName() + ")");
    }
    cell.mark = epoch;
    if (!cell.listed) {
      unlistedBytes += cell.shallowBytes();
    }
    if (cell instanceof WeakHolder holder) {
      holders.add(holder);
    }
    if (waiting != null) {
      List<Object> values = waiting.remove(cell);
      if (values != null) {
        // Marking them right here would recurse along a chain of ephemerons.
        released.addAll(values);
      }
    }
  }

  @Override
  public boolean isAlive(@Nullable Object value) {
    return !(value instanceof Cell cell) || cell.mark == epoch;
  }

  @Override
  public void edge(EdgeKind kind, Object label, @Nullable Object target) {
    mark(target);
  }

  @Override
  public void element(long index, @Nullable Object target) {
    mark(target);
  }

  @Override
  public void part(EdgeKind kind, Object label, PartedCell target, int part) {
    markPart(target, part);
  }

  @Override
  public void weak(Object label, @Nullable Object target) {
    // A weak edge keeps nothing alive.
  }

  @Override
  public void ephemeron(Cell key, @Nullable Object value) {
    if (key.mark == epoch) {
      mark(value);
    } else if (value instanceof Cell) {
      waitingKeys.add(key);
      waitingValues.add(value);
    }
  }

  @Override
  public void root(RootKind kind, Object place, @Nullable Object value) {
    mark(value);
  }

  @Override
  public void rootPart(RootKind kind, Object place, PartedCell cell, int part) {
    markPart(cell, part);
  }
}
