package lexscope.profiler.dominators;

import com.carrotsearch.hppc.IntArrayList;
import lexscope.profiler.graph.SnapshotGraph;

/// The retaining edges between reached nodes by target, in places of a depth-first search rather
/// than node numbers: neighbours of the search lie close together in memory.
final class PredecessorLists {
  /// The first entry of each place in {@link #predecessor}.
  final int[] first;

  /// Places of predecessors.
  final int[] predecessor;

  PredecessorLists(DepthFirstOrder order, RetainingEdges edges) {
    SnapshotGraph graph = edges.graph();
    int count = order.count;
    int[] counts = new int[count + 1];
    IntArrayList orphans = order.orphans();
    for (int place = 0; place < count; place++) {
      int node = order.vertex[place];
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (edges.retains(edge)) {
          counts[order.number[graph.edgeTarget(edge)] + 1]++;
        }
      }
    }
    for (int i = 0; i < orphans.size(); i++) {
      counts[order.number[orphans.get(i)] + 1]++;
    }
    for (int place = 0; place < count; place++) {
      counts[place + 1] += counts[place];
    }
    first = counts;
    predecessor = new int[first[count]];
    int[] next = order.scratch;
    System.arraycopy(first, 0, next, 0, count);
    for (int place = 0; place < count; place++) {
      int node = order.vertex[place];
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (edges.retains(edge)) {
          predecessor[next[order.number[graph.edgeTarget(edge)]]++] = place;
        }
      }
    }
    for (int i = 0; i < orphans.size(); i++) {
      predecessor[next[order.number[orphans.get(i)]]++] = 0;
    }
  }
}
