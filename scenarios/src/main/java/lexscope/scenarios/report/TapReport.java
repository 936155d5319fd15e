package lexscope.scenarios.report;

import com.google.gson.JsonPrimitive;
import java.util.List;
import lexscope.scenarios.leaks.Finding;
import lexscope.scenarios.leaks.LeakResult;

/// Results in the Test Anything Protocol, version 14: what is wrong stands in a YAML block.
public final class TapReport implements LeakReport {
  /// The format.
  public TapReport() {}

  @Override
  public String text(List<LeakResult> results) {
    StringBuilder text = new StringBuilder("TAP version 14\n");
    text.append("1..").append(results.size()).append('\n');
    int number = 0;
    for (LeakResult result : results) {
      text.append(result.passed() ? "ok " : "not ok ")
          .append(++number)
          .append(" - ")
          .append(escaped(result.scenario().name() + ": " + result.label()))
          .append(result.status() == LeakResult.Status.SKIPPED ? " # SKIP" : "")
          .append('\n');
      if (!result.findings().isEmpty()) {
        diagnostics(text, result);
      }
    }
    return text.toString();
  }

  /// Scalars are quoted as in JSON, which YAML takes as its own.
  private static void diagnostics(StringBuilder text, LeakResult result) {
    text.append("  ---\n  findings:\n");
    for (Finding finding : result.findings()) {
      text.append("    - claim: ").append(quoted(finding.claim())).append('\n');
      text.append("      line: ").append(finding.line()).append('\n');
      text.append("      message: ").append(quoted(finding.message())).append('\n');
      List<String> lines = FindingLines.of(finding);
      if (!lines.isEmpty()) {
        text.append("      details:\n");
        lines.forEach(line -> text.append("        - ").append(quoted(line)).append('\n'));
      }
    }
    text.append("  ...\n");
  }

  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("#", "\\#");
  }
}
