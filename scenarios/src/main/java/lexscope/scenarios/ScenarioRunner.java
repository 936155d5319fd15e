package lexscope.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.policy.V8Rule;
import lexscope.js.source.SourceText;
import org.jspecify.annotations.Nullable;

/// Runs scenarios, each in a fresh heap and realm whose collector traces by the policy in question,
/// until the program is idle.
///
/// @param stress whether to collect at every safepoint and to verify the heap now and then
/// @param rules the rules of V8 that hold; all of them, but for tests
public record ScenarioRunner(boolean stress, Set<V8Rule> rules) {
  private static final String PRELUDE = "prelude/tracking.js";

  /// A runner with all rules.
  ///
  /// @param stress whether to collect at every safepoint
  public ScenarioRunner(boolean stress) {
    this(stress, Set.of(V8Rule.values()));
  }

  /// Takes a copy of the rules.
  public ScenarioRunner {
    rules = Set.copyOf(rules);
  }

  /// Runs a scenario under a policy and judges it.
  public Verdict run(Scenario scenario, CapturePolicy policy) {
    return execute(scenario, policy).judge(scenario, policy);
  }

  /// Runs a scenario under each of the three policies.
  public List<Verdict> run(Scenario scenario) {
    return List.of(
        run(scenario, CapturePolicy.WHOLE),
        run(scenario, CapturePolicy.V8),
        run(scenario, CapturePolicy.USED));
  }

  /// Runs the program of a scenario under a policy.
  public Execution execute(Scenario scenario, CapturePolicy policy) {
    return execute(scenario.path(), policy);
  }

  /// Runs a program file that uses `track` and `keep` under a policy.
  public Execution execute(Path file, CapturePolicy policy) {
    return Host.onGuestThread(() -> executeHere(file, policy));
  }

  private Execution executeHere(Path file, CapturePolicy policy) {
    var console = new Lines();
    Host host = Host.create(HostOptions.defaults(console).withPolicy(policy).withStress(stress));
    host.machine().useV8Rules(rules);
    String failure = failure(host.run(prelude()));
    if (failure == null) {
      failure = failure(host.run(file));
    }
    return failure != null
        ? new Execution(console.lines, new LinkedHashSet<>(), new LinkedHashSet<>(), failure)
        : new Execution(
            console.lines, names(host, "trackedNames()"), names(host, "aliveNames()"), null);
  }

  private static @Nullable String failure(RunOutcome outcome) {
    return outcome instanceof RunOutcome.Completed ? null : outcome.report();
  }

  private static SequencedSet<String> names(Host host, String expression) {
    String names =
        host.machine().evaluation().runScript(new SourceText("scenario", expression)).toString();
    return new LinkedHashSet<>(names.isEmpty() ? List.of() : List.of(names.split(" ")));
  }

  private static SourceText prelude() {
    try (InputStream in =
        Objects.requireNonNull(ScenarioRunner.class.getResourceAsStream(PRELUDE))) {
      return new SourceText(PRELUDE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The console as a list of lines; standard error is not what a scenario is judged by.
  private static final class Lines implements ConsoleSink {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void out(String text) {
      lines.addAll(text.lines().toList());
    }

    @Override
    public void err(String text) {}
  }
}
