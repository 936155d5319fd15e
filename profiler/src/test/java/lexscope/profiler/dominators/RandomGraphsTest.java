package lexscope.profiler.dominators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Dominators and retained sizes against their definition. A graph for which they differ is made
/// smaller as long as they still do, and the smallest is what the failure shows.
class RandomGraphsTest {
  private static final int GRAPHS = 10_000;

  private record Edge(int source, EdgeKind kind, int target) {}

  private record Shape(int nodes, List<Edge> edges) {
    static Shape of(SnapshotGraph graph) {
      List<Edge> edges = new ArrayList<>();
      for (int node = 0; node < graph.nodeCount(); node++) {
        for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
          edges.add(new Edge(node, graph.edgeKind(edge), graph.edgeTarget(edge)));
        }
      }
      return new Shape(graph.nodeCount(), edges);
    }

    SnapshotGraph graph() {
      SnapshotGraphBuilder builder = TestGraphs.nodes(nodes);
      for (Edge edge : edges) {
        if (edge.kind.isNumbered()) {
          builder.addEdge(edge.source, edge.kind, 1, edge.target);
        } else {
          builder.addEdge(edge.source, edge.kind, "p", edge.target);
        }
      }
      return builder.build(GraphInfo.UNKNOWN);
    }

    /// The smallest shape, by leaving out edges and last nodes, that still is as `broken` says.
    Shape shrunk(Predicate<Shape> broken) {
      Shape smallest = this;
      boolean smaller = true;
      while (smaller) {
        smaller = false;
        for (int i = smallest.edges.size() - 1; i >= 0; i--) {
          List<Edge> fewer = new ArrayList<>(smallest.edges);
          fewer.remove(i);
          Shape candidate = new Shape(smallest.nodes, fewer);
          if (broken.test(candidate)) {
            smallest = candidate;
            smaller = true;
          }
        }
        int last = smallest.nodes - 1;
        Shape candidate =
            new Shape(
                last,
                smallest.edges.stream()
                    .filter(edge -> edge.source != last && edge.target != last)
                    .toList());
        if (last > 0 && broken.test(candidate)) {
          smallest = candidate;
          smaller = true;
        }
      }
      return smallest;
    }
  }

  @Test
  @DisplayName("dominators and retained sizes of 10,000 random graphs are those of the definition")
  void matchesBruteForce() {
    for (long seed = 0; seed < GRAPHS; seed++) {
      Shape shape = Shape.of(TestGraphs.random(seed));
      if (differs(shape)) {
        fail("seed %d, made smaller: %s", seed, shape.shrunk(RandomGraphsTest::differs));
      }
    }
  }

  @Test
  @DisplayName("a failing graph is made as small as its failure")
  void shrinking() {
    Shape large = Shape.of(TestGraphs.random(7)).shrunk(shape -> shape.edges.size() >= 3);
    assertThat(large.edges).hasSize(3);
    assertThat(large.nodes)
        .isEqualTo(
            1 + large.edges.stream().mapToInt(e -> Math.max(e.source, e.target)).max().orElse(0));
  }

  private static boolean differs(Shape shape) {
    RetainingEdges edges = RetainingEdges.of(shape.graph(), EdgeRule.STRONG);
    BruteForce expected = new BruteForce(edges);
    DominatorTree tree = DominatorTree.of(edges);
    for (int node = 0; node < shape.nodes; node++) {
      if (tree.dominator(node) != expected.immediateDominator(node)
          || tree.retainedSizes().bytes(node) != expected.retainedBytes(node)) {
        return true;
      }
    }
    return false;
  }
}
