package lexscope.profiler.paths;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// What would go if some edges were not there: a binding set to null, a listener dropped. Takes a
/// walk over the graph; nothing in it changes.
///
/// @param removed the edges that are thought away
/// @param gone the nodes that would not be alive any more
/// @param goneBytes their own sizes added up
public record WhatIf(List<Integer> removed, BitSet gone, long goneBytes) {
  /// Thinks edges away.
  ///
  /// @param removed edges of the tree's graph
  public static WhatIf of(DominatorTree tree, List<Integer> removed) {
    SnapshotGraph graph = tree.graph();
    List<Integer> all = new ArrayList<>(removed);
    BitSet reached = reached(tree, all);
    // A WeakMap's entry goes with the table, too, though the key is still there.
    for (List<Integer> more = entriesOfGoneTables(tree, reached, all);
        !more.isEmpty();
        more = entriesOfGoneTables(tree, reached, all)) {
      all.addAll(more);
      reached = reached(tree, all);
    }
    BitSet gone = new BitSet(graph.nodeCount());
    long bytes = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (tree.isAlive(node) && !reached.get(node)) {
        gone.set(node);
        bytes += graph.shallowBytes(node);
      }
    }
    return new WhatIf(List.copyOf(removed), gone, bytes);
  }

  private static BitSet reached(DominatorTree tree, List<Integer> removed) {
    RetainingEdges edges =
        tree.edges().without(removed.stream().mapToInt(Integer::intValue).toArray());
    SnapshotGraph graph = tree.graph();
    BitSet reached = new BitSet(graph.nodeCount());
    int[] work = new int[graph.nodeCount()];
    int size = 0;
    work[size++] = SnapshotGraph.ROOT;
    reached.set(SnapshotGraph.ROOT);
    for (int step = 0; size > 0; step++) {
      Monitor.poll(step);
      int node = work[--size];
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int target = graph.edgeTarget(edge);
        if (edges.retains(edge) && !reached.get(target)) {
          reached.set(target);
          work[size++] = target;
        }
      }
    }
    return reached;
  }

  private static List<Integer> entriesOfGoneTables(
      DominatorTree tree, BitSet reached, List<Integer> removed) {
    Ephemerons ephemerons = tree.graph().ephemerons();
    List<Integer> found = new ArrayList<>();
    for (int half = 0; half < ephemerons.size(); half++) {
      Monitor.poll(half);
      int edge = ephemerons.edgeAt(half);
      int table = ephemerons.tableOfHalf(half);
      if (tree.edges().retains(edge)
          && table >= 0
          && !reached.get(table)
          && !removed.contains(edge)) {
        found.add(edge);
      }
    }
    return found;
  }
}
