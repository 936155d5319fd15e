package lexscope.profiler.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GrowingEdgesTest {
  private record Edge(int label, int target) {}

  @Test
  @DisplayName("edges of one source keep their order, whenever they were added")
  void orderIsKept() {
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      int nodes = 1 + random.nextInt(8);
      compare(nodes, random.nextInt(40), random, 2);
    }
  }

  @Test
  @DisplayName("so they do across pages, with stragglers in between")
  void acrossPages() {
    compare(50_000, 700_000, new Random(1), 1000);
  }

  /// Adds edges of ascending sources with stragglers, one in `rare`.
  private static void compare(int nodes, int edges, Random random, int rare) {
    GrowingEdges growing = new GrowingEdges(random.nextInt(2 * nodes));
    List<List<Edge>> expected = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      expected.add(new ArrayList<>());
    }
    for (int i = 0; i < edges; i++) {
      int source = (int) ((long) i * nodes / edges);
      int target = random.nextInt(nodes);
      if (random.nextInt(rare) > 0) {
        growing.add(source, (byte) 1, i, target);
      } else if (random.nextBoolean()) {
        source = random.nextInt(source + 1);
        growing.add(source, (byte) 1, i, target);
      } else {
        source = random.nextInt(nodes);
        growing.addAside(source, (byte) 1, i, target);
      }
      expected.get(source).add(new Edge(i, target));
    }
    GrowingEdges.Columns columns = growing.columns(nodes);
    assertThat(columns.first()).hasSize(nodes + 1);
    assertThat(columns.first()[nodes]).isEqualTo(edges);
    assertThat(columns.kind()).hasSize(edges).doesNotContain((byte) 0);
    for (int node = 0; node < nodes; node++) {
      List<Edge> actual = new ArrayList<>();
      for (int edge = columns.first()[node]; edge < columns.first()[node + 1]; edge++) {
        actual.add(new Edge(columns.label()[edge], columns.target()[edge]));
      }
      assertThat(actual).isEqualTo(expected.get(node));
    }
  }
}
