package lexscope.js.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// One run of each program that is compared with Rhino.
public class GuestProgramBenchmark extends ProgramBenchmark {
  /// Which program.
  @Param public GuestProgram program;

  /// Loads it.
  @Setup
  public void load() {
    load(program.title(), program.text());
  }
}
