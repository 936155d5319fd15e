package lexscope.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.scenarios.ScenarioFormatException;
import lexscope.scenarios.leaks.BaselineFile;
import lexscope.scenarios.leaks.DefinitionReader;
import lexscope.scenarios.leaks.LeakResult;
import lexscope.scenarios.leaks.LeakRunner;
import lexscope.scenarios.leaks.LeakScenario;
import lexscope.scenarios.leaks.LeakSuite;
import lexscope.scenarios.leaks.UnusableScenarioException;
import lexscope.scenarios.report.GitHubReport;
import lexscope.scenarios.report.JUnitXmlReport;
import lexscope.scenarios.report.JsonResults;
import lexscope.scenarios.report.SarifReport;
import lexscope.scenarios.report.TapReport;
import lexscope.scenarios.report.TerminalReport;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import org.jspecify.annotations.Nullable;

/// Runs leak scenarios as the options of `test` say.
final class LeakTestRun {
  private final Arguments arguments;
  private final Streams streams;
  private final LeakRunner runner;

  LeakTestRun(Arguments arguments, Streams streams) {
    this.arguments = arguments;
    this.streams = streams;
    this.runner = new LeakRunner(arguments.has("stress"));
  }

  /// Runs the scenarios of these files, or writes their baselines.
  ///
  /// @throws UserDataException if one of them is no scenario
  ExitCode run(List<Path> files) {
    LeakSuite suite = new LeakSuite(chosen(files), arguments.has("bail"));
    return arguments.has("update") ? update(suite) : test(suite);
  }

  private List<LeakScenario> chosen(List<Path> files) {
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.UNION);
    String filter = arguments.value("filter").orElse("").toLowerCase(Locale.ROOT);
    List<LeakScenario> scenarios = new ArrayList<>();
    for (Path file : files) {
      LeakScenario scenario = guarded(() -> DefinitionReader.read(file));
      if ((scenario.name() + " " + scenario.title()).toLowerCase(Locale.ROOT).contains(filter)) {
        scenarios.add(policy == CapturePolicy.UNION ? scenario : scenario.under(List.of(policy)));
      }
    }
    return Shard.of(arguments).of(scenarios);
  }

  private ExitCode update(LeakSuite suite) {
    List<BaselineFile> written =
        guarded(() -> {
          try {
            return suite.update(runner);
          } catch (IOException e) {
            throw new UserDataException("a baseline cannot be written: " + e.getMessage());
          }
        });
    written.forEach(file -> streams.out().println("wrote " + file.path()));
    if (written.isEmpty()) {
      streams.out().println("no scenario expects a baseline");
    }
    return ExitCode.DONE;
  }

  private ExitCode test(LeakSuite suite) {
    TerminalReport terminal = new TerminalReport();
    boolean isForPeople =
        !arguments.has("json") && !arguments.has("tap") && !arguments.has("github");
    Progress progress = new Progress(streams, suite.size());
    List<LeakResult> results = new ArrayList<>();
    streams
        .interruption()
        .during(
            runner::interrupt,
            () ->
                results.addAll(
                    suite.run(
                        (scenario, policy) -> {
                          progress.show(scenario.name());
                          LeakResult result = judged(scenario, policy);
                          progress.clear();
                          return runner.isInterrupted() ? null : result;
                        },
                        result -> {
                          if (isForPeople) {
                            streams.out().print(terminal.line(result));
                            streams.out().flush();
                          }
                        })));
    streams
        .out()
        .print(
            arguments.has("json")
                ? new JsonResults().text(results)
                : arguments.has("tap")
                    ? new TapReport().text(results)
                    : arguments.has("github")
                        ? new GitHubReport().text(results)
                        : terminal.sums(results));
    write("junit-xml", new JUnitXmlReport()::text, results);
    write("sarif", new SarifReport()::text, results);
    if (runner.isInterrupted()) {
      streams.err().println("interrupted");
      return ExitCode.INTERRUPTED;
    }
    return results.stream().allMatch(LeakResult::passed) ? ExitCode.DONE : ExitCode.GUEST_FAILED;
  }

  private LeakResult judged(LeakScenario scenario, CapturePolicy policy) {
    if (!arguments.has("jfr")) {
      return runner.run(scenario, policy);
    }
    AtomicReference<@Nullable LeakResult> result = new AtomicReference<>();
    ProfilerEvents.scenario(
        scenario.name(),
        policy.ruleName(),
        () -> {
          LeakResult judged = runner.run(scenario, policy);
          result.set(judged);
          return judged.findings().stream()
              .map(finding -> finding.claim() + ": " + finding.message())
              .collect(Collectors.joining("; "));
        });
    LeakResult judged = result.get();
    if (judged == null) {
      throw new IllegalStateException("a scenario that did not run");
    }
    return judged;
  }

  private void write(
      String option, Function<List<LeakResult>, String> format, List<LeakResult> results) {
    arguments
        .value(option)
        .ifPresent(file -> {
          try {
            Files.writeString(Programs.path(file), format.apply(results), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UserDataException(file + ": cannot be written (" + e.getMessage() + ")");
          }
        });
  }

  private static <T> T guarded(java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (ScenarioFormatException | UnusableScenarioException e) {
      throw new UserDataException(String.valueOf(e.getMessage()));
    }
  }
}
