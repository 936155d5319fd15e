package lexscope.profiler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.TestGraphs;
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

/// Reading and writing `.heapsnapshot` files, and the whole way from bytes to retained sizes.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx6g", "-XX:+UseSerialGC"})
@State(Scope.Benchmark)
public class SnapshotFileBenchmark {
  @Param({"100000", "1000000"})
  public int nodes;

  private SnapshotGraph graph = TestGraphs.chain(1);
  private byte[] file = new byte[0];

  @Setup
  public void writeFile() throws IOException {
    graph = TestGraphs.heapLike(nodes, 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HeapSnapshotWriter.write(graph, out);
    file = out.toByteArray();
  }

  @Benchmark
  public SnapshotGraph read() throws IOException {
    return HeapSnapshotReader.read(new ByteArrayInputStream(file), "bench");
  }

  @Benchmark
  public long readToRetainedSizes() throws IOException {
    SnapshotGraph read = HeapSnapshotReader.read(new ByteArrayInputStream(file), "bench");
    return DominatorTree.of(read, EdgeRule.DEVTOOLS).retainedSizes().totalBytes();
  }

  @Benchmark
  public void write() throws IOException {
    HeapSnapshotWriter.write(graph, OutputStream.nullOutputStream());
  }
}
