package lexscope.scenarios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lexscope.scenarios.RecordingBenchmark.Recorder;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;

/// {@link RecordingBenchmark} in pairs: each round runs it once under every {@link Recorder}, in a
/// process each, and every second round the other way around. So load that comes and goes meets all
/// of them, and a ratio is taken within its round only. Printed are the ratios to a run that
/// nothing listens to: geometric means, with intervals that hold the true one with 95 % confidence.
final class RecordingComparison {
  private static final double CONFIDENCE = 0.95;

  private RecordingComparison() {}

  /// Prints the table.
  ///
  /// @param args how many rounds, 3 at least
  public static void main(String[] args) throws RunnerException {
    int rounds = Integer.parseInt(args[0]);
    Map<Recorder, ListStatistics> ratios = new EnumMap<>(Recorder.class);
    for (int round = 0; round < rounds; round++) {
      List<Recorder> order = new ArrayList<>(List.of(Recorder.values()));
      if (round % 2 == 1) {
        Collections.reverse(order);
      }
      Map<Recorder, Double> millis = new EnumMap<>(Recorder.class);
      for (Recorder mode : order) {
        millis.put(mode, millis(mode));
      }
      System.out.println("round " + (round + 1) + ", ms of CPU: " + millis);
      double alone = millis.get(Recorder.NONE);
      millis.forEach((mode, time) ->
          ratios.computeIfAbsent(mode, _ -> new ListStatistics()).addValue(Math.log(time / alone)));
    }
    System.out.println("| recorder | CPU time, of that with none | 95 % |");
    System.out.println("|---|---|---|");
    ratios.forEach((mode, logs) -> {
      if (mode != Recorder.NONE) {
        double[] interval = logs.getConfidenceIntervalAt(CONFIDENCE);
        System.out.printf(
            Locale.ROOT,
            "| %s | %.3f | %.3f to %.3f |%n",
            mode,
            Math.exp(logs.getMean()),
            Math.exp(interval[0]),
            Math.exp(interval[1]));
      }
    });
  }

  private static double millis(Recorder mode) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(RecordingBenchmark.class.getName())
            .param("mode", mode.name())
            .addProfiler(CpuTimeProfiler.class)
            .forks(1)
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Runner(options)
        .runSingle()
        .getSecondaryResults()
        .get(CpuTimeProfiler.LABEL)
        .getScore();
  }
}
