package lexscope.profiler.dominators;

import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// The retaining edges between reached nodes by target, in places of a depth-first search rather
/// than node numbers: neighbours of the search lie close together in memory. Edges of the search
/// tree itself are left out; every place has its parent as a predecessor besides.
final class PredecessorLists {
  private static final String PHASE = "retaining edges";

  /// The first entry of each place in {@link #predecessor}.
  final int[] first;

  /// Places of predecessors.
  final int[] predecessor;

  PredecessorLists(DepthFirstOrder order, RetainingEdges edges, Monitor monitor) {
    SnapshotGraph graph = edges.graph();
    int count = order.count;
    int[] number = order.number;
    int[] parent = order.parent;
    // The end of each list, then, filled from behind, its beginning.
    int[] ends = new int[count + 1];
    for (int place = 0; place < count; place++) {
      if ((place & Monitor.STRIDE) == 0) {
        monitor.reached(PHASE, place / 2, count);
      }
      int node = order.vertex[place];
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (edges.retains(edge)) {
          int target = number[graph.edgeTarget(edge)];
          if (parent[target] != place) {
            ends[target]++;
          }
        }
      }
    }
    int sum = 0;
    for (int place = 0; place < count; place++) {
      sum += ends[place];
      ends[place] = sum;
    }
    ends[count] = sum;
    first = ends;
    predecessor = new int[sum];
    for (int place = count - 1; place >= 0; place--) {
      if ((place & Monitor.STRIDE) == 0) {
        monitor.reached(PHASE, count - place / 2, count);
      }
      int node = order.vertex[place];
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (edges.retains(edge)) {
          int target = number[graph.edgeTarget(edge)];
          if (parent[target] != place) {
            predecessor[--ends[target]] = place;
          }
        }
      }
    }
  }
}
