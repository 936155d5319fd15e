package lexscope.shell.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.scenarios.Scenario;
import lexscope.scenarios.ScenarioFormatException;
import lexscope.scenarios.ScenarioLibrary;
import lexscope.scenarios.ScenarioReport;
import lexscope.scenarios.ScenarioRunner;
import lexscope.scenarios.Verdict;
import lexscope.shell.ExitCode;
import lexscope.shell.Streams;
import lexscope.shell.UserDataException;
import lexscope.shell.UserSyntaxException;
import org.apache.commons.cli.Options;

/// `test [FOLDER...]`: runs leak scenarios and says which hold.
final class TestCommand implements Command {
  @Override
  public String name() {
    return "test";
  }

  @Override
  public String summary() {
    return "run leak scenarios, those of the library if no folder is given";
  }

  @Override
  public String synopsis() {
    return "[FOLDER...]";
  }

  @Override
  public String details() {
    return "Each scenario runs under every policy, or under one with --policy.";
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(CommonOptions.valued("policy", "NAME", "run under whole, v8 or used only"))
        .addOption(
            CommonOptions.valued("junit-xml", "FILE", "write the verdicts as JUnit XML, too"))
        .addOption(CommonOptions.flag("github", "print annotations for GitHub"))
        .addOption(CommonOptions.valued("shard", "I/N", "run the I-th of N parts"))
        .addOption(CommonOptions.flag("stress", "collect at every safepoint and verify the heap"))
        .addOption(CommonOptions.jfr());
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    Shard shard = Shard.of(arguments);
    arguments.value("junit-xml").ifPresent(Programs::output);
    List<Verdict> verdicts = new ArrayList<>();
    if (arguments.operands().isEmpty()) {
      try (ScenarioLibrary library = ScenarioLibrary.bundled()) {
        judge(library, shard, arguments, verdicts);
      }
    }
    for (String folder : arguments.operands()) {
      if (!Files.isDirectory(Programs.path(folder))) {
        throw new UserDataException(folder + ": not a folder of scenarios");
      }
      try (ScenarioLibrary library = ScenarioLibrary.in(Programs.path(folder))) {
        if (read(library).isEmpty()) {
          throw new UserDataException(folder + ": there is no scenario in it");
        }
        judge(library, shard, arguments, verdicts);
      }
    }
    ScenarioReport report = new ScenarioReport(verdicts);
    streams.out().print(arguments.has("github") ? report.githubAnnotations() : report.text());
    arguments.value("junit-xml").ifPresent(file -> write(file, report.junitXml()));
    return report.passed() ? ExitCode.DONE : ExitCode.GUEST_FAILED;
  }

  private static void judge(
      ScenarioLibrary library, Shard shard, Arguments arguments, List<Verdict> verdicts) {
    ScenarioRunner runner = new ScenarioRunner(arguments.has("stress"));
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.UNION);
    for (Scenario scenario : shard.of(read(library))) {
      List<CapturePolicy> policies =
          policy == CapturePolicy.UNION
              ? List.of(CapturePolicy.WHOLE, CapturePolicy.V8, CapturePolicy.USED)
              : List.of(policy);
      for (CapturePolicy each : policies) {
        verdicts.add(judge(runner, scenario, each, arguments.has("jfr")));
      }
    }
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

  /// One of several parts of equal size, for machines that share the work.
  private record Shard(int part, int parts) {
    static Shard of(Arguments arguments) {
      String text = arguments.value("shard").orElse("1/1");
      int slash = Math.max(0, text.indexOf('/'));
      try {
        Shard shard =
            new Shard(
                Integer.parseInt(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)));
        if (shard.part >= 1 && shard.part <= shard.parts) {
          return shard;
        }
      } catch (NumberFormatException _) {
        // Falls through to the message.
      }
      throw new UserSyntaxException("--shard needs I/N such as 1/4, not '" + text + "'");
    }

    List<Scenario> of(List<Scenario> all) {
      List<Scenario> mine = new ArrayList<>();
      for (int i = part - 1; i < all.size(); i += parts) {
        mine.add(all.get(i));
      }
      return mine;
    }
  }
}
