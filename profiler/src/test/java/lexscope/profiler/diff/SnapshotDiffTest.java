package lexscope.profiler.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.graph.TestGraphs;
import lexscope.profiler.paths.DominatedSets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SnapshotDiffTest {
  private static final NodeClass SESSION = new NodeClass("object", "Session");

  @Test
  @DisplayName(
      "within a run one that went and one that came are two changes, though their number stays")
  void joinedByIds() {
    SnapshotDiff diff =
        SnapshotDiff.of(sessions("run", "a", 1, 2, 3), sessions("run", "b", 2, 3, 4));
    assertThat(diff.byIds()).isTrue();
    assertThat(diff.changes())
        .containsExactly(new ClassChange(SESSION, null, 3, 3, 1, 1, 30, 30, 10, 10));
  }

  @Test
  @DisplayName("across runs ids mean nothing: nodes are compared by kind, name and site")
  void joinedBySite() {
    SnapshotDiff diff =
        SnapshotDiff.of(sessions("run-1", "a", 1, 2), sessions("run-2", "a", 51, 52, 53));
    assertThat(diff.byIds()).isFalse();
    assertThat(diff.changes())
        .containsExactly(
            new ClassChange(
                SESSION, new SourceLocation("app.js", 7, 1), 2, 3, 1, 0, 20, 30, 10, 0));
    assertThat(diff.nodesBefore()).isEqualTo(2);
    assertThat(diff.bytesAfter()).isEqualTo(30);
  }

  @Test
  @DisplayName("equal snapshots differ in nothing")
  void noChange() {
    assertThat(SnapshotDiff.of(sessions("r", "a", 1, 2), sessions("r", "b", 1, 2)).changes())
        .isEmpty();
    assertThat(SnapshotDiff.of(sessions("", "a", 1, 2), sessions("", "b", 3, 4)).changes())
        .isEmpty();
  }

  @Test
  @DisplayName(
      "steady growth through a series is told from level classes, and survivors of a round are"
          + " counted")
  void growth() {
    GrowthReport growth =
        GrowthReport.of(
            List.of(
                sessions("r", "1", 1, 2),
                sessions("r", "2", 1, 2, 3),
                sessions("r", "3", 1, 2, 3, 4)));
    assertThat(growth.snapshots()).containsExactly("1", "2", "3");
    assertThat(growth.rows())
        .containsExactly(
            new GrowthReport.Row(
                SESSION,
                null,
                List.of(2, 3, 4),
                List.of(20L, 30L, 40L),
                List.of(20L, 30L, 40L),
                true,
                1));
    assertThat(GrowthReport.of(List.of(sessions("r", "1", 1, 2), sessions("r", "2", 3, 4))).rows())
        .isEmpty();
    assertThat(
            GrowthReport.of(
                    List.of(
                        sessions("a", "1", 1), sessions("b", "2", 1, 2), sessions("a", "3", 1, 2)))
                .rows()
                .getFirst())
        .isEqualTo(
            new GrowthReport.Row(
                SESSION,
                null,
                List.of(1, 2, 2),
                List.of(10L, 20L, 20L),
                List.of(10L, 20L, 20L),
                false,
                -1));
  }

  @Test
  @DisplayName(
      "the retained bytes of a class count nothing twice that lies inside of another of the class,"
          + " by whatever key; on random graphs they are those of the set")
  void retained() {
    GrowthReport growth = GrowthReport.of(List.of(nested(1), nested(3)));
    assertThat(growth.rows().stream().filter(row -> row.type().name().equals("Session")))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.bytes()).containsExactly(10L, 30L);
          // Each holds the next and a buffer of a hundred bytes.
          assertThat(row.retained()).containsExactly(110L, 330L);
          assertThat(row.retainedGrowth()).isEqualTo(220);
        });
    for (int seed = 0; seed < 300; seed++) {
      DominatorTree tree = DominatorTree.of(TestGraphs.random(seed), EdgeRule.STRONG);
      int[] classOf = new int[tree.graph().nodeCount()];
      Random random = new Random(seed);
      Arrays.setAll(classOf, _ -> random.nextInt(4) - 1);
      long[] bytes = ClassRetention.of(tree, classOf, 3);
      for (int each = 0; each < 3; each++) {
        int number = each;
        int[] members =
            IntStream.range(0, classOf.length).filter(node -> classOf[node] == number).toArray();
        assertThat(bytes[each])
            .as("seed %d", seed)
            .isEqualTo(new DominatedSets(tree).bytes(members));
      }
    }
  }

  @Test
  @DisplayName(
      "V8's contexts with the same variables are told apart by their functions, of one name even,"
          + " if the file has scopes")
  void contexts() {
    GrowthReport growth =
        GrowthReport.of(List.of(contexts(0, 0), contexts(2, 3)), GrowthKey.RECORD);
    assertThat(growth.rows().stream().map(row -> row.type().name() + " " + row.site()))
        .containsExactly("open { state } app.js:8:5", "open { state } app.js:2:5");
    assertThat(growth.rows().stream().map(row -> row.counts().getLast())).containsExactly(3, 2);
  }

  /// Contexts of two functions called `open`, and a closure of each.
  private static DominatorTree contexts(int... counts) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", -1, 0);
    List<ScopeTable.Scope> scopes = new ArrayList<>();
    for (int function = 0; function < 2; function++) {
      scopes.add(
          new ScopeTable.Scope(
              -1,
              "FunctionEnvironmentRecord",
              "open",
              true,
              null,
              100 * function,
              100 * function + 50,
              List.of(new ScopeTable.Variable("state", true)),
              List.of()));
      int open = builder.addNode(NodeKind.CLOSURE, NodeDetail.NONE, "open", 1000 + function, 64);
      builder.setLocation(open, "app.js", 2 + 6 * function, 5);
      builder.setScope(open, function);
      builder.addEdge(0, EdgeKind.ELEMENT, open, open);
      for (int i = 0; i < counts[function]; i++) {
        int id = 2000 + 100 * function + 2 * i;
        int context =
            builder.addNode(NodeKind.OBJECT, NodeDetail.CONTEXT, "system / Context", id, 24);
        int state = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "State", id + 1, 16);
        builder.setScope(context, function);
        builder.addEdge(0, EdgeKind.ELEMENT, context, context);
        builder.addEdge(context, EdgeKind.CONTEXT, "state", state);
      }
    }
    builder.setScopes(new ScopeTable(scopes));
    return DominatorTree.of(
        builder.build(new GraphInfo("app.js", "s" + counts[0], "v8", "r")), EdgeRule.STRONG);
  }

  /// Sessions each of which holds the next, and a buffer.
  private static DominatorTree nested(int count) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    int before = builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", -1, 0);
    for (int i = 0; i < count; i++) {
      int session = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Session", 2 * i + 1, 10);
      int buffer = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Buffer", 2 * i + 2, 100);
      builder.addEdge(before, EdgeKind.PROPERTY, "next", session);
      builder.addEdge(session, EdgeKind.PROPERTY, "buffer", buffer);
      before = session;
    }
    return DominatorTree.of(
        builder.build(new GraphInfo("app.js", "n" + count, "whole", "r")), EdgeRule.STRONG);
  }

  private static DominatorTree sessions(String run, String name, long... ids) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    int root = builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", -1, 0);
    Arrays.stream(ids)
        .forEach(id -> {
          int node = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Session", id, 10);
          builder.setLocation(node, "app.js", 7, 1);
          builder.addEdge(root, EdgeKind.PROPERTY, "s" + id, node);
        });
    builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Dead", 999, 10);
    return DominatorTree.of(
        builder.build(new GraphInfo("app.js", name, "whole", run)), EdgeRule.STRONG);
  }
}
