package lexscope.js.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lexscope.js.benchmarks.GuestProgram.Subject;

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
    List<Double> all = new ArrayList<>();
    List<Double> closures = new ArrayList<>();
    System.out.println("| program | Rhino ms | Lexscope ms | times faster |");
    System.out.println("|---|---|---|---|");
    for (GuestProgram program : GuestProgram.values()) {
      if (!wanted.isEmpty() && wanted.stream().noneMatch(program.title()::startsWith)) {
        continue;
      }
      double[] rhino = new double[turns];
      double[] lexscope = new double[turns];
      for (int i = 0; i < turns; i++) {
        Measurement theirs = measure(Engine.RHINO, program, warmUp, round);
        Measurement ours = measure(Engine.LEXSCOPE, program, warmUp, round);
        if (theirs.checksum() != ours.checksum()) {
          throw new IllegalStateException(
              program.title() + ": " + theirs.checksum() + " but " + ours.checksum());
        }
        rhino[i] = theirs.nanos();
        lexscope[i] = ours.nanos();
      }
      double ratio = median(rhino) / median(lexscope);
      all.add(ratio);
      if (program.subject() == Subject.CLOSURES) {
        closures.add(ratio);
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.2f |%n",
          program.title(),
          median(rhino) / 1e6,
          median(lexscope) / 1e6,
          ratio);
    }
    System.out.printf(Locale.ROOT, "| **geometric mean** | | | **%.2f** |%n", geometricMean(all));
    System.out.printf(
        Locale.ROOT, "| **of the closures** | | | **%.2f** |%n", geometricMean(closures));
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

  private static double geometricMean(List<Double> values) {
    return Math.exp(values.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
  }
}
