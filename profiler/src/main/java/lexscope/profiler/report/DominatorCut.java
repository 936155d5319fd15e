package lexscope.profiler.report;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The top of a dominator tree, as much of it as a page can carry: the nodes that retain most, and
/// of the others how many there are of each class below each and what they retain. The synthetic
/// nodes of the roots are passed through.
///
/// @param totalBytes all alive bytes
/// @param totalNodes all alive nodes, synthetic ones not counted
/// @param rows each after its parent; the first is the heap as a whole, which is no node
/// @param groups what is left out, by parent and class, of each parent those first that retain most
public record DominatorCut(long totalBytes, int totalNodes, List<Row> rows, List<Group> groups) {
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

  /// Nodes of one class that one node dominates immediately and that have no row.
  ///
  /// @param parent the row of the node
  /// @param type what they are
  /// @param count how many there are
  /// @param bytes what goes with them
  /// @param nodes how many nodes go with them
  public record Group(int parent, NodeClass type, int count, long bytes, int nodes) {}

  /// How much of the tree is kept.
  ///
  /// @param nodes at most so many nodes
  /// @param children at most so many below one
  /// @param depth at most so deep: a list of a million links would take all the nodes
  /// @param groups at most so many classes of what is left out below one node
  public record Limits(int nodes, int children, int depth, int groups) {
    /// For a page that opens at once.
    public static final Limits PAGE = new Limits(6_000, 400, 60, 12);
  }

  private record Candidate(int node, int parent, int depth, long bytes) {
    static final Comparator<Candidate> LARGEST_FIRST =
        Comparator.comparingLong(Candidate::bytes).reversed().thenComparingInt(Candidate::node);
  }

  /// Keeps copies of the lists.
  public DominatorCut {
    rows = List.copyOf(rows);
    groups = List.copyOf(groups);
  }

  /// The nodes that retain most, of equals those with the smaller numbers. Takes two passes over
  /// the nodes.
  public static DominatorCut of(DominatorTree tree, Limits limits) {
    List<Candidate> chosen = choose(tree, limits);
    int[] rowOf = new int[tree.graph().nodeCount()];
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < chosen.size(); row++) {
      rowOf[chosen.get(row).node()] = row;
    }
    int[] hidden = new int[chosen.size()];
    long[] hiddenBytes = new long[chosen.size()];
    int[] hiddenNodes = new int[chosen.size()];
    Map<Integer, Map<NodeClass, Group>> groups = new LinkedHashMap<>();
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
        long bytes = tree.retainedSizes().bytes(node);
        int nodes = tree.retainedSizes().nodes(node);
        hidden[above]++;
        hiddenBytes[above] += bytes;
        hiddenNodes[above] += nodes;
        NodeClass type = NodeClass.of(tree.graph(), node);
        groups
            .computeIfAbsent(above, _ -> new LinkedHashMap<>())
            .merge(
                type,
                new Group(above, type, 1, bytes, nodes),
                (a, b) ->
                    new Group(
                        above, type, a.count() + 1, a.bytes() + b.bytes(), a.nodes() + b.nodes()));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < hidden.length; row++) {
      Candidate each = chosen.get(row);
      rows.add(
          new Row(
              each.node(),
              each.parent(),
              each.bytes(),
              row == 0 ? all : tree.retainedSizes().nodes(each.node()),
              hidden[row],
              hiddenBytes[row],
              hiddenNodes[row]));
    }
    return new DominatorCut(
        tree.retainedSizes().totalBytes(), all, rows, largest(groups, limits.groups()));
  }

  private static List<Group> largest(Map<Integer, Map<NodeClass, Group>> groups, int most) {
    List<Group> largest = new ArrayList<>();
    groups
        .values()
        .forEach(ofRow ->
            ofRow.values().stream()
                .sorted(
                    Comparator.comparingLong(Group::bytes).reversed().thenComparing(Group::type))
                .limit(most)
                .forEach(largest::add));
    return largest;
  }

  /// Goes down from the root, always to what retains most of all that is open.
  private static List<Candidate> choose(DominatorTree tree, Limits limits) {
    List<Candidate> chosen = new ArrayList<>();
    PriorityQueue<Candidate> open = new PriorityQueue<>(Candidate.LARGEST_FIRST);
    open.add(
        new Candidate(SnapshotGraph.ROOT, -1, 0, tree.retainedSizes().bytes(SnapshotGraph.ROOT)));
    while (!open.isEmpty() && chosen.size() <= limits.nodes()) {
      Candidate next = open.remove();
      int row = chosen.size();
      chosen.add(next);
      if (next.depth() < limits.depth()) {
        children(tree, next, row, limits.children(), open);
      }
    }
    return chosen;
  }

  /// Opens the largest of what a node dominates immediately.
  private static void children(
      DominatorTree tree, Candidate of, int row, int most, PriorityQueue<Candidate> open) {
    PriorityQueue<Candidate> largest = new PriorityQueue<>(Candidate.LARGEST_FIRST.reversed());
    Deque<IntArrayList> work = new ArrayDeque<>();
    work.add(IntArrayList.from(of.node()));
    while (!work.isEmpty()) {
      for (var above : work.remove()) {
        IntArrayList synthetic = new IntArrayList();
        for (int child = tree.firstDominated(above.value);
            child >= 0;
            child = tree.nextDominated(child)) {
          if (isSynthetic(tree, child)) {
            synthetic.add(child);
            continue;
          }
          long bytes = tree.retainedSizes().bytes(child);
          if (largest.size() < most || bytes >= largest.element().bytes()) {
            largest.add(new Candidate(child, row, of.depth() + 1, bytes));
            if (largest.size() > most) {
              largest.remove();
            }
          }
        }
        if (!synthetic.isEmpty()) {
          work.add(synthetic);
        }
      }
    }
    open.addAll(largest);
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
