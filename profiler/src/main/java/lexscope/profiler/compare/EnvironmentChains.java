package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntHashSet;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The chain of Environment Records that a closure sees, read from the edges of a graph.
final class EnvironmentChains {
  private final SnapshotGraph graph;

  EnvironmentChains(SnapshotGraph graph) {
    this.graph = graph;
  }

  /// The record that a closure or record holds as its environment, or -1. It is the target of an
  /// internal edge: bindings are other edges.
  int environmentOf(int node) {
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.INTERNAL
          && graph.detail(graph.edgeTarget(edge)).isRecord()) {
        return graph.edgeTarget(edge);
      }
    }
    return -1;
  }

  /// Whether one of these records is in the chain of a closure. Looks at no scopes, which are found
  /// by a search each.
  boolean reaches(int closure, IntHashSet records) {
    int record = environmentOf(closure);
    while (record >= 0 && !records.contains(record)) {
      record = environmentOf(record);
    }
    return record >= 0;
  }

  /// The record of `scope` in the chain of a closure, or -1. Takes time in the length of the chain.
  int recordOf(int closure, int scope) {
    int record = environmentOf(closure);
    while (record >= 0 && graph.scopeOf(record) != scope) {
      record = environmentOf(record);
    }
    return record;
  }
}
