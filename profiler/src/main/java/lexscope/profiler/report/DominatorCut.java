package lexscope.profiler.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The top of a dominator tree, as much of it as a page can carry: the nodes that retain most, and
/// of the others how many there are below each and what they retain. The synthetic nodes of the
/// roots are passed through.
///
/// @param totalBytes all alive bytes
/// @param totalNodes all alive nodes, synthetic ones not counted
/// @param rows each after its parent; the first is the heap as a whole, which is no node
public record DominatorCut(long totalBytes, int totalNodes, List<Row> rows) {
  /// One node.
  ///
  /// @param node its number in the graph
  /// @param parent the row of what dominates it immediately; -1 for the first
  /// @param retainedBytes what goes with it
  /// @param retainedNodes how many nodes go with it
  /// @param hidden how many nodes that it dominates immediately have no row
  /// @param hiddenBytes what goes with those
  /// @param hiddenNodes how many nodes go with those
  public record Row(
      int node,
      int parent,
      long retainedBytes,
      int retainedNodes,
      int hidden,
      long hiddenBytes,
      int hiddenNodes) {}

  private record Candidate(long bytes, int place) {
    /// The one that is given up first comes first.
    static final Comparator<Candidate> ORDER =
        Comparator.comparingLong(Candidate::bytes)
            .thenComparing(Candidate::place, Comparator.reverseOrder());
  }

  /// Keeps a copy of the list.
  public DominatorCut {
    rows = List.copyOf(rows);
  }

  /// The `most` nodes that retain most; of equals those that come first in the tree. A node is
  /// never there without what dominates it, which retains at least as much and comes before. Takes
  /// two passes over the nodes.
  public static DominatorCut of(DominatorTree tree, int most) {
    int[] places = places(tree, most);
    int[] rowOf = new int[tree.graph().nodeCount()];
    Arrays.fill(rowOf, -1);
    rowOf[SnapshotGraph.ROOT] = 0;
    int[] parents = new int[places.length + 1];
    parents[0] = -1;
    for (int i = 0; i < places.length; i++) {
      int node = tree.nodeInOrder(places[i]);
      parents[i + 1] = rowOf[parent(tree, node)];
      rowOf[node] = i + 1;
    }
    int[] hidden = new int[places.length + 1];
    long[] hiddenBytes = new long[places.length + 1];
    int[] hiddenNodes = new int[places.length + 1];
    int all = 0;
    for (int place = 1; place < tree.aliveCount(); place++) {
      Monitor.poll(place);
      int node = tree.nodeInOrder(place);
      if (isSynthetic(tree, node)) {
        continue;
      }
      all++;
      int above = rowOf[node] >= 0 ? -1 : rowOf[parent(tree, node)];
      if (above >= 0) {
        hidden[above]++;
        hiddenBytes[above] += tree.retainedSizes().bytes(node);
        hiddenNodes[above] += tree.retainedSizes().nodes(node);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < hidden.length; row++) {
      int node = row == 0 ? SnapshotGraph.ROOT : tree.nodeInOrder(places[row - 1]);
      rows.add(
          new Row(
              node,
              parents[row],
              tree.retainedSizes().bytes(node),
              row == 0 ? all : tree.retainedSizes().nodes(node),
              hidden[row],
              hiddenBytes[row],
              hiddenNodes[row]));
    }
    return new DominatorCut(tree.retainedSizes().totalBytes(), all, rows);
  }

  /// The places of the chosen nodes in the order of the tree, ascending.
  private static int[] places(DominatorTree tree, int most) {
    PriorityQueue<Candidate> chosen = new PriorityQueue<>(Candidate.ORDER);
    for (int place = 1; place < tree.aliveCount(); place++) {
      int node = tree.nodeInOrder(place);
      if (isSynthetic(tree, node)) {
        continue;
      }
      long bytes = tree.retainedSizes().bytes(node);
      if (chosen.size() < most) {
        chosen.add(new Candidate(bytes, place));
      } else if (!chosen.isEmpty() && bytes > chosen.element().bytes()) {
        // Later nodes of the same size never replace earlier ones.
        chosen.remove();
        chosen.add(new Candidate(bytes, place));
      }
    }
    return chosen.stream().mapToInt(Candidate::place).sorted().toArray();
  }

  private static boolean isSynthetic(DominatorTree tree, int node) {
    return tree.graph().kind(node) == NodeKind.SYNTHETIC;
  }

  private static int parent(DominatorTree tree, int node) {
    int above = tree.dominator(node);
    while (above != SnapshotGraph.ROOT && isSynthetic(tree, above)) {
      above = tree.dominator(above);
    }
    return above;
  }
}
