package lexscope.profiler.dominators;

import java.util.Arrays;
import lexscope.profiler.graph.ForwardEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;

/// The nodes in the order in which a depth-first search from the root comes to them, with the
/// search tree. Nothing recursive: each place remembers the edge at which the search goes on.
///
/// Under the rules of other tools the search is then repeated, as they do it, from every node that
/// no edge retains, as though the root had an edge to it.
final class DepthFirstOrder {
  private static final String PHASE = "reachable nodes";

  /// In the place of an edge: none is left.
  private static final int DONE = -1;

  /// Nodes in preorder; the first {@link #count} entries count.
  final int[] vertex;

  /// A node's place in {@link #vertex}, or -1 if it was not reached.
  final int[] number;

  /// The place of the parent of the node at each place.
  final int[] parent;

  /// How many nodes were reached.
  int count;

  /// How many of {@link #others} lead to each place; one entry more than there are nodes.
  final int[] othersTo;

  /// The edges that retain and are none of the search tree's, one bit an edge; those that leave
  /// nodes that were not reached are among them.
  final long[] others;

  private final RetainingEdges edges;
  private final SnapshotGraph graph;
  private final ForwardEdges forward;

  /// The edge at which the search goes on, by place; room for others once the search is over.
  final int[] scratch;

  private final Monitor monitor;

  DepthFirstOrder(RetainingEdges edges, Monitor monitor) {
    this.monitor = monitor;
    this.edges = edges;
    this.graph = edges.graph();
    this.forward = graph.forwardEdges();
    this.others = edges.words();
    int nodes = graph.nodeCount();
    this.vertex = new int[nodes];
    this.number = new int[nodes];
    this.parent = new int[nodes];
    this.scratch = new int[nodes];
    this.othersTo = new int[nodes + 1];
    Arrays.fill(number, -1);
    search(SnapshotGraph.ROOT, -1);
    if (edges.rule() != EdgeRule.STRONG && count < nodes) {
      adoptOrphans();
    }
  }

  private void search(int start, int parentPlace) {
    int[] first = forward.first();
    int[] target = forward.target();
    int place = enter(start, parentPlace);
    int edge = first[start];
    int end = first[start + 1];
    while (place != parentPlace) {
      int next = -1;
      while (edge < end && next < 0) {
        if ((others[edge >> 6] & 1L << edge) != 0) {
          int to = target[edge];
          int known = number[to];
          if (known < 0) {
            others[edge >> 6] &= ~(1L << edge);
            next = to;
          } else {
            othersTo[known]++;
          }
        }
        edge++;
      }
      if (next >= 0) {
        // Most nodes are left by their last edge, and need not be come back to.
        scratch[place] = edge < end ? edge : DONE;
        place = enter(next, place);
        edge = first[next];
        end = first[next + 1];
      } else {
        place = unfinished(parent[place], parentPlace);
        if (place != parentPlace) {
          edge = scratch[place];
          end = first[vertex[place] + 1];
        }
      }
    }
  }

  /// The place nearest above that has edges left.
  private int unfinished(int from, int end) {
    int place = from;
    while (place != end && scratch[place] == DONE) {
      place = parent[place];
    }
    return place;
  }

  private int enter(int node, int parentPlace) {
    int place = count++;
    if ((place & Monitor.STRIDE) == 0) {
      monitor.reached(PHASE, place, vertex.length);
    }
    vertex[place] = node;
    number[node] = place;
    parent[place] = parentPlace;
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
