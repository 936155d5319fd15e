package lexscope.js.test262;

/// How one test ended under one regime.
///
/// @param reason one line; empty for a test that passed
/// @param collections how often the heap was collected while the test ran
/// @param verifications how many of these were followed by a verification
record Outcome(Verdict verdict, String reason, long collections, long verifications) {
  Outcome(Verdict verdict, String reason) {
    this(verdict, reason.replaceAll("\\s+", " ").strip(), 0, 0);
  }

  Outcome counted(long moreCollections, long moreVerifications) {
    return new Outcome(
        verdict, reason, collections + moreCollections, verifications + moreVerifications);
  }

  boolean passed() {
    return verdict == Verdict.PASS;
  }

  /// Whether a program could tell the two apart.
  boolean differs(Outcome other) {
    return verdict != other.verdict || !reason.equals(other.reason);
  }
}
