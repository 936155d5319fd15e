package lexscope.profiler.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class TargetResolverTest {
  @Test
  @DisplayName("targets are found by id, record, closure, binding, class and site")
  void targets() {
    SnapshotGraph graph = AppGraph.whole();
    assertThat(found(graph, "#13")).isEqualTo(AppGraph.BIG);
    assertThat(found(graph, "record:setup")).isEqualTo(AppGraph.RECORD);
    assertThat(found(graph, "closure:onClick")).isEqualTo(AppGraph.ON_CLICK);
    assertThat(found(graph, "binding:setup.big")).isEqualTo(AppGraph.BIG);
    assertThat(found(graph, "class:Small")).isEqualTo(AppGraph.SMALL);
    assertThat(found(graph, "site:app.js:12")).isEqualTo(AppGraph.ON_CLICK);
    assertThat(found(AppGraph.v8(), "binding:setup.small")).isEqualTo(AppGraph.SMALL);
    assertThat(found(AppGraph.used(), "binding:setup.small")).isEqualTo(AppGraph.SMALL);
    TargetResolver used = new TargetResolver(DominatorTree.of(AppGraph.used(), EdgeRule.STRONG));
    assertThat(used.resolve(TargetQuery.parse("binding:setup.big"))).isEmpty();
    assertThat(used.resolve(TargetQuery.parse("#13"))).isEmpty();
  }

  @Test
  @DisplayName(
      "a path to a binding's value ends with the binding, even where another path is shorter")
  void pathAlongTheBinding() {
    SnapshotGraph graph = AppGraph.whole();
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    Target target =
        new TargetResolver(tree).resolve(TargetQuery.parse("binding:setup.big")).orElseThrow();
    RetentionPath path =
        new ShortestPathFinder(tree.edges()).pathAlong(target.edge()).orElseThrow();
    assertThat(path.text()).endsWith("ER12 FunctionEnvironmentRecord of setup → binding big → Big");
  }

  @Test
  @DisplayName("of several matches the one that retains most is taken, and their number is told")
  void severalMatches() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(6);
    for (int node = 1; node <= 3; node++) {
      builder.setName(node, builder.strings().intern("Session"));
      builder.addEdge(0, EdgeKind.ELEMENT, node, node);
    }
    builder.addEdge(2, EdgeKind.PROPERTY, "log", 4);
    SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
    Target target =
        new TargetResolver(DominatorTree.of(graph, EdgeRule.STRONG))
            .resolve(TargetQuery.parse("class:Session"))
            .orElseThrow();
    assertThat(target).isEqualTo(new Target(2, -1, 3 + 5, 3));
  }

  @Test
  @DisplayName(
      "targets are written as they were read, and what is none is refused with the forms there are")
  void targetsAreReadAndWritten() {
    for (String text :
        new String[] {
          "#12", "record:f", "closure:a.b", "binding:f.x", "binding:.x", "class:A", "site:a:b.js:3"
        }) {
      assertThat(TargetQuery.parse(text).text()).isEqualTo(text);
    }
    for (String text :
        new String[] {
          "",
          "#",
          "#x",
          "#-1",
          "record:",
          "binding:f",
          "binding:f.",
          "site:a.js",
          "site:a.js:x",
          "foo:bar"
        }) {
      assertThatThrownBy(() -> TargetQuery.parse(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is no target");
    }
  }

  @Test
  @DisplayName("the chain of dominators carries what each retains")
  void dominatorSteps() {
    SnapshotGraph graph = AppGraph.whole();
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    assertThat(
            DominatorStep.chain(tree, graph.ordinalOf(AppGraph.BIG)).stream()
                .map(step -> step.node().text() + " " + step.retainedBytes()))
        .containsExactly(
            "(root) 1318",
            "(GC roots) 1318",
            "(global binding) 1218",
            "Array 1218",
            "closure onClick (app.js:12:3) 1186",
            "ER12 FunctionEnvironmentRecord of setup 1122",
            "Big 1000");
  }

  private static long found(SnapshotGraph graph, String target) {
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    return graph.id(
        new TargetResolver(tree).resolve(TargetQuery.parse(target)).orElseThrow().node());
  }
}
