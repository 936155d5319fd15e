package lexscope.profiler.dominators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EphemeronRuleTest {
  private static final int TABLE = 1;
  private static final int KEY = 2;
  private static final int VALUE = 3;

  @Test
  @DisplayName("the key retains the value while the table is reachable")
  void keyRetainsValue() {
    SnapshotGraph graph = entry(true, true);
    assertThat(DominatorTree.of(graph, EdgeRule.STRONG).dominator(VALUE)).isEqualTo(KEY);
    assertThat(DominatorTree.of(graph, EdgeRule.DEVTOOLS).dominator(VALUE)).isEqualTo(KEY);
    assertThat(DominatorTree.of(graph, EdgeRule.MEMLAB).dominator(VALUE))
        .isEqualTo(SnapshotGraph.ROOT);
  }

  @Test
  @DisplayName("without its table or its key the value is not alive under strong")
  void valueNeedsBoth() {
    assertThat(DominatorTree.of(entry(false, true), EdgeRule.STRONG).isAlive(VALUE)).isFalse();
    assertThat(DominatorTree.of(entry(true, false), EdgeRule.STRONG).isAlive(VALUE)).isFalse();
  }

  @Test
  @DisplayName(
      "entries whose table or key is the value of another entry are found to be alive as by"
          + " repeated marking")
  void chainsOfEntriesMatchRepeatedMarking() {
    for (long seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      int nodes = 3 + random.nextInt(10);
      SnapshotGraphBuilder builder = TestGraphs.nodes(nodes);
      List<int[]> strong = new ArrayList<>();
      List<int[]> entries = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        int[] edge = {random.nextInt(nodes), random.nextInt(nodes)};
        strong.add(edge);
        builder.addEdge(edge[0], EdgeKind.PROPERTY, "p", edge[1]);
      }
      for (int i = 0; i < nodes; i++) {
        int table = random.nextInt(nodes);
        int key = random.nextInt(nodes);
        if (table != key) {
          int value = random.nextInt(nodes);
          entries.add(new int[] {table, key, value});
          addEntry(builder, i, table, key, value);
        }
      }
      boolean[] expected = mark(nodes, strong, entries);
      DominatorTree tree = DominatorTree.of(builder.build(GraphInfo.UNKNOWN), EdgeRule.STRONG);
      for (int node = 0; node < nodes; node++) {
        assertThat(tree.isAlive(node)).as("seed %d node %d", seed, node).isEqualTo(expected[node]);
      }
    }
  }

  private static boolean[] mark(int nodes, List<int[]> strong, List<int[]> entries) {
    boolean[] marked = new boolean[nodes];
    marked[0] = true;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int[] edge : strong) {
        if (marked[edge[0]] && !marked[edge[1]]) {
          marked[edge[1]] = true;
          changed = true;
        }
      }
      for (int[] entry : entries) {
        if (marked[entry[0]] && marked[entry[1]] && !marked[entry[2]]) {
          marked[entry[2]] = true;
          changed = true;
        }
      }
    }
    return marked;
  }

  private static SnapshotGraph entry(boolean tableIsReachable, boolean keyIsReachable) {
    SnapshotGraphBuilder builder = TestGraphs.nodes(4);
    if (tableIsReachable) {
      builder.addEdge(0, EdgeKind.PROPERTY, "table", TABLE);
    }
    if (keyIsReachable) {
      builder.addEdge(0, EdgeKind.PROPERTY, "key", KEY);
    }
    addEntry(builder, 0, TABLE, KEY, VALUE);
    return builder.build(GraphInfo.UNKNOWN);
  }

  private static void addEntry(
      SnapshotGraphBuilder builder, int index, int table, int key, int value) {
    String label = Ephemerons.label(index, "K", key + 1, "V", value + 1, table + 1);
    builder.addEdge(table, EdgeKind.INTERNAL, label, value);
    builder.addEdge(key, EdgeKind.INTERNAL, label, value);
  }
}
