package lexscope.profiler.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
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
  @DisplayName("a root that holds global bindings is not cut where bindings can be cleared")
  void rootsOfGlobalBindings() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(2);
    int record =
        builder.addNode(
            NodeKind.OBJECT, NodeDetail.GLOBAL_RECORD, "GlobalEnvironmentRecord", 100, 8);
    int global = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Object", 101, 8);
    builder.addEdge(0, EdgeKind.INTERNAL, "script", record);
    builder.addEdge(0, EdgeKind.SHORTCUT, "globalThis", global);
    builder.addEdge(0, EdgeKind.INTERNAL, "globalThis", global);
    builder.addEdge(record, EdgeKind.CONTEXT, "a", 1);
    builder.addEdge(record, EdgeKind.CONTEXT, "b", 1);
    builder.addEdge(global, EdgeKind.PROPERTY, "c", 1);
    builder.addEdge(global, EdgeKind.PROPERTY, "d", 1);
    MinimalCut cut = cut(builder.build(GraphInfo.UNKNOWN), 1).orElseThrow();
    assertThat(cut.nameable()).isTrue();
    assertThat(cut.edges().stream().map(edge -> edge.edge().label()))
        .containsExactly("a", "b", "c", "d");
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

  @Test
  @DisplayName("on random graphs the cut for several nodes frees all and no smaller set does")
  void cutsForSeveralNodesAreSmallest() {
    int compared = 0;
    for (long seed = 5000; seed < 7000; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      if (graph.edgeCount() > 13 || graph.nodeCount() < 4) {
        continue;
      }
      RetainingEdges edges = RetainingEdges.of(graph, EdgeRule.STRONG);
      int[] nodes = {graph.nodeCount() - 1, graph.nodeCount() / 2, graph.nodeCount() - 2};
      Optional<MinimalCut> cut = MinimalCut.of(edges, new ShortestPathFinder(edges), nodes);
      int least = leastCut(edges, nodes, true);
      if (least == Integer.MAX_VALUE) {
        least = leastCut(edges, nodes, false);
      }
      if (least == 0) {
        assertThat(cut).isEmpty();
        continue;
      }
      compared++;
      int[] removed =
          cut.orElseThrow().edges().stream().mapToInt(each -> each.edge().edge()).toArray();
      assertThat(removed).as("seed %d", seed).hasSize(least);
      DominatorTree without = DominatorTree.of(edges.without(removed));
      for (int node : nodes) {
        assertThat(without.isAlive(node)).as("seed %d node %d", seed, node).isFalse();
      }
    }
    assertThat(compared).isGreaterThan(300);
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
    int[] nodes = {node};
    int nameable = leastCut(edges, nodes, true);
    return nameable < Integer.MAX_VALUE ? nameable : leastCut(edges, nodes, false);
  }

  private static int leastCut(RetainingEdges edges, int[] nodes, boolean onlyNameable) {
    SnapshotGraph graph = edges.graph();
    List<Integer> candidates = new ArrayList<>();
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      boolean nameable =
          graph.edgeSource(edge) == 0
              ? !isGlobalObject(graph, graph.edgeTarget(edge))
              : graph.edgeKind(edge) != EdgeKind.HIDDEN;
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
      RetainingEdges left = edges.without(removed);
      if (Arrays.stream(nodes).noneMatch(node -> isReached(left, node))) {
        least = removed.length;
      }
    }
    return least;
  }

  /// Whether a shortcut from the root marks the node as a global object.
  private static boolean isGlobalObject(SnapshotGraph graph, int node) {
    for (int edge = graph.firstEdge(0); edge < graph.endEdge(0); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.SHORTCUT && graph.edgeTarget(edge) == node) {
        return true;
      }
    }
    return false;
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
