package lexscope.profiler.dominators;

import java.util.Arrays;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;

/// The nodes in the order in which a depth-first search from the root comes to them, with the
/// search tree. Nothing recursive: each node remembers the edge at which the search goes on.
///
/// Under the rules of other tools the search is then repeated, as they do it, from every node that
/// no edge retains, as though the root had an edge to it.
final class DepthFirstOrder {
  private static final String PHASE = "reachable nodes";

  /// Nodes in preorder; the first {@link #count} entries count.
  final int[] vertex;

  /// A node's place in {@link #vertex}, or -1 if it was not reached.
  final int[] number;

  /// The place of the parent of the node at each place.
  final int[] parent;

  /// How many nodes were reached.
  int count;

  private final RetainingEdges edges;
  private final SnapshotGraph graph;

  /// Room for others once the search is over.
  final int[] scratch;

  private final int[] nextEdge;
  private final Monitor monitor;

  DepthFirstOrder(RetainingEdges edges, Monitor monitor) {
    this.monitor = monitor;
    this.edges = edges;
    this.graph = edges.graph();
    int nodes = graph.nodeCount();
    this.vertex = new int[nodes];
    this.number = new int[nodes];
    this.parent = new int[nodes];
    this.nextEdge = new int[nodes];
    this.scratch = nextEdge;
    Arrays.fill(number, -1);
    search(SnapshotGraph.ROOT, -1);
    if (edges.rule() != EdgeRule.STRONG && count < nodes) {
      adoptOrphans();
    }
  }

  private void search(int start, int parentPlace) {
    int place = enter(start, parentPlace);
    while (place != parentPlace) {
      int node = vertex[place];
      int next = -1;
      int end = graph.endEdge(node);
      int edge = nextEdge[node];
      while (edge < end) {
        int current = edge++;
        if (edges.retains(current) && number[graph.edgeTarget(current)] < 0) {
          next = graph.edgeTarget(current);
          break;
        }
      }
      nextEdge[node] = edge;
      place = next >= 0 ? enter(next, place) : parent[place];
    }
  }

  private int enter(int node, int parentPlace) {
    int place = count++;
    if ((place & Monitor.STRIDE) == 0) {
      monitor.reached(PHASE, place, vertex.length);
    }
    vertex[place] = node;
    number[node] = place;
    parent[place] = parentPlace;
    nextEdge[node] = graph.firstEdge(node);
    return place;
  }

  private void adoptOrphans() {
    Retainers retainers = graph.retainers();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (number[node] < 0 && isRetainedByNothing(node, retainers)) {
        search(node, 0);
      }
    }
  }

  private boolean isRetainedByNothing(int node, Retainers retainers) {
    for (int at = retainers.first(node); at < retainers.end(node); at++) {
      if (edges.retains(retainers.edge(at))) {
        return false;
      }
    }
    return true;
  }
}
