package lexscope.profiler.paths;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.IntObjectHashMap;
import java.util.Arrays;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.IncomingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// The smallest cut nearest to one node, found by searches that begin at the node: as a rule they
/// see a few nodes of a million. A flow of one is sent along the shortest path, then along any
/// other path that a search from the node back to the root finds in what is left, until there is
/// none; the nodes that the last search saw are the near side of the cut, which is the same for
/// every maximal flow. A search ends early at a node whose own shortest path is free. After a
/// bounded number of steps it gives up, and the {@link FlowNetwork} must do.
final class NearbyCut {
  /// What came of the search.
  enum Outcome {
    FOUND,
    /// Some path has no edge that may be cut.
    IMPOSSIBLE,
    /// The cut has many edges, and much of the graph lies near the node.
    GIVEN_UP
  }

  /// How often it looks at as many edges as the graph has.
  private static final long MOST_PASSES = 4;

  private final RetainingEdges edges;
  private final SnapshotGraph graph;
  private final ShortestPathFinder paths;
  private final int target;
  private final FlowNetwork.EdgeTest mayBeCut;
  private final IncomingEdges incoming;
  private final long mostSteps;

  /// How much flows through each edge, and the edges with flow by the node that they leave.
  private final IntIntHashMap flow = new IntIntHashMap();

  private final IntObjectHashMap<IntArrayList> flowFrom = new IntObjectHashMap<>();

  /// Of each node that the search saw the edge on the way to the target, with all bits turned round
  /// where the way goes against the edge.
  private final int[] wayOn;

  /// One bit a node: those that the search saw, and those whose shortest paths are not free.
  private final long[] seen;

  private final long[] barred;
  private final IntArrayList queue = new IntArrayList();
  private long steps;

  NearbyCut(
      RetainingEdges edges, ShortestPathFinder paths, int target, FlowNetwork.EdgeTest mayBeCut) {
    this.edges = edges;
    this.graph = edges.graph();
    this.paths = paths;
    this.target = target;
    this.mayBeCut = mayBeCut;
    this.incoming = new IncomingEdges(graph);
    int nodes = graph.nodeCount();
    this.mostSteps = MOST_PASSES * (nodes + (long) graph.edgeCount());
    this.wayOn = new int[nodes];
    this.seen = new long[(nodes >> 6) + 1];
    this.barred = new long[(nodes >> 6) + 1];
  }

  /// Sends as much as goes through.
  Outcome maximize() {
    Arrays.fill(seen, 0);
    takeShortest(target);
    do {
      if (!sendAlongWay()) {
        return Outcome.IMPOSSIBLE;
      }
    } while (search());
    return steps > mostSteps ? Outcome.GIVEN_UP : Outcome.FOUND;
  }

  /// Whether a way from the root to the target is left, within the bounds.
  private boolean search() {
    Arrays.fill(seen, 0);
    Arrays.fill(barred, 0);
    queue.elementsCount = 0;
    set(seen, target);
    queue.add(target);
    for (int i = 0; i < queue.size() && steps <= mostSteps; i++) {
      int node = queue.get(i);
      incoming.of(node);
      for (int at = incoming.first(); at < incoming.end(); at++) {
        Monitor.poll((int) steps++);
        int source = incoming.source(at);
        int edge = incoming.edge(at);
        if (!isSet(seen, source)
            && edges.retains(edge)
            && !isFull(source, edge)
            && see(source, edge)) {
          return true;
        }
      }
      IntArrayList sent = flowFrom.get(node);
      for (int at = 0; sent != null && at < sent.size(); at++) {
        steps++;
        int sentTo = graph.edgeTarget(sent.get(at));
        if (!isSet(seen, sentTo) && see(sentTo, ~sent.get(at))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isFull(int source, int edge) {
    return flow.containsKey(edge) && mayBeCut.test(source, edge);
  }

  /// Notes that the search saw a node. True if the root is found.
  private boolean see(int node, int way) {
    set(seen, node);
    wayOn[node] = way;
    if (node == SnapshotGraph.ROOT) {
      return true;
    }
    if (isFree(node)) {
      takeShortest(node);
      return true;
    }
    queue.add(node);
    return false;
  }

  /// Whether nothing is full on the shortest path to a node.
  private boolean isFree(int node) {
    int at = node;
    boolean isFree = paths.isSettled(node) && paths.isReached(node);
    while (isFree && at != SnapshotGraph.ROOT) {
      Monitor.poll((int) steps++);
      isFree = !isSet(barred, at) && !isFull(paths.sourceOf(at), paths.edgeTo(at));
      at = isFree ? paths.sourceOf(at) : at;
    }
    if (!isFree) {
      for (int below = node; below != at; below = paths.sourceOf(below)) {
        set(barred, below);
      }
      set(barred, at);
    }
    return isFree;
  }

  /// Makes the shortest path to a node the way to it.
  private void takeShortest(int node) {
    for (int at = node; at != SnapshotGraph.ROOT; at = paths.sourceOf(at)) {
      int before = paths.sourceOf(at);
      if (!isSet(seen, before)) {
        set(seen, before);
        wayOn[before] = paths.edgeTo(at);
      }
    }
  }

  /// Sends one along the way that was found. False if nothing on it may be cut.
  private boolean sendAlongWay() {
    boolean isLimited = false;
    for (int node = SnapshotGraph.ROOT; node != target && !isLimited; node = next(node)) {
      isLimited = wayOn[node] < 0 || mayBeCut.test(node, wayOn[node]);
    }
    int node = SnapshotGraph.ROOT;
    while (isLimited && node != target) {
      int way = wayOn[node];
      int next = next(node);
      if (way < 0) {
        takeBack(next, ~way);
      } else {
        send(node, way);
      }
      node = next;
    }
    return isLimited;
  }

  private int next(int node) {
    return wayOn[node] < 0 ? graph.edgeSource(~wayOn[node]) : graph.edgeTarget(wayOn[node]);
  }

  private void send(int source, int edge) {
    if (flow.addTo(edge, 1) == 1) {
      IntArrayList from = flowFrom.get(source);
      if (from == null) {
        from = new IntArrayList(1);
        flowFrom.put(source, from);
      }
      from.add(edge);
    }
  }

  private void takeBack(int source, int edge) {
    if (flow.addTo(edge, -1) == 0) {
      flow.remove(edge);
      flowFrom.get(source).removeFirst(edge);
    }
  }

  /// The full edges into the nodes that the last search saw, in ascending order.
  int[] cut() {
    IntArrayList cut = new IntArrayList();
    flow.keys()
        .forEach(
            (com.carrotsearch.hppc.procedures.IntProcedure)
                edge -> {
                  if (isSet(seen, graph.edgeTarget(edge)) && !isSet(seen, graph.edgeSource(edge))) {
                    cut.add(edge);
                  }
                });
    int[] sorted = cut.toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static boolean isSet(long[] bits, int node) {
    return (bits[node >> 6] & 1L << node) != 0;
  }

  private static void set(long[] bits, int node) {
    bits[node >> 6] |= 1L << node;
  }
}
