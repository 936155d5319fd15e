package lexscope.profiler.report;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The dominator tree, the largest first, as far as it is worth looking at.
///
/// @param totalBytes all alive bytes
/// @param rows in the order in which they are printed, each before what it dominates
public record DominatorListing(long totalBytes, List<Row> rows) {
  /// One node.
  ///
  /// @param depth 0 for nodes that nothing but roots dominates
  /// @param node the node
  /// @param retainedBytes what goes with it
  /// @param retainedNodes how many nodes go with it
  /// @param hidden how many nodes that it dominates immediately are not listed
  public record Row(
      int depth, NodeDescription node, long retainedBytes, int retainedNodes, int hidden) {}

  /// How much of the tree is listed.
  ///
  /// @param children at most so many below one node, and at the top
  /// @param depth at most so deep
  /// @param leastBytes nothing that retains less
  public record Limits(int children, int depth, long leastBytes) {
    /// For a terminal.
    public static final Limits TERMINAL = new Limits(10, 4, 256);
  }

  /// Keeps a copy of the list.
  public DominatorListing {
    rows = List.copyOf(rows);
  }

  private record Pending(int node, int depth) {}

  /// Lists the tree from the roots down; the synthetic nodes of the roots are passed through.
  public static DominatorListing of(DominatorTree tree, Limits limits) {
    List<Row> rows = new ArrayList<>();
    Deque<Pending> work = new ArrayDeque<>();
    push(tree, topNodes(tree), 0, limits, work);
    while (!work.isEmpty()) {
      Pending next = work.pop();
      int[] dominated = tree.dominated(next.node());
      int shown =
          next.depth() + 1 < limits.depth()
              ? push(tree, dominated, next.depth() + 1, limits, work)
              : 0;
      rows.add(
          new Row(
              next.depth(),
              NodeDescription.of(tree.graph(), next.node()),
              tree.retainedSizes().bytes(next.node()),
              tree.retainedSizes().nodes(next.node()),
              dominated.length - shown));
    }
    return new DominatorListing(tree.retainedSizes().totalBytes(), rows);
  }

  private static int[] topNodes(DominatorTree tree) {
    IntArrayList tops = new IntArrayList();
    IntArrayList work = IntArrayList.from(SnapshotGraph.ROOT);
    while (!work.isEmpty()) {
      int top = work.removeLast();
      for (int node = tree.firstDominated(top); node >= 0; node = tree.nextDominated(node)) {
        Monitor.poll(node);
        (tree.graph().kind(node) == NodeKind.SYNTHETIC ? work : tops).add(node);
      }
    }
    return tops.toArray();
  }

  private static int push(
      DominatorTree tree, int[] nodes, int depth, Limits limits, Deque<Pending> work) {
    // The least of those that will be listed comes first.
    PriorityQueue<Integer> kept = new PriorityQueue<>(largestFirst(tree).reversed());
    for (int i = 0; i < nodes.length; i++) {
      Monitor.poll(i);
      int node = nodes[i];
      long bytes = tree.retainedSizes().bytes(node);
      if (bytes < limits.leastBytes()) {
        continue;
      }
      Integer least = kept.peek();
      if (least == null
          || kept.size() < limits.children()
          || bytes > tree.retainedSizes().bytes(least)
          || bytes == tree.retainedSizes().bytes(least) && node < least) {
        kept.add(node);
      }
      if (kept.size() > limits.children()) {
        kept.remove();
      }
    }
    List<Integer> largest = kept.stream().sorted(largestFirst(tree)).toList();
    for (int node : largest.reversed()) {
      work.push(new Pending(node, depth));
    }
    return largest.size();
  }

  private static Comparator<Integer> largestFirst(DominatorTree tree) {
    return Comparator.comparingLong((Integer node) -> tree.retainedSizes().bytes(node))
        .reversed()
        .thenComparing(node -> node);
  }
}
