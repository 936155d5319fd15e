package lexscope.profiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

/// Compares graphs by everything that a question could see.
public final class SameGraph {
  private SameGraph() {}

  /// Fails unless both graphs answer every question alike; the numbers of names may differ.
  public static void assertSame(SnapshotGraph actual, SnapshotGraph expected) {
    assertThat(actual.info()).isEqualTo(expected.info());
    assertThat(actual.nodeCount()).isEqualTo(expected.nodeCount());
    assertThat(actual.edgeCount()).isEqualTo(expected.edgeCount());
    for (int node = 0; node < expected.nodeCount(); node++) {
      assertThat(NodeDescription.of(actual, node)).isEqualTo(NodeDescription.of(expected, node));
      assertThat(actual.cellPart(node)).isEqualTo(expected.cellPart(node));
      assertThat(actual.scopeOf(node)).isEqualTo(expected.scopeOf(node));
      assertThat(actual.firstEdge(node)).isEqualTo(expected.firstEdge(node));
      for (int edge = expected.firstEdge(node); edge < expected.endEdge(node); edge++) {
        assertThat(EdgeDescription.of(actual, edge)).isEqualTo(EdgeDescription.of(expected, edge));
        assertThat(actual.edgeTarget(edge)).isEqualTo(expected.edgeTarget(edge));
      }
    }
    assertThat(actual.scopes().scopes()).isEqualTo(expected.scopes().scopes());
  }
}
