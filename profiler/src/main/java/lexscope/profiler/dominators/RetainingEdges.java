package lexscope.profiler.dominators;

import java.io.IOException;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.SnapshotGraph;

/// The edges of a graph that retain under a rule: one bit an edge. Both directions of an analysis
/// read these same bits, so they cannot disagree on what an edge is.
public final class RetainingEdges {
  private final SnapshotGraph graph;
  private final EdgeRule rule;
  private final long[] bits;

  private RetainingEdges(SnapshotGraph graph, EdgeRule rule, long[] bits) {
    this.graph = graph;
    this.rule = rule;
    this.bits = bits;
  }

  /// The retaining edges of `graph` under `rule`. Takes one pass over the edges, and a second to
  /// find the program's own objects or, if there are WeakMaps, their reachable tables.
  public static RetainingEdges of(SnapshotGraph graph, EdgeRule rule) {
    long[] bits =
        switch (rule) {
          case STRONG -> StrongEdges.of(graph);
          case DEVTOOLS -> OwnedEdges.devtools(graph);
          case MEMLAB -> OwnedEdges.memlab(graph);
        };
    return new RetainingEdges(graph, rule, bits);
  }

  void store(ColumnOutput out) throws IOException {
    out.longs(bits);
  }

  static RetainingEdges restore(ColumnInput in, SnapshotGraph graph, EdgeRule rule)
      throws IOException {
    return new RetainingEdges(graph, rule, in.longs());
  }

  /// The same without some edges.
  public RetainingEdges without(int... removedEdges) {
    long[] fewer = bits.clone();
    for (int edge : removedEdges) {
      fewer[edge >> 6] &= ~(1L << edge);
    }
    return new RetainingEdges(graph, rule, fewer);
  }

  /// The graph.
  public SnapshotGraph graph() {
    return graph;
  }

  /// The rule.
  public EdgeRule rule() {
    return rule;
  }

  /// Whether `edge` retains its target.
  public boolean retains(int edge) {
    return (bits[edge >> 6] & (1L << edge)) != 0;
  }

  static long[] noBits(SnapshotGraph graph) {
    return new long[(graph.edgeCount() >> 6) + 1];
  }

  static void set(long[] bits, int edge) {
    bits[edge >> 6] |= 1L << edge;
  }

  static void clear(long[] bits, int edge) {
    bits[edge >> 6] &= ~(1L << edge);
  }

  /// Whether an edge is the table's half of a WeakMap entry.
  static boolean isFromTable(Ephemerons ephemerons, int edge) {
    return !ephemerons.isEmpty() && ephemerons.isFromTable(edge);
  }
}
