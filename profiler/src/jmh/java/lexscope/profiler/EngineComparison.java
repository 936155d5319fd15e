package lexscope.profiler;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lexscope.profiler.format.SnapshotGenerator;
import lexscope.testing.NodeProcess;

/// What reading a snapshot, dominators and retained sizes cost beside memlab and Chrome DevTools'
/// own heap-snapshot worker, as a table. Each runs in processes of its own, by turns, on files that
/// {@link SnapshotGenerator} writes; ours prints the whole histogram besides. CPU time, wall time
/// and the largest resident set are those that GNU `time` reports; of several rounds the median
/// counts.
///
/// The packed program must have been built. Packages and files lie in a folder below the temporary
/// one and stay there for the next run.
final class EngineComparison {
  private static final List<String> PACKAGES =
      List.of("chrome-devtools-frontend@1.0.1705227", "@memlab/core@2.0.5", "esbuild@0.28.2");

  /// DevTools and memlab are asked for files up to this size: beyond it Node would need options.
  private static final int LARGEST_FOR_NODE = 6_000_000;

  private EngineComparison() {}

  private record Cost(double cpu, double wall, double megabytes) {}

  /// Prints the table.
  ///
  /// @param args the launcher, how many rounds, and the sizes in nodes
  public static void main(String[] args) throws IOException, InterruptedException {
    Path launcher = Path.of(args[0]).toAbsolutePath().normalize();
    int rounds = Integer.parseInt(args[1]);
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "lexscope-engines");
    install(folder);
    System.out.println(
        "| nodes | engine | CPU s | wall s | MB | bytes a node | CPU ratio | wall ratio | memory"
            + " ratio |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (String size : Arrays.asList(args).subList(2, args.length)) {
      int nodes = Integer.parseInt(size.replace("_", ""));
      Path file = folder.resolve("generated-" + nodes + ".heapsnapshot");
      if (!Files.exists(file)) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          SnapshotGenerator.write(out, nodes);
        }
      }
      Map<String, List<String>> engines = new LinkedHashMap<>();
      engines.put("Lexscope", List.of(launcher.toString(), "histo", "--json", file.toString()));
      if (nodes <= LARGEST_FOR_NODE) {
        engines.put("memlab", List.of("node", "memlab-load.cjs", file.toString()));
        engines.put("DevTools", List.of("node", "devtools-load.mjs", file.toString()));
      }
      compare(folder, nodes, engines, rounds);
    }
  }

  private static void install(Path folder) {
    for (String script : List.of("devtools-build.mjs", "devtools-load.mjs", "memlab-load.cjs")) {
      NodeProcess.copy(SnapshotGenerator.class, script, folder);
    }
    NodeProcess.install(folder, PACKAGES);
    if (!Files.exists(folder.resolve("devtools.mjs"))) {
      NodeProcess.run(folder, "devtools-build.mjs");
    }
  }

  private static void compare(Path folder, int nodes, Map<String, List<String>> engines, int rounds)
      throws IOException, InterruptedException {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> engine : engines.entrySet()) {
        costs
            .computeIfAbsent(engine.getKey(), _ -> new ArrayList<>())
            .add(run(folder, engine.getValue()));
      }
    }
    Cost ours = median(costs.getOrDefault("Lexscope", List.of()));
    for (Map.Entry<String, List<Cost>> engine : costs.entrySet()) {
      Cost cost = median(engine.getValue());
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %.2f | %.2f | %.0f | %.0f | %.2f | %.2f | %.2f |%n",
          nodes,
          engine.getKey(),
          cost.cpu,
          cost.wall,
          cost.megabytes,
          cost.megabytes * 1e6 / nodes,
          ours.cpu / cost.cpu,
          ours.wall / cost.wall,
          ours.megabytes / cost.megabytes);
    }
  }

  private static Cost run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path report = Files.createTempFile(folder, "time", ".txt");
    List<String> timed =
        new ArrayList<>(List.of("time", "-o", report.toString(), "-f", "%U %S %e %M"));
    timed.addAll(command);
    Process process =
        new ProcessBuilder(timed)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("failed: " + command);
    }
    String[] words = Files.readString(report).strip().split(" ");
    Files.delete(report);
    return new Cost(
        Double.parseDouble(words[0]) + Double.parseDouble(words[1]),
        Double.parseDouble(words[2]),
        Double.parseDouble(words[3]) * 1024 / 1e6);
  }

  private static Cost median(List<Cost> costs) {
    int middle = costs.size() / 2;
    return new Cost(
        costs.stream().mapToDouble(Cost::cpu).sorted().toArray()[middle],
        costs.stream().mapToDouble(Cost::wall).sorted().toArray()[middle],
        costs.stream().mapToDouble(Cost::megabytes).sorted().toArray()[middle]);
  }
}
