package lexscope.js.test262;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The counts of a run as text: rows, what was excluded, directories, features.
final class CountsReport {
  private static final String COLUMNS =
      line("", "tests", "excluded", "counted", "pass", "fail", "crash", "fault", "timeout");

  private final List<Result> results;

  CountsReport(List<Result> results) {
    this.results = results;
  }

  /// The rows alone, with percentages.
  String rows() {
    var out = new StringBuilder();
    Map<String, Tally> rows = by(result -> List.of(result.row()));
    var total = new Tally();
    results.forEach(total::add);
    out.append(COLUMNS.stripTrailing()).append("   percent\n");
    rows.forEach((name, tally) -> out.append(tally.percentLine(name)));
    out.append(total.percentLine("total"));
    return out.toString();
  }

  /// Everything.
  String full() {
    var out = new StringBuilder(rows());
    out.append('\n').append(line("excluded", "tests"));
    by(result -> result.counts() ? List.of() : List.of(result.exclusion()))
        .forEach((why, tally) -> out.append(line(why, String.valueOf(tally.tests))));
    out.append('\n').append("by directory\n").append(COLUMNS);
    by(result -> List.of(result.directory()))
        .forEach((name, tally) -> out.append(tally.line(name)));
    out.append('\n').append("by feature\n").append(COLUMNS);
    by(Result::features).forEach((name, tally) -> out.append(tally.line(name)));
    return out.toString();
  }

  private Map<String, Tally> by(Function<Result, List<String>> groups) {
    Map<String, Tally> tallies = new TreeMap<>();
    for (Result result : results) {
      for (String group : groups.apply(result)) {
        tallies.computeIfAbsent(group, _ -> new Tally()).add(result);
      }
    }
    return tallies;
  }

  private static String line(String name, String... cells) {
    var out = new StringBuilder(String.format(Locale.ROOT, "%-52s", name));
    for (String cell : cells) {
      out.append(String.format(Locale.ROOT, " %8s", cell));
    }
    return out.append('\n').toString();
  }

  private static final class Tally {
    private int tests;
    private final int[] counts = new int[Verdict.values().length];

    void add(Result result) {
      tests++;
      counts[result.verdict().ordinal()]++;
    }

    private int of(Verdict verdict) {
      return counts[verdict.ordinal()];
    }

    private int counted() {
      return tests - of(Verdict.EXCLUDED);
    }

    String line(String name) {
      return CountsReport.line(
          name,
          String.valueOf(tests),
          String.valueOf(of(Verdict.EXCLUDED)),
          String.valueOf(counted()),
          String.valueOf(of(Verdict.PASS)),
          String.valueOf(of(Verdict.FAIL)),
          String.valueOf(of(Verdict.CRASH)),
          String.valueOf(of(Verdict.FAULT)),
          String.valueOf(of(Verdict.TIMEOUT)));
    }

    /// Rounded down: 100.00 says that all passed.
    String percentLine(String name) {
      long hundredths = counted() == 0 ? 0 : 10_000L * of(Verdict.PASS) / counted();
      return line(name).stripTrailing()
          + String.format(Locale.ROOT, " %6d.%02d%n", hundredths / 100, hundredths % 100)
              .replace("\r", "");
    }
  }
}
