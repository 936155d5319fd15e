package lexscope.scenarios.leaks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lexscope.js.policy.CapturePolicy;
import lexscope.scenarios.leaks.LeakScenario.Selection;
import org.jspecify.annotations.Nullable;

/// Leak scenarios that run one after the other.
///
/// @param scenarios those that take part or are left out, in their order
/// @param bail whether the first failure ends the run
public record LeakSuite(List<LeakScenario> scenarios, boolean bail) {
  /// Keeps a copy of the list; if a scenario asks to run alone, the others are left out.
  public LeakSuite {
    boolean alone = scenarios.stream().anyMatch(each -> each.selection() == Selection.ONLY);
    scenarios =
        scenarios.stream()
            .map(each -> alone && each.selection() == Selection.RUN ? skipped(each) : each)
            .toList();
  }

  private static LeakScenario skipped(LeakScenario each) {
    return new LeakScenario(
        each.file(),
        each.title(),
        each.rounds(),
        each.roundMillis(),
        each.policies(),
        Selection.SKIP,
        each.subject(),
        each.claims());
  }

  /// How many results a full run has.
  public int size() {
    return scenarios.stream().mapToInt(each -> each.policies().size()).sum();
  }

  /// How one scenario is run under one policy.
  @FunctionalInterface
  public interface Run {
    /// Runs it; null if it was interrupted, which ends the whole run.
    @Nullable LeakResult of(LeakScenario scenario, CapturePolicy policy);
  }

  /// Runs the scenarios, each under its policies.
  ///
  /// @param run how each is run, such as [LeakRunner#run(LeakScenario, CapturePolicy)]
  /// @param listener is told of each result at once
  public List<LeakResult> run(Run run, Consumer<LeakResult> listener) {
    List<LeakResult> results = new ArrayList<>();
    for (LeakScenario scenario : scenarios) {
      for (CapturePolicy policy : scenario.policies()) {
        LeakResult result =
            scenario.selection() == Selection.SKIP
                ? LeakResult.skipped(scenario, policy)
                : run.of(scenario, policy);
        if (result == null) {
          return results;
        }
        results.add(result);
        listener.accept(result);
        if (bail && !result.passed()) {
          return results;
        }
      }
    }
    return results;
  }

  /// Writes the baseline files of the scenarios that have one, instead of comparing with them.
  ///
  /// @return the files that were written
  /// @throws IOException if one cannot be written
  /// @throws UnusableScenarioException if a scenario ends with an error
  public List<BaselineFile> update(LeakRunner runner) throws IOException {
    List<BaselineFile> written = new ArrayList<>();
    for (LeakScenario scenario : scenarios) {
      if (scenario.selection() != Selection.SKIP
          && scenario.claims().stream()
              .anyMatch(claim -> claim.expectation() instanceof Expectation.Baseline)) {
        BaselineFile file = new BaselineFile(scenario.file());
        for (CapturePolicy policy : scenario.policies()) {
          file.update(policy, runner.baseline(scenario, policy));
        }
        written.add(file);
      }
    }
    return written;
  }
}
