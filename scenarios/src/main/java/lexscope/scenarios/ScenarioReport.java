package lexscope.scenarios;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Verdicts as text: for people, for JUnit's readers, and as annotations for GitHub.
public final class ScenarioReport {
  private final List<Verdict> verdicts;

  /// A report on the verdicts, in their order.
  public ScenarioReport(List<Verdict> verdicts) {
    this.verdicts = List.copyOf(verdicts);
  }

  /// Whether every scenario passed.
  public boolean passed() {
    return verdicts.stream().allMatch(Verdict::passed);
  }

  /// One line for each verdict, an indented line for each mismatch, and a line with the sums.
  public String text() {
    var text = new StringBuilder();
    for (Verdict verdict : verdicts) {
      text.append(verdict.passed() ? "ok     " : "FAILED ").append(label(verdict)).append('\n');
      verdict.mismatches().forEach(m -> text.append("       ").append(m.text()).append('\n'));
    }
    return text.append(verdicts.size())
        .append(" run, ")
        .append(failures())
        .append(" failed\n")
        .toString();
  }

  /// JUnit's XML format: one test case for each verdict, the policy as its name.
  public String junitXml() {
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuite name=\"lexscope scenarios\" tests=\"").append(verdicts.size());
    xml.append("\" failures=\"").append(failures()).append("\" errors=\"0\" skipped=\"0\">\n");
    for (Verdict verdict : verdicts) {
      xml.append("  <testcase classname=\"").append(escapeXml(verdict.scenario().name()));
      xml.append("\" name=\"").append(policy(verdict)).append('"');
      if (verdict.passed()) {
        xml.append("/>\n");
      } else {
        xml.append(">\n    <failure message=\"")
            .append(escapeXml(verdict.mismatches().getFirst().text()));
        xml.append("\">")
            .append(escapeXml(allTexts(verdict)))
            .append("</failure>\n  </testcase>\n");
      }
    }
    return xml.append("</testsuite>\n").toString();
  }

  /// One workflow command for each failure, which GitHub shows beside the scenario's file.
  public String githubAnnotations() {
    return verdicts.stream()
        .filter(v -> !v.passed())
        .map(v ->
            "::error file="
                + escapeProperty(v.scenario().path().toString())
                + ",line=1,title="
                + escapeProperty(label(v))
                + "::"
                + escapeCommand(allTexts(v))
                + "\n")
        .collect(Collectors.joining());
  }

  private long failures() {
    return verdicts.stream().filter(v -> !v.passed()).count();
  }

  private static String label(Verdict verdict) {
    return verdict.scenario().name() + " [" + policy(verdict) + "]";
  }

  private static String policy(Verdict verdict) {
    return verdict.policy().name().toLowerCase(Locale.ROOT);
  }

  private static String allTexts(Verdict verdict) {
    return verdict.mismatches().stream()
        .map(Verdict.Mismatch::text)
        .collect(Collectors.joining("\n"));
  }

  /// Characters that XML 1.0 forbids become a replacement character.
  private static String escapeXml(String text) {
    var escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\n' -> escaped.append("&#10;");
            case '\t' -> escaped.append("&#9;");
            default -> escaped.appendCodePoint(isXmlCharacter(c) ? c : 0xFFFD);
          }
        });
    return escaped.toString();
  }

  private static boolean isXmlCharacter(int c) {
    return c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }

  private static String escapeCommand(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String escapeProperty(String text) {
    return escapeCommand(text).replace(":", "%3A").replace(",", "%2C");
  }
}
