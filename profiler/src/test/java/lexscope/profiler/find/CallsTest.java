package lexscope.profiler.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import lexscope.profiler.attribution.GroupedHistogram;
import lexscope.profiler.attribution.Grouping;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SparseColumn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Predicates and groupings that ask for the calls in which nodes were made.
class CallsTest {
  /// Random trees of calls over functions f0, f1, … of files 0.js, 1.js, …, and nodes of all sorts
  /// of calls.
  private static SnapshotGraph random(int seed) {
    Random random = new Random(seed);
    int rows = 2 + random.nextInt(60);
    int functions = 1 + random.nextInt(8);
    List<AllocationStacks.Function> named = new java.util.ArrayList<>();
    named.add(new AllocationStacks.Function(0, "(root)", "", 0, 0, 0));
    for (int i = 0; i < functions; i++) {
      boolean builtIn = random.nextInt(4) == 0;
      named.add(
          new AllocationStacks.Function(
              i + 1, "f" + i, builtIn ? "" : "lib/" + i % 3 + ".js", 0, builtIn ? 0 : i + 1, 1));
    }
    int[] ids = new int[rows];
    int[] parents = new int[rows];
    int[] functionOf = new int[rows];
    long[] places = new long[rows];
    parents[0] = -1;
    ids[0] = 1;
    // In pre-order: a call is made from the one before it, or from one of its callers.
    for (int row = 1; row < rows; row++) {
      int parent = row - 1;
      while (parent > 0 && random.nextBoolean()) {
        parent = parents[parent];
      }
      parents[row] = parent;
      ids[row] = row + 1;
      functionOf[row] = 1 + random.nextInt(functions);
      boolean known = !named.get(functionOf[row]).script().isEmpty();
      places[row] =
          AllocationStacks.Tree.place(
              known ? 1 + random.nextInt(5) : 0, known ? 1 + random.nextInt(3) : 0, false);
    }
    SnapshotGraphBuilder graph = new SnapshotGraphBuilder();
    graph.addNode(NodeKind.SYNTHETIC, NodeDetail.NONE, "", 1, 0);
    SparseColumn.Builder rowOf = new SparseColumn.Builder();
    for (int node = 1; node < 80; node++) {
      graph.addNode(NodeKind.OBJECT, NodeDetail.NONE, "n" + node, 2L * node + 1, 8L * (node % 5));
      graph.addEdge(random.nextInt(node), EdgeKind.PROPERTY, "p", node);
      if (random.nextInt(5) > 0) {
        rowOf.set(node, random.nextInt(rows));
      }
    }
    graph.setAllocationStacks(
        new AllocationStacks(
            named,
            new AllocationStacks.Tree(
                ids, parents, functionOf, new long[rows], new long[rows], places),
            rowOf.build()));
    return graph.build(new GraphInfo("a", "", "", ""));
  }

  private static String found(SnapshotGraph graph, String predicate) {
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    return Found.of(tree, NodePredicate.parse(predicate), Found.Order.ID, 1000).rows().stream()
        .map(row -> row.node().name())
        .collect(Collectors.joining(" "));
  }

  private static String naive(
      SnapshotGraph graph, java.util.function.Predicate<AllocationStacks.Call> matches) {
    List<String> names = new java.util.ArrayList<>();
    for (int node = 1; node < graph.nodeCount(); node++) {
      if (graph.allocationStacks().calls(node).stream().anyMatch(matches)) {
        names.add(graph.name(node));
      }
    }
    return String.join(" ", names);
  }

  @Test
  @DisplayName("made by and made in find what a walk through each stack finds")
  void sameAsWalking() {
    int all = 0;
    for (int seed = 0; seed < 200; seed++) {
      SnapshotGraph graph = random(seed);
      String byName = found(graph, "made by f1");
      assertThat(byName).isEqualTo(naive(graph, call -> call.function().name().equals("f1")));
      assertThat(found(graph, "made by ~ /[02]$/"))
          .isEqualTo(naive(graph, call -> call.function().name().matches(".*[02]")));
      assertThat(found(graph, "made in 1.js"))
          .isEqualTo(naive(graph, call -> call.function().script().equals("lib/1.js")));
      assertThat(found(graph, "made in lib/2.js:3"))
          .isEqualTo(
              naive(
                  graph, call -> call.function().script().equals("lib/2.js") && call.line() == 3));
      assertThat(found(graph, "made in 2.js:3:2"))
          .isEqualTo(
              naive(
                  graph,
                  call ->
                      call.function().script().equals("lib/2.js")
                          && call.line() == 3
                          && call.column() == 2));
      all += byName.length();
    }
    assertThat(all).isPositive();
  }

  @Test
  @DisplayName("the groups of makers and of stacks have each node once, by its innermost call")
  void groups() {
    for (int seed = 0; seed < 100; seed++) {
      SnapshotGraph graph = random(seed);
      DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
      for (Grouping grouping : List.of(Grouping.MAKER, Grouping.STACK)) {
        GroupedHistogram histogram = GroupedHistogram.of(tree, grouping);
        assertThat(histogram.rows().stream().mapToLong(GroupedHistogram.Row::bytes).sum())
            .isEqualTo(histogram.totalBytes());
        for (GroupedHistogram.Row row : histogram.rows()) {
          int nodes = 0;
          for (int node = 1; node < graph.nodeCount(); node++) {
            nodes += name(graph, node, grouping).equals(row.name()) ? 1 : 0;
          }
          assertThat(row.nodes()).as(row.name()).isEqualTo(nodes);
        }
      }
    }
  }

  private static String name(SnapshotGraph graph, int node, Grouping grouping) {
    List<AllocationStacks.Call> calls = graph.allocationStacks().calls(node);
    if (calls.isEmpty()) {
      return "(none)";
    }
    return grouping == Grouping.MAKER
        ? calls.getFirst().function().text()
        : calls.stream().map(AllocationStacks.Call::text).collect(Collectors.joining(" < "));
  }

  @ParameterizedTest(name = "in {0} the mistake is at column {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "made | 5 | expected 'by' or 'in', not the end",
        "made on f | 6 | expected 'by' or 'in', not 'on'",
        "made by | 8 | expected a word or quoted text, not the end",
        "made by ~ f | 11 | expected a regular expression",
        "made by > 3 | 9 | expected =, !=, contains or ~, not '>'",
      })
  void mistakes(String predicate, int column, String message) {
    assertThatExceptionOfType(PredicateSyntaxException.class)
        .isThrownBy(() -> NodePredicate.parse(predicate))
        .withMessageContaining(message)
        .withMessageContaining("column " + column);
  }

  @Test
  @DisplayName("a predicate says whether it asks for calls, however it is nested")
  void asks() {
    assertThat(NodePredicate.parse("not (name = a or (self > 1 and made in x.js))").asksForCalls())
        .isTrue();
    assertThat(NodePredicate.parse("not (name = made or (self > 1 and holds #3))").asksForCalls())
        .isFalse();
  }
}
