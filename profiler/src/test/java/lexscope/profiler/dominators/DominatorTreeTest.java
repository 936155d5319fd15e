package lexscope.profiler.dominators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DominatorTreeTest {
  @Test
  @DisplayName("a diamond is dominated by its top")
  void diamond() {
    DominatorTree tree =
        DominatorTree.of(TestGraphs.of(5, 0, 1, 1, 2, 1, 3, 2, 4, 3, 4), EdgeRule.STRONG);
    assertThat(tree.dominator(4)).isEqualTo(1);
    assertThat(tree.dominated(1)).containsExactly(2, 3, 4);
    assertThat(tree.dominatorChain(4)).containsExactly(0, 1, 4);
    assertThat(tree.retainedSizes().bytes(1)).isEqualTo(2 + 3 + 4 + 5);
    assertThat(tree.retainedSizes().nodes(1)).isEqualTo(4);
  }

  @Test
  @DisplayName("under strong, what only weak edges and shortcuts reach is not alive")
  void weakEdgesRetainNothing() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(4);
    builder.addEdge(0, EdgeKind.WEAK, "w", 1);
    builder.addEdge(0, EdgeKind.SHORTCUT, "s", 2);
    builder.addEdge(0, EdgeKind.HIDDEN, 1, 3);
    DominatorTree tree = DominatorTree.of(builder.build(GraphInfo.UNKNOWN), EdgeRule.STRONG);
    assertThat(tree.isAlive(1)).isFalse();
    assertThat(tree.isAlive(2)).isFalse();
    assertThat(tree.isAlive(3)).isTrue();
    assertThat(tree.retainedSizes().totalBytes()).isEqualTo(1 + 4);
    assertThat(tree.dominatorChain(1)).isEmpty();
  }

  @Test
  @DisplayName(
      "dominators of larger random graphs are those of Lengauer and Tarjan under every rule")
  void matchesLengauerTarjan() {
    for (long seed = 0; seed < 60; seed++) {
      SnapshotGraph graph =
          seed % 2 == 0 ? TestGraphs.heapLike(3000, seed) : TestGraphs.random(seed);
      for (EdgeRule rule : EdgeRule.values()) {
        RetainingEdges edges = RetainingEdges.of(graph, rule);
        DepthFirstOrder order = new DepthFirstOrder(edges, Monitor.INTERRUPTS);
        PredecessorLists predecessors =
            new PredecessorLists(order, edges.graph(), Monitor.INTERRUPTS);
        int[] expected = LengauerTarjan.immediateDominators(order, predecessors);
        int[] found = SemiNca.immediateDominators(order, predecessors, Monitor.INTERRUPTS);
        assertThat(Arrays.copyOf(found, order.count))
            .as("seed %d rule %s", seed, rule)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  @DisplayName("a list of two million links is no deeper problem than a short one")
  void deepLists() {
    int length = 2_000_000;
    DominatorTree chain = DominatorTree.of(TestGraphs.chain(length), EdgeRule.STRONG);
    assertThat(chain.retainedSizes().bytes(1)).isEqualTo(8L * length);
    assertThat(chain.dominatorChain(length)).hasSize(length + 1);
    DominatorTree doubly = DominatorTree.of(TestGraphs.doublyLinkedList(length), EdgeRule.STRONG);
    assertThat(doubly.dominator(length / 2)).isEqualTo(SnapshotGraph.ROOT);
    assertThat(doubly.retainedSizes().totalBytes()).isEqualTo(8L * (length + 2));
  }

  @Test
  @DisplayName(
      "an object that global objects reach is not retained by what they do not reach, under"
          + " devtools only")
  void ownedObjectsUnderDevtools() {
    // The root reaches the global object (1) by shortcut and by a group (2), which also holds 3; 1
    // holds 3 as well.
    SnapshotGraphBuilder builder = TestGraphs.nodes(4);
    builder.addEdge(0, EdgeKind.ELEMENT, 1, 2);
    builder.addEdge(0, EdgeKind.SHORTCUT, "global", 1);
    builder.addEdge(1, EdgeKind.PROPERTY, "cache", 3);
    builder.addEdge(2, EdgeKind.INTERNAL, "handle", 3);
    builder.addEdge(2, EdgeKind.INTERNAL, "global", 1);
    SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
    assertThat(DominatorTree.of(graph, EdgeRule.DEVTOOLS).dominator(3)).isEqualTo(1);
    assertThat(DominatorTree.of(graph, EdgeRule.STRONG).dominator(3)).isEqualTo(2);
    assertThat(DominatorTree.of(graph, EdgeRule.MEMLAB).dominator(3)).isEqualTo(0);
  }

  @Test
  @DisplayName(
      "what nothing retains hangs below the root under devtools and is not alive under strong")
  void orphansUnderDevtools() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(5);
    builder.addEdge(0, EdgeKind.WEAK, "w", 1);
    builder.addEdge(1, EdgeKind.PROPERTY, "p", 2);
    builder.addEdge(3, EdgeKind.PROPERTY, "ring", 4);
    builder.addEdge(4, EdgeKind.PROPERTY, "ring", 3);
    SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
    DominatorTree devtools = DominatorTree.of(graph, EdgeRule.DEVTOOLS);
    assertThat(devtools.dominator(1)).isEqualTo(0);
    assertThat(devtools.dominator(2)).isEqualTo(1);
    assertThat(devtools.dominator(3)).isEqualTo(0);
    assertThat(devtools.dominator(4)).isEqualTo(0);
    assertThat(devtools.retainedSizes().totalBytes()).isEqualTo(graph.totalBytes());
    assertThat(DominatorTree.of(graph, EdgeRule.STRONG).isAlive(2)).isFalse();
  }
}
