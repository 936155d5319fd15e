package lexscope.profiler.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.RootedGraphBuilder;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SourceLocation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolicyComparisonTest {
  private static final List<SnapshotGraph> POLICIES =
      List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used());

  @Test
  @DisplayName(
      "totals are those of each graph, and each pair of policies is one gap, neighbours from the"
          + " lean end first")
  void totalsAndPairs() {
    PolicyComparison comparison = PolicyComparison.of(POLICIES, 0);
    assertThat(comparison.totals())
        .containsExactly(
            new PolicyTotals("whole", 7, 100 + 32 + 64 + 1000 + 10 + 64 + 48),
            new PolicyTotals("v8", 6, 100 + 32 + 64 + 1000 + 10 + 40),
            new PolicyTotals("used", 5, 100 + 32 + 64 + 10 + 16));
    assertThat(comparison.gaps().stream().map(gap -> gap.keeper() + ">" + gap.other()))
        .containsExactly("v8>used", "whole>v8", "whole>used");
    assertThat(comparison.gaps().getFirst().extraBytes()).isEqualTo(1000 + 40 - 16);
  }

  @Test
  @DisplayName(
      "the shared context's dead binding is found, with its holder and the dead sibling that had it"
          + " captured")
  void deadBindingOfASharedContext() {
    PolicyGap gap = PolicyComparison.of(POLICIES, 0).gaps().getFirst();
    assertThat(gap.bindings()).hasSize(1);
    BindingFinding big = gap.bindings().getFirst();
    assertThat(big.function()).isEqualTo("setup");
    assertThat(big.binding()).isEqualTo("big");
    assertThat(big.bytes()).isEqualTo(1000);
    assertThat(big.keptUnder()).containsExactly("whole", "v8");
    assertThat(big.value().text()).isEqualTo("Big");
    assertThat(big.holder())
        .isNotNull()
        .extracting(Object::toString)
        .asString()
        .contains("onClick");
    assertThat(big.capturers())
        .containsExactly(new Capturer("unused", new SourceLocation("app.js", 4, 3), 0, 0));
    assertThat(gap.bindingBytes()).isEqualTo(1000);
    assertThat(gap.closures().getFirst().function()).isEqualTo("onClick");
    assertThat(gap.closures().getFirst().bytes()).isEqualTo(1000);
    assertThat(gap.records().getFirst().record().text()).isEqualTo("ER12 Context of setup");
  }

  @Test
  @DisplayName("under whole the sibling is alive, but only because its record is")
  void siblingAliveUnderWholeOnly() {
    PolicyGap gap = PolicyComparison.of(POLICIES, 0).gaps().getLast();
    assertThat(gap.bindings().stream().map(BindingFinding::binding))
        .containsExactly("big", "unused");
    assertThat(gap.bindings().getFirst().capturers())
        .containsExactly(new Capturer("unused", new SourceLocation("app.js", 4, 3), 1, 0));
    assertThat(gap.functions()).hasSize(1);
    assertThat(gap.functions().getFirst().bytes()).isEqualTo(1064);
    assertThat(gap.functions().getFirst().bindings()).containsExactly("big", "unused");
  }

  @Test
  @DisplayName("bindings that keep little are counted, not listed")
  void harmlessBindings() {
    PolicyGap gap = PolicyComparison.of(POLICIES, 500).gaps().getLast();
    assertThat(gap.bindings().stream().map(BindingFinding::binding)).containsExactly("big");
    assertThat(gap.harmless()).isEqualTo(1);
    assertThat(gap.harmlessBytes()).isEqualTo(64);
  }

  @Test
  @DisplayName("a graph tells which living closure uses a binding")
  void livingUsers() {
    SnapshotGraph whole = AppGraph.whole();
    int binding = whole.firstEdge(whole.ordinalOf(AppGraph.RECORD));
    assertThat(note(whole, binding)).isEqualTo("used by unused");
    SnapshotGraph v8 = AppGraph.v8();
    assertThat(note(v8, v8.firstEdge(v8.ordinalOf(AppGraph.RECORD))))
        .isEqualTo("used by no living closure");
  }

  private static String note(SnapshotGraph graph, int edge) {
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    String note = new LivingUsers(tree).note(edge);
    assertThat(LivingUsers.of(tree, edge).note(edge)).isEqualTo(note);
    return note;
  }

  @Test
  @DisplayName(
      "in a chain of a hundred thousand records, each kept by the next, the last lets go of all")
  void longChains() {
    int length = 100_000;
    PolicyGap gap =
        PolicyComparison.of(List.of(chain(length, true), chain(length, false)), 0)
            .gaps()
            .getFirst();
    assertThat(gap.records()).hasSize(20);
    assertThat(gap.records().getFirst().record().id()).isEqualTo(2L * length);
    assertThat(gap.records().getFirst().bytes()).isEqualTo((length - 1) * 24L);
    assertThat(gap.bindings().getFirst().bytes()).isEqualTo((length - 1) * 24L);
    assertThat(gap.bindings().getFirst().records()).isEqualTo(length - 1);
  }

  /// Closures that each hold a record whose binding `previous` holds the closure before; the last
  /// is a root.
  private static SnapshotGraph chain(int length, boolean isWhole) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    RootedGraphBuilder roots = new RootedGraphBuilder(builder);
    int closure = -1;
    for (int i = isWhole ? 1 : length; i <= length; i++) {
      int before = closure;
      closure = builder.addNode(NodeKind.CLOSURE, NodeDetail.NONE, "method", 2L * i - 1, 16);
      int record =
          builder.addNode(NodeKind.OBJECT, NodeDetail.FUNCTION_RECORD, "replace", 2L * i, 8);
      builder.addEdge(closure, EdgeKind.INTERNAL, "[[Environment]]", record);
      if (before >= 0) {
        builder.addEdge(record, EdgeKind.CONTEXT, "previous", before);
      }
    }
    roots.addRoot("global binding", "thing", closure);
    return builder.build(new GraphInfo("chain.js", "end", isWhole ? "whole" : "used", "r"));
  }

  @Test
  @DisplayName("one policy alone cannot be compared")
  void onePolicy() {
    assertThatThrownBy(() -> PolicyComparison.of(List.of(AppGraph.used()), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
