package lexscope.profiler.graph;

import java.io.IOException;

/// The edges of a graph by target: who points to a node. Eight bytes an edge, made on first use.
public final class Retainers {
  private final SnapshotGraph graph;
  private final IntColumn first;
  private final IntColumn edges;

  /// Empty if they were not made.
  private final int[] sources;

  private Retainers(SnapshotGraph graph, IntColumn first, IntColumn edges, int[] sources) {
    this.graph = graph;
    this.first = first;
    this.edges = edges;
    this.sources = sources;
  }

  /// The edges of `graph`. Takes half the room of {@link SnapshotGraph#retainers}, and {@link
  /// #source} a search.
  public static Retainers of(SnapshotGraph graph) {
    return of(graph, false);
  }

  static Retainers of(SnapshotGraph graph, boolean withSources) {
    int nodes = graph.nodeCount();
    ForwardEdges forward = graph.forwardEdges();
    int[] firstEdge = forward.first();
    int[] target = forward.target();
    // Counted two places on, so that filling in moves each beginning to its place.
    int[] first = new int[nodes + 2];
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      Monitor.poll(edge);
      first[target[edge] + 2]++;
    }
    for (int node = 0; node < nodes; node++) {
      first[node + 2] += first[node + 1];
    }
    int[] edges = new int[graph.edgeCount()];
    int[] sources = new int[withSources ? graph.edgeCount() : 0];
    for (int node = 0; node < nodes; node++) {
      Monitor.poll(node);
      int end = firstEdge[node + 1];
      for (int edge = firstEdge[node]; edge < end; edge++) {
        int at = first[target[edge] + 1]++;
        edges[at] = edge;
        if (withSources) {
          sources[at] = node;
        }
      }
    }
    return new Retainers(graph, IntColumn.of(first), IntColumn.of(edges), sources);
  }

  /// Keeps the edges.
  ///
  /// @throws IOException if `out` does
  public void store(ColumnOutput out) throws IOException {
    first.store(out);
    edges.store(out);
  }

  static Retainers restore(ColumnInput in, SnapshotGraph graph) throws IOException {
    return new Retainers(graph, in.intColumn(), in.intColumn(), new int[0]);
  }

  /// The first position of `node`'s incoming edges.
  public int first(int node) {
    return first.get(node);
  }

  /// The position after `node`'s last incoming edge.
  public int end(int node) {
    return first.get(node + 1);
  }

  /// The edge at a position; positions of one node are in ascending order of edges.
  public int edge(int position) {
    return edges.get(position);
  }

  /// The node that the edge at a position leaves.
  public int source(int position) {
    return sources.length == 0 ? graph.edgeSource(edges.get(position)) : sources[position];
  }
}
