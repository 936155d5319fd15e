package lexscope.js.test262;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The counts of tests that were run plainly and under stress, and what differs.
final class StressReport {
  private final List<Regime> regimes;
  private final List<Result> results;

  /// @param results with an outcome for each of the regimes, of which the first is the plain one
  StressReport(List<Regime> regimes, List<Result> results) {
    this.regimes = regimes;
    this.results = results.stream().filter(Result::counts).toList();
  }

  /// One line for each regime, then one for each outcome that is not that of the plain run.
  String text() {
    var out = new StringBuilder();
    out.append(String.format(Locale.ROOT, "%-14s", "regime"));
    for (String column :
        List.of(
            "tests",
            "pass",
            "fail",
            "crash",
            "fault",
            "timeout",
            "differ",
            "collected",
            "verified")) {
      out.append(String.format(Locale.ROOT, " %9s", column));
    }
    out.append('\n');
    for (int i = 0; i < regimes.size(); i++) {
      out.append(line(i));
    }
    out.append('\n');
    for (String row : results.stream().map(Result::row).distinct().toList()) {
      long tests = results.stream().filter(result -> result.row().equals(row)).count();
      out.append(String.format(Locale.ROOT, "%-14s %9d%n", row, tests).replace("\r", ""));
    }
    List<String> differences = differences();
    if (!differences.isEmpty()) {
      out.append('\n');
      differences.forEach(each -> out.append(each).append('\n'));
    }
    return out.toString();
  }

  private String line(int regime) {
    long[] cells = new long[9];
    for (Result result : results) {
      Outcome outcome = result.outcomes().get(regime);
      cells[0]++;
      cells[1 + outcome.verdict().ordinal()]++;
      cells[6] += outcome.differs(result.plain()) ? 1 : 0;
      cells[7] += outcome.collections();
      cells[8] += outcome.verifications();
    }
    var out = new StringBuilder(String.format(Locale.ROOT, "%-14s", regimes.get(regime).label()));
    Arrays.stream(cells).forEach(cell -> out.append(String.format(Locale.ROOT, " %9d", cell)));
    return out.append('\n').toString();
  }

  /// Name, regime, what the plain run gave and what this one gave, with tabs between.
  List<String> differences() {
    List<String> found = new ArrayList<>();
    for (Result result : results) {
      for (int i = 1; i < regimes.size(); i++) {
        Outcome outcome = result.outcomes().get(i);
        if (outcome.differs(result.plain())) {
          found.add(
              String.join(
                  "\t",
                  result.name(),
                  regimes.get(i).label(),
                  describe(result.plain()),
                  describe(outcome)));
        }
      }
    }
    return found;
  }

  private static String describe(Outcome outcome) {
    return (outcome.verdict().label() + " " + outcome.reason()).strip();
  }
}
