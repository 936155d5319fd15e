package lexscope.js.test262;

import lexscope.js.policy.CapturePolicy;

/// How the heap is collected while a test runs.
///
/// @param stress whether by [StressSchedule] instead of when it is worth while
record Regime(CapturePolicy policy, boolean stress) {
  /// What the counts are of.
  static final Regime PLAIN = new Regime(CapturePolicy.UNION, false);

  /// The regime as reports write it.
  String label() {
    return stress ? "stress-" + policy.ruleName() : "plain";
  }
}
