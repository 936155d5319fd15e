package lexscope.profiler.paths;

import com.carrotsearch.hppc.IntArrayList;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.ForwardEdges;
import lexscope.profiler.graph.IntColumn;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

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

  /// What was found by another search and kept; null if it is to be found.
  private final @Nullable IntColumn kept;

  private ForwardEdges forward = new ForwardEdges(new int[0], new int[0]);
  private int[] distance = {};
  private int[] sources = {};
  private int[] edgeTo = {};

  /// One bit a node: those to which no shorter path will be found. They are asked about far more
  /// often than distances, and lie in fewer lines of memory.
  private long[] isFinal = {};

  /// Nodes that wait for their turn behind an edge that counts as one, in the order in which they
  /// were found: each at most once, since no shorter path can be found to it.
  private int[] near = {};

  private int nearAt;
  private int nearEnd;

  /// Nodes that wait for their turn behind an edge that counts more, by the distance modulo the
  /// length.
  private final IntArrayList[] far = new IntArrayList[EdgeWeights.POOR + 1];

  /// Nodes that wait in the queues, and the distance of those whose turn it is: that of all nodes
  /// up to it is final.
  private int open = 1;

  private int settled;

  /// Searches the graph by these edges.
  public ShortestPathFinder(RetainingEdges edges) {
    this.edges = edges;
    this.graph = edges.graph();
    edges.askPaths();
    this.weights = new EdgeWeights(graph);
    this.kept = edges.pathEdges();
    if (kept == null) {
      begin();
    }
  }

  private void begin() {
    int nodes = graph.nodeCount();
    this.forward = graph.forwardEdges();
    this.distance = new int[nodes];
    this.edgeTo = new int[nodes];
    this.near = new int[nodes];
    this.isFinal = new long[(nodes >> 6) + 1];
    Arrays.fill(distance, Integer.MAX_VALUE);
    Arrays.fill(edgeTo, -1);
    Arrays.setAll(far, _ -> new IntArrayList());
    distance[SnapshotGraph.ROOT] = 0;
    isFinal[0] = 1;
    near[nearEnd++] = SnapshotGraph.ROOT;
  }

  /// Keeps the last edges of the shortest paths to all nodes.
  ///
  /// @throws IOException if `out` does
  public void store(ColumnOutput out) throws IOException {
    IntColumn known = kept;
    if (known != null) {
      known.store(out);
      return;
    }
    settleAll();
    out.column(edgeTo, edgeTo.length);
  }

  /// Searches to the end.
  public void settleAll() {
    while (open > 0 && kept == null) {
      settleNext();
    }
  }

  private void settle(int node) {
    while (distance[node] > settled && open > 0) {
      settleNext();
    }
  }

  /// Dial's method: one queue for each of the few distances that can be open at a time. Those that
  /// wait behind an edge that counts more were found earlier, so it is their turn first.
  private void settleNext() {
    int at = settled;
    IntArrayList waiting = far[at % far.length];
    int count = waiting.size();
    for (int i = 0; i < count; i++) {
      int node = waiting.get(i);
      if (distance[node] == at) {
        leave(node, at);
      }
    }
    waiting.elementsCount = 0;
    int end = nearEnd;
    open -= count + end - nearAt;
    while (nearAt < end) {
      Monitor.poll(nearAt);
      leave(near[nearAt++], at);
    }
    settled++;
  }

  private void leave(int node, int at) {
    int end = forward.first()[node + 1];
    for (int edge = forward.first()[node]; edge < end; edge++) {
      int target = forward.target()[edge];
      if ((isFinal[target >> 6] & 1L << target) != 0 || !edges.retains(edge)) {
        continue;
      }
      int through = at + (node == SnapshotGraph.ROOT ? 1 : weights.weight(edge));
      if (through < distance[target]) {
        distance[target] = through;
        edgeTo[target] = edge;
        open++;
        // No edge counts less than one.
        if (through == at + 1) {
          isFinal[target >> 6] |= 1L << target;
          near[nearEnd++] = target;
        } else {
          far[through % far.length].add(target);
        }
      }
    }
  }

  /// Whether a node's path is known without searching further.
  boolean isSettled(int node) {
    return kept != null || distance[node] <= settled || open == 0;
  }

  /// How far a node is from the root: the edges of its shortest path, those that say little counted
  /// several times. {@link Integer#MAX_VALUE} for what is not reached.
  public int distance(int node) {
    IntColumn known = kept;
    if (known != null) {
      return keptDistance(node, known);
    }
    settle(node);
    return distance[node];
  }

  /// Adds up the weights along the path, each node's once.
  private int keptDistance(int node, IntColumn known) {
    if (distance.length == 0) {
      distance = new int[graph.nodeCount()];
      Arrays.fill(distance, -1);
      distance[SnapshotGraph.ROOT] = 0;
    }
    IntArrayList way = new IntArrayList();
    int at = node;
    while (distance[at] < 0) {
      Monitor.poll(way.size());
      if (known.get(at) < 0) {
        distance[at] = Integer.MAX_VALUE;
        return Integer.MAX_VALUE;
      }
      way.add(at);
      at = sourceOf(at);
    }
    while (!way.isEmpty()) {
      Monitor.poll(way.size());
      int next = way.removeLast();
      distance[next] =
          distance[at] + (at == SnapshotGraph.ROOT ? 1 : weights.weight(known.get(next)));
      at = next;
    }
    return distance[node];
  }

  /// Whether the root reaches a node.
  public boolean isReached(int node) {
    IntColumn known = kept;
    return known != null
        ? node == SnapshotGraph.ROOT || known.get(node) >= 0
        : distance(node) != Integer.MAX_VALUE;
  }

  /// The edge by which the shortest path comes to a node; -1 for the root and for what is not
  /// reached.
  public int edgeTo(int node) {
    IntColumn known = kept;
    if (known != null) {
      return known.get(node);
    }
    settle(node);
    return edgeTo[node];
  }

  /// Finds the source of every node's path edge in one pass over all edges, and keeps it, four
  /// bytes a node: for whoever asks {@link #sourceOf} of all nodes.
  public void findSources() {
    if (sources.length > 0) {
      return;
    }
    ForwardEdges all = graph.forwardEdges();
    int[] found = new int[graph.nodeCount()];
    settleAll();
    for (int node = 0; node < found.length; node++) {
      Monitor.poll(node);
      int end = all.first()[node + 1];
      for (int edge = all.first()[node]; edge < end; edge++) {
        int target = all.target()[edge];
        if (edgeTo(target) == edge) {
          found[target] = node;
        }
      }
    }
    sources = found;
  }

  /// The node before a node on the shortest path; of the root and what is not reached the root.
  public int sourceOf(int node) {
    int[] known = sources;
    if (known.length > 0) {
      return known[node];
    }
    int edge = edgeTo(node);
    return edge < 0 ? SnapshotGraph.ROOT : graph.edgeSource(edge);
  }

  /// The edges of the shortest path to `node`, from the root on; empty if there is none.
  public int[] edgesTo(int node) {
    IntArrayList path = new IntArrayList();
    int at = node;
    for (int edge = edgeTo(at); edge >= 0; edge = edgeTo(at)) {
      Monitor.poll(path.size());
      path.add(edge);
      at = sourceOf(at);
    }
    int[] forth = new int[path.size()];
    for (int i = 0; i < forth.length; i++) {
      forth[i] = path.get(forth.length - 1 - i);
    }
    return forth;
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
