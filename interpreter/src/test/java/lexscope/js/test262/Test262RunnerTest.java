package lexscope.js.test262;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The runner on a suite of a few lines: what counts, what passes, what it writes.
@Timeout(120)
class Test262RunnerTest {
  @TempDir private Path folder;
  private Path results;
  private TinyCheckout checkout;

  private record Run(int code, String out, String err) {
    /// The verdict of each test that failed, by name, as the runner lists them.
    String failures() {
      return String.join(
          "\n", out.lines().filter(line -> line.contains("\t")).map(Run::withoutReason).toList());
    }

    private static String withoutReason(String line) {
      return line.substring(0, line.lastIndexOf('\t')).replace('\t', ' ');
    }

    /// The numbers of a row: tests, excluded, counted, pass, fail, crash, fault, timeout, percent.
    String row(String name) {
      return out.lines()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length()).strip().replaceAll(" +", " "))
          .findFirst()
          .orElse("no row");
    }
  }

  @BeforeEach
  void layOut() throws IOException {
    results = Files.createDirectory(folder.resolve("results"));
    checkout = new TinyCheckout(folder.resolve("suite"));
    for (String row : RunOptions.ROWS) {
      checkout.with(row + "/good/passes.js", "flags: []", "assert(true);");
    }
  }

  private Run run(String... options) {
    List<String> args = new ArrayList<>(List.of(checkout.root().toString()));
    args.addAll(List.of("--results", results.toString()));
    args.addAll(List.of(options));
    return runWith(args.toArray(String[]::new));
  }

  private static Run runWith(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        Test262Runner.run(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, args);
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  private String written(String name) throws IOException {
    return Files.readString(results.resolve(name));
  }

  @Test
  void proposals_and_tail_calls_do_not_count_and_everything_else_does() throws IOException {
    checkout
        .with("language/a/decorated.js", "features: [class, decorators]", "@@@")
        .with("language/a/realm.js", "features:\n  - ShadowRealm", "@@@")
        .with("language/a/tail.js", "features: [tail-call-optimization]", "@@@")
        .with("language/a/temporal.js", "features: [Temporal]", "Temporal.Now;")
        .with("language/a/class.js", "features: [class]", "class A {}")
        .with("language/a/waits.js", "flags: [CanBlockIsFalse]", "$262.agent.start('');")
        .with("annexB/a/undetectable.js", "features: [IsHTMLDDA]", "assert(!$262.IsHTMLDDA);")
        .with("built-ins/Temporal/now.js", "features: [Temporal]", "@@@")
        .with("built-ins/Atomics/wait.js", "flags: [CanBlockIsFalse]", "@@@")
        .with("built-ins/Atomics/agent.js", "flags: []", "$262.agent.start('');")
        .with("built-ins/Atomics/async.js", "features: [Atomics.waitAsync]", "@@@")
        .with("built-ins/Array/agent.js", "flags: []", "$262.agent.start('');");
    Run run = run();
    assertThat(run.row("language")).isEqualTo("7 3 4 2 2 0 0 0 50.00");
    assertThat(run.row("built-ins")).isEqualTo("6 4 2 1 1 0 0 0 50.00");
    assertThat(run.row("annexB")).isEqualTo("2 0 2 2 0 0 0 0 100.00");
    assertThat(run.row("total")).isEqualTo("15 7 8 5 3 0 0 0 62.50");
    assertThat(run.code()).isEqualTo(1);
    assertThat(written(Test262Runner.COUNTS).lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "proposal decorators 1",
            "proposal ShadowRealm 1",
            "tail-call-optimization 1",
            "Temporal 1",
            "waiting in Atomics 3",
            "language/a 6 3 3 1 2 0 0 0",
            "class 2 1 1 1 0 0 0 0");
  }

  @Test
  void a_negative_test_passes_only_with_its_error_in_its_phase() {
    String parse = "negative:\n  phase: parse\n  type: SyntaxError";
    String resolution = "negative:\n  phase: resolution\n  type: SyntaxError\nflags: [module]";
    String runtime = "negative:\n  phase: runtime\n  type: TypeError";
    checkout
        .write("test/language/n/empty_FIXTURE.js", "throw 'no test';")
        .with("language/n/parse.js", parse, "let a; let a;")
        .with("language/n/parse-not.js", parse, "let a;")
        .with("language/n/parse-late.js", parse, "throw new SyntaxError();")
        .with("language/n/parse-other.js", parse, "throw new TypeError();")
        .with("language/n/resolve.js", resolution, "import { no } from './empty_FIXTURE.js';")
        .with("language/n/resolve-early.js", resolution, "let a; let a;")
        .with("language/n/run.js", runtime, "null.x;")
        .with("language/n/run-early.js", runtime, "let a; let a;")
        .with("language/n/run-other.js", runtime, "throw new RangeError();");
    Run run = run("language/n");
    assertThat(run.failures())
        .isEqualTo(
            """
            language/n/parse-late.js fail
            language/n/parse-not.js fail
            language/n/parse-other.js fail
            language/n/resolve-early.js fail
            language/n/run-early.js fail
            language/n/run-other.js fail\
            """);
    assertThat(run.out())
        .contains("sloppy: expected SyntaxError at parse, got SyntaxError at runtime");
    assertThat(run.out()).contains("sloppy: expected SyntaxError at parse, got no error");
  }

  @Test
  void a_test_passes_when_it_passes_in_each_mode_that_its_flags_ask_for() {
    String sloppy = "assert((function () { return this; })() !== undefined, 'strict code');";
    String strict = "assert((function () { return this; })() === undefined, 'sloppy code');";
    checkout
        .with("language/m/both.js", "flags: []", sloppy)
        .with("language/m/no-strict.js", "flags: [noStrict]", sloppy)
        .with("language/m/only-strict.js", "flags: [onlyStrict]", strict)
        .with("language/m/module.js", "flags: [module]", strict)
        .with("language/m/raw.js", "flags: [raw]", "if (typeof assert !== 'undefined') throw 1;")
        .with("language/m/done.js", "flags: [async]", "Promise.resolve().then(() => $DONE());")
        .with("language/m/done-badly.js", "flags: [async]", "$DONE('why');")
        .with("language/m/not-done.js", "flags: [async]", "");
    Run run = run("test/language/m");
    assertThat(run.out().lines().filter(line -> line.contains("\t")))
        .containsExactly(
            "language/m/both.js\tfail\tstrict: Test262Error: strict code",
            "language/m/done-badly.js\tfail\tsloppy: Test262:AsyncTestFailure:why",
            "language/m/not-done.js\tfail\tsloppy: $DONE was not called");
  }

  @Test
  void what_the_host_throws_is_a_crash_and_what_does_not_end_is_a_timeout() {
    checkout
        .with("language/c/crash.js", "includes: [missing.js]", "")
        .with("language/c/loop.js", "flags: [onlyStrict]", "while (true) {}")
        .with("language/c/throws.js", "flags: []", "throw 1;");
    Run run = run("language/c", "--limit", "1");
    assertThat(run.failures())
        .isEqualTo(
            """
            language/c/crash.js crash
            language/c/loop.js timeout
            language/c/throws.js fail\
            """);
    assertThat(run.row("total")).isEqualTo("3 0 3 0 1 1 0 1 0.00");
  }

  @Test
  void the_number_of_workers_changes_no_byte() throws IOException {
    for (int i = 0; i < 40; i++) {
      String text = i % 7 == 0 ? "throw " + i + ";" : "for (let i = 0; i < " + i * 500 + "; i++);";
      checkout.with("built-ins/w" + i % 3 + "/" + i + ".js", "features: [f" + i % 4 + "]", text);
    }
    Run one = run("--workers", "1");
    String counts = written(Test262Runner.COUNTS);
    String failures = written(Test262Runner.FAILURES);
    for (String workers : new String[] {"2", "5"}) {
      assertThat(run("--workers", workers).out()).isEqualTo(one.out());
      assertThat(written(Test262Runner.COUNTS)).isEqualTo(counts);
      assertThat(written(Test262Runner.FAILURES)).isEqualTo(failures);
    }
    assertThat(one.row("total")).isEqualTo("43 0 43 37 6 0 0 0 86.04");
  }

  @Test
  void the_failures_of_the_last_whole_run_can_be_run_alone() throws IOException {
    checkout
        .with("language/f/bad.js", "flags: [noStrict]", "throw 1;")
        .with("language/f/worse.js", "flags: [noStrict]", "throw 2;");
    run();
    assertThat(written(Test262Runner.FAILURES))
        .startsWith("# ")
        .endsWith("\n\nlanguage/f/bad.js\tfail\tthrew 1\nlanguage/f/worse.js\tfail\tthrew 2\n");
    checkout.with("language/f/bad.js", "flags: [noStrict]", "");
    Run again = run("--failed");
    assertThat(again.failures()).isEqualTo("language/f/worse.js fail");
    assertThat(again.row("total")).isEqualTo("2 0 2 1 1 0 0 0 50.00");
    assertThat(written(Test262Runner.FAILURES)).contains("language/f/bad.js");
    checkout.with("language/f/worse.js", "flags: [noStrict]", "");
    assertThat(run("--failed").code()).isEqualTo(0);
    run();
    assertThat(run("--failed").row("total")).isEqualTo("0 0 0 0 0 0 0 0 0.00");
  }

  @Test
  void one_file_or_folder_is_run_without_writing_anything() {
    checkout.with("language/f/bad.js", "flags: [noStrict]", "throw 1;");
    assertThat(run("language/f/bad.js").row("total")).isEqualTo("1 0 1 0 1 0 0 0 0.00");
    assertThat(run("test/annexB").row("total")).isEqualTo("1 0 1 1 0 0 0 0 100.00");
    String absolute = checkout.root().resolve("test/language/good").toString();
    assertThat(run(absolute, "annexB").row("total")).isEqualTo("2 0 2 2 0 0 0 0 100.00");
    assertThat(results).isEmptyDirectory();
  }

  @Test
  void a_sample_is_spread_over_what_counts() {
    for (int i = 10; i < 70; i++) {
      String features = i < 40 ? "features: [decorators]" : "flags: [noStrict]";
      checkout.with("language/s/" + i + ".js", features, "throw " + i + ";");
    }
    assertThat(run("language/s", "--sample", "3").failures())
        .isEqualTo("language/s/40.js fail\nlanguage/s/50.js fail\nlanguage/s/60.js fail");
    assertThat(run("language/s", "--sample", "99").row("total"))
        .isEqualTo("30 0 30 0 30 0 0 0 0.00");
  }

  @Test
  void stress_runs_agree_with_plain_ones() throws IOException {
    checkout.with(
        "language/s/closures.js",
        "flags: []",
        """
        function counter() { let n = 0, unused = {}; return { up: () => ++n, get n() { return n; } }; }
        const all = [];
        for (let i = 0; i < 300; i++) all.push(counter());
        for (const c of all) c.up();
        assert(all.every(c => c.n === 1));
        """);
    Run run = run("--sample", "4", "--stress");
    assertThat(run.code()).isEqualTo(0);
    for (String policy : new String[] {"union", "whole", "v8", "used"}) {
      assertThat(run.row("stress-" + policy)).startsWith("4 4 0 0 0 0 0 ");
    }
    assertThat(collections(run)).isBetween(300, 3000);
    String report = run.out().substring(run.out().indexOf("regime"));
    assertThat(written(Test262Runner.SAMPLE)).startsWith("# A sample").endsWith("\n\n" + report);
  }

  private static int collections(Run run) {
    return Integer.parseInt(run.row("stress-v8").split(" ")[7]);
  }

  @Test
  void a_stress_run_with_another_outcome_is_a_failure() {
    checkout.with(
        "language/s/collected.js",
        "flags: [async, noStrict]",
        """
        const order = [];
        const registry = new FinalizationRegistry(held => {
          if (order.push(held) === 2) $DONE(order[0] === 'kept' ? undefined : order.join());
        });
        (function () {
          const kept = {};
          new WeakRef(kept); // keeps it until the job is done
          registry.register(kept, 'kept');
          registry.register({}, 'dropped');
        })();
        for (let i = 0; i < 10; i++) ({});
        """);
    Run run = run("language/s", "--stress", "--policy", "used");
    assertThat(run.out())
        .contains(
            "language/s/collected.js\tstress-used\tpass"
                + "\tfail Test262:AsyncTestFailure:dropped,kept\n");
    assertThat(run.row("stress-used")).startsWith("1 0 1 0 0 0 1 ");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_run_is_said_in_one_line() throws IOException {
    assertRefused(runWith(folder.toString()), "is no checkout of test262: it has no test");
    assertRefused(runWith(folder.resolve("nowhere").toString()), "is no checkout of test262");
    assertRefused(run("language/none"), "no test or folder of tests: language/none");
    assertRefused(run("../features.txt"), "no test or folder of tests: ../features.txt");
    assertRefused(run("--fast"), "no such option: --fast");
    assertRefused(run("--sample"), "--sample needs a value");
    assertRefused(run("--sample", "all"), "--sample needs a positive number, not all");
    assertRefused(run("--stress", "--policy", "v9"), "no such policy: v9");
    assertRefused(run("--policy", "v8"), "--policy goes with --stress");
    assertRefused(run("--failed", "language"), "--failed chooses the tests itself");
    assertRefused(run("--failed"), "no file of failures");
    Files.writeString(results.resolve(Test262Runner.FAILURES), "language/gone.js\tfail\t\n");
    assertRefused(run("--failed"), "names a test that the checkout has not: language/gone.js");
    assertRefused(runWith("--stress"), "which checkout of test262?");
    checkout.write("features.txt", "decorators\n");
    assertRefused(run(), "has no line '## Standard language features'");
    assertThat(runWith().out()).startsWith("usage: ");
  }

  private static void assertRefused(Run run, String message) {
    assertThat(run.err()).startsWith("test262: ").contains(message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void progress_is_one_line_on_a_terminal_and_lines_elsewhere() {
    var out = new ByteArrayOutputStream();
    var progress = new Progress(new PrintStream(out, true, UTF_8), true, 2);
    progress.finished(new Result("a.js", List.of(), "", List.of(new Outcome(Verdict.PASS, ""))));
    progress.finished(new Result("b.js", List.of(), "", List.of(new Outcome(Verdict.FAIL, ""))));
    progress.end();
    assertThat(out.toString(UTF_8))
        .matches("\\r2/2 tests, 1 passed, 1 failed, \\d+/s, \\d+ s\\u001b\\[K\\R");
    assertThat(run().err()).matches("3/3 tests, 3 passed, 0 failed, \\d+/s, \\d+ s\\R");
  }
}
