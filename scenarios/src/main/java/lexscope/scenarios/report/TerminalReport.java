package lexscope.scenarios.report;

import java.util.List;
import java.util.stream.Collectors;
import lexscope.scenarios.leaks.Finding;
import lexscope.scenarios.leaks.LeakResult;

/// Results for a person at a terminal: a line for each, what is wrong below it, and the sums.
public final class TerminalReport implements LeakReport {
  /// The format.
  public TerminalReport() {}

  @Override
  public String text(List<LeakResult> results) {
    return results.stream().map(this::line).collect(Collectors.joining()) + sums(results);
  }

  /// One result.
  public String line(LeakResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        switch (result.status()) {
          case PASSED -> "ok      ";
          case FAILED -> "FAILED  ";
          case SKIPPED -> "skipped ";
        });
    text.append(result.scenario().name()).append("  ").append(result.label()).append('\n');
    for (Finding finding : result.findings()) {
      text.append("  ").append(FindingLines.headline(finding)).append('\n');
      for (String line : FindingLines.of(result, finding)) {
        text.append("    ").append(line).append('\n');
      }
    }
    return text.toString();
  }

  /// The last line: how many ran, failed and were left out.
  public String sums(List<LeakResult> results) {
    Tally tally = Tally.of(results);
    return tally.run()
        + " run, "
        + tally.failed()
        + " failed"
        + (tally.skipped() == 0 ? "" : ", " + tally.skipped() + " skipped")
        + "\n";
  }
}
