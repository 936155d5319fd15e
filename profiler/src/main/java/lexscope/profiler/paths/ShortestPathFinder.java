package lexscope.profiler.paths;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import java.util.Optional;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// The shortest path from the root to every node. Edges that say little to a person count more than
/// others (see {@link EdgeWeights}); of paths of one length the one found first wins, and nodes are
/// searched in the order in which they were reached, their edges in the order of the graph: the
/// same graph always gives the same paths.
///
/// The search goes on as far as is asked: a node near the root costs a look at what is nearer, all
/// nodes together time linear in nodes and edges. Each path afterwards costs its length.
public final class ShortestPathFinder {
  private final RetainingEdges edges;
  private final SnapshotGraph graph;
  private final EdgeWeights weights;
  private final int[] distance;
  private final int[] edgeTo;
  private final int[] source;
  private final IntArrayList[] queues = new IntArrayList[EdgeWeights.POOR + 1];

  /// Nodes that wait in the queues, and the distance of those whose turn it is: that of all nodes
  /// up to it is final.
  private int open = 1;

  private int settled;

  /// Searches the graph by these edges.
  public ShortestPathFinder(RetainingEdges edges) {
    this.edges = edges;
    this.graph = edges.graph();
    this.weights = new EdgeWeights(graph);
    int nodes = graph.nodeCount();
    this.distance = new int[nodes];
    this.edgeTo = new int[nodes];
    this.source = new int[nodes];
    Arrays.fill(distance, Integer.MAX_VALUE);
    Arrays.fill(edgeTo, -1);
    Arrays.setAll(queues, _ -> new IntArrayList());
    distance[SnapshotGraph.ROOT] = 0;
    queues[0].add(SnapshotGraph.ROOT);
  }

  private void settle(int node) {
    while (distance[node] > settled && open > 0) {
      settleNext();
    }
  }

  /// Dial's method: one queue for each of the few distances that can be open at a time.
  private void settleNext() {
    int at = settled;
    IntArrayList queue = queues[at % queues.length];
    int count = queue.size();
    int[] waiting = queue.buffer;
    for (int i = 0; i < count; i++) {
      Monitor.poll(i);
      int node = waiting[i];
      if (distance[node] != at) {
        continue;
      }
      int end = graph.endEdge(node);
      for (int edge = graph.firstEdge(node); edge < end; edge++) {
        int target = graph.edgeTarget(edge);
        // No edge counts less than one.
        if (distance[target] <= at + 1 || !edges.retains(edge)) {
          continue;
        }
        int through = at + (node == SnapshotGraph.ROOT ? 1 : weights.weight(edge));
        if (through < distance[target]) {
          distance[target] = through;
          edgeTo[target] = edge;
          source[target] = node;
          queues[through % queues.length].add(target);
          open++;
        }
      }
    }
    open -= count;
    queue.elementsCount = 0;
    settled++;
  }

  /// Whether a node's path is known without searching further.
  boolean isSettled(int node) {
    return distance[node] <= settled || open == 0;
  }

  /// How far a node is from the root: the edges of its shortest path, those that say little counted
  /// several times. {@link Integer#MAX_VALUE} for what is not reached.
  public int distance(int node) {
    settle(node);
    return distance[node];
  }

  /// Whether the root reaches a node.
  public boolean isReached(int node) {
    return distance(node) != Integer.MAX_VALUE;
  }

  /// The edge by which the shortest path comes to a node; -1 for the root and for what is not
  /// reached.
  public int edgeTo(int node) {
    settle(node);
    return edgeTo[node];
  }

  /// The node before a node on the shortest path; of the root and what is not reached the root.
  public int sourceOf(int node) {
    settle(node);
    return source[node];
  }

  /// The edges of the shortest path to `node`, from the root on; empty if there is none.
  public int[] edgesTo(int node) {
    settle(node);
    int length = 0;
    for (int at = node; edgeTo[at] >= 0; at = source[at]) {
      length++;
    }
    int[] path = new int[length];
    int at = node;
    for (int i = length - 1; i >= 0; i--) {
      path[i] = edgeTo[at];
      at = source[at];
    }
    return path;
  }

  /// The shortest path to `node`, or nothing if it is not alive.
  public Optional<RetentionPath> pathTo(int node) {
    return isReached(node)
        ? Optional.of(RetentionPath.along(graph, edgesTo(node)))
        : Optional.empty();
  }

  /// The shortest path to the node that `edge` leaves and on along it, or nothing if that node is
  /// not alive.
  public Optional<RetentionPath> pathAlong(int edge) {
    int from = graph.edgeSource(edge);
    if (!isReached(from)) {
      return Optional.empty();
    }
    int[] before = edgesTo(from);
    int[] all = Arrays.copyOf(before, before.length + 1);
    all[before.length] = edge;
    return Optional.of(RetentionPath.along(graph, all));
  }
}
