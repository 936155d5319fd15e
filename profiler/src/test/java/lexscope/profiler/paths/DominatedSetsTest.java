package lexscope.profiler.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DominatedSetsTest {
  @Test
  @DisplayName(
      "on random graphs one node dominates another if it stands in its chain of dominators")
  void dominates() {
    for (long seed = 0; seed < 2000; seed++) {
      DominatorTree tree = DominatorTree.of(TestGraphs.random(seed), EdgeRule.STRONG);
      DominatedSets sets = new DominatedSets(tree);
      for (int node = 0; node < tree.graph().nodeCount(); node++) {
        Set<Integer> chain = new HashSet<>();
        Arrays.stream(tree.dominatorChain(node)).forEach(chain::add);
        for (int other = 0; other < tree.graph().nodeCount(); other++) {
          assertThat(sets.dominates(other, node))
              .as("seed %d: %d over %d", seed, other, node)
              .isEqualTo(chain.contains(other));
        }
      }
    }
  }

  @Test
  @DisplayName("the bytes of a set are those of all nodes that one of the set dominates, once each")
  void bytes() {
    for (long seed = 0; seed < 2000; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
      DominatedSets sets = new DominatedSets(tree);
      int[] set = new Random(seed).ints(1 + seed % 5, 0, graph.nodeCount()).toArray();
      long expected = 0;
      for (int node = 0; node < graph.nodeCount(); node++) {
        boolean isIn = false;
        for (int at : tree.dominatorChain(node)) {
          isIn |= Arrays.stream(set).anyMatch(each -> each == at);
        }
        expected += isIn ? graph.shallowBytes(node) : 0;
      }
      assertThat(sets.bytes(set)).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
