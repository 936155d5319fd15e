package lexscope.profiler.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.carrotsearch.hppc.IntHashSet;
import java.util.Random;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnvironmentChainsTest {
  @Test
  @DisplayName("what is within a record is what comes to it along its chain, in any order of nodes")
  void withinIsWhatComesToTheRecord() {
    Random random = new Random(17);
    for (int round = 0; round < 500; round++) {
      int nodes = 2 + random.nextInt(60);
      SnapshotGraph graph = graph(nodes, random);
      IntHashSet records = new IntHashSet();
      for (int i = random.nextInt(4); i > 0; i--) {
        int node = random.nextInt(nodes);
        if (graph.detail(node).isRecord()) {
          records.add(node);
        }
      }
      EnvironmentChains chains = new EnvironmentChains(graph);
      long[] within = chains.within(records);
      for (int node = 0; node < nodes; node++) {
        assertThat((within[node >> 6] & 1L << node) != 0)
            .as("round %d, node %d", round, node)
            .isEqualTo(comesTo(chains, node, records));
      }
    }
  }

  @Test
  @DisplayName("a chain of a hundred thousand records numbered the wrong way takes no time either")
  void longChains() {
    int nodes = 100_000;
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    for (int node = 0; node < nodes; node++) {
      builder.addNode(NodeKind.OBJECT, NodeDetail.DECLARATIVE_RECORD, "", node, 8);
    }
    for (int node = 1; node < nodes; node++) {
      builder.addEdge(node, EdgeKind.INTERNAL, "[[OuterEnv]]", node - 1);
    }
    long[] within =
        new EnvironmentChains(builder.build(GraphInfo.UNKNOWN)).within(IntHashSet.from(10));
    int count = 0;
    for (long word : within) {
      count += Long.bitCount(word);
    }
    assertThat(count).isEqualTo(nodes - 10);
  }

  private static boolean comesTo(EnvironmentChains chains, int node, IntHashSet records) {
    int at = node;
    while (at >= 0 && !records.contains(at)) {
      at = chains.environmentOf(at);
    }
    return at >= 0;
  }

  /// Records, closures and others, each with an environment or without, and edges that look alike.
  private static SnapshotGraph graph(int nodes, Random random) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    int[] place = random.ints(0, nodes).distinct().limit(nodes).toArray();
    boolean[] isRecord = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      isRecord[node] = random.nextInt(3) > 0;
      builder.addNode(
          isRecord[node] ? NodeKind.OBJECT : NodeKind.CLOSURE,
          isRecord[node] ? NodeDetail.DECLARATIVE_RECORD : NodeDetail.NONE,
          "",
          node,
          8);
    }
    for (int node = 0; node < nodes; node++) {
      if (random.nextInt(3) == 0) {
        builder.addEdge(node, EdgeKind.PROPERTY, "other", random.nextInt(nodes));
      }
      // Chains have ends: an environment comes later in an order of its own.
      int outer = place[node] + 1 + random.nextInt(3);
      for (int other = 0; other < nodes; other++) {
        if (place[other] == outer && isRecord[other]) {
          builder.addEdge(node, EdgeKind.INTERNAL, "[[Environment]]", other);
        }
      }
    }
    return builder.build(GraphInfo.UNKNOWN);
  }
}
