package lexscope.profiler.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ShortestPathFinderTest {
  @Test
  @DisplayName(
      "the path names root, binding, closure, record and the binding that holds the object")
  void pathThroughARecord() {
    SnapshotGraph graph = AppGraph.whole();
    RetentionPath path = finder(graph).pathTo(graph.ordinalOf(AppGraph.BIG)).orElseThrow();
    assertThat(path.text())
        .isEqualTo(
            "global binding handlers → Array → element 0 → closure onClick (app.js:12:3) →"
                + " [[Environment]] → ER12 FunctionEnvironmentRecord of setup → binding big → Big");
    assertThat(path.root()).isEqualTo(new RetentionPath.Step.Root("global binding", "handlers"));
    assertThat(path.length()).isEqualTo(3);
  }

  @Test
  @DisplayName("a path through properties is preferred to a shorter one through a hidden edge")
  void hiddenEdgesAreAvoided() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(4);
    builder.addEdge(0, EdgeKind.PROPERTY, "a", 1);
    builder.addEdge(1, EdgeKind.HIDDEN, 7, 3);
    builder.addEdge(1, EdgeKind.PROPERTY, "b", 2);
    builder.addEdge(2, EdgeKind.PROPERTY, "c", 3);
    assertThat(finder(builder.build(GraphInfo.UNKNOWN)).edgesTo(3)).containsExactly(0, 2, 3);
  }

  @Test
  @DisplayName(
      "distances are those of repeated relaxation, and each path is a chain of edges of that"
          + " length")
  void distancesMatchRepeatedRelaxation() {
    for (long seed = 0; seed < 3000; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      RetainingEdges edges = RetainingEdges.of(graph, EdgeRule.STRONG);
      ShortestPathFinder finder = new ShortestPathFinder(edges);
      int[] expected = relax(edges);
      for (int node = 0; node < graph.nodeCount(); node++) {
        assertThat(finder.isReached(node)).isEqualTo(expected[node] < Integer.MAX_VALUE);
        int at = 0;
        int length = 0;
        for (int edge : finder.edgesTo(node)) {
          assertThat(edges.retains(edge)).isTrue();
          assertThat(graph.edgeSource(edge)).isEqualTo(at);
          length += weight(graph, edge);
          at = graph.edgeTarget(edge);
        }
        if (finder.isReached(node)) {
          assertThat(at).isEqualTo(node);
          assertThat(length).as("seed %d node %d", seed, node).isEqualTo(expected[node]);
        }
      }
    }
  }

  @Test
  @DisplayName("a path of a million links is found and has a million links")
  void deepPaths() {
    int length = 1_000_000;
    SnapshotGraph graph = TestGraphs.chain(length);
    assertThat(finder(graph).edgesTo(length)).hasSize(length);
  }

  private static ShortestPathFinder finder(SnapshotGraph graph) {
    return new ShortestPathFinder(RetainingEdges.of(graph, EdgeRule.STRONG));
  }

  private static int weight(SnapshotGraph graph, int edge) {
    if (graph.edgeSource(edge) == SnapshotGraph.ROOT) {
      return 1;
    }
    return graph.edgeKind(edge) == EdgeKind.HIDDEN ? EdgeWeights.POOR : 1;
  }

  private static int[] relax(RetainingEdges edges) {
    SnapshotGraph graph = edges.graph();
    int[] distance = new int[graph.nodeCount()];
    Arrays.fill(distance, Integer.MAX_VALUE);
    distance[0] = 0;
    for (int round = 0; round < graph.nodeCount(); round++) {
      for (int edge = 0; edge < graph.edgeCount(); edge++) {
        int from = graph.edgeSource(edge);
        if (edges.retains(edge) && distance[from] < Integer.MAX_VALUE) {
          int to = graph.edgeTarget(edge);
          distance[to] = Math.min(distance[to], distance[from] + weight(graph, edge));
        }
      }
    }
    return distance;
  }
}
