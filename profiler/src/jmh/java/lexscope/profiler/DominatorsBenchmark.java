package lexscope.profiler;

import java.util.concurrent.TimeUnit;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainedSizes;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.TestGraphs;
import lexscope.profiler.paths.ShortestPathFinder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Dominators, retained sizes and shortest paths of graphs like heaps and of lists ten million
/// links deep.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx8g", "-XX:+UseSerialGC"})
@State(Scope.Benchmark)
public class DominatorsBenchmark {
  @Param({"heap-1000000", "chain-10000000", "doubly-10000000"})
  public String shape = "";

  private SnapshotGraph graph = TestGraphs.chain(1);
  private DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);

  @Setup
  public void makeGraph() {
    int size = Integer.parseInt(shape.substring(shape.indexOf('-') + 1));
    graph =
        switch (shape.charAt(0)) {
          case 'h' -> TestGraphs.heapLike(size, 1);
          case 'c' -> TestGraphs.chain(size);
          default -> TestGraphs.doublyLinkedList(size);
        };
    tree = DominatorTree.of(graph, EdgeRule.STRONG);
  }

  @Benchmark
  public DominatorTree dominators() {
    return DominatorTree.of(graph, EdgeRule.STRONG);
  }

  @Benchmark
  public RetainedSizes dominatorsAndRetainedSizes() {
    return DominatorTree.of(graph, EdgeRule.STRONG).retainedSizes();
  }

  @Benchmark
  public ShortestPathFinder shortestPaths() {
    return new ShortestPathFinder(tree.edges());
  }
}
