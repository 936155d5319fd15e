package lexscope.js.test262;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Runs test262 (https://github.com/tc39/test262) and counts by directory.
///
/// Usage: `Test262Runner CHECKOUT [--threads N] [--every N] [--depth N] [--stress] [--counts FILE]
/// [--failures FILE] [DIRECTORY…]`. Directories are relative to `test/`. A test runs in strict and
/// in sloppy code as its flags say; it passes if it passes in both.
public final class Test262Runner {
  private static final long TIMEOUT_NANOS = 10_000_000_000L;
  private static final long STACK_BYTES = 512L << 20;

  /// Features of the standard that are absent here. Those that `features.txt` of the checkout lists
  /// as proposals are skipped, too.
  private static final Set<String> ABSENT =
      Set.of(
          "Temporal",
          "IsHTMLDDA",
          "Atomics.waitAsync",
          "Intl-enumeration",
          "tail-call-optimization",
          "canonical-tz");

  private final Set<String> skipped;
  private final Path root;
  private final int depth;
  private final boolean stress;
  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  private Test262Runner(Path root, int depth, boolean stress) {
    this.root = root;
    this.depth = depth;
    this.stress = stress;
    skipped = skippedFeatures(root);
  }

  private static Set<String> skippedFeatures(Path root) {
    Set<String> features = new HashSet<>(ABSENT);
    try {
      for (String line : Files.readAllLines(root.resolve("features.txt"))) {
        if (line.startsWith("## Standard language features")) {
          return features;
        }
        if (!line.isBlank() && !line.startsWith("#")) {
          features.add(line.strip());
        }
      }
      throw new IllegalStateException("features.txt lists no standard features");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Agents that wait for each other need threads, which a deterministic heap has not.
  private boolean isSkipped(TestFile test) {
    return test.features().stream().anyMatch(skipped::contains)
        || test.has("CanBlockIsFalse")
        || test.text().contains("$262.agent");
  }

  /// Runs it.
  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]);
    int threads = 2;
    int every = 1;
    int depth = 2;
    boolean stress = false;
    Path countsFile = null;
    Path failuresFile = null;
    List<String> directories = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      switch (args[i]) {
        case "--threads" -> threads = Integer.parseInt(args[++i]);
        case "--every" -> every = Integer.parseInt(args[++i]);
        case "--depth" -> depth = Integer.parseInt(args[++i]);
        case "--stress" -> stress = true;
        case "--counts" -> countsFile = Path.of(args[++i]);
        case "--failures" -> failuresFile = Path.of(args[++i]);
        default -> directories.add(args[i]);
      }
    }
    var runner = new Test262Runner(root, depth, stress);
    runner.runAll(runner.files(directories, every), threads);
    String report = runner.report();
    System.out.print(report);
    if (countsFile != null) {
      Files.writeString(countsFile, report);
    }
    if (failuresFile != null) {
      Files.write(failuresFile, runner.failures);
    }
  }

  private List<Path> files(List<String> directories, int every) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String directory : directories.isEmpty() ? List.of("language") : directories) {
      Path start = root.resolve("test").resolve(directory);
      try (Stream<Path> walk = Files.walk(start)) {
        walk.filter(path -> path.toString().endsWith(".js"))
            .filter(path -> !path.toString().contains("_FIXTURE"))
            .forEach(all::add);
      }
    }
    all.sort(null);
    List<Path> chosen = new ArrayList<>();
    for (int i = 0; i < all.size(); i += every) {
      chosen.add(all.get(i));
    }
    return chosen;
  }

  private void runAll(List<Path> files, int threads) throws InterruptedException {
    var next = new AtomicInteger();
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      var worker = new Thread(null, () -> work(files, next), "test262-" + i, STACK_BYTES);
      worker.start();
      workers.add(worker);
    }
    for (Thread worker : workers) {
      worker.join();
    }
    failures.sort(null);
  }

  private void work(List<Path> files, AtomicInteger next) {
    var execution = new Execution(root, stress);
    long[] deadline = {Long.MAX_VALUE};
    var watch =
        new Thread(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            try {
              Thread.sleep(500);
            } catch (InterruptedException e) {
              return;
            }
            synchronized (deadline) {
              if (System.nanoTime() > deadline[0]) {
                execution.interrupt();
              }
            }
          }
        });
    watch.setDaemon(true);
    watch.start();
    for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
      TestFile test;
      try {
        test = TestFile.read(files.get(i));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      record(test, runModes(test, execution, deadline));
    }
    watch.interrupt();
  }

  private Execution.Result runModes(TestFile test, Execution execution, long[] deadline) {
    if (isSkipped(test)) {
      return new Execution.Result(Execution.Verdict.SKIP, "");
    }
    boolean[] modes =
        test.has("onlyStrict")
            ? new boolean[] {true}
            : test.has("noStrict") || test.has("raw") || test.has("module")
                ? new boolean[] {false}
                : new boolean[] {false, true};
    for (boolean strict : modes) {
      synchronized (deadline) {
        deadline[0] = System.nanoTime() + TIMEOUT_NANOS;
      }
      Execution.Result result = execution.run(test, strict);
      synchronized (deadline) {
        deadline[0] = Long.MAX_VALUE;
      }
      if (result.verdict() != Execution.Verdict.PASS) {
        return new Execution.Result(
            result.verdict(), (strict ? "strict: " : "sloppy: ") + result.message());
      }
    }
    return new Execution.Result(Execution.Verdict.PASS, "");
  }

  private synchronized void record(TestFile test, Execution.Result result) {
    Path relative = root.resolve("test").relativize(test.path());
    String directory = relative.subpath(0, Math.min(depth, relative.getNameCount() - 1)).toString();
    counts
        .computeIfAbsent(directory, _ -> new int[Execution.Verdict.values().length])[
        result.verdict().ordinal()]++;
    if (result.verdict() != Execution.Verdict.PASS && result.verdict() != Execution.Verdict.SKIP) {
      failures.add(relative + "\t" + result.verdict() + "\t" + result.message().replace('\n', ' '));
    }
  }

  private String report() {
    var out = new StringBuilder();
    int[] total = new int[Execution.Verdict.values().length];
    out.append("# directory pass fail skip crash timeout\n");
    for (Map.Entry<String, int[]> entry : counts.entrySet()) {
      line(out, entry.getKey(), entry.getValue());
      Arrays.setAll(total, i -> total[i] + entry.getValue()[i]);
    }
    line(out, "total", total);
    return out.toString();
  }

  private static void line(StringBuilder out, String name, int[] counts) {
    out.append(name);
    for (int count : counts) {
      out.append(' ').append(count);
    }
    out.append('\n');
  }
}
