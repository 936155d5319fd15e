package lexscope.profiler.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
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
    List<Integer> tops = new ArrayList<>();
    Deque<Integer> work = new ArrayDeque<>(List.of(SnapshotGraph.ROOT));
    while (!work.isEmpty()) {
      for (int node : tree.dominated(work.pop())) {
        if (tree.graph().kind(node) == NodeKind.SYNTHETIC) {
          work.push(node);
        } else {
          tops.add(node);
        }
      }
    }
    return tops.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static int push(
      DominatorTree tree, int[] nodes, int depth, Limits limits, Deque<Pending> work) {
    List<Integer> largest =
        Arrays.stream(nodes)
            .filter(node -> tree.retainedSizes().bytes(node) >= limits.leastBytes())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer node) -> tree.retainedSizes().bytes(node))
                    .reversed()
                    .thenComparing(node -> node))
            .limit(limits.children())
            .toList();
    for (int node : largest.reversed()) {
      work.push(new Pending(node, depth));
    }
    return largest.size();
  }
}
