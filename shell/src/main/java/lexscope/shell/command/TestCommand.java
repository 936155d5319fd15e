package lexscope.shell.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.scenarios.Scenario;
import lexscope.scenarios.ScenarioFormatException;
import lexscope.scenarios.ScenarioLibrary;
import lexscope.scenarios.ScenarioReport;
import lexscope.scenarios.ScenarioRunner;
import lexscope.scenarios.Verdict;
import lexscope.scenarios.leaks.ScenarioFiles;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;

/// `test [PATH...]`: runs leak scenarios and says which hold: leak tests, which are files of their
/// own kind, and the programs of a library, which say in a comment what is alive at their end.
final class TestCommand implements Command {
  @Override
  public String name() {
    return "test";
  }

  @Override
  public String summary() {
    return "run leak scenarios, those of the library if no path is given";
  }

  @Override
  public String synopsis() {
    return "[PATH...]";
  }

  @Override
  public String details() {
    return """
    PATH is a scenario or a folder of them: NAME.scenario.js, .mjs or .cjs. Such a file offers
      title            what it claims
      act(i), undo(i)  what is done again and again; setup() comes first; undo and setup may lack
      rounds           how often, 7 unless it says so; timers may take roundMillis in each
      policies         a list of whole, v8, used; v8 unless it says so
      expect           growthPerRound { objects, records, bytes }, recordsAlive { FUNCTION: BOUND },
                       alive, dead [TARGET], retained { TARGET: BOUND }, noPath [{ from, to }],
                       waste, collections, allocated BOUND, baseline, under { POLICY: … }
      subject          a program or snapshot file that all this is about, in place of act
      skip, only       left out; alone
    BOUND is a number, the most that is allowed, or such as "<= 4 KiB", "== 1". Without expect
    nothing may grow. Of a library, each scenario runs under every policy, or one with --policy.
    """;
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(CommonOptions.valued("policy", "NAME", "run under whole, v8 or used only"))
        .addOption(
            CommonOptions.valued("junit-xml", "FILE", "write the verdicts as JUnit XML, too"))
        .addOption(CommonOptions.valued("sarif", "FILE", "write failed leak tests as SARIF, too"))
        .addOption(CommonOptions.flag("github", "print annotations for GitHub"))
        .addOption(CommonOptions.flag("tap", "print results of leak tests in the TAP format"))
        .addOption(CommonOptions.flag("json", "print results of leak tests as JSON"))
        .addOption(CommonOptions.valued("filter", "TEXT", "only those whose path or title has it"))
        .addOption(CommonOptions.flag("bail", "end at the first leak test that fails"))
        .addOption(CommonOptions.flag("update", "write the baseline files of leak tests"))
        .addOption(CommonOptions.flag("watch", "run again whenever a program file changes"))
        .addOption(CommonOptions.valued("shard", "I/N", "run the I-th of N parts"))
        .addOption(CommonOptions.flag("stress", "collect at every safepoint and verify the heap"))
        .addOption(CommonOptions.jfr());
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    Shard shard = Shard.of(arguments);
    arguments.value("junit-xml").ifPresent(Programs::output);
    arguments.value("sarif").ifPresent(Programs::output);
    return arguments.has("watch")
        ? watch(shard, arguments, streams)
        : once(shard, arguments, streams);
  }

  /// Runs everything, and again after each change, until the user ends it.
  private static ExitCode watch(Shard shard, Arguments arguments, Streams streams) {
    List<Path> roots = new ArrayList<>(List.of(Path.of("")));
    arguments.operands().stream()
        .map(Programs::path)
        .filter(Files::isDirectory)
        .forEach(roots::add);
    try (SourceWatch changes = new SourceWatch(roots)) {
      while (true) {
        try {
          ExitCode code = once(shard, arguments, streams);
          if (code.equals(ExitCode.INTERRUPTED)) {
            return code;
          }
        } catch (UserDataException e) {
          streams.err().println("lexscope: " + e.getMessage());
        }
        streams.out().println("waiting for changes; Ctrl-C ends");
        streams.flush();
        Path changed = awaitChange(changes, streams);
        if (changed == null) {
          return ExitCode.INTERRUPTED;
        }
        streams.out().println("changed: " + changed);
      }
    } catch (IOException e) {
      throw new UserDataException("changes cannot be watched: " + e.getMessage());
    }
  }

