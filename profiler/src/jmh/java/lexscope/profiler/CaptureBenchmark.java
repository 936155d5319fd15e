package lexscope.profiler;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.capture.SitePlaces;
import lexscope.profiler.capture.ToyHeap;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.WhyAnswer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Capture of a live heap of a million cells, and the way on to retained sizes.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx6g", "-XX:+UseSerialGC"})
@State(Scope.Benchmark)
public class CaptureBenchmark {
  private static final int CELLS = 1_000_000;

  private ToyHeap toy = new ToyHeap();

  @Setup
  public void makeHeap() {
    toy = new ToyHeap();
    Random random = new Random(1);
    ToyHeap.Thing[] things = new ToyHeap.Thing[CELLS];
    for (int i = 0; i < CELLS; i++) {
      things[i] = toy.thing("T" + i % 100, 32);
      if (i > 0) {
        things[Math.max(0, i - 1 - random.nextInt(40))].put("p" + i % 20, things[i]);
        things[i].put("q", things[random.nextInt(i)]);
      }
    }
    toy.root(ToyHeap.BINDING, "top", things[0]);
  }

  @Benchmark
  public SnapshotGraph capture() {
    return HeapCapture.capture(toy.heap, ToyHeap.Policy.WHOLE, GraphInfo.UNKNOWN, SitePlaces.NONE);
  }

  @Benchmark
  public long captureToRetainedSizes() {
    return DominatorTree.of(capture(), EdgeRule.STRONG).retainedSizes().totalBytes();
  }

  /// The whole way to one answer: capture, dominators, retained sizes, shortest path and cut.
  @Benchmark
  public WhyAnswer captureToWhy() {
    DominatorTree tree = DominatorTree.of(capture(), EdgeRule.STRONG);
    return WhyAnswer.of(tree, TargetQuery.parse("class:T7"));
  }
}
