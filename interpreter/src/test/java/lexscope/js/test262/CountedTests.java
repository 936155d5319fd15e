package lexscope.js.test262;

import java.util.Set;

/// Which tests count: all without a feature that is still a proposal, and without proper tail
/// calls. Of the built-ins' tests, those of Temporal and those that wait in Atomics do not count
/// either.
final class CountedTests {
  private final Set<String> proposals;

  CountedTests(Set<String> proposals) {
    this.proposals = proposals;
  }

  /// Why a test does not count; empty if it does.
  String exclusion(TestFile test) {
    for (String feature : test.features()) {
      if (proposals.contains(feature)) {
        return "proposal " + feature;
      }
    }
    if (test.features().contains("tail-call-optimization")) {
      return "tail-call-optimization";
    }
    if (test.name().startsWith("built-ins/")) {
      if (test.features().contains("Temporal")) {
        return "Temporal";
      }
      if (test.name().startsWith("built-ins/Atomics/") && waits(test)) {
        return "waiting in Atomics";
      }
    }
    return "";
  }

  /// Agents that wait for each other need threads, which a deterministic heap has not.
  private static boolean waits(TestFile test) {
    return test.features().contains("Atomics.waitAsync")
        || test.has("CanBlockIsFalse")
        || test.text().contains("$262.agent");
  }
}
