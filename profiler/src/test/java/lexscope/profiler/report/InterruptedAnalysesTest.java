package lexscope.profiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.export.HprofWriter;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.profiler.graph.Interruptible;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.TestGraphs;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.MergedRetainers;
import lexscope.profiler.paths.PathClusters;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.profiler.paths.WhatIf;
import lexscope.profiler.suspects.Suspects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Ctrl-C ends an analysis by interrupting its thread.
class InterruptedAnalysesTest {
  private static final int NODES = 300_000;

  private final SnapshotGraph graph = TestGraphs.heapLike(NODES, 7);
  private final DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
  private final DominatedSets sets = new DominatedSets(tree);
  private final int[] all = IntStream.range(1, NODES).toArray();

  @Test
  @DisplayName("no 100,000 steps lie between two questions whether to go on")
  void strideIsShort() {
    assertThat(Monitor.STRIDE).isLessThan(100_000);
  }

  @Test
  @DisplayName("trees, sizes and paths of all nodes can be interrupted")
  void basics() {
    Interruptible.assertEnds(
        "dominators", 4 * NODES, () -> DominatorTree.of(graph, EdgeRule.STRONG));
    Interruptible.assertEnds(
        "retained sizes",
        2 * NODES,
        () -> DominatorTree.of(graph, EdgeRule.STRONG).retainedSizes());
    Interruptible.assertEnds("retainers", 0, () -> TestGraphs.heapLike(NODES, 7).retainers());
    Interruptible.assertEnds(
        "shortest paths", 0, () -> new ShortestPathFinder(tree.edges()).isReached(NODES - 1));
    assertThat(Histogram.of(tree).rows()).isNotEmpty();
    Interruptible.assertEnds("histogram", NODES, () -> Histogram.of(tree));
  }

  @Test
  @DisplayName("numbering the tree and adding up sets can be interrupted")
  void dominatedSets() {
    Interruptible.assertEnds("numbering", NODES, () -> new DominatedSets(tree));
    Interruptible.assertEnds("bytes of a set", NODES, () -> sets.bytes(all));
  }

  @Test
  @DisplayName("merging the retainers of all nodes can be interrupted")
  void mergedRetainers() {
    graph.retainers();
    Interruptible.assertEnds(
        "merged retainers",
        NODES + graph.edgeCount(),
        () -> MergedRetainers.of(sets, MergedRetainers.Limits.NONE, all));
  }

  @Test
  @DisplayName("grouping all nodes by their paths can be interrupted")
  void pathClusters() {
    ShortestPathFinder finder = new ShortestPathFinder(tree.edges());
    PathClusters.of(sets, finder, all);
    Interruptible.assertEnds("clusters", 2 * NODES, () -> PathClusters.of(sets, finder, all));
    SnapshotGraph chain = TestGraphs.chain(NODES);
    DominatorTree ofChain = DominatorTree.of(chain, EdgeRule.STRONG);
    ShortestPathFinder along = new ShortestPathFinder(ofChain.edges());
    assertThat(along.isReached(NODES)).isTrue();
    DominatedSets setsOfChain = new DominatedSets(ofChain);
    Interruptible.assertEnds(
        "clusters of one deep node", 2 * NODES, () -> PathClusters.of(setsOfChain, along, NODES));
  }

  @Test
  @DisplayName("thinking edges away can be interrupted")
  void whatIf() {
    Interruptible.assertEnds("what if", 2 * NODES, () -> WhatIf.of(tree, List.of(1, 2)));
  }

  @Test
  @DisplayName("looking for suspects can be interrupted")
  void suspects() {
    Interruptible.assertEnds("suspects", 10 * NODES, () -> Suspects.of(tree));
  }

  @Test
  @DisplayName("exports can be interrupted")
  void exports() {
    Interruptible.assertEnds(
        "snapshot", 2 * NODES, () -> written(out -> HeapSnapshotWriter.write(graph, out)));
    Interruptible.assertEnds("HPROF", NODES, () -> written(out -> HprofWriter.write(graph, out)));
  }

  private interface Write {
    void to(OutputStream out) throws IOException;
  }

  private static void written(Write write) {
    try {
      write.to(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
