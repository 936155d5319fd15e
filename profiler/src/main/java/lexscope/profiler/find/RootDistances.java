package lexscope.profiler.find;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// How many retaining edges lie between the roots and each node: 1 for what a root holds. Found by
/// one search in breadth.
final class RootDistances {
  private final int[] distance;

  RootDistances(RetainingEdges edges) {
    SnapshotGraph graph = edges.graph();
    distance = new int[graph.nodeCount()];
    Arrays.fill(distance, -1);
    IntArrayList synthetic = new IntArrayList();
    IntArrayList queue = new IntArrayList();
    distance[SnapshotGraph.ROOT] = 0;
    synthetic.add(SnapshotGraph.ROOT);
    // Groups of roots do not count.
    for (int i = 0; i < synthetic.size(); i++) {
      reach(edges, synthetic.get(i), 0, synthetic, queue);
    }
    for (int i = 0; i < queue.size(); i++) {
      Monitor.poll(i);
      reach(edges, queue.get(i), distance[queue.get(i)], queue, queue);
    }
  }

  private void reach(
      RetainingEdges edges, int node, int from, IntArrayList synthetic, IntArrayList others) {
    SnapshotGraph graph = edges.graph();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      int target = graph.edgeTarget(edge);
      if (edges.retains(edge) && distance[target] < 0) {
        boolean isGroup = from == 0 && graph.kind(target) == NodeKind.SYNTHETIC;
        distance[target] = isGroup ? 0 : from + 1;
        (isGroup ? synthetic : others).add(target);
      }
    }
  }

  /// The distance of a node, -1 if it is not alive.
  int of(int node) {
    return distance[node];
  }
}
