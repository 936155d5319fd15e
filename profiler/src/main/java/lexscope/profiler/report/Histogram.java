package lexscope.profiler.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// Alive nodes by kind and name.
///
/// @param rows those that retain most first
public record Histogram(List<Row> rows) {
  /// One class of nodes.
  ///
  /// @param type what the nodes are
  /// @param count how many there are
  /// @param shallowBytes their own sizes added up
  /// @param retainedBytes what goes with them one by one; a node that another of the class
  ///   dominates counts within that one, and what only two of them together keep counts for neither
  public record Row(NodeClass type, int count, long shallowBytes, long retainedBytes) {}

  /// Keeps a copy of the list.
  public Histogram {
    rows = List.copyOf(rows);
  }

  /// All alive nodes. Takes one walk over the dominator tree.
  public static Histogram of(DominatorTree tree) {
    return below(tree, SnapshotGraph.ROOT);
  }

  /// The nodes that `top` dominates, itself included.
  public static Histogram below(DominatorTree tree, int top) {
    Map<NodeClass, Tally> tallies = new HashMap<>();
    if (tree.isAlive(top)) {
      walk(tree, top, tallies);
    }
    List<Row> rows = new ArrayList<>();
    tallies.forEach(
        (type, tally) -> rows.add(new Row(type, tally.count, tally.shallow, tally.retained)));
    rows.sort(
        Comparator.comparingLong(Row::retainedBytes)
            .reversed()
            .thenComparing(Comparator.comparingLong(Row::shallowBytes).reversed())
            .thenComparing(Row::type));
    return new Histogram(rows);
  }

  private static final class Tally {
    int count;
    long shallow;
    long retained;
    int open;
  }

  /// Goes down the tree with a stack of nodes whose subtrees are open, so that a class knows
  /// whether one of its nodes is above.
  private static void walk(DominatorTree tree, int top, Map<NodeClass, Tally> tallies) {
    SnapshotGraph graph = tree.graph();
    List<int[]> open = new ArrayList<>();
    List<Tally> openTallies = new ArrayList<>();
    enter(tree, graph, top, tallies, open, openTallies);
    while (!open.isEmpty()) {
      int[] children = open.getLast();
      int next = children[children.length - 1]++;
      if (next < children.length - 1) {
        enter(tree, graph, children[next], tallies, open, openTallies);
      } else {
        open.removeLast();
        openTallies.removeLast().open--;
      }
    }
  }

  private static void enter(
      DominatorTree tree,
      SnapshotGraph graph,
      int node,
      Map<NodeClass, Tally> tallies,
      List<int[]> open,
      List<Tally> openTallies) {
    Tally tally;
    if (graph.kind(node) == NodeKind.SYNTHETIC) {
      tally = new Tally();
    } else {
      tally = tallies.computeIfAbsent(NodeClass.of(graph, node), _ -> new Tally());
      tally.count++;
      tally.shallow += graph.shallowBytes(node);
      if (tally.open == 0) {
        tally.retained += tree.retainedSizes().bytes(node);
      }
    }
    tally.open++;
    int[] dominated = tree.dominated(node);
    // The last entry counts the children that were entered.
    open.add(Arrays.copyOf(dominated, dominated.length + 1));
    openTallies.add(tally);
  }
}
