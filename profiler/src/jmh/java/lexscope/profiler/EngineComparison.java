package lexscope.profiler;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lexscope.profiler.format.SnapshotGenerator;
import lexscope.testing.NodeProcess;

/// What reading a snapshot, dominators and retained sizes cost beside memlab and Chrome DevTools'
/// own heap-snapshot worker, as tables. Each runs in processes of its own, by turns, on files that
/// {@link SnapshotGenerator} writes; ours prints the whole histogram besides, and keeps no index.
/// CPU time, wall time and the largest resident set are those that GNU `time` reports; of several
/// rounds the median counts. Behind each median stands the system's load before and after.
///
/// The packed program must have been built. Packages and files lie in a folder below the temporary
/// one and stay there for the next run.
final class EngineComparison {
  private static final List<String> PACKAGES =
      List.of("chrome-devtools-frontend@1.0.1705227", "@memlab/core@2.0.5", "esbuild@0.28.2");

  private static final String OURS = "Lexscope";
  private static final String REOPENED = "Lexscope, second opening";
  private static final String MEMLAB = "memlab";
  private static final String DEVTOOLS = "DevTools";

  /// DevTools and memlab are asked for files up to this size: beyond it Node would need options.
  private static final int LARGEST_FOR_NODE = 6_000_000;

  private EngineComparison() {}

  private record Cost(double cpu, double wall, double megabytes) {}

  /// Prints the tables.
  ///
  /// @param args the launcher, how many rounds, and the sizes in nodes
  public static void main(String[] args) throws IOException, InterruptedException {
    Path launcher = Path.of(args[0]).toAbsolutePath().normalize();
    int rounds = Integer.parseInt(args[1]);
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "lexscope-engines");
    install(folder);
    System.out.println(
        "| nodes | engine | CPU s | wall s | MB | bytes a node | CPU ratio | wall ratio | memory"
            + " ratio | load |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    Map<Integer, Map<String, Cost>> medians = new TreeMap<>();
    for (String size : Arrays.asList(args).subList(2, args.length)) {
      int nodes = Integer.parseInt(size.replace("_", ""));
      Path file = folder.resolve("generated-" + nodes + ".heapsnapshot");
      if (!Files.exists(file)) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          SnapshotGenerator.write(out, nodes);
        }
      }
      List<String> histo = List.of(launcher.toString(), "histo", "--json", file.toString());
      List<String> unkept = new ArrayList<>(histo);
      unkept.add("--no-index");
      Map<String, List<String>> engines = new LinkedHashMap<>();
      engines.put(OURS, unkept);
      if (nodes <= LARGEST_FOR_NODE) {
        engines.put(MEMLAB, List.of("node", "memlab-load.cjs", file.toString()));
        engines.put(DEVTOOLS, List.of("node", "devtools-load.mjs", file.toString()));
      }
      medians.put(nodes, compare(folder, nodes, engines, rounds));
      // The first opening makes the index.
      run(folder, histo);
      medians.get(nodes).putAll(compare(folder, nodes, Map.of(REOPENED, histo), rounds));
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".lexscope"));
    }
    printGoals(medians);
  }

  /// The figures that the project holds itself to, as far as the sizes were asked for.
  private static void printGoals(Map<Integer, Map<String, Cost>> medians) {
    System.out.println();
    System.out.println("| | measured | at most |");
    System.out.println("|---|---|---|");
    medians.forEach((nodes, costs) -> {
      Cost ours = costs.get(OURS);
      Cost memlab = costs.get(MEMLAB);
      Cost devtools = costs.get(DEVTOOLS);
      Cost again = costs.get(REOPENED);
      if (ours == null) {
        return;
      }
      if (memlab != null && devtools != null && nodes > 5_000_000) {
        goal(nodes, "CPU, of memlab's", ours.cpu / memlab.cpu, 0.30);
        goal(nodes, "CPU, of DevTools'", ours.cpu / devtools.cpu, 0.25);
        goal(nodes, "wall, of memlab's", ours.wall / memlab.wall, 0.25);
        goal(nodes, "memory, of memlab's", ours.megabytes / memlab.megabytes, 0.5);
        goal(nodes, "bytes a node", ours.megabytes * 1e6 / nodes, 110);
      }
      if (memlab != null && nodes <= 100_000) {
        goal(nodes, "wall, of memlab's", ours.wall / memlab.wall, 1);
      }
      if (again != null && nodes >= 1_000_000) {
        goal(nodes, "second opening, wall, of the first", again.wall / ours.wall, 0.1);
      }
    });
    Map<String, Cost> one = medians.getOrDefault(1_000_000, Map.of());
    Map<String, Cost> thirty = medians.getOrDefault(30_000_000, Map.of());
    Cost small = one.get(OURS);
    Cost large = thirty.get(OURS);
    if (small != null && large != null) {
      goal(30_000_000, "CPU a node, of that at 1 M", large.cpu / 30 / small.cpu, 1.6);
    }
  }

  private static void goal(int nodes, String what, double measured, double most) {
    System.out.printf(
        Locale.ROOT, "| %,d nodes: %s | %.2f | %.2f |%n", nodes, what, measured, most);
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

  private static Map<String, Cost> compare(
      Path folder, int nodes, Map<String, List<String>> engines, int rounds)
      throws IOException, InterruptedException {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    double before = load();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, List<String>> engine : engines.entrySet()) {
        costs
            .computeIfAbsent(engine.getKey(), _ -> new ArrayList<>())
            .add(run(folder, engine.getValue()));
      }
    }
    double after = load();
    Map<String, Cost> medians = new LinkedHashMap<>();
    costs.forEach((engine, all) -> medians.put(engine, median(all)));
    Cost ours = medians.values().iterator().next();
    medians.forEach((engine, cost) ->
        System.out.printf(
            Locale.ROOT,
            "| %,d | %s | %.2f | %.2f | %.0f | %.0f | %.2f | %.2f | %.2f | %.1f to %.1f |%n",
            nodes,
            engine,
            cost.cpu,
            cost.wall,
            cost.megabytes,
            cost.megabytes * 1e6 / nodes,
            ours.cpu / cost.cpu,
            ours.wall / cost.wall,
            ours.megabytes / cost.megabytes,
            before,
            after));
    return medians;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
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
