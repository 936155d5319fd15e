package lexscope.scenarios;

import java.util.Locale;
import lexscope.scenarios.RecordingBenchmark.Recorder;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;

/// Runs {@link RecordingBenchmark} in several processes under every {@link Recorder} and prints the
/// CPU time of the watched program as a part of that of the one that nothing watched: geometric
/// means over the processes, with intervals that hold the true one with 95 % confidence.
final class RecordingComparison {
  private static final double CONFIDENCE = 0.95;

  private RecordingComparison() {}

  /// Prints the table.
  ///
  /// @param args how many processes for each, 3 at least
  public static void main(String[] args) throws RunnerException {
    int processes = Integer.parseInt(args[0]);
    System.out.println("| recorder | CPU time, of that with none | 95 % | of each process |");
    System.out.println("|---|---|---|---|");
    for (Recorder mode : Recorder.values()) {
      ListStatistics logs = new ListStatistics();
      StringBuilder each = new StringBuilder();
      for (BenchmarkResult process : run(mode, processes)) {
        double ratio = sum(process, "watched") / sum(process, "alone");
        logs.addValue(Math.log(ratio));
        each.append(String.format(Locale.ROOT, " %.3f", ratio));
      }
      double[] interval = logs.getConfidenceIntervalAt(CONFIDENCE);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f to %.3f |%s |%n",
          mode,
          Math.exp(logs.getMean()),
          Math.exp(interval[0]),
          Math.exp(interval[1]),
          each);
    }
  }

  private static Iterable<BenchmarkResult> run(Recorder mode, int processes)
      throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(RecordingBenchmark.class.getName())
            .param("mode", mode.name())
            .forks(processes)
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Runner(options).runSingle().getBenchmarkResults();
  }

  private static double sum(BenchmarkResult process, String counter) {
    double sum = 0;
    for (IterationResult iteration : process.getIterationResults()) {
      sum += iteration.getSecondaryResults().get(counter).getScore();
    }
    return sum;
  }
}
