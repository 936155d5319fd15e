package lexscope.js.test262;

import java.util.List;

/// The failing tests, each with a reason: a line is `name`, tab, verdict, tab, reason. Lines that
/// begin with `#` are comments.
final class FailuresFile {
  private FailuresFile() {}

  /// The lines of what failed among the results.
  static String lines(List<Result> results) {
    var out = new StringBuilder();
    for (Result result : results) {
      if (result.counts() && !result.plain().passed()) {
        out.append(result.name())
            .append('\t')
            .append(result.verdict().label())
            .append('\t')
            .append(result.plain().reason())
            .append('\n');
      }
    }
    return out.toString();
  }

  /// The tests that a file names.
  static List<String> names(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.replaceFirst("\\s.*", ""))
        .toList();
  }
}
