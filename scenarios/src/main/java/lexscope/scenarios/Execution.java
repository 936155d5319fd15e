package lexscope.scenarios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import lexscope.js.policy.CapturePolicy;
import org.jspecify.annotations.Nullable;

/// What a program did, as far as a scenario judges it.
///
/// @param output the lines it printed
/// @param tracked names of the values it tracked
/// @param alive names of the values alive when it was idle
/// @param failure the uncaught error as a user would see it, or null
public record Execution(
    List<String> output,
    SequencedSet<String> tracked,
    SequencedSet<String> alive,
    @Nullable String failure) {

  /// Takes copies.
  public Execution {
    output = List.copyOf(output);
    tracked = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(tracked));
    alive = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(alive));
  }

  /// Judges the execution by a scenario's header.
  public Verdict judge(Scenario scenario, CapturePolicy policy) {
    List<Verdict.Mismatch> mismatches = new ArrayList<>();
    if (failure != null) {
      mismatches.add(new Verdict.Mismatch.Failure(failure));
    } else {
      if (!output.equals(scenario.output())) {
        mismatches.add(new Verdict.Mismatch.Output(scenario.output(), output));
      }
      judgeValues(scenario, policy, mismatches);
    }
    return new Verdict(scenario, policy, mismatches);
  }

  private void judgeValues(
      Scenario scenario, CapturePolicy policy, List<Verdict.Mismatch> mismatches) {
    for (TrackedValue value : scenario.values()) {
      boolean isAlive = alive.contains(value.name());
      Expectation expected = value.expected(policy);
      if (!tracked.contains(value.name())) {
        mismatches.add(new Verdict.Mismatch.Tracking(value.name(), false));
      } else if (!expected.accepts(isAlive)) {
        mismatches.add(new Verdict.Mismatch.Liveness(value, expected, isAlive));
      }
    }
    for (String name : tracked) {
      if (scenario.values().stream().noneMatch(v -> v.name().equals(name))) {
        mismatches.add(new Verdict.Mismatch.Tracking(name, true));
      }
    }
  }
}
