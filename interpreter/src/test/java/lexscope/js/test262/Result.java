package lexscope.js.test262;

import java.util.List;

/// What is known of one test.
///
/// @param exclusion why it was not run; empty if it was
/// @param outcomes one for each regime, the plain one first; a single one if it was not run
record Result(String name, List<String> features, String exclusion, List<Outcome> outcomes) {
  /// The result of a test that does not count.
  static Result excluded(TestFile test, String why) {
    return new Result(
        test.name(), test.features(), why, List.of(new Outcome(Verdict.EXCLUDED, why)));
  }

  /// The outcome that counts.
  Outcome plain() {
    return outcomes.getFirst();
  }

  Verdict verdict() {
    return plain().verdict();
  }

  boolean counts() {
    return exclusion.isEmpty();
  }

  /// The row that it belongs to: the topmost folder.
  String row() {
    return name.replaceFirst("/.*", "");
  }

  /// The folder that it is counted in: two levels, or three below those that hold most tests.
  String directory() {
    String[] parts = name.split("/");
    int depth =
        name.startsWith("language/expressions/") || name.startsWith("language/statements/") ? 3 : 2;
    return String.join("/", List.of(parts).subList(0, Math.min(depth, parts.length - 1)));
  }
}
