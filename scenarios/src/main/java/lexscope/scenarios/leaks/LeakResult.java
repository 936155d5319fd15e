package lexscope.scenarios.leaks;

import java.util.List;
import lexscope.js.policy.CapturePolicy;

/// How a leak scenario went under one policy.
///
/// @param scenario what ran
/// @param policy the policy that the collector traced by
/// @param status how it ended
/// @param findings what is not as claimed, in the order of the claims
public record LeakResult(
    LeakScenario scenario, CapturePolicy policy, Status status, List<Finding> findings) {
  /// How it ended.
  public enum Status {
    /// Every claim holds.
    PASSED,
    /// A claim does not hold, or the scenario ended with an error.
    FAILED,
    /// It did not run.
    SKIPPED
  }

  /// Keeps a copy of the list.
  public LeakResult {
    findings = List.copyOf(findings);
  }

  /// The result of a scenario that is left out.
  static LeakResult skipped(LeakScenario scenario, CapturePolicy policy) {
    return new LeakResult(scenario, policy, Status.SKIPPED, List.of());
  }

  /// The result of one that ran.
  static LeakResult of(LeakScenario scenario, CapturePolicy policy, List<Finding> findings) {
    return new LeakResult(
        scenario, policy, findings.isEmpty() ? Status.PASSED : Status.FAILED, findings);
  }

  /// Whether nothing is wrong.
  public boolean passed() {
    return status != Status.FAILED;
  }

  /// Title and policy, in one line.
  public String label() {
    return scenario.title() + " [" + policy.ruleName() + "]";
  }
}
