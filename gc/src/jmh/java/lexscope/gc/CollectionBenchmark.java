package lexscope.gc;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds per cell: of a collection where all survive, and of allocating cells that die.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-Xmn1g", "-Xms2g", "--sun-misc-unsafe-memory-access=allow"})
public class CollectionBenchmark {
  static final int CELLS = 1_000_000;

  /// Whether edges lead to neighbours in the table or anywhere.
  @Param({"local", "random"})
  public String wiring;

  private Heap heap;

  /// A heap of a million cells with two edges each.
  @Setup(Level.Trial)
  public void fill() {
    heap = new Heap(() -> "all");
    var random = new Random(1);
    var cells = new Pair[CELLS];
    for (int i = 0; i < CELLS; i++) {
      cells[i] = heap.allocateUnrooted(new Pair());
    }
    for (int i = 0; i < CELLS; i++) {
      cells[i].left = cells[Math.min(CELLS - 1, i + 1)];
      cells[i].right = cells[wiring.equals("local") ? Math.max(0, i - 10) : random.nextInt(CELLS)];
    }
    heap.addRootSource((_, visitor) -> visitor.root(RootKind.HELD, "benchmark", cells[0]));
  }

  /// Mark and sweep when everything lives, per cell.
  @Benchmark
  @OperationsPerInvocation(CELLS)
  public CollectionSummary collectWhereAllSurvive() {
    return heap.collect("benchmark");
  }

  /// A cell that dies young, its share of the collections included.
  @Benchmark
  public Object allocateGarbage() {
    Pair pair = heap.allocateUnrooted(new Pair());
    heap.safepoint();
    return pair;
  }

  static final class Pair extends Cell {
    Pair left;
    Pair right;

    @Override
    public long shallowBytes() {
      return 32;
    }

    @Override
    protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
      visitor.edge(EdgeKind.PROPERTY, "left", left);
      visitor.edge(EdgeKind.PROPERTY, "right", right);
    }

    @Override
    public CellKind kind() {
      return CellKind.OBJECT;
    }

    @Override
    public String name() {
      return "Pair";
    }
  }
}
