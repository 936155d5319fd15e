package lexscope.scenarios.leaks;

import java.util.List;
import lexscope.profiler.paths.TargetQuery;

/// Targets as a scenario writes them: as on the command line, with a space in place of the first
/// colon if that reads better (`class Panel`); a name alone is the name of a class.
final class Targets {
  private static final List<String> KINDS =
      List.of("class", "record", "closure", "binding", "site");

  private Targets() {}

  /// Reads a target.
  ///
  /// @throws IllegalArgumentException if it is none, with a message for people
  static TargetQuery parse(String text) {
    for (String kind : KINDS) {
      if (text.startsWith(kind + " ")) {
        return TargetQuery.parse(kind + ":" + text.substring(kind.length() + 1).strip());
      }
    }
    return text.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")
        ? new TargetQuery.ByClass(text)
        : TargetQuery.parse(text);
  }
}
