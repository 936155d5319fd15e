package lexscope.profiler.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

class PathClustersTest {
  @Test
  @DisplayName("a hundred sessions on one list are one cluster, those in a map are another")
  void nodesThatHangAlikeAreOne() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    RootedGraphBuilder roots = new RootedGraphBuilder(builder);
    int list = node(builder, "Array", 1);
    int map = node(builder, "Map", 2);
    roots.addRoot("global binding", "sessions", list);
    roots.addRoot("global binding", "byName", map);
    for (int i = 0; i < 100; i++) {
      builder.addEdge(list, EdgeKind.ELEMENT, i, node(builder, "Session", 10 + i));
    }
    for (int i = 0; i < 7; i++) {
      int session = node(builder, "Session", 200 + i);
      builder.addEdge(map, EdgeKind.INTERNAL, "value of \"k" + i + "\"", session);
    }
    PathClusters clusters = clusters(builder.build(GraphInfo.UNKNOWN), "Session");
    assertThat(clusters.nodes()).isEqualTo(107);
    assertThat(clusters.bytes()).isEqualTo(107 * 16);
    assertThat(clusters.clusters().stream().map(each -> each.count() + " " + each.steps()))
        .containsExactly(
            "100 [(global binding), sessions → Array, element * → Session]",
            "7 [(global binding), byName → Map, value of * → Session]");
    assertThat(clusters.clusters().getFirst().retainedBytes()).isEqualTo(1600);
    assertThat(clusters.clusters().getFirst().path().text())
        .isEqualTo("global binding sessions → Array → element 0 → Session");
  }

  @Test
  @DisplayName("the links of a list of two hundred thousand are three clusters at most")
  void linksOfALongList() {
    SnapshotGraph graph = TestGraphs.chain(200_000);
    PathClusters clusters =
        PathClusters.of(
            new DominatedSets(DominatorTree.of(graph, EdgeRule.STRONG)),
            new ShortestPathFinder(DominatorTree.of(graph, EdgeRule.STRONG).edges()),
            IntStream.range(1, graph.nodeCount()).toArray());
    assertThat(clusters.clusters()).hasSizeLessThanOrEqualTo(3);
    assertThat(clusters.nodes()).isEqualTo(200_000);
    assertThat(clusters.clusters().getFirst().steps().getLast()).endsWith("again and again)");
  }

  @Test
  @DisplayName("a chain of closure, record and object is a block that comes again and again")
  void chainOfRecords() {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    RootedGraphBuilder roots = new RootedGraphBuilder(builder);
    int before = node(builder, "Thing", 1);
    roots.addRoot("global binding", "thing", before);
    for (int i = 0; i < 50; i++) {
      int closure =
          builder.addNode(NodeKind.CLOSURE, NodeDetail.NONE, "someMethod", 100 + 3 * i, 16);
      int record = builder.addNode(NodeKind.OBJECT, NodeDetail.CONTEXT, "replace", 101 + 3 * i, 16);
      int thing = node(builder, "Thing", 102 + 3 * i);
      builder.addEdge(before, EdgeKind.PROPERTY, "someMethod", closure);
      builder.addEdge(closure, EdgeKind.INTERNAL, "context", record);
      builder.addEdge(record, EdgeKind.CONTEXT, "original", thing);
      before = thing;
    }
    PathClusters clusters = clusters(builder.build(GraphInfo.UNKNOWN), "Thing");
    assertThat(clusters.nodes()).isEqualTo(51);
    assertThat(clusters.clusters()).hasSize(2);
    assertThat(clusters.clusters().stream().mapToInt(PathClusters.Cluster::count).sum())
        .isEqualTo(51);
    assertThat(clusters.clusters().toString()).contains("(these 3 steps again and again)");
  }

  @Test
  @DisplayName("on random graphs nodes with the same steps are in one cluster, and none is lost")
  void sameStepsSameCluster() {
    for (long seed = 0; seed < 1000; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
      ShortestPathFinder finder = new ShortestPathFinder(tree.edges());
      StepShapes steps = new StepShapes(graph);
      PathShapes shapes = new PathShapes(graph, finder);
      Map<List<Integer>, Integer> shapeOfSteps = new LinkedHashMap<>();
      int alive = 0;
      for (int node = 1; node < graph.nodeCount(); node++) {
        if (!finder.isReached(node)) {
          continue;
        }
        alive++;
        List<Integer> path = new ArrayList<>();
        for (int edge : finder.edgesTo(node)) {
          path.add(steps.of(graph.edgeSource(edge), edge, graph.edgeTarget(edge)));
        }
        int shape = shapes.of(node);
        assertThat(shapeOfSteps.getOrDefault(path, shape)).as("seed %d", seed).isEqualTo(shape);
        shapeOfSteps.put(path, shape);
      }
      PathClusters clusters =
          PathClusters.of(
              new DominatedSets(tree), finder, IntStream.range(0, graph.nodeCount()).toArray());
      assertThat(clusters.clusters().stream().mapToInt(PathClusters.Cluster::count).sum())
          .isEqualTo(alive);
      assertThat(clusters.bytes())
          .isEqualTo(tree.retainedSizes().totalBytes() - graph.shallowBytes(0));
    }
  }

  private static int node(SnapshotGraphBuilder builder, String name, long id) {
    return builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, name, id, 16);
  }

  private static PathClusters clusters(SnapshotGraph graph, String name) {
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    int[] nodes =
        IntStream.range(0, graph.nodeCount())
            .filter(node -> graph.name(node).equals(name))
            .toArray();
    return PathClusters.of(new DominatedSets(tree), new ShortestPathFinder(tree.edges()), nodes);
  }
}
