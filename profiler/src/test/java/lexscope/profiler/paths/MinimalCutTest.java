package lexscope.profiler.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.dominators.DominatorTree;
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

class MinimalCutTest {
  @Test
  @DisplayName("the one binding that holds an object is the cut")
  void oneBinding() {
    SnapshotGraph graph = AppGraph.whole();
    MinimalCut cut = cut(graph, graph.ordinalOf(AppGraph.BIG)).orElseThrow();
    assertThat(cut.edges()).hasSize(1);
    assertThat(cut.edges().getFirst().edge().text()).isEqualTo("binding big");
    assertThat(cut.nameable()).isTrue();
  }

  @Test
  @DisplayName("of two smallest cuts the nearer one is taken: what is cut off besides is least")
  void nearestCut() {
    SnapshotGraph graph = TestGraphs.of(5, 0, 1, 1, 2, 2, 3, 1, 3, 3, 4);
    MinimalCut cut = cut(graph, 4).orElseThrow();
    assertThat(cut.edges()).hasSize(1);
    assertThat(cut.edges().getFirst().source().node()).isEqualTo(3);
  }

  @Test
  @DisplayName("internal slots are cut only where no binding, property, element or root would do")
  void internalSlots() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(4);
    builder.addEdge(0, EdgeKind.PROPERTY, "a", 1);
    builder.addEdge(1, EdgeKind.INTERNAL, "[[Environment]]", 2);
    builder.addEdge(0, EdgeKind.INTERNAL, "root", 3);
    SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
    MinimalCut cut = cut(graph, 2).orElseThrow();
    assertThat(cut.nameable()).isTrue();
    assertThat(cut.edges().getFirst().edge().label()).isEqualTo("a");
  }

  @Test
  @DisplayName("a dead node needs no cut, and the root cannot be cut off")
  void nothingToCut() {
    SnapshotGraph graph = TestGraphs.of(3, 0, 1);
    assertThat(cut(graph, 2)).isEmpty();
    assertThat(cut(graph, 0)).isEmpty();
  }

  @Test
  @DisplayName("on random graphs the cut frees the node and no smaller set of edges does")
  void cutsAreSmallest() {
    int compared = 0;
    for (long seed = 0; seed < 1500; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      if (graph.edgeCount() > 14) {
        continue;
      }
      RetainingEdges edges = RetainingEdges.of(graph, EdgeRule.STRONG);
      for (int node = 1; node < graph.nodeCount(); node++) {
        Optional<MinimalCut> cut = MinimalCut.of(edges, new ShortestPathFinder(edges), node);
        int least = leastCut(edges, node);
        if (least == 0) {
          assertThat(cut).isEmpty();
          continue;
        }
        compared++;
        MinimalCut found = cut.orElseThrow();
        int[] removed = found.edges().stream().mapToInt(each -> each.edge().edge()).toArray();
        assertThat(DominatorTree.of(edges.without(removed)).isAlive(node))
            .as("seed %d node %d", seed, node)
            .isFalse();
        assertThat(removed.length).as("seed %d node %d", seed, node).isEqualTo(least);
      }
    }
    assertThat(compared).isGreaterThan(500);
  }

  private static Optional<MinimalCut> cut(SnapshotGraph graph, int node) {
    RetainingEdges edges = RetainingEdges.of(graph, EdgeRule.STRONG);
    return MinimalCut.of(edges, new ShortestPathFinder(edges), node);
  }

  /// The size of the smallest set of edges without which the node is dead, by trying all sets;
  /// edges that a program cannot name only if the others do not suffice.
  private static int leastCut(RetainingEdges edges, int node) {
    if (!DominatorTree.of(edges).isAlive(node)) {
      return 0;
    }
    int nameable = leastCut(edges, node, true);
    return nameable < Integer.MAX_VALUE ? nameable : leastCut(edges, node, false);
  }

  private static int leastCut(RetainingEdges edges, int node, boolean onlyNameable) {
    SnapshotGraph graph = edges.graph();
    List<Integer> candidates = new ArrayList<>();
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      boolean nameable = graph.edgeKind(edge) != EdgeKind.HIDDEN || graph.edgeSource(edge) == 0;
      if (edges.retains(edge) && (nameable || !onlyNameable)) {
        candidates.add(edge);
      }
    }
    int least = Integer.MAX_VALUE;
    for (int set = 0; set < 1 << candidates.size(); set++) {
      if (Integer.bitCount(set) >= least) {
        continue;
      }
      int chosen = set;
      int[] removed =
          candidates.stream()
              .filter(edge -> (chosen & 1 << candidates.indexOf(edge)) != 0)
              .mapToInt(Integer::intValue)
              .toArray();
      if (!isReached(edges.without(removed), node)) {
        least = removed.length;
      }
    }
    return least;
  }

  private static boolean isReached(RetainingEdges edges, int node) {
    SnapshotGraph graph = edges.graph();
    boolean[] seen = new boolean[graph.nodeCount()];
    int[] work = new int[graph.nodeCount()];
    int top = 1;
    seen[0] = true;
    while (top > 0) {
      int at = work[--top];
      for (int edge = graph.firstEdge(at); edge < graph.endEdge(at); edge++) {
        if (edges.retains(edge) && !seen[graph.edgeTarget(edge)]) {
          seen[graph.edgeTarget(edge)] = true;
          work[top++] = graph.edgeTarget(edge);
        }
      }
    }
    return seen[node];
  }
}
