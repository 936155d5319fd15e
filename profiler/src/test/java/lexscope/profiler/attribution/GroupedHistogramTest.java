package lexscope.profiler.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupedHistogramTest {
  @Test
  @DisplayName(
      "on random graphs a node belongs to the nearest node above that says a file, and retained"
          + " bytes are those of all nodes below one of the file")
  void modulesOfRandomGraphs() {
    for (long seed = 0; seed < 2000; seed++) {
      SnapshotGraph graph = randomWithPlaces(seed);
      DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
      Map<String, Long> bytes = new LinkedHashMap<>();
      Map<String, Long> retained = new LinkedHashMap<>();
      for (int node = 0; node < graph.nodeCount(); node++) {
        String nearest = "";
        Map<String, Boolean> above = new LinkedHashMap<>();
        for (int at : tree.dominatorChain(node)) {
          if (graph.location(at) != null) {
            nearest = graph.location(at).script();
            above.put(nearest, true);
          }
        }
        if (tree.isAlive(node)) {
          bytes.merge(
              nearest.isEmpty() ? NodeOwners.NOBODY : nearest, graph.shallowBytes(node), Long::sum);
          above.keySet().forEach(each -> retained.merge(each, 0L, Long::sum));
          for (String each : above.keySet()) {
            retained.merge(each, graph.shallowBytes(node), Long::sum);
          }
        }
      }
      GroupedHistogram histogram = GroupedHistogram.of(tree, Grouping.MODULE);
      Map<String, Long> foundBytes = new LinkedHashMap<>();
      for (GroupedHistogram.Row row : histogram.rows()) {
        foundBytes.put(row.name(), row.bytes());
        assertThat(row.retainedBytes())
            .as("seed %d %s", seed, row.name())
            .isEqualTo(retained.getOrDefault(row.name(), 0L));
      }
      assertThat(foundBytes).as("seed %d", seed).isEqualTo(bytes);
    }
  }

  private static SnapshotGraph randomWithPlaces(long seed) {
    SnapshotGraph shape = TestGraphs.random(seed);
    Random random = new Random(seed);
    SnapshotGraphBuilder builder = TestGraphs.nodes(shape.nodeCount());
    for (int node = 0; node < shape.nodeCount(); node++) {
      for (int edge = shape.firstEdge(node); edge < shape.endEdge(node); edge++) {
        if (shape.edgeKind(edge) == EdgeKind.PROPERTY) {
          builder.addEdge(node, EdgeKind.PROPERTY, "p", shape.edgeTarget(edge));
        }
      }
      if (node > 0 && random.nextInt(3) == 0) {
        builder.setLocation(node, "file" + random.nextInt(3) + ".js", 1, 1);
      }
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  @Test
  @DisplayName("closures and records of a function are one group, with what they dominate")
  void functions() {
    DominatorTree tree = DominatorTree.of(AppGraph.whole(), EdgeRule.STRONG);
    List<GroupedHistogram.Row> rows = GroupedHistogram.of(tree, Grouping.FUNCTION).rows();
    assertThat(rows.getFirst().name()).startsWith("setup");
    assertThat(rows.getFirst().bytes()).isGreaterThan(1000);
    assertThat(rows.stream().map(GroupedHistogram.Row::name))
        .anyMatch(name -> name.startsWith("onClick (app.js:12:3)"))
        .contains(NodeOwners.NOBODY);
  }

  @ParameterizedTest(name = "{0} belongs to {1}")
  @CsvSource({
    "/srv/app/index.js, (application)",
    "file:///srv/app/index.mjs, (application)",
    "/srv/app/node_modules/lodash/fp.js, lodash",
    "file:///srv/node_modules/@vue/core/dist/a.js, @vue/core",
    "/a/node_modules/x/node_modules/@s/y/z.js, @s/y",
    "C:\\app\\node_modules\\left-pad\\index.js, left-pad",
    "webpack:///./node_modules/react/index.js, react",
    "webpack:///./src/app.js, (application)",
    "node:internal/util, node:",
    "https://cdn.example.org/lib/x.js?v=1, cdn.example.org",
    "chrome-extension://abcdef/content.js, abcdef",
    "my_node_modules/thing/a.js, (application)",
    "node_modules/solo.js, solo.js",
    "http://[bad/x.js, (application)",
  })
  void packages(String script, String name) {
    assertThat(ScriptPackage.of(script)).isEqualTo(name);
  }
}
