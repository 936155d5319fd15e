package lexscope.js.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lexscope.js.benchmarks.GuestProgram.Subject;
import org.openjdk.jmh.util.ListStatistics;

/// How much faster than Rhino's interpreter programs run, as a table.
///
/// Each program runs in each engine in processes of their own, by turns, with the memory options
/// that the launcher gives the JVM. The clock is the CPU time of the process after warm-up; of
/// several rounds and processes the median counts. Both engines must give the same checksum.
final class RhinoComparison {
  /// For both engines.
  private static final List<String> JVM_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmn256m");

  /// What the launcher gives beyond that; it serves interpreters with one big loop.
  private static final List<String> LAUNCHER_OPTIONS =
      List.of(
          "-XX:PerMethodTrapLimit=1",
          "-XX:Tier4InvocationThreshold=20000",
          "-XX:Tier4MinInvocationThreshold=2400",
          "-XX:Tier4CompileThreshold=60000",
          "-XX:Tier4BackEdgeThreshold=160000");

  private static final int ROUNDS = 5;

  private RhinoComparison() {}

  private record Measurement(double checksum, double nanos) {}

  /// Prints the table.
  ///
  /// @param args processes per program and engine (1), milliseconds of warm-up (4000) and per round
  ///   (300), the beginnings of the names of the programs to take (all)
  public static void main(String[] args) throws IOException, InterruptedException {
    int turns = args.length > 0 ? Integer.parseInt(args[0]) : 1;
    String warmUp = args.length > 1 ? args[1] : "4000";
    String round = args.length > 2 ? args[2] : "300";
    List<String> wanted = args.length > 3 ? Arrays.asList(args).subList(3, args.length) : List.of();
    double[] all = new double[turns];
    double[] closures = new double[turns];
    int programs = 0;
    int closurePrograms = 0;
    System.out.println("| program | Rhino ms | Lexscope ms | times faster | 95 % |");
    System.out.println("|---|---|---|---|---|");
    for (GuestProgram program : GuestProgram.values()) {
      if (!wanted.isEmpty() && wanted.stream().noneMatch(program.title()::startsWith)) {
        continue;
      }
      double[] rhino = new double[turns];
      double[] lexscope = new double[turns];
      double[] ratios = new double[turns];
      programs++;
      closurePrograms += program.subject() == Subject.CLOSURES ? 1 : 0;
      for (int i = 0; i < turns; i++) {
        Measurement theirs = measure(Engine.RHINO, program, warmUp, round);
        Measurement ours = measure(Engine.LEXSCOPE, program, warmUp, round);
        if (theirs.checksum() != ours.checksum()) {
          throw new IllegalStateException(
              program.title() + ": " + theirs.checksum() + " but " + ours.checksum());
        }
        rhino[i] = theirs.nanos();
        lexscope[i] = ours.nanos();
        ratios[i] = Math.log(rhino[i] / lexscope[i]);
        all[i] += ratios[i];
        closures[i] += program.subject() == Subject.CLOSURES ? ratios[i] : 0;
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %s |%n",
          program.title(),
          median(rhino) / 1e6,
          median(lexscope) / 1e6,
          mean(ratios, 1));
    }
    System.out.println("| **geometric mean** | | | " + mean(all, programs) + " |");
    if (closurePrograms > 0) {
      System.out.println("| **of the closures** | | | " + mean(closures, closurePrograms) + " |");
    }
  }

  /// The geometric mean of paired ratios with its confidence interval, for which three pairs or
  /// more are needed.
  ///
  /// @param logarithms for each pair the sum of the logarithms of so many ratios
  private static String mean(double[] logarithms, int ratios) {
    var statistics =
        new ListStatistics(Arrays.stream(logarithms).map(sum -> sum / ratios).toArray());
    double[] interval = statistics.getConfidenceIntervalAt(0.95);
    return String.format(
        Locale.ROOT,
        "%.2f | %.2f to %.2f",
        Math.exp(statistics.getMean()),
        Math.exp(interval[0]),
        Math.exp(interval[1]));
  }

  private static Measurement measure(
      Engine engine, GuestProgram program, String warmUp, String round)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    if (engine == Engine.LEXSCOPE) {
      command.addAll(LAUNCHER_OPTIONS);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            EngineRun.class.getName(),
            engine.name(),
            program.name(),
            warmUp,
            String.valueOf(ROUNDS),
            round));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(engine + " failed on " + program.title());
    }
    String[] words = output.strip().split(" ");
    return new Measurement(Double.parseDouble(words[0]), Double.parseDouble(words[1]));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
