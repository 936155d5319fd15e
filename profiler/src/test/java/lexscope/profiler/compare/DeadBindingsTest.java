package lexscope.profiler.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadBindingsTest {
  @Test
  @DisplayName("of a shared context the binding is dead whose closure is gone")
  void theSiblingIsGone() {
    DeadBindings dead = dead(AppGraph.v8());
    assertThat(dead.bindings()).hasSize(1);
    DeadBinding big = dead.bindings().getFirst();
    assertThat(big.path()).isEqualTo("setup.big");
    assertThat(big.bytes()).isEqualTo(1000);
    assertThat(big.lastUser()).isNull();
    assertThat(big.holder()).isNotNull();
    assertThat(big.holder().name()).isEqualTo("onClick");
    assertThat(big.capturers()).hasSize(1);
    assertThat(big.capturers().getFirst().function()).isEqualTo("unused");
    assertThat(big.capturers().getFirst().living()).isZero();
  }

  @Test
  @DisplayName("of a whole record the sibling itself is dead, and what it uses goes with it")
  void theSiblingIsDeadItself() {
    DeadBindings dead = dead(AppGraph.whole());
    assertThat(dead.bytes()).isEqualTo(64);
    assertThat(dead.allBytes()).isEqualTo(1064);
    DeadBinding big = dead.bindings().getFirst();
    assertThat(big.path()).isEqualTo("setup.big");
    assertThat(big.lastUser()).isNotNull();
    assertThat(big.lastUser().name()).isEqualTo("unused");
  }

  @Test
  @DisplayName("a chosen set is traced as one, by function or by binding")
  void chosenSets() {
    DeadBindings all =
        DeadBindings.of(tree(AppGraph.whole()), scopes(AppGraph.whole()), 0, List.of("setup"));
    assertThat(all.chosen().bytes()).isEqualTo(1064);
    DeadBindings one =
        DeadBindings.of(
            tree(AppGraph.whole()), scopes(AppGraph.whole()), 0, List.of("setup.big", "setup.x"));
    // The closure `unused`, which stays, holds nothing but the record.
    assertThat(one.chosen().bytes()).isEqualTo(1000);
    assertThat(one.chosen().unknown()).containsExactly("setup.x");
  }

  @Test
  @DisplayName(
      "on random heaps dead bindings, joint bytes of all and of each group are those of brute"
          + " force")
  void randomHeaps() {
    int dead = 0;
    int following = 0;
    for (long seed = 0; seed < 6000; seed++) {
      SnapshotGraph graph = heap(new Random(seed));
      DeadBindings answer = DeadBindings.of(tree(graph), scopes(graph), 0, List.of());
      Set<Integer> unused = unused(graph);
      Set<Integer> unneeded = unneeded(graph);
      assertThat(unneeded).as("seed %d", seed).containsAll(unused);
      assertThat(answer.bytes()).as("seed %d", seed).isEqualTo(saving(graph, unused));
      assertThat(answer.allBytes()).as("seed %d", seed).isEqualTo(saving(graph, unneeded));
      Set<String> expected = new LinkedHashSet<>();
      unneeded.forEach(edge -> expected.add(key(graph, edge, !unused.contains(edge))));
      Set<String> found = new LinkedHashSet<>();
      for (DeadBinding binding : answer.bindings()) {
        String key = binding.path() + (binding.lastUser() == null ? "" : " follows");
        found.add(key);
        Set<Integer> group = new LinkedHashSet<>();
        unneeded.stream()
            .filter(edge -> key(graph, edge, !unused.contains(edge)).equals(key))
            .forEach(group::add);
        assertThat(binding.bytes()).as("seed %d %s", seed, key).isEqualTo(saving(graph, group));
        dead += binding.lastUser() == null ? 1 : 0;
        following += binding.lastUser() == null ? 0 : 1;
      }
      assertThat(found).as("seed %d", seed).isEqualTo(expected);
    }
    assertThat(dead).isGreaterThan(2500);
    assertThat(following).isGreaterThan(250);
  }

  private static String key(SnapshotGraph graph, int edge, boolean follows) {
    return graph.name(graph.edgeSource(edge))
        + "."
        + graph.edgeLabel(edge)
        + (follows ? " follows" : "");
  }

  private static DominatorTree tree(SnapshotGraph graph) {
    return DominatorTree.of(graph, EdgeRule.STRONG);
  }

  private static ScopeKnowledge scopes(SnapshotGraph graph) {
    return new GraphScopes(graph);
  }

  private static DeadBindings dead(SnapshotGraph graph) {
    return DeadBindings.of(tree(graph), scopes(graph), 0, List.of());
  }

  /// Functions nested at random, each with variables that functions inside may use; calls of them
  /// at random, each with a record; closures and objects held by roots, bindings and properties.
  private static SnapshotGraph heap(Random random) {
    ScopeTable table = table(random);
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.setScopes(table);
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    List<Integer> records = new ArrayList<>();
    List<Integer> recordScopes = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      // A record of scope 0, or inside a record of the scope around.
      int outer = records.isEmpty() ? -1 : random.nextInt(-1, records.size());
      int scope = 0;
      if (outer >= 0) {
        int around = recordScopes.get(outer);
        List<Integer> inner = inner(table, around);
        if (inner.isEmpty()) {
          continue;
        }
        scope = inner.get(random.nextInt(inner.size()));
      }
      int record =
          builder.addNode(
              NodeKind.OBJECT, NodeDetail.CONTEXT, "f" + scope, 100 + builder.nodeCount(), 10);
      builder.setScope(record, scope);
      builder.setRecordNumber(record, i + 1);
      if (outer >= 0) {
        builder.addEdge(record, EdgeKind.INTERNAL, "previous", records.get(outer));
      }
      records.add(record);
      recordScopes.add(scope);
    }
    for (int i = 0; i < 6; i++) {
      int at = random.nextInt(records.size());
      List<Integer> inner = inner(table, recordScopes.get(at));
      if (!inner.isEmpty()) {
        int function = inner.get(random.nextInt(inner.size()));
        int closure =
            builder.addNode(
                NodeKind.CLOSURE, NodeDetail.NONE, "f" + function, 100 + builder.nodeCount(), 64);
        builder.setScope(closure, function);
        builder.addEdge(closure, EdgeKind.INTERNAL, "context", records.get(at));
        values.add(closure);
      }
    }
    for (int i = 0; i < 5; i++) {
      values.add(
          builder.addNode(
              NodeKind.OBJECT,
              NodeDetail.NONE,
              "N",
              100 + builder.nodeCount(),
              1 << random.nextInt(12)));
    }
    for (int i = 0; i < records.size(); i++) {
      int variables = table.scope(recordScopes.get(i)).variables().size();
      for (int slot = 0; slot < variables; slot++) {
        if (random.nextInt(4) > 0) {
          int value = values.get(random.nextInt(values.size()));
          builder.addEdge(records.get(i), EdgeKind.CONTEXT, "v" + slot, value);
        }
      }
    }
    for (int value : values) {
      if (builder.kind(value) == NodeKind.OBJECT && random.nextBoolean()) {
        builder.addEdge(value, EdgeKind.PROPERTY, "p", values.get(random.nextInt(values.size())));
      }
      if (random.nextInt(4) == 0) {
        builder.addEdge(0, EdgeKind.ELEMENT, value, value);
      }
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  private static ScopeTable table(Random random) {
    int count = 3 + random.nextInt(4);
    int[] parent = new int[count];
    int[] variables = new int[count];
    parent[0] = -1;
    for (int s = 1; s < count; s++) {
      // Pre-order: the parent is the last scope or one around it.
      int at = s - 1;
      while (at > 0 && random.nextInt(2) == 0) {
        at = parent[at];
      }
      parent[s] = Math.max(at, 0);
    }
    List<ScopeTable.Scope> scopes = new ArrayList<>();
    for (int s = 0; s < count; s++) {
      variables[s] = random.nextInt(4);
      List<ScopeTable.Variable> own = new ArrayList<>();
      for (int slot = 0; slot < variables[s]; slot++) {
        own.add(new ScopeTable.Variable("v" + slot, true));
      }
      Set<ScopeTable.Use> uses = new LinkedHashSet<>();
      for (int around = parent[s]; around >= 0; around = parent[around]) {
        for (int slot = 0; slot < variables[around]; slot++) {
          if (random.nextInt(3) == 0) {
            uses.add(new ScopeTable.Use(around, slot));
          }
        }
      }
      scopes.add(
          new ScopeTable.Scope(
              parent[s],
              "FunctionEnvironmentRecord",
              "f" + s,
              true,
              null,
              0,
              0,
              own,
              List.copyOf(uses)));
    }
    return new ScopeTable(scopes);
  }

  private static List<Integer> inner(ScopeTable table, int scope) {
    List<Integer> inner = new ArrayList<>();
    for (int s = 0; s < table.size(); s++) {
      if (table.scope(s).parent() == scope) {
        inner.add(s);
      }
    }
    return inner;
  }

  /// The bindings of living, seen records that no living closure uses, closure by closure.
  private static Set<Integer> unused(SnapshotGraph graph) {
    boolean[] alive = reach(graph, Set.of());
    Set<Integer> edges = bindings(graph, alive);
    edges.removeAll(usedBy(graph, alive));
    return edges;
  }

  /// The bindings that are not needed by closures which stay alive without unneeded bindings: more
  /// and more are found needed until nothing changes.
  private static Set<Integer> unneeded(SnapshotGraph graph) {
    Set<Integer> all = bindings(graph, reach(graph, Set.of()));
    Set<Integer> removed = new LinkedHashSet<>(all);
    while (true) {
      Set<Integer> needed = usedBy(graph, reach(graph, removed));
      if (!removed.removeAll(needed)) {
        return removed;
      }
    }
  }

  /// The bindings of living records that a living closure sees.
  private static Set<Integer> bindings(SnapshotGraph graph, boolean[] alive) {
    Set<Integer> edges = new LinkedHashSet<>();
    for (int closure = 0; closure < graph.nodeCount(); closure++) {
      if (alive[closure] && graph.kind(closure) == NodeKind.CLOSURE) {
        for (int record = next(graph, closure); record >= 0; record = next(graph, record)) {
          for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
            if (graph.edgeKind(edge) == EdgeKind.CONTEXT) {
              edges.add(edge);
            }
          }
        }
      }
    }
    return edges;
  }

  private static Set<Integer> usedBy(SnapshotGraph graph, boolean[] alive) {
    Set<Integer> used = new LinkedHashSet<>();
    for (int closure = 0; closure < graph.nodeCount(); closure++) {
      if (!alive[closure] || graph.kind(closure) != NodeKind.CLOSURE) {
        continue;
      }
      for (int record = next(graph, closure); record >= 0; record = next(graph, record)) {
        for (int edge = graph.firstEdge(record); edge < graph.endEdge(record); edge++) {
          String label = graph.edgeLabel(edge);
          int scope = graph.scopeOf(record);
          if (graph.edgeKind(edge) == EdgeKind.CONTEXT
              && graph.scopes().freeUses(graph.scopeOf(closure)).stream()
                  .anyMatch(use -> use.scope() == scope && ("v" + use.slot()).equals(label))) {
            used.add(edge);
          }
        }
      }
    }
    return used;
  }

  private static int next(SnapshotGraph graph, int node) {
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.INTERNAL) {
        return graph.edgeTarget(edge);
      }
    }
    return -1;
  }

  private static long saving(SnapshotGraph graph, Set<Integer> without) {
    boolean[] before = reach(graph, Set.of());
    boolean[] after = reach(graph, without);
    long bytes = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      bytes += before[node] && !after[node] ? graph.shallowBytes(node) : 0;
    }
    return bytes;
  }

  private static boolean[] reach(SnapshotGraph graph, Set<Integer> without) {
    boolean[] reached = new boolean[graph.nodeCount()];
    reached[0] = true;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int edge = 0; edge < graph.edgeCount(); edge++) {
        if (!without.contains(edge)
            && reached[graph.edgeSource(edge)]
            && !reached[graph.edgeTarget(edge)]) {
          reached[graph.edgeTarget(edge)] = true;
          changed = true;
        }
      }
    }
    return reached;
  }
}
