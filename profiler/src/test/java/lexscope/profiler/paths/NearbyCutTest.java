package lexscope.profiler.paths;

import static org.assertj.core.api.Assertions.assertThat;

import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NearbyCutTest {
  private int found;
  private int impossible;

  @Test
  @DisplayName("cuts found by searches near a node are those of a maximal flow through the graph")
  void sameAsFlow() {
    for (long seed = 0; seed < 300; seed++) {
      compare(TestGraphs.random(seed), seed);
      compare(TestGraphs.heapLike(20 + (int) seed, seed), seed);
    }
    assertThat(found).isGreaterThan(10_000);
    assertThat(impossible).isGreaterThan(500);
  }

  private void compare(SnapshotGraph graph, long seed) {
    RetainingEdges edges = RetainingEdges.of(graph, EdgeRule.STRONG);
    ShortestPathFinder all = new ShortestPathFinder(edges);
    FlowNetwork.EdgeTest mayBeCut = (source, edge) -> (edge * 31 + source) % 5 != 0;
    for (int node = 1; node < graph.nodeCount(); node++) {
      if (!all.isReached(node)) {
        continue;
      }
      FlowNetwork network = new FlowNetwork(edges, all, new int[] {node}, mayBeCut);
      NearbyCut nearby = new NearbyCut(edges, new ShortestPathFinder(edges), node, mayBeCut);
      if (network.maximize()) {
        found++;
        assertThat(nearby.maximize()).isEqualTo(NearbyCut.Outcome.FOUND);
        assertThat(nearby.cut())
            .as("seed %d node %d", seed, node)
            .isEqualTo(network.cutNearestToSink());
      } else {
        impossible++;
        assertThat(nearby.maximize()).isNotEqualTo(NearbyCut.Outcome.FOUND);
      }
    }
  }
}
