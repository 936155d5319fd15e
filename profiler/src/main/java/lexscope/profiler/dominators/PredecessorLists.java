package lexscope.profiler.dominators;

import lexscope.profiler.graph.ForwardEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// The retaining edges between reached nodes by target, in places of a depth-first search rather
/// than node numbers: neighbours of the search lie close together in memory. Edges of the search
/// tree itself are left out; every place has its parent as a predecessor besides. The search
/// counted them already, so that one walk over the edges is enough.
final class PredecessorLists {
  private static final String PHASE = "retaining edges";

  /// The first entry of each place in {@link #predecessor}.
  final int[] first;

  /// Places of predecessors, in no order.
  final int[] predecessor;

  /// The lists take over `othersTo` of the search.
  PredecessorLists(DepthFirstOrder order, SnapshotGraph graph, Monitor monitor) {
    int count = order.count;
    // The end of each list, then, filled from behind, its beginning.
    first = order.othersTo;
    int sum = 0;
    for (int place = 0; place < count; place++) {
      sum += first[place];
      first[place] = sum;
    }
    first[count] = sum;
    predecessor = new int[sum];
    fill(order, graph.forwardEdges(), monitor);
  }

  private void fill(DepthFirstOrder order, ForwardEdges edges, Monitor monitor) {
    int[] number = order.number;
    long[] others = order.others;
    int[] target = edges.target();
    int nodes = number.length;
    int edge = 0;
    // In the order of the file, in which neither sources nor edges must be fetched from afar.
    for (int node = 0; node < nodes; node++) {
      if ((node & Monitor.STRIDE) == 0) {
        monitor.reached(PHASE, node, nodes);
      }
      int end = edges.first()[node + 1];
      int place = number[node];
      if (place < 0) {
        edge = end;
      }
      for (; edge < end; edge++) {
        if ((others[edge >> 6] & 1L << edge) != 0) {
          predecessor[--first[number[target[edge]]]] = place;
        }
      }
    }
  }
}
