package lexscope.scenarios.report;

import java.util.List;
import lexscope.scenarios.leaks.Finding;
import lexscope.scenarios.leaks.LeakResult;

/// Failures as workflow commands, which GitHub shows beside the line of the claim.
public final class GitHubReport implements LeakReport {
  /// The format.
  public GitHubReport() {}

  @Override
  public String text(List<LeakResult> results) {
    StringBuilder text = new StringBuilder();
    for (LeakResult result : results) {
      for (Finding finding : result.findings()) {
        text.append("::error file=").append(property(result.scenario().name()));
        text.append(",line=").append(finding.line());
        text.append(",title=").append(property(result.label())).append("::");
        text.append(
            data(
                FindingLines.headline(finding)
                    + "\n"
                    + String.join("\n", FindingLines.of(finding))));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String data(String text) {
    return text.strip().replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
