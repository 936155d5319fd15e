package lexscope.scenarios;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.policy.CapturePolicy;

/// Compares a header with what an engine did.
final class Differences {
  private Differences() {}

  /// One line for each value whose state is not the expected one.
  static List<String> of(Scenario scenario, CapturePolicy policy, Observation observation) {
    List<String> differences = new ArrayList<>();
    for (TrackedValue value : scenario.values()) {
      boolean alive = observation.isAlive(value);
      Expectation expected = value.expected(policy);
      if (!expected.accepts(alive)) {
        differences.add(
            value.name()
                + " is "
                + (alive ? "alive" : "dead")
                + ", expected "
                + expected.word()
                + ": "
                + value.reason());
      }
    }
    return differences;
  }
}
