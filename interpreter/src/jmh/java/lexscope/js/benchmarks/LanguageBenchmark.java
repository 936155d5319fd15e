package lexscope.js.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
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

/// One run of each program in the language of today.
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
public class LanguageBenchmark {
  /// Which program.
  @Param public LanguageProgram program;

  private DoubleSupplier run;

  /// Loads it.
  @Setup
  public void load() {
    run = Engine.LEXSCOPE.load(program.name(), program.text());
  }

  /// Runs it.
  @Benchmark
  public double run() {
    return run.getAsDouble();
  }
}