  private static @Nullable Path awaitChange(SourceWatch changes, Streams streams) {
    AtomicReference<@Nullable Path> changed = new AtomicReference<>();
    Thread waiting = Thread.currentThread();
    streams
        .interruption()
        .during(
            waiting::interrupt,
            () -> {
              try {
                changed.set(changes.awaitChange());
              } catch (InterruptedException _) {
                // The user ends it: there is no change, and nothing else waits on this thread.
              }
            });
    return changed.get();
  }

  private static ExitCode once(Shard shard, Arguments arguments, Streams streams) {
    if (arguments.operands().isEmpty()) {
      try (ScenarioLibrary library = ScenarioLibrary.bundled()) {
        return report(judged(read(library), shard, arguments), arguments, streams);
      }
    }
    List<Path> leakTests = new ArrayList<>();
    List<Scenario> programs = new ArrayList<>();
    for (String operand : arguments.operands()) {
      find(operand, leakTests, programs);
    }
    if (!leakTests.isEmpty() && !programs.isEmpty()) {
      throw new UserSyntaxException(
          "leak tests ("
              + leakTests.getFirst()
              + ") and scenarios of a library ("
              + programs.getFirst().path()
              + ") run one kind at a time");
    }
    return leakTests.isEmpty()
        ? report(judged(programs, shard, arguments), arguments, streams)
        : new LeakTestRun(arguments, streams).run(leakTests);
  }

  private static void find(String operand, List<Path> leakTests, List<Scenario> programs) {
    Path path = Programs.path(operand);
    if (Files.isRegularFile(path)) {
      leakTests.add(path);
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new UserDataException(operand + ": not a scenario, nor a folder of scenarios");
    }
    List<Path> files;
    try {
      files = ScenarioFiles.in(path);
    } catch (UncheckedIOException e) {
      throw new UserDataException("cannot read scenarios: " + e.getMessage());
    }
    leakTests.addAll(files);
    try (ScenarioLibrary library = ScenarioLibrary.in(path)) {
      List<Scenario> found = read(library);
      if (found.isEmpty() && files.isEmpty()) {
        throw new UserDataException(operand + ": there is no scenario in it");
      }
      programs.addAll(found);
    }
  }

  private static ExitCode report(List<Verdict> verdicts, Arguments arguments, Streams streams) {
    ScenarioReport report = new ScenarioReport(verdicts);
    streams.out().print(arguments.has("github") ? report.githubAnnotations() : report.text());
    arguments.value("junit-xml").ifPresent(file -> write(file, report.junitXml()));
    return report.passed() ? ExitCode.DONE : ExitCode.GUEST_FAILED;
  }

  private static List<Verdict> judged(List<Scenario> scenarios, Shard shard, Arguments arguments) {
    ScenarioRunner runner = new ScenarioRunner(arguments.has("stress"));
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.UNION);
    String filter = arguments.value("filter").orElse("").toLowerCase(Locale.ROOT);
    List<Scenario> chosen =
        scenarios.stream()
            .filter(each ->
                (each.name() + " " + each.title()).toLowerCase(Locale.ROOT).contains(filter))
            .toList();
    List<Verdict> verdicts = new ArrayList<>();
    for (Scenario scenario : shard.of(chosen)) {
      List<CapturePolicy> policies =
          policy == CapturePolicy.UNION
              ? List.of(CapturePolicy.WHOLE, CapturePolicy.V8, CapturePolicy.USED)
              : List.of(policy);
      for (CapturePolicy each : policies) {
        verdicts.add(judge(runner, scenario, each, arguments.has("jfr")));
      }
    }
    return verdicts;
  }

  private static Verdict judge(
      ScenarioRunner runner, Scenario scenario, CapturePolicy policy, boolean recorded) {
    if (!recorded) {
      return runner.run(scenario, policy);
    }
    List<Verdict> verdict = new ArrayList<>();
    ProfilerEvents.scenario(
        scenario.name(),
        policy.ruleName(),
        () -> {
          verdict.add(runner.run(scenario, policy));
          return verdict.getFirst().mismatches().stream()
              .map(Verdict.Mismatch::text)
              .collect(Collectors.joining("; "));
        });
    return verdict.getFirst();
  }

  private static List<Scenario> read(ScenarioLibrary library) {
    try {
      return library.scenarios();
    } catch (ScenarioFormatException e) {
      throw new UserDataException(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      throw new UserDataException("cannot read scenarios: " + e.getMessage());
    }
  }

  private static void write(String file, String text) {
    try {
      Files.writeString(Programs.path(file), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserDataException(file + ": cannot be written (" + e.getMessage() + ")");
    }
  }
}
