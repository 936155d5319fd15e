package lexscope.profiler.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JointSavingTest {
  @Test
  @DisplayName("two edges that keep one object save it only together")
  void sharedObjects() {
    SnapshotGraph graph = TestGraphs.of(4, 0, 1, 0, 2, 1, 3, 2, 3);
    JointSaving joint =
        new JointSaving(RetainingEdges.of(graph, EdgeRule.STRONG), new int[] {2, 3});
    assertThat(joint.of(new int[] {2}).bytes()).isZero();
    assertThat(joint.of(new int[] {3}).bytes()).isZero();
    assertThat(joint.of(new int[] {2, 3})).isEqualTo(new JointSaving.Saving(4, 1));
    assertThat(joint.total()).isEqualTo(new JointSaving.Saving(4, 1));
  }

  @Test
  @DisplayName("what a group of edges saves is what marking everything anew without them saves")
  void groupsMatchMarkingAnew() {
    int saved = 0;
    for (long seed = 0; seed < 4000; seed++) {
      Random random = new Random(seed);
      SnapshotGraph graph = withEntries(random);
      RetainingEdges edges = RetainingEdges.of(graph, EdgeRule.STRONG);
      int[] dead = chosen(random, edges, IntStream.range(0, graph.edgeCount()).toArray());
      JointSaving joint = new JointSaving(edges, dead);
      assertThat(joint.total()).as("seed %d", seed).isEqualTo(anew(graph, dead));
      for (int i = 0; i < 4; i++) {
        int[] group = chosen(random, edges, dead);
        JointSaving.Saving expected = anew(graph, group);
        assertThat(joint.of(group))
            .as("seed %d group %s", seed, Arrays.toString(group))
            .isEqualTo(expected);
        saved += expected.nodes();
      }
    }
    assertThat(saved).isGreaterThan(1000);
  }

  private static int[] chosen(Random random, RetainingEdges edges, int[] from) {
    return Arrays.stream(from)
        .filter(
            edge -> edges.retains(edge) && !isEntry(edges.graph(), edge) && random.nextInt(3) == 0)
        .toArray();
  }

  private static boolean isEntry(SnapshotGraph graph, int edge) {
    return graph.ephemerons().isFromTable(edge) || graph.ephemerons().tableOf(edge) >= -1;
  }

  private static SnapshotGraph withEntries(Random random) {
    int nodes = 3 + random.nextInt(12);
    SnapshotGraphBuilder builder = TestGraphs.nodes(nodes);
    for (int i = 0; i < nodes * 2; i++) {
      builder.addEdge(random.nextInt(nodes), EdgeKind.CONTEXT, "b" + i, random.nextInt(nodes));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      int table = random.nextInt(nodes);
      int key = random.nextInt(nodes);
      int value = random.nextInt(nodes);
      if (table != key) {
        String label = Ephemerons.label(i, "K", key + 1, "V", value + 1, table + 1);
        builder.addEdge(table, EdgeKind.INTERNAL, label, value);
        builder.addEdge(key, EdgeKind.INTERNAL, label, value);
      }
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  /// Marks again and again until nothing changes, with and without the edges.
  private static JointSaving.Saving anew(SnapshotGraph graph, int[] without) {
    boolean[] before = mark(graph, new int[0]);
    boolean[] after = mark(graph, without);
    long bytes = 0;
    int nodes = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (before[node] && !after[node]) {
        bytes += graph.shallowBytes(node);
        nodes++;
      }
    }
    return new JointSaving.Saving(bytes, nodes);
  }

  private static boolean[] mark(SnapshotGraph graph, int[] without) {
    boolean[] marked = new boolean[graph.nodeCount()];
    marked[0] = true;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int edge = 0; edge < graph.edgeCount(); edge++) {
        int source = graph.edgeSource(edge);
        int removed = edge;
        if (!marked[source]
            || marked[graph.edgeTarget(edge)]
            || graph.ephemerons().isFromTable(edge)
            || Arrays.stream(without).anyMatch(each -> each == removed)) {
          continue;
        }
        int table = graph.ephemerons().tableOf(edge);
        if (table == -2 || table >= 0 && marked[table]) {
          marked[graph.edgeTarget(edge)] = true;
          changed = true;
        }
      }
    }
    return marked;
  }
}
