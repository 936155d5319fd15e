package lexscope.scenarios.leaks;

import com.carrotsearch.hppc.LongHashSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;

/// What was alive at one moment, counted by what it is, what it is called and where it was made.
///
/// @param counts how many there were of each sort
/// @param totalBytes the bytes of everything
/// @param ids the ids of all nodes
record Census(Map<Sort, Count> counts, long totalBytes, LongHashSet ids) {
  /// What is counted together.
  ///
  /// @param measure what it counts as
  /// @param type kind and name
  /// @param site where it was made, empty if that is not known
  record Sort(Expectation.Measure measure, NodeClass type, String site)
      implements Comparable<Sort> {
    private static final Comparator<Sort> ORDER =
        Comparator.comparing(Sort::type).thenComparing(Sort::site);

    /// Such as `Array (app.js:3:7)`.
    String text() {
      String name =
          type.kind().equals("object") || type.kind().equals("array")
              ? type.name()
              : type.kind() + " " + type.name();
      return site.isEmpty() ? name : name + " (" + site + ")";
    }

    @Override
    public int compareTo(Sort other) {
      return ORDER.compare(this, other);
    }
  }

  /// How many, and their own bytes.
  record Count(int nodes, long bytes) {
    Count plus(int more, long moreBytes) {
      return new Count(nodes + more, bytes + moreBytes);
    }
  }

  static final Count NONE = new Count(0, 0);

  /// Counts what is alive in a tree. Cost: a pass over the nodes.
  static Census of(DominatorTree tree) {
    SnapshotGraph graph = tree.graph();
    Map<Sort, Count> counts = new LinkedHashMap<>();
    LongHashSet ids = new LongHashSet();
    LongHashSet records = new LongHashSet();
    long total = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (!tree.isAlive(node) || graph.kind(node) == NodeKind.SYNTHETIC) {
        continue;
      }
      ids.add(graph.id(node));
      total += graph.shallowBytes(node);
      Sort sort = sort(graph, node);
      // Of a record whose bindings are nodes of their own, the first counts for all.
      int one =
          sort.measure() == Expectation.Measure.RECORDS && !records.add(graph.cellPart(node).cell())
              ? 0
              : 1;
      counts.merge(
          sort, new Count(one, graph.shallowBytes(node)), (a, b) -> a.plus(b.nodes(), b.bytes()));
    }
    return new Census(counts, total, ids);
  }

  /// What a node counts as.
  static Sort sort(SnapshotGraph graph, int node) {
    SourceLocation location = graph.location(node);
    String site = location == null ? "" : location.toString();
    if (isOfRecord(graph, node)) {
      return new Sort(
          Expectation.Measure.RECORDS, new NodeClass("record", functionOf(graph, node)), site);
    }
    boolean isObject =
        switch (graph.kind(node)) {
          case OBJECT, ARRAY, CLOSURE, REGEXP, NATIVE ->
              graph.detail(node) == NodeDetail.NONE && !graph.name(node).startsWith("(");
          case HIDDEN,
              STRING,
              CONCATENATED_STRING,
              SLICED_STRING,
              NUMBER,
              BIGINT,
              SYMBOL,
              CODE,
              SYNTHETIC,
              OBJECT_SHAPE,
              WASM_OBJECT ->
              false;
        };
    return new Sort(
        isObject ? Expectation.Measure.OBJECTS : Expectation.Measure.BYTES,
        NodeClass.of(graph, node),
        site);
  }

  /// Whether a node is an Environment Record or a binding of one.
  static boolean isOfRecord(SnapshotGraph graph, int node) {
    return graph.detail(node).isRecord() || graph.detail(node) == NodeDetail.BINDING;
  }

  /// The function whose record a node is, or is part of.
  static String functionOf(SnapshotGraph graph, int node) {
    int scope = graph.detail(node) == NodeDetail.BINDING ? graph.scopeOf(node) : -1;
    return scope >= 0 ? graph.scopes().scope(scope).function() : graph.name(node);
  }
}
