package lexscope.profiler.graph;

/// The edges of a graph by target: who points to a node. Eight bytes an edge, made on first use.
public final class Retainers {
  private final int[] first;
  private final int[] edges;
  private final int[] sources;

  private Retainers(int[] first, int[] edges, int[] sources) {
    this.first = first;
    this.edges = edges;
    this.sources = sources;
  }

  static Retainers of(SnapshotGraph graph) {
    int nodes = graph.nodeCount();
    int[] first = new int[nodes + 1];
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      Monitor.poll(edge);
      first[graph.edgeTarget(edge) + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      first[node + 1] += first[node];
    }
    int[] next = first.clone();
    int[] edges = new int[graph.edgeCount()];
    int[] sources = new int[graph.edgeCount()];
    for (int node = 0; node < nodes; node++) {
      Monitor.poll(node);
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int at = next[graph.edgeTarget(edge)]++;
        edges[at] = edge;
        sources[at] = node;
      }
    }
    return new Retainers(first, edges, sources);
  }

  /// The first position of `node`'s incoming edges.
  public int first(int node) {
    return first[node];
  }

  /// The position after `node`'s last incoming edge.
  public int end(int node) {
    return first[node + 1];
  }

  /// The edge at a position; positions of one node are in ascending order of edges.
  public int edge(int position) {
    return edges[position];
  }

  /// The node that the edge at a position leaves.
  public int source(int position) {
    return sources[position];
  }
}
