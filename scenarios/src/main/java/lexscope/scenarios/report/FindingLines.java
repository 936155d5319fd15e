package lexscope.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.report.ByteSize;
import lexscope.scenarios.leaks.Finding;
import lexscope.scenarios.leaks.LeakResult;

/// Findings as lines of plain text, as every format that shows text has them.
final class FindingLines {
  private FindingLines() {}

  /// A finding in one line.
  static String headline(Finding finding) {
    return finding.claim() + ": " + finding.message();
  }

  /// All findings of a result, with everything that is known about them.
  static String all(LeakResult result) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : result.findings()) {
      text.append(headline(finding)).append('\n');
      of(result, finding).forEach(line -> text.append("  ").append(line).append('\n'));
    }
    return text.toString();
  }

  /// What is known about a finding, without its headline; what an earlier one of the result said is
  /// not said again.
  static List<String> of(LeakResult result, Finding finding) {
    Finding.Evidence evidence = finding.evidence();
    for (Finding each : result.findings()) {
      if (each == finding) {
        break;
      }
      if (evidence != null && evidence.equals(each.evidence())) {
        List<String> lines = new ArrayList<>(finding.details());
        lines.add("worst is " + evidence.offender() + ", see above");
        return lines;
      }
    }
    return of(finding);
  }

  /// What is known about a finding, without its headline.
  static List<String> of(Finding finding) {
    List<String> lines = new ArrayList<>(finding.details());
    Finding.Evidence evidence = finding.evidence();
    if (evidence == null) {
      return lines;
    }
    lines.add(evidence.offender() + " retains " + ByteSize.text(evidence.retainedBytes()));
    lines.add("alive because");
    evidence.path().forEach(step -> lines.add("  " + step));
    evidence.excerpt().forEach(line -> lines.add("  " + line));
    if (!evidence.binding().isEmpty()) {
      lines.add("held by " + evidence.binding());
    }
    if (!evidence.culprits().isEmpty()) {
      lines.add("captured because of " + String.join("; ", evidence.culprits()));
    }
    if (!evidence.repair().isEmpty()) {
      lines.add("to free it, cut " + String.join(" and ", evidence.repair()));
    }
    return lines;
  }
}
