package lexscope.shell.steps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lexscope.gc.Cell;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Heap;
import lexscope.gc.PartedCell;
import lexscope.gc.RootKind;
import lexscope.gc.RootVisitor;
import lexscope.gc.TracingRule;
import org.jspecify.annotations.Nullable;

/// What is alive under a policy at one moment, and the shortest path by which each cell is reached.
/// It follows what marking follows and changes nothing. Time and memory are linear in the cells and
/// edges that are alive.
final class Reach implements EdgeVisitor, RootVisitor {
  private static final List<String> FIRST =
      List.of("global object", "global lexical bindings", "module map");

  private static final String SHARED = "web interfaces";

  /// What is reached from these roots first was not made by the program, wherever it was made.
  private static final List<String> BUILT_IN =
      List.of("intrinsics", "agent", "timer classes", "built-in modules", SHARED);

  /// A cell, or a part of one, that was reached.
  ///
  /// @param by what holds it; null for a root
  /// @param kind the sort of the edge; null for a root and for a value in a weak collection
  /// @param label the edge's label, or the root
  /// @param builtIn whether the path leads from a root of built-in things and through none of the
  ///   program's functions
  record Node(
      Cell cell,
      int part,
      @Nullable Node by,
      @Nullable EdgeKind kind,
      Object label,
      boolean builtIn) {
    /// The edge, or the root, in words.
    String how() {
      return switch (kind) {
        case null -> label.toString();
        case CONTEXT -> "binding " + label;
        case PROPERTY -> "property " + label;
        case ELEMENT -> "element " + label;
        case HIDDEN -> "a temporary value";
        default -> label.toString();
      };
    }
  }

  /// A root.
  ///
  /// @param rank of several paths of one length, that from a root of low rank is told
  private record Start(int rank, String kind, Object place, Object value, int part) {
    boolean isBuiltIn() {
      return rank == 2;
    }

    /// Whether what the program hangs below it is the program's all the same: a document.
    boolean isShared() {
      return kind.equals(SHARED);
    }

    @Override
    public String toString() {
      return kind + " (" + place + ")";
    }
  }

  private record Ephemeron(@Nullable Node table, Object value) {}

  private static final String WEAKLY = "value in a weak collection";

  private final Heap heap;
  private final TracingRule rule;
  private final Predicate<Cell> own;
  private final Map<Cell, Node> first;
  private final Map<PartedCell, BitSet> parts = new IdentityHashMap<>();
  private final Map<Cell, List<Ephemeron>> waiting = new IdentityHashMap<>();
  private final List<Start> starts = new ArrayList<>();
  private final ArrayDeque<Node> queue = new ArrayDeque<>();
  private @Nullable Node current;

  private Reach(Heap heap, TracingRule rule, Predicate<Cell> own) {
    this.own = own;
    this.heap = heap;
    first = new IdentityHashMap<>(heap.cellCount());
    this.rule = rule;
  }

  /// Follows all paths from all roots.
  ///
  /// @param own whether a cell is a function of the program
  static Reach of(Heap heap, TracingRule rule, Predicate<Cell> own) {
    Reach reach = new Reach(heap, rule, own);
    reach.run();
    return reach;
  }

  /// How a cell is reached first; null if it is not alive.
  @Nullable Node node(Cell cell) {
    return first.get(cell);
  }

  /// Whether the shortest path to a cell is one of built-in things alone.
  boolean isBuiltIn(Cell cell) {
    Node node = first.get(cell);
    return node != null && node.builtIn();
  }

  private boolean isBuiltIn(@Nullable Node by, Object label) {
    if (by == null) {
      return label instanceof Start start && start.isBuiltIn();
    }
    boolean shared = by.by() == null && by.label() instanceof Start start && start.isShared();
    return by.builtIn() && !shared && !own.test(by.cell());
  }

  /// How many cells are alive.
  int size() {
    return first.size();
  }

  private void run() {
    heap.visitRoots(rule, this);
    starts.sort(Comparator.comparingInt(Start::rank));
    for (Start start : starts) {
      reach(start.value(), start.part(), null, start);
    }
    while (!queue.isEmpty()) {
      Node node = queue.removeFirst();
      current = node;
      if (node.cell() instanceof PartedCell record) {
        heap.visitPart(record, node.part(), rule, this);
      } else {
        heap.visitEdges(node.cell(), rule, this);
        release(node.cell());
      }
    }
  }

  private void release(Cell key) {
    List<Ephemeron> values = waiting.remove(key);
    if (values != null) {
      for (Ephemeron each : values) {
        current = each.table();
        reach(each.value(), PartedCell.WHOLE, null, WEAKLY);
      }
    }
  }

  private void reach(@Nullable Object target, int part, @Nullable EdgeKind kind, Object label) {
    if (!(target instanceof Cell cell) || part == PartedCell.SHELL) {
      return;
    }
    if (cell instanceof PartedCell parted) {
      BitSet seen = parts.computeIfAbsent(parted, _ -> new BitSet());
      if (seen.get(part + 2)) {
        return;
      }
      seen.set(part + 2);
    } else if (first.containsKey(cell)) {
      return;
    }
    Node node = new Node(cell, part, current, kind, label, isBuiltIn(current, label));
    first.putIfAbsent(cell, node);
    queue.add(node);
  }

  @Override
  public void edge(EdgeKind kind, Object label, @Nullable Object target) {
    if (target instanceof Cell && kind.isStrong()) {
      reach(target, PartedCell.WHOLE, kind, label);
    }
  }

  @Override
  public void element(long index, @Nullable Object target) {
    if (target instanceof Cell) {
      reach(target, PartedCell.WHOLE, EdgeKind.ELEMENT, index);
    }
  }

  @Override
  public void part(EdgeKind kind, Object label, PartedCell target, int part) {
    reach(target, part, kind, label);
  }

  @Override
  public void weak(Object label, @Nullable Object target) {
    // Keeps nothing alive.
  }

  @Override
  public void ephemeron(Cell key, @Nullable Object value) {
    if (first.containsKey(key)) {
      reach(value, PartedCell.WHOLE, null, WEAKLY);
    } else if (value != null) {
      waiting.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Ephemeron(current, value));
    }
  }

  @Override
  public void root(RootKind kind, Object place, @Nullable Object value) {
    rooted(kind, place, value, PartedCell.WHOLE);
  }

  @Override
  public void rootPart(RootKind kind, Object place, PartedCell cell, int part) {
    rooted(kind, place, cell, part);
  }

  private void rooted(RootKind kind, Object place, @Nullable Object value, int part) {
    if (value instanceof Cell) {
      String label = kind.label();
      int rank = FIRST.contains(label) ? 0 : BUILT_IN.contains(label) ? 2 : 1;
      starts.add(new Start(rank, label, place, value, part));
    }
  }
}
