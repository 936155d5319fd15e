package lexscope.js.test262;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.policy.CapturePolicy;

/// What a run of the runner is asked for.
///
/// @param sample how many of the selected tests to run; 0 for all
/// @param policies those under which tests are run in stress mode; empty for plain runs alone
/// @param selection folders and files of tests; empty for the three rows
record RunOptions(
    String checkout,
    int workers,
    int limitSeconds,
    int sample,
    boolean failed,
    List<CapturePolicy> policies,
    String results,
    List<String> selection) {
  static final String USAGE =
      """
      usage: Test262Runner CHECKOUT [option…] [folder or file…]
        folder or file   below the checkout's test/; without any: language, built-ins, annexB,
                         and the files of counts and failures are written
        --failed         what the file of failures names
        --sample N       N of the tests, evenly spread over the sorted list
        --stress         also in stress mode, with the heap verified; every difference is a failure
        --policy P       stress under this capture policy: whole, v8, used or union (may be
                         repeated; without any: all four)
        --workers N      threads; without it: one for each core
        --limit S        seconds of processor time for each test; without it: 10, under stress 60
        --results DIR    where the files stand; without it: src/test/resources/lexscope/js/test262
      """;

  private static final String RESULTS = "src/test/resources/lexscope/js/test262";

  /// The whole of the rows that are counted.
  static final List<String> ROWS = List.of("language", "built-ins", "annexB");

  /// Reads a command line.
  ///
  /// @throws UsageException if it makes no sense
  static RunOptions parse(String... args) {
    var reader = new Reader(args);
    return reader.read();
  }

  /// Whether the files of counts and failures are to be written.
  boolean isWhole() {
    return selection.isEmpty() && !failed && sample == 0 && policies.isEmpty();
  }

  /// The plain regime, then those of stress.
  List<Regime> regimes() {
    List<Regime> regimes = new ArrayList<>(List.of(Regime.PLAIN));
    policies.forEach(policy -> regimes.add(new Regime(policy, true)));
    return regimes;
  }

  private static final class Reader {
    private final String[] args;
    private int at;

    Reader(String[] args) {
      this.args = args;
    }

    RunOptions read() {
      int workers = Runtime.getRuntime().availableProcessors();
      int limit = 0;
      int sample = 0;
      boolean failed = false;
      boolean stress = false;
      List<CapturePolicy> policies = new ArrayList<>();
      String results = RESULTS;
      List<String> paths = new ArrayList<>();
      for (; at < args.length; at++) {
        switch (args[at]) {
          case "--workers" -> workers = number();
          case "--limit" -> limit = number();
          case "--sample" -> sample = number();
          case "--failed" -> failed = true;
          case "--stress" -> stress = true;
          case "--policy" -> policies.add(policy());
          case "--results" -> results = value();
          default -> {
            if (args[at].startsWith("--")) {
              throw new UsageException("no such option: " + args[at]);
            }
            paths.add(args[at]);
          }
        }
      }
      if (paths.isEmpty()) {
        throw new UsageException("which checkout of test262? See CONTRIBUTING.md");
      }
      if (!stress && !policies.isEmpty()) {
        throw new UsageException("--policy goes with --stress: plain runs keep the union");
      }
      if (failed && paths.size() > 1) {
        throw new UsageException("--failed chooses the tests itself: name no folders or files");
      }
      if (stress && policies.isEmpty()) {
        policies.addAll(
            List.of(
                CapturePolicy.UNION, CapturePolicy.WHOLE, CapturePolicy.V8, CapturePolicy.USED));
      }
      return new RunOptions(
          paths.getFirst(),
          workers,
          limit > 0 ? limit : stress ? 60 : 10,
          sample,
          failed,
          List.copyOf(policies),
          results,
          List.copyOf(paths.subList(1, paths.size())));
    }

    private String value() {
      if (at + 1 == args.length) {
        throw new UsageException(args[at] + " needs a value");
      }
      return args[++at];
    }

    private int number() {
      String option = args[at];
      String text = value();
      if (!text.matches("[1-9]\\d{0,8}")) {
        throw new UsageException(option + " needs a positive number, not " + text);
      }
      return Integer.parseInt(text);
    }

    private CapturePolicy policy() {
      String name = value();
      CapturePolicy policy = CapturePolicy.named(name);
      if (policy == null) {
        throw new UsageException("no such policy: " + name + " (whole, v8, used, union)");
      }
      return policy;
    }
  }
}
