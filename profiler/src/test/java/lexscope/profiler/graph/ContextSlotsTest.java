package lexscope.profiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Contexts as V8 writes them: edges with names or numbers, and beside them what it notes of their
/// scope.
class ContextSlotsTest {
  @Test
  @DisplayName("the function's name stands after the variables, or alone if these are in a table")
  void functions() {
    assertThat(function(List.of("big", "small"), "big", "small", "setup")).isEqualTo("setup");
    assertThat(function(List.of("big"), "big", "number", "setup")).isEqualTo("setup");
    assertThat(function(List.of("big", "small"), "setup")).isEqualTo("setup");
    assertThat(function(List.of("big"), "big", "big")).isEqualTo("big");
    assertThat(function(List.of("big"), "big", "")).isEmpty();
  }

  @Test
  @DisplayName("where only variables are noted, no variable is taken for the function's name")
  void noFunction() {
    assertThat(function(List.of("big", "small"), "big", "small")).isEmpty();
    assertThat(function(List.of("big"))).isEmpty();
    assertThat(function(List.of(), "big", "small")).isEmpty();
  }

  @Test
  @DisplayName("a function's variables are all that are noted; of many in a table those with edges")
  void variables() {
    assertThat(slots(List.of("big"), "big", "number", "setup").variablesOf(1))
        .containsExactly("big", "number");
    assertThat(slots(List.of("big", "small"), "setup").variablesOf(1))
        .containsExactly("big", "small");
    assertThat(slots(List.of(), "first", "second").variablesOf(1))
        .containsExactly("first", "second");
  }

  @Test
  @DisplayName(
      "a numbered edge is called by the variable that it stands for, or by all that it may stand"
          + " for")
  void numberedEdges() {
    SnapshotGraph one = graph(List.of(), List.of(0, 1), "first", "second");
    assertThat(edges(one)).containsExactly("binding first", "binding second");
    SnapshotGraph either = graph(List.of(), List.of(0), "first", "second");
    assertThat(edges(either)).containsExactly("binding first or second");
    SnapshotGraph unknown = graph(List.of(), List.of(0), "#secret");
    assertThat(edges(unknown)).containsExactly("hidden 0");
    assertThat(NodeDescription.of(either, 1).text()).isEqualTo("Context {first, second}");
    SnapshotGraph empty = graph(List.of(), List.of(), "number");
    assertThat(NodeDescription.of(empty, 1).text()).isEqualTo("Context");
  }

  private static List<String> edges(SnapshotGraph graph) {
    return IntStream.range(graph.firstEdge(1) + 1, graph.endEdge(1))
        .mapToObj(edge -> EdgeDescription.of(graph, edge).text())
        .toList();
  }

  private static String function(List<String> variables, String... noted) {
    return ContextNames.functionOf(graph(variables, List.of(), noted), 1);
  }

  private static ContextSlots slots(List<String> variables, String... noted) {
    return new ContextSlots(graph(variables, List.of(), noted));
  }

  /// A context (node 1) with what V8 notes of its scope (node 2).
  private static SnapshotGraph graph(
      List<String> variables, List<Integer> numbered, String... noted) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    int context = builder.addNode(NodeKind.OBJECT, NodeDetail.CONTEXT, "system / Context", 3, 40);
    int info = builder.addNode(NodeKind.CODE, NodeDetail.NONE, "system / ScopeInfo", 5, 40);
    int value = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Object", 7, 16);
    builder.addEdge(0, EdgeKind.ELEMENT, 1, context);
    builder.addEdge(context, EdgeKind.INTERNAL, "scope_info", info);
    variables.forEach(name -> builder.addEdge(context, EdgeKind.CONTEXT, name, value));
    numbered.forEach(number -> builder.addEdge(context, EdgeKind.HIDDEN, number, value));
    for (int i = 0; i < noted.length; i++) {
      int name = builder.addNode(NodeKind.STRING, NodeDetail.NONE, noted[i], 9 + 2 * i, 16);
      builder.addEdge(info, EdgeKind.HIDDEN, i, name);
    }
    return builder.build(GraphInfo.UNKNOWN);
  }
}
