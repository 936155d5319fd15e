package lexscope.profiler.paths;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;

/// Maximal flow from the root to some nodes by Dinic's method, over the part of the graph that lies
/// between them. Edges that may be cut have capacity one, others are without limit. The nodes have
/// one sink behind them, so that what frees them all is asked for at once. Explicit stacks only.
final class FlowNetwork {
  /// Says of an edge and the node it leaves, to spare a search for that.
  @FunctionalInterface
  interface EdgeTest {
    boolean test(int source, int edge);
  }

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final int source;
  private final int sink;
  private final int nodes;
  // Arcs 2i and 2i + 1 are edge i forwards and backwards; edge -1 leads from a target to the sink.
  private final int[] arcTarget;
  private final int[] residual;
  private final int[] graphEdge;
  private final int[] firstArc;
  private final int[] arcs;
  private final int[] level;
  private final int[] nextArc;

  FlowNetwork(RetainingEdges edges, ShortestPathFinder paths, int[] targets, EdgeTest mayBeCut) {
    SnapshotGraph graph = edges.graph();
    Retainers retainers = graph.retainers();
    int[] numberOf = new int[graph.nodeCount()];
    Arrays.fill(numberOf, -1);
    IntArrayList between = new IntArrayList();
    IntArrayList from = new IntArrayList();
    IntArrayList to = new IntArrayList();
    IntArrayList edgeNumbers = new IntArrayList();
    // Place 0 is the sink.
    between.add(-1);
    for (int node : targets) {
      if (paths.isReached(node) && numberOf[node] < 0) {
        numberOf[node] = between.size();
        from.add(between.size());
        to.add(0);
        edgeNumbers.add(-1);
        between.add(node);
      }
    }
    for (int i = 1; i < between.size(); i++) {
      Monitor.poll(i);
      int target = between.get(i);
      for (int at = retainers.first(target); at < retainers.end(target); at++) {
        int retainer = retainers.source(at);
        if (!edges.retains(retainers.edge(at)) || !paths.isReached(retainer)) {
          continue;
        }
        if (numberOf[retainer] < 0) {
          numberOf[retainer] = between.size();
          between.add(retainer);
        }
        from.add(numberOf[retainer]);
        to.add(i);
        edgeNumbers.add(retainers.edge(at));
      }
    }
    this.nodes = between.size();
    this.source = numberOf[SnapshotGraph.ROOT];
    this.sink = 0;
    int count = from.size();
    this.graphEdge = edgeNumbers.toArray();
    this.arcTarget = new int[2 * count];
    this.residual = new int[2 * count];
    this.firstArc = new int[nodes + 1];
    for (int i = 0; i < count; i++) {
      arcTarget[2 * i] = to.get(i);
      arcTarget[2 * i + 1] = from.get(i);
      residual[2 * i] =
          graphEdge[i] >= 0 && mayBeCut.test(between.get(from.get(i)), graphEdge[i])
              ? 1
              : UNLIMITED;
      firstArc[from.get(i) + 1]++;
      firstArc[to.get(i) + 1]++;
    }
    for (int i = 0; i < nodes; i++) {
      firstArc[i + 1] += firstArc[i];
    }
    this.arcs = new int[2 * count];
    int[] next = firstArc.clone();
    for (int i = 0; i < count; i++) {
      arcs[next[from.get(i)]++] = 2 * i;
      arcs[next[to.get(i)]++] = 2 * i + 1;
    }
    this.level = new int[nodes];
    this.nextArc = new int[nodes];
  }

  /// Pushes as much as goes through. False if there is no limit: a path without an edge that may be
  /// cut.
  boolean maximize() {
    while (findLevels()) {
      System.arraycopy(firstArc, 0, nextArc, 0, nodes);
      int pushed;
      while ((pushed = pushAlongOnePath()) > 0) {
        if (pushed == UNLIMITED) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean findLevels() {
    Arrays.fill(level, -1);
    IntArrayList queue = new IntArrayList();
    level[source] = 0;
    queue.add(source);
    for (int i = 0; i < queue.size(); i++) {
      int node = queue.get(i);
      for (int at = firstArc[node]; at < firstArc[node + 1]; at++) {
        int target = arcTarget[arcs[at]];
        if (residual[arcs[at]] > 0 && level[target] < 0) {
          level[target] = level[node] + 1;
          queue.add(target);
        }
      }
    }
    return level[sink] >= 0;
  }

  /// Finds a path by levels, with the search of earlier paths not repeated, and fills it. Returns
  /// how much went through.
  private int pushAlongOnePath() {
    IntArrayList path = new IntArrayList();
    int node = source;
    for (int step = 0; node != sink; step++) {
      Monitor.poll(step);
      int arc = advance(node);
      if (arc >= 0) {
        path.add(arc);
        node = arcTarget[arc];
      } else if (path.isEmpty()) {
        return 0;
      } else {
        node = arcTarget[path.removeLast() ^ 1];
        nextArc[node]++;
      }
    }
    int bottleneck = UNLIMITED;
    for (int i = 0; i < path.size(); i++) {
      bottleneck = Math.min(bottleneck, residual[path.get(i)]);
    }
    if (bottleneck == UNLIMITED) {
      return UNLIMITED;
    }
    for (int i = 0; i < path.size(); i++) {
      int arc = path.get(i);
      if (residual[arc] != UNLIMITED) {
        residual[arc] -= bottleneck;
      }
      if (residual[arc ^ 1] != UNLIMITED) {
        residual[arc ^ 1] += bottleneck;
      }
    }
    return bottleneck;
  }

  private int advance(int node) {
    while (nextArc[node] < firstArc[node + 1]) {
      int arc = arcs[nextArc[node]];
      if (residual[arc] > 0 && level[arcTarget[arc]] == level[node] + 1) {
        return arc;
      }
      nextArc[node]++;
    }
    return -1;
  }

  /// The full edges into the nodes from which the sink can still be reached, in ascending order.
  int[] cutNearestToSink() {
    boolean[] reachesSink = new boolean[nodes];
    IntArrayList work = new IntArrayList();
    reachesSink[sink] = true;
    work.add(sink);
    while (!work.isEmpty()) {
      int node = work.removeLast();
      for (int at = firstArc[node]; at < firstArc[node + 1]; at++) {
        int incoming = arcs[at] ^ 1;
        int before = arcTarget[arcs[at]];
        if (residual[incoming] > 0 && !reachesSink[before]) {
          reachesSink[before] = true;
          work.add(before);
        }
      }
    }
    IntArrayList cut = new IntArrayList();
    for (int i = 0; i < graphEdge.length; i++) {
      if (reachesSink[arcTarget[2 * i]] && !reachesSink[arcTarget[2 * i + 1]]) {
        cut.add(graphEdge[i]);
      }
    }
    int[] sorted = cut.toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
