package lexscope.profiler;

import java.util.List;
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
import lexscope.profiler.why.WhyAnswer;
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

/// Capture of a live heap, and the way on to one answer: of a million objects with edges at random,
/// and of a million Environment Records, each with a closure that one registry holds. The JVM has
/// the options of the launcher and a heap that holds all at once; the pages of that heap are its
/// own before anything is measured, since what it costs to get one from the system says more about
/// a virtual machine's host than about a capture. `-prof lexscope.profiler.ProcessCpuProfiler` adds
/// the CPU time of the process.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 7)
@Fork(
    value = 1,
    jvmArgs = {
      "-Xms4g",
      "-Xmx4g",
      "-XX:+AlwaysPreTouch",
      "-Xmn256m",
      "-Xss1m",
      "-XX:+UseSerialGC",
      "-XX:+UseCompactObjectHeaders",
      "-XX:PretenureSizeThreshold=1m"
    })
@State(Scope.Benchmark)
public class CaptureBenchmark {
  private static final int COUNT = 1_000_000;

  @Param({"objects", "records"})
  public String heap = "";

  private ToyHeap toy = new ToyHeap();
  private TargetQuery query = TargetQuery.parse("#0");

  @Setup
  public void makeHeap() {
    toy = new ToyHeap();
    if (heap.equals("records")) {
      makeRecords();
    } else {
      makeObjects();
    }
  }

  private void makeObjects() {
    query = TargetQuery.parse("class:T7");
    Random random = new Random(1);
    ToyHeap.Thing[] things = new ToyHeap.Thing[COUNT];
    for (int i = 0; i < COUNT; i++) {
      things[i] = toy.thing("T" + i % 100, 32);
      if (i > 0) {
        things[Math.max(0, i - 1 - random.nextInt(40))].put("p" + i % 20, things[i]);
        things[i].put("q", things[random.nextInt(i)]);
      }
    }
    toy.root(ToyHeap.BINDING, "top", things[0]);
  }

  private void makeRecords() {
    query = TargetQuery.parse("class:State");
    ToyHeap.Text text = new ToyHeap.Text();
    ToyHeap.Layout handler = text.scope(null, "handler", 10, 90, List.of("state", "shared"));
    ToyHeap.Layout callback = text.scope(handler, "callback", 20, 30, List.of(), 0);
    ToyHeap.Thing registry = toy.thing("Registry", 32);
    ToyHeap.Thing shared = toy.thing("Shared", 32);
    for (int i = 0; i < COUNT; i++) {
      ToyHeap.Record record = toy.heap.allocateUnrooted(new ToyHeap.Record(handler, null, i));
      record.slots[0] = i == COUNT / 2 ? toy.thing("State", 64) : null;
      record.slots[1] = shared;
      registry.element(toy.heap.allocateUnrooted(new ToyHeap.Closure(callback, record)));
    }
    toy.root(ToyHeap.BINDING, "registry", registry);
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
    return WhyAnswer.of(tree, query);
  }
}
