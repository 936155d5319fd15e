package lexscope.profiler.find;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.DominatedSets;

/// The nodes for which a predicate holds.
///
/// @param matches how many there are
/// @param shallowBytes their own sizes
/// @param retainedBytes what goes with them one by one, none counted twice
/// @param rows the first of them in the order asked for
public record Found(int matches, long shallowBytes, long retainedBytes, List<Row> rows) {
  /// One node.
  ///
  /// @param node the node
  /// @param retainedBytes what goes with it
  /// @param retainedNodes how many nodes go with it
  /// @param distance how many edges it is from the nearest root
  /// @param stack the calls that made it, the innermost first; empty if these are not known
  public record Row(
      NodeDescription node,
      long retainedBytes,
      int retainedNodes,
      int distance,
      List<AllocationStacks.Call> stack) {
    /// Keeps a copy of the list.
    public Row {
      stack = List.copyOf(stack);
    }
  }

  /// What rows are sorted by; of equals the one with the smaller id comes first.
  public enum Order {
    /// What retains most first.
    RETAINED,
    /// The largest first.
    SELF,
    /// What is nearest to the roots first.
    DISTANCE,
    /// By id.
    ID,
    /// By name.
    NAME
  }

  /// Keeps a copy of the list.
  public Found {
    rows = List.copyOf(rows);
  }

  /// Tests all alive nodes but the synthetic ones. Linear in the graph, and a factor of the
  /// logarithm of `limit` in the matches.
  ///
  /// @param limit so many rows at most
  public static Found of(DominatorTree tree, NodePredicate predicate, Order order, int limit) {
    SnapshotGraph graph = tree.graph();
    NodeTests tests = new NodeTests(tree);
    NodeTest test = tests.of(predicate);
    Comparator<Integer> sorted = comparator(tree, tests, order);
    PriorityQueue<Integer> first = new PriorityQueue<>(sorted.reversed());
    IntArrayList matches = new IntArrayList();
    long shallow = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (tree.isAlive(node) && graph.kind(node) != NodeKind.SYNTHETIC && test.holds(node)) {
        matches.add(node);
        shallow += tree.retainedSizes().shallowBytes(node);
        if (first.size() < limit) {
          first.add(node);
        } else if (limit > 0 && sorted.compare(node, first.element()) < 0) {
          first.remove();
          first.add(node);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int node : first.stream().sorted(sorted).toList()) {
      rows.add(
          new Row(
              NodeDescription.of(graph, node),
              tree.retainedSizes().bytes(node),
              tree.retainedSizes().nodes(node),
              tests.distances().of(node),
              graph.allocationStacks().calls(node)));
    }
    long together = new DominatedSets(tree).bytes(matches.toArray());
    return new Found(matches.size(), shallow, together, rows);
  }

  private static Comparator<Integer> comparator(DominatorTree tree, NodeTests tests, Order order) {
    SnapshotGraph graph = tree.graph();
    Comparator<Integer> byId = Comparator.<Integer>comparingLong(graph::id).thenComparing(n -> n);
    return switch (order) {
      case RETAINED ->
          Comparator.<Integer>comparingLong(tree.retainedSizes()::bytes)
              .reversed()
              .thenComparing(byId);
      case SELF ->
          Comparator.<Integer>comparingLong(tree.retainedSizes()::shallowBytes)
              .reversed()
              .thenComparing(byId);
      case DISTANCE -> Comparator.<Integer>comparingInt(tests.distances()::of).thenComparing(byId);
      case ID -> byId;
      case NAME -> Comparator.<Integer, String>comparing(graph::name).thenComparing(byId);
    };
  }
}
