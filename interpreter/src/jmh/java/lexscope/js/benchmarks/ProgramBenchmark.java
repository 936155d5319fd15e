package lexscope.js.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One run of a program: how it is measured, and under the JVM options of the launcher.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {
      "-XX:+UseSerialGC",
      "-XX:+UseCompactObjectHeaders",
      "-Xmn256m",
      "-XX:PerMethodTrapLimit=1",
      "-XX:Tier4InvocationThreshold=20000",
      "-XX:Tier4MinInvocationThreshold=2400",
      "-XX:Tier4CompileThreshold=60000",
      "-XX:Tier4BackEdgeThreshold=160000"
    })
public abstract class ProgramBenchmark {
  private DoubleSupplier run;

  /// For its subclasses, which choose the programs.
  protected ProgramBenchmark() {}

  /// Loads the program that is measured.
  final void load(String title, String text) {
    run = Engine.LEXSCOPE.load(title, text);
  }

  /// Runs it.
  @Benchmark
  public double run() {
    return run.getAsDouble();
  }
}
