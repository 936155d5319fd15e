package lexscope.js.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// One run of each program in the language of today.
public class LanguageBenchmark extends ProgramBenchmark {
  /// Which program.
  @Param public LanguageProgram program;

  /// Loads it.
  @Setup
  public void load() {
    load(program.name(), program.text());
  }
}
