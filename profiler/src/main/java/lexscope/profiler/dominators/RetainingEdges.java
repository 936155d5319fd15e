package lexscope.profiler.dominators;

import java.io.IOException;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.IntColumn;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// The edges of a graph that retain under a rule: one bit an edge. Both directions of an analysis
/// read these same bits, so they cannot disagree on what an edge is.
public final class RetainingEdges {
  private final SnapshotGraph graph;
  private final EdgeRule rule;

  /// The bits, or their 32-bit halves, the lower one first, where they are kept.
  private final long @Nullable [] bits;

  private final IntColumn halves;
  private @Nullable IntColumn pathEdges;
  private boolean pathsAsked;

  private RetainingEdges(SnapshotGraph graph, EdgeRule rule, long[] bits) {
    this.graph = graph;
    this.rule = rule;
    this.bits = bits;
    this.halves = IntColumn.of();
  }

  private RetainingEdges(SnapshotGraph graph, EdgeRule rule, IntColumn halves) {
    this.graph = graph;
    this.rule = rule;
    this.bits = null;
    this.halves = halves;
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
    halves().store(out);
  }

  private IntColumn halves() {
    long[] all = bits;
    if (all == null) {
      return halves;
    }
    int[] split = new int[2 * all.length];
    for (int i = 0; i < all.length; i++) {
      split[2 * i] = (int) all[i];
      split[2 * i + 1] = (int) (all[i] >> Integer.SIZE);
    }
    return IntColumn.of(split);
  }

  static RetainingEdges restore(ColumnInput in, SnapshotGraph graph, EdgeRule rule)
      throws IOException {
    return new RetainingEdges(graph, rule, in.intColumn());
  }

  /// For each node the last edge of the shortest path to it, as a search by these edges once found
  /// it and as it was kept; null if it was not.
  public @Nullable IntColumn pathEdges() {
    return pathEdges;
  }

  /// Whether somebody searches for shortest paths by these edges.
  public boolean arePathsAsked() {
    return pathsAsked;
  }

  /// Says that somebody searches for shortest paths by these edges, and fetches these.
  ///
  /// @throws lexscope.profiler.graph.DamagedColumnException if they were kept elsewhere and are not
  ///   there any more
  public void askPaths() {
    pathsAsked = true;
    if (pathEdges == null) {
      graph.fetchEdges();
      halves.fetchAll();
    }
  }

  /// Takes the result of a search from where it was kept.
  ///
  /// @throws IOException if `in` does
  public void restorePathEdges(ColumnInput in) throws IOException {
    pathEdges = in.intColumn();
  }

  /// A copy of the bits: that of an edge is bit `edge & 63` of word `edge >> 6`.
  long[] words() {
    if (bits != null) {
      return bits.clone();
    }
    long[] words = new long[halves.size() / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = (long) halves.get(2 * i + 1) << Integer.SIZE | halves.get(2 * i) & 0xffffffffL;
    }
    return words;
  }

  /// The same without some edges.
  public RetainingEdges without(int... removedEdges) {
    long[] fewer = words();
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
    long[] all = bits;
    return all != null
        ? (all[edge >> 6] & (1L << edge)) != 0
        : (halves.get(edge >> 5) & 1 << edge) != 0;
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
