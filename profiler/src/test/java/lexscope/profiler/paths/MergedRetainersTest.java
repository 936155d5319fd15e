package lexscope.profiler.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.RootedGraphBuilder;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MergedRetainersTest {
  @Test
  @DisplayName("on random graphs every retaining edge of every path stands in it once")
  void everyEdgeOnce() {
    for (long seed = 0; seed < 2000; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
      int node = graph.nodeCount() - 1;
      if (node == 0 || !tree.isAlive(node)) {
        continue;
      }
      Set<Integer> expected = new HashSet<>();
      Set<Integer> ancestors = new HashSet<>(Set.of(node));
      for (int round = 0; round < graph.nodeCount(); round++) {
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
          int source = graph.edgeSource(edge);
          int target = graph.edgeTarget(edge);
          if (tree.edges().retains(edge)
              && target != 0
              && ancestors.contains(target)
              && tree.isAlive(source)) {
            expected.add(edge);
            ancestors.add(source);
          }
        }
      }
      MergedRetainers merged =
          MergedRetainers.of(new DominatedSets(tree), MergedRetainers.Limits.NONE, node);
      assertThat(merged.groups().stream().mapToInt(MergedRetainers.Group::edges).sum())
          .as("seed %d", seed)
          .isEqualTo(expected.size());
      ancestors.remove(0);
      assertThat(
              merged.groups().stream()
                  .filter(group -> !group.isRoot())
                  .mapToInt(MergedRetainers.Group::count)
                  .sum())
          .as("seed %d", seed)
          .isEqualTo(ancestors.size() - 1);
      for (MergedRetainers.Group group : merged.groups()) {
        assertThat(group.depth())
            .isEqualTo(
                group.retained() < 0 ? 1 : merged.groups().get(group.retained()).depth() + 1);
      }
    }
  }

  @Test
  @DisplayName("retainers that look alike are one group with their number and what they retain")
  void alikeRetainersAreMerged() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    RootedGraphBuilder roots = new RootedGraphBuilder(builder);
    int list = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Array", 1, 16);
    int shared = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Shared", 2, 16);
    roots.addRoot("timers", "poll", list);
    for (int i = 0; i < 20; i++) {
      int holder = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Holder", 10 + i, 16);
      builder.addEdge(list, EdgeKind.ELEMENT, i, holder);
      builder.addEdge(holder, EdgeKind.PROPERTY, "shared", shared);
    }
    DominatorTree tree = DominatorTree.of(builder.build(GraphInfo.UNKNOWN), EdgeRule.STRONG);
    MergedRetainers merged =
        MergedRetainers.of(new DominatedSets(tree), MergedRetainers.Limits.NONE, shared);
    assertThat(
            merged.groups().stream()
                .map(each ->
                    each.depth()
                        + " "
                        + each.edges()
                        + " "
                        + each.count()
                        + " "
                        + each.bytes()
                        + " "
                        + each.edge()
                        + " of "
                        + each.retainer()))
        .containsExactly(
            "1 20 20 320 property shared of Holder",
            "2 20 1 352 element * of Array",
            "3 1 1 352 poll of (timers)");
    MergedRetainers cut =
        MergedRetainers.of(new DominatedSets(tree), new MergedRetainers.Limits(2, 100), shared);
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.groups()).hasSize(2);
  }
}
