package lexscope.js.test262;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs test262 (https://github.com/tc39/test262) and counts. CONTRIBUTING.md says how.
///
/// Exit codes: 0 if everything that counts passed, 1 if not, 2 if it could not be run.
public final class Test262Runner {
  static final String COUNTS = "test262-counts.txt";
  static final String FAILURES = "test262-failures.txt";
  static final String SAMPLE = "test262-sample.txt";

  private final RunOptions options;
  private final Checkout checkout;
  private final CountedTests counted;
  private final PrintStream out;

  private Test262Runner(RunOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    checkout = Checkout.open(options.checkout());
    counted = new CountedTests(checkout.proposals());
  }

  /// Runs it.
  public static void main(String[] args) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    System.exit(run(System.out, System.err, terminal, args));
  }

  /// Runs it, with its progress on `err`.
  ///
  /// @return the exit code
  static int run(PrintStream out, PrintStream err, boolean terminal, String... args) {
    if (args.length == 0 || args[0].equals("--help")) {
      out.print(RunOptions.USAGE);
      return args.length == 0 ? 2 : 0;
    }
    try {
      return new Test262Runner(RunOptions.parse(args), out).run(err, terminal);
    } catch (UsageException e) {
      err.println("test262: " + e.getMessage());
    } catch (UncheckedIOException e) {
      err.println("test262: " + e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      err.println("test262: interrupted");
    }
    return 2;
  }

  private int run(PrintStream err, boolean terminal) throws InterruptedException {
    List<String> tests = chosen();
    var progress = new Progress(err, terminal, tests.size());
    List<Result> results =
        new Workers(checkout, tests, counted, options.regimes(), options.limitSeconds(), progress)
            .run(options.workers());
    progress.end();
    var counts = new CountsReport(results);
    out.print(counts.rows());
    String failures = FailuresFile.lines(results);
    out.print(failures);
    boolean good = failures.isEmpty();
    if (options.isWhole()) {
      write(
          COUNTS,
          """
          The tests of test262, commit %s, below language, built-ins and annexB.
          Excluded are those with a feature that features.txt of the checkout lists as proposed,
          those of proper tail calls, and of the built-ins' those of Temporal and those that wait in
          Atomics. A test passes when it passes in sloppy and in strict code.
          """
              .formatted(checkout.commit()),
          counts.full());
      write(
          FAILURES,
          """
          The tests of test262, commit %s, that count and do not pass: name, verdict, reason.
          """
              .formatted(checkout.commit()),
          failures);
    }
    if (!options.policies().isEmpty()) {
      var stress = new StressReport(options.regimes(), results);
      out.print(stress.text());
      good &= stress.differences().isEmpty();
      if (options.sample() > 0 && options.selection().isEmpty()) {
        write(SAMPLE, stressHeader(), stress.text());
      }
    }
    return good ? 0 : 1;
  }

  private String stressHeader() {
    return """
    A sample of the tests of test262, commit %s, that count, evenly spread over the sorted list:
    each run plainly, then in stress mode under capture policies. "differ" counts the tests whose
    outcome is not that of the plain run, "fault" edges to swept cells, heaps that the verifier
    rejects, and readings of bindings that the policy had given up.
    From the test's first line on, each run collects at every safepoint before which a cell was
    allocated, for %d collections; after that when %d cells were allocated, and twice as many
    with every %d collections more. Each marking refuses edges to swept cells; the verifier runs
    after the first %d collections, after those whose number is a power of two, and at the end.
    """
        .formatted(
            checkout.commit(),
            StressSchedule.EVERY_SAFEPOINT,
            StressSchedule.FIRST_INTERVAL,
            StressSchedule.PER_INTERVAL,
            StressSchedule.VERIFIED);
  }

  private List<String> chosen() {
    List<String> tests = options.failed() ? failedBefore() : selected();
    if (options.sample() == 0) {
      return tests;
    }
    List<String> counting =
        tests.stream().filter(name -> counted.exclusion(checkout.test(name)).isEmpty()).toList();
    if (options.sample() >= counting.size()) {
      return counting;
    }
    List<String> sample = new ArrayList<>();
    for (long i = 0; i < options.sample(); i++) {
      sample.add(counting.get((int) (i * counting.size() / options.sample())));
    }
    return sample;
  }

  private List<String> selected() {
    return checkout.tests(options.selection().isEmpty() ? RunOptions.ROWS : options.selection());
  }

  private List<String> failedBefore() {
    Path file = Path.of(options.results()).resolve(FAILURES);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("no file of failures: " + file + " (--results names its folder)");
    }
    try {
      List<String> names = FailuresFile.names(Files.readString(file));
      for (String name : names) {
        if (!checkout.has(name)) {
          throw new UsageException(file + " names a test that the checkout has not: " + name);
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String header, String text) {
    Path folder = Path.of(options.results());
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(name),
          header.lines().map(line -> "# " + line + "\n").reduce("", String::concat) + "\n" + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
