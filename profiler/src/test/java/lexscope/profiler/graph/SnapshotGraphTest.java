package lexscope.profiler.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SnapshotGraphTest {
  @Test
  @DisplayName(
      "edges added in any order lie in the order of their sources, those of one node in the order"
          + " of arrival")
  void edgesAreSortedBySource() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      int nodes = 1 + random.nextInt(10);
      SnapshotGraphBuilder builder = TestGraphs.nodes(nodes);
      List<List<Integer>> expected = new ArrayList<>();
      for (int node = 0; node < nodes; node++) {
        expected.add(new ArrayList<>());
      }
      int edges = random.nextInt(30);
      for (int edge = 0; edge < edges; edge++) {
        int source = random.nextInt(nodes);
        int target = random.nextInt(nodes);
        builder.addEdge(source, EdgeKind.ELEMENT, edge, target);
        expected.get(source).add(edge);
      }
      SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
      for (int node = 0; node < nodes; node++) {
        List<Integer> labels = new ArrayList<>();
        for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
          labels.add(graph.edgeLabelNumber(edge));
          assertThat(graph.edgeSource(edge)).isEqualTo(node);
        }
        assertThat(labels).isEqualTo(expected.get(node));
      }
    }
  }

  @Test
  @DisplayName("retainers are the edges turned round")
  void retainersAreTheEdgesTurnedRound() {
    for (long seed = 0; seed < 300; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      Retainers retainers = graph.retainers();
      int seen = 0;
      for (int node = 0; node < graph.nodeCount(); node++) {
        for (int at = retainers.first(node); at < retainers.end(node); at++) {
          assertThat(graph.edgeTarget(retainers.edge(at))).isEqualTo(node);
          assertThat(graph.edgeSource(retainers.edge(at))).isEqualTo(retainers.source(at));
          seen++;
        }
      }
      assertThat(seen).isEqualTo(graph.edgeCount());
    }
  }

  @Test
  @DisplayName("sparse columns give back what was set, the later of two values, and nothing else")
  void sparseColumnsGiveBackWhatWasSet() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      long[] expected = new long[50];
      SparseColumn.Builder builder = new SparseColumn.Builder();
      for (int i = random.nextInt(40); i > 0; i--) {
        int node = random.nextInt(50);
        expected[node] = 1 + random.nextInt(1000);
        builder.set(node, expected[node]);
      }
      SparseColumn column = builder.build();
      for (int node = 0; node < 50; node++) {
        assertThat(column.get(node, 0)).isEqualTo(expected[node]);
        assertThat(column.has(node)).isEqualTo(expected[node] != 0);
      }
    }
  }

  @Test
  @DisplayName("sparse columns of more entries than a block holds keep large and negative values")
  void longSparseColumnsGiveBackWhatWasSet() {
    Random random = new Random(4);
    SparseColumn.Builder builder = new SparseColumn.Builder();
    int entries = 600_000;
    long[] expected = new long[entries];
    for (int at = 0; at < entries; at++) {
      expected[at] = at < 400_000 ? -random.nextInt(1000) : random.nextLong();
      builder.set(3 * at, expected[at]);
    }
    SparseColumn column = builder.build();
    assertThat(column.size()).isEqualTo(entries);
    for (int at = 0; at < entries; at++) {
      assertThat(column.valueAt(at)).isEqualTo(expected[at]);
    }
    for (int i = 0; i < 10_000; i++) {
      int at = random.nextInt(entries);
      assertThat(column.get(3 * at, 0)).isEqualTo(expected[at]);
      assertThat(column.has(3 * at + 1)).isFalse();
    }
  }

  @Test
  @DisplayName("scopes of nodes get other numbers, and go where there is none")
  void scopesAreRenumbered() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(300_000);
    for (int node = 1; node < 300_000; node++) {
      builder.setScope(node, node % 3);
    }
    builder.renumberScopes(new int[] {5, -1, 4});
    SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
    assertThat(graph.scopedCount()).isEqualTo(199_999);
    for (int node = 0; node < 300_000; node++) {
      int expected = node == 0 ? -1 : new int[] {5, -1, 4}[node % 3];
      assertThat(graph.scopeOf(node)).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("an edge out of the graph is refused with where edges begin and end")
  void edgesOutOfTheGraphAreRefused() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(2);
    builder.addEdge(1, EdgeKind.PROPERTY, "p", 2);
    assertThatThrownBy(() -> builder.build(GraphInfo.UNKNOWN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("of 2 nodes, edges leave number 1 to 1 and lead to number 2 to 2");
  }

  @Test
  @DisplayName("both halves of a WeakMap entry are found by their text")
  void weakMapEntriesAreFound() {
    SnapshotGraphBuilder builder = TestGraphs.nodes(4);
    String entry = Ephemerons.label(2, "Key (a -> b)", 3, "Value", 4, 2);
    builder.addEdge(1, EdgeKind.INTERNAL, entry, 3);
    builder.addEdge(2, EdgeKind.INTERNAL, entry, 3);
    builder.addEdge(2, EdgeKind.INTERNAL, "2 / part of key (", 3);
    SnapshotGraph graph = builder.build(GraphInfo.UNKNOWN);
    Ephemerons ephemerons = graph.ephemerons();
    assertThat(ephemerons.size()).isEqualTo(2);
    assertThat(ephemerons.isFromTable(0)).isTrue();
    assertThat(ephemerons.tableOf(0)).isEqualTo(-2);
    assertThat(ephemerons.tableOf(1)).isEqualTo(1);
    assertThat(ephemerons.tableOf(2)).isEqualTo(-2);
  }

  @Test
  @DisplayName(
      "what a closure can reach is what its text and that of functions inside it refers to outside"
          + " of it")
  void freeUsesCountInnerFunctions() {
    ScopeTable table =
        new ScopeTable(
            List.of(
                scope(-1, "setup", true, List.of("big", "small"), List.of()),
                scope(0, "unused", true, List.of("inner"), List.of(new ScopeTable.Use(0, 0))),
                scope(
                    1,
                    "deeper",
                    true,
                    List.of(),
                    List.of(new ScopeTable.Use(0, 1), new ScopeTable.Use(1, 0))),
                scope(0, "onClick", true, List.of(), List.of())));
    assertThat(table.freeUses(1))
        .containsExactly(new ScopeTable.Use(0, 0), new ScopeTable.Use(0, 1));
    assertThat(table.freeUses(2))
        .containsExactly(new ScopeTable.Use(0, 1), new ScopeTable.Use(1, 0));
    assertThat(table.freeUses(3)).isEmpty();
    assertThat(table.capturingFunctions(new ScopeTable.Use(0, 1))).containsExactly(2);
    assertThat(table.functionOf(2)).isEqualTo(2);
  }

  private static ScopeTable.Scope scope(
      int parent,
      String function,
      boolean isFunction,
      List<String> names,
      List<ScopeTable.Use> uses) {
    List<ScopeTable.Variable> variables =
        names.stream().map(name -> new ScopeTable.Variable(name, true)).toList();
    return new ScopeTable.Scope(
        parent, "FunctionEnvironmentRecord", function, isFunction, null, 0, 0, variables, uses);
  }
}
