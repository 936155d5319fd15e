package lexscope.profiler.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindTest {
  private static final DominatorTree APP = DominatorTree.of(AppGraph.whole(), EdgeRule.STRONG);

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind = closure | onClick unused",
        "kind = record | setup",
        "kind = object and not name = Array | Big Small global",
        "name = 'Big' | Big",
        "name contains i | Big onClick",
        "name ~ /^[A-Z]/ | Array Big Small",
        "name ~ /^ONC/i | onClick",
        "name != Big and kind != record and kind != closure | Array Small global",
        "function = setup | setup",
        "function contains nu | unused",
        "script = app.js and kind = closure | onClick unused",
        "site = app.js:12 | onClick",
        "site = app.js:12:3 | onClick",
        "site ~ /:4:/ | unused",
        "self >= 1 kB | Big",
        "self > 1000 | ``",
        "self > 0.9 kB | Big",
        "self < 1 KiB and self >= 1 kB | Big",
        "retained > 1.1kB and retained < 1 MiB | Array onClick setup",
        "nodes = 1 | Big Small global unused",
        "id = 13 or id = #12 | Big setup",
        "record = 12 | setup",
        "record >= 0 and record < 12 | ``",
        "distance = 1 | Array global",
        "distance = 2 or (distance = 3) | onClick setup",
        "dominated by record:setup | Big Small unused",
        "retained by closure:unused | Big Small setup",
        "held by class:Array | onClick",
        "holds class:Big | setup",
        "holds #11 or holds #12 and kind = closure | Array onClick unused",
        "not (kind = closure or kind = record or kind = object) | ``",
      })
  void predicates(String predicate, String names) {
    Found found = Found.of(APP, NodePredicate.parse(predicate), Found.Order.NAME, 100);
    assertThat(found.rows().stream().map(row -> row.node().name()).collect(Collectors.joining(" ")))
        .isEqualTo(names);
    assertThat(found.matches()).isEqualTo(found.rows().size());
  }

  @ParameterizedTest(name = "in {0} the mistake is at column {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1 | not the end",
        "knd = x | 1 | expected kind",
        "kind = closre | 8 | no kind 'closre'",
        "kind | 5 | expected =, !=, contains or ~, not the end",
        "kind = object an self > 1 | 15 | expected 'and', 'or' or the end, not 'an'",
        "self > x | 8 | expected a size",
        "self > 4 KB | 10 | no unit 'KB'",
        "self > 4KB | 8 | no unit 'KB'",
        "self contains 4 | 6 | expected =, !=, <",
        "distance > 1.5 | 12 | expected a whole number",
        "name = \"x | 8 | not closed",
        "name ~ /x | 8 | not closed",
        "name ~ x | 8 | regular expression between slashes",
        "name ~ /a(b/ | 12 | unclosed group",
        "name ~ /a/g | 8 | no flags 'g'",
        "(kind = object | 15 | expected ')'",
        "kind = object) | 14 | expected 'and'",
        "retained by Map | 13 | is no target",
        "dominated #1 | 11 | expected 'by'",
        "not | 4 | not the end",
        "name ! x | 6 | '!' alone",
      })
  void mistakes(String predicate, int column, String message) {
    assertThatExceptionOfType(PredicateSyntaxException.class)
        .isThrownBy(() -> NodePredicate.parse(predicate))
        .withMessageStartingWith("column " + column + ": ")
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.column()).isEqualTo(column));
  }

  @Test
  @DisplayName("parentheses of any depth are no crash")
  void deepNesting() {
    assertThatExceptionOfType(PredicateSyntaxException.class)
        .isThrownBy(() -> NodePredicate.parse("(".repeat(100_000) + "id = 1"))
        .withMessageContaining("nested too deeply");
    assertThatExceptionOfType(PredicateSyntaxException.class)
        .isThrownBy(() -> NodePredicate.parse("not ".repeat(100_000) + "id = 1"))
        .withMessageContaining("nested too deeply");
    assertThatExceptionOfType(PredicateSyntaxException.class)
        .isThrownBy(() -> NodePredicate.parse("id = 1 or ".repeat(100_000) + "id = 1"))
        .withMessageContaining("1000 tests at most");
    assertThat(
            Found.of(
                    APP,
                    NodePredicate.parse("id = 13 or ".repeat(999) + "id = 13"),
                    Found.Order.ID,
                    9)
                .matches())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("of many matches the first of the order are the rows, and all are counted")
  void limits() {
    NodePredicate all = NodePredicate.parse("self >= 0");
    Found found = Found.of(APP, all, Found.Order.SELF, 2);
    assertThat(found.matches()).isEqualTo(APP.aliveCount() - synthetic());
    assertThat(found.rows()).hasSize(2);
    assertThat(found.rows().getFirst().node().name()).isEqualTo("Big");
    assertThat(found.retainedBytes()).isEqualTo(APP.retainedSizes().totalBytes());
    assertThat(found.shallowBytes()).isEqualTo(APP.retainedSizes().totalBytes());
    assertThat(Found.of(APP, all, Found.Order.ID, 0).rows()).isEmpty();
  }

  @Test
  @DisplayName("on random graphs relations and distances are those of a naive search")
  void relations() {
    for (long seed = 0; seed < 1000; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
      int of = new Random(seed).nextInt(graph.nodeCount());
      if (of == 0 || !tree.isAlive(of)) {
        continue;
      }
      Set<Integer> held = successors(tree, Set.of(of));
      Set<Integer> reached = new HashSet<>();
      for (Set<Integer> next = held; reached.addAll(next); ) {
        next = successors(tree, reached);
      }
      reached.remove(of);
      String target = "#" + graph.id(of);
      assertThat(found(tree, "held by " + target)).isEqualTo(without(held, 0));
      assertThat(found(tree, "retained by " + target)).isEqualTo(without(reached, 0));
      Set<Integer> dominated = new HashSet<>();
      Set<Integer> holders = new HashSet<>();
      for (int node = 1; node < graph.nodeCount(); node++) {
        for (int at : tree.dominatorChain(node)) {
          if (at == of && node != of) {
            dominated.add(node);
          }
        }
        if (tree.isAlive(node) && successors(tree, Set.of(node)).contains(of)) {
          holders.add(node);
        }
      }
      assertThat(found(tree, "dominated by " + target)).isEqualTo(dominated);
      assertThat(found(tree, "holds " + target)).isEqualTo(holders);
      Set<Integer> level = Set.of(0);
      Set<Integer> seen = new HashSet<>(level);
      for (int distance = 1; !level.isEmpty(); distance++) {
        level = successors(tree, level);
        level.removeAll(seen);
        seen.addAll(level);
        assertThat(found(tree, "distance = " + distance)).isEqualTo(level);
      }
    }
  }

  private static Set<Integer> successors(DominatorTree tree, Set<Integer> nodes) {
    SnapshotGraph graph = tree.graph();
    Set<Integer> next = new HashSet<>();
    for (int node : List.copyOf(nodes)) {
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (tree.edges().retains(edge)) {
          next.add(graph.edgeTarget(edge));
        }
      }
    }
    return next;
  }

  private static Set<Integer> without(Set<Integer> nodes, int node) {
    Set<Integer> fewer = new HashSet<>(nodes);
    fewer.remove(node);
    return fewer;
  }

  private static Set<Integer> found(DominatorTree tree, String predicate) {
    return Found.of(tree, NodePredicate.parse(predicate), Found.Order.ID, 1000).rows().stream()
        .map(row -> row.node().node())
        .collect(Collectors.toSet());
  }

  private static int synthetic() {
    int count = 0;
    for (int node = 0; node < APP.graph().nodeCount(); node++) {
      count += APP.isAlive(node) && APP.graph().kind(node).label().equals("synthetic") ? 1 : 0;
    }
    return count;
  }
}
