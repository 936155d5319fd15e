package lexscope.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import lexscope.profiler.paths.ShortestPathFinder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DominatorCutTest {
  private static final DominatorCut.Limits NARROW = new DominatorCut.Limits(5, 3, 4, 2);

  private static DominatorTree tree(SnapshotGraphBuilder builder) {
    return DominatorTree.of(builder.build(GraphInfo.UNKNOWN), EdgeRule.STRONG);
  }

  @Test
  @DisplayName("on random graphs rows hang where the tree has them, and rows and hidden add up")
  void sums() {
    for (long seed = 0; seed < 1000; seed++) {
      DominatorTree tree = DominatorTree.of(TestGraphs.random(seed), EdgeRule.STRONG);
      for (DominatorCut.Limits limits : List.of(NARROW, DominatorCut.Limits.PAGE)) {
        DominatorCut cut = DominatorCut.of(tree, limits);
        assertThat(cut.totalBytes()).isEqualTo(tree.retainedSizes().totalBytes());
        assertThat(cut.totalNodes()).isEqualTo(tree.aliveCount() - 1);
        assertThat(cut.rows()).hasSizeLessThanOrEqualTo(limits.nodes() + 1);
        for (int row = 0; row < cut.rows().size(); row++) {
          check(tree, cut, row, "seed " + seed + " row " + row);
        }
        if (limits == DominatorCut.Limits.PAGE) {
          assertThat(cut.rows()).as("seed %d", seed).hasSize(tree.aliveCount());
        }
      }
    }
  }

  private static void check(DominatorTree tree, DominatorCut cut, int row, String as) {
    DominatorCut.Row each = cut.rows().get(row);
    assertThat(each.parent()).as(as).isLessThan(row);
    if (row > 0) {
      assertThat(cut.rows().get(each.parent()).node())
          .as(as)
          .isEqualTo(tree.dominator(each.node()));
    }
    assertThat(each.retainedBytes()).isEqualTo(tree.retainedSizes().bytes(each.node()));
    List<DominatorCut.Row> inside =
        cut.rows().stream().filter(other -> other.parent() == row).toList();
    int[] dominated = tree.dominated(each.node());
    assertThat(inside.size() + each.hidden()).as(as).isEqualTo(dominated.length);
    long all = 0;
    for (int child : dominated) {
      all += tree.retainedSizes().bytes(child);
    }
    assertThat(
            inside.stream().mapToLong(DominatorCut.Row::retainedBytes).sum() + each.hiddenBytes())
        .as(as)
        .isEqualTo(all);
    List<DominatorCut.Group> groups =
        cut.groups().stream().filter(group -> group.parent() == row).toList();
    assertThat(groups.stream().mapToInt(DominatorCut.Group::count).sum())
        .as(as)
        .isLessThanOrEqualTo(each.hidden());
    assertThat(groups.stream().mapToLong(DominatorCut.Group::bytes).sum())
        .as(as)
        .isLessThanOrEqualTo(each.hiddenBytes());
  }

  @Test
  @DisplayName("of many children the largest have rows and the others are counted by class")
  void groups() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    for (int i = 1; i <= 10; i++) {
      builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, i % 2 == 0 ? "Even" : "Odd", i + 1, i);
      builder.addEdge(0, EdgeKind.ELEMENT, i, i);
    }
    DominatorCut cut = DominatorCut.of(tree(builder), NARROW);
    assertThat(cut.rows())
        .extracting(DominatorCut.Row::retainedBytes)
        .containsExactly(55L, 10L, 9L, 8L);
    assertThat(cut.rows().getFirst().hidden()).isEqualTo(7);
    assertThat(cut.groups())
        .extracting(group -> group.type().name() + " " + group.count() + " " + group.bytes())
        .containsExactly("Odd 4 16", "Even 3 12");
  }

  @Test
  @DisplayName("the synthetic nodes of roots are passed through")
  void syntheticNodes() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT_GROUP, "(GC roots)", 2, 0);
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT_GROUP, "(timers)", 3, 0);
    builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Big", 4, 100);
    builder.addEdge(0, EdgeKind.ELEMENT, 1, 1);
    builder.addEdge(1, EdgeKind.ELEMENT, 1, 2);
    builder.addEdge(2, EdgeKind.ELEMENT, 1, 3);
    DominatorCut cut = DominatorCut.of(tree(builder), NARROW);
    assertThat(cut.rows()).hasSize(2);
    assertThat(cut.rows().get(1).parent()).isZero();
    assertThat(cut.totalNodes()).isEqualTo(1);
  }

  @Test
  @DisplayName("a list of a million links takes few rows, and what hangs below is not lost")
  void longList() {
    int length = 1_000_000;
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    for (int i = 1; i <= length; i++) {
      builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Link", i + 1, 16);
      builder.addEdge(i - 1, EdgeKind.PROPERTY, "next", i);
    }
    DominatorTree tree = tree(builder);
    DominatorCut cut = DominatorCut.of(tree, DominatorCut.Limits.PAGE);
    assertThat(cut.rows()).hasSize(DominatorCut.Limits.PAGE.depth() + 1);
    assertThat(cut.rows().getLast().hiddenNodes())
        .isEqualTo(length - DominatorCut.Limits.PAGE.depth());
    String json = DominatorCutJson.of(tree, new ShortestPathFinder(tree.edges()), cut);
    assertThat(json).hasSizeLessThan(20_000);
  }

  @Test
  @DisplayName("each row has the shortest path to its node, which why would give")
  void paths() {
    for (long seed = 0; seed < 300; seed++) {
      DominatorTree tree = DominatorTree.of(TestGraphs.random(seed), EdgeRule.STRONG);
      ShortestPathFinder finder = new ShortestPathFinder(tree.edges());
      DominatorCut cut = DominatorCut.of(tree, DominatorCut.Limits.PAGE);
      JsonObject json =
          JsonParser.parseString(DominatorCutJson.of(tree, finder, cut)).getAsJsonObject();
      JsonObject steps = json.getAsJsonObject("steps");
      for (int row = 1; row < cut.rows().size(); row++) {
        StringBuilder text = new StringBuilder();
        for (int at = json.getAsJsonArray("path").get(row).getAsInt();
            at >= 0;
            at = steps.getAsJsonArray("before").get(at).getAsInt()) {
          text.insert(
              0,
              " → "
                  + steps.getAsJsonArray("edge").get(at).getAsString()
                  + " → "
                  + steps.getAsJsonArray("node").get(at).getAsString());
        }
        assertThat(text.substring(3))
            .as("seed %d row %d", seed, row)
            .isEqualTo(finder.pathTo(cut.rows().get(row).node()).orElseThrow().text());
      }
    }
  }
}
