package lexscope.profiler.dominators;

import java.util.ArrayDeque;
import java.util.Deque;
import lexscope.profiler.graph.SnapshotGraph;

/// Dominators by their definition: a node dominates what the root no longer reaches without it.
final class BruteForce {
  private final RetainingEdges edges;
  private final boolean[] alive;
  private final boolean[][] dominates;

  BruteForce(RetainingEdges edges) {
    this.edges = edges;
    int nodes = edges.graph().nodeCount();
    this.alive = reachableWithout(-1);
    this.dominates = new boolean[nodes][nodes];
    for (int node = 0; node < nodes; node++) {
      boolean[] rest = reachableWithout(node);
      for (int other = 0; other < nodes; other++) {
        dominates[node][other] = alive[node] && alive[other] && !rest[other];
      }
    }
  }

  boolean isAlive(int node) {
    return alive[node];
  }

  /// The nearest node that dominates `node`, -1 if it is not alive, the root for the root.
  int immediateDominator(int node) {
    if (!alive[node]) {
      return -1;
    }
    if (node == SnapshotGraph.ROOT) {
      return SnapshotGraph.ROOT;
    }
    for (int candidate = 0; candidate < alive.length; candidate++) {
      if (candidate != node
          && dominates[candidate][node]
          && isDominatedByAllDominatorsOf(node, candidate)) {
        return candidate;
      }
    }
    throw new AssertionError("node " + node + " has no immediate dominator");
  }

  private boolean isDominatedByAllDominatorsOf(int node, int candidate) {
    for (int other = 0; other < alive.length; other++) {
      if (other != node && dominates[other][node] && !dominates[other][candidate]) {
        return false;
      }
    }
    return true;
  }

  long retainedBytes(int node) {
    long sum = 0;
    for (int other = 0; other < alive.length; other++) {
      if (dominates[node][other]) {
        sum += edges.graph().shallowBytes(other);
      }
    }
    return sum;
  }

  private boolean[] reachableWithout(int without) {
    SnapshotGraph graph = edges.graph();
    boolean[] seen = new boolean[graph.nodeCount()];
    Deque<Integer> work = new ArrayDeque<>();
    if (without != SnapshotGraph.ROOT) {
      seen[SnapshotGraph.ROOT] = true;
      work.add(SnapshotGraph.ROOT);
    }
    while (!work.isEmpty()) {
      int node = work.remove();
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int target = graph.edgeTarget(edge);
        if (edges.retains(edge) && target != without && !seen[target]) {
          seen[target] = true;
          work.add(target);
        }
      }
    }
    return seen;
  }
}
