package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.Test;

class ScenarioReportTest {
  private static final TrackedValue BIG =
      new TrackedValue(
          "big", Expectation.ALIVE, Expectation.EITHER, Expectation.DEAD, "a <reason>");
  private static final Scenario SCENARIO =
      new Scenario(
          "basics/one",
          Path.of("basics/one.js"),
          Scenario.Kind.SCRIPT,
          "A title",
          "A reason",
          List.of(),
          List.of("1"),
          List.of(BIG));

  private static Verdict verdict(CapturePolicy policy, Execution execution) {
    return execution.judge(SCENARIO, policy);
  }

  private static Execution execution(Set<String> alive) {
    return new Execution(List.of("1"), names("big"), new LinkedHashSet<>(alive), null);
  }

  private static SequencedSet<String> names(String... names) {
    return new LinkedHashSet<>(List.of(names));
  }

  @Test
  void eachColumnOfTheHeaderIsJudgedByItself() {
    assertThat(verdict(CapturePolicy.WHOLE, execution(Set.of("big"))).passed()).isTrue();
    assertThat(verdict(CapturePolicy.WHOLE, execution(Set.of())).passed()).isFalse();
    assertThat(verdict(CapturePolicy.V8, execution(Set.of("big"))).passed()).isTrue();
    assertThat(verdict(CapturePolicy.V8, execution(Set.of())).passed()).isTrue();
    assertThat(verdict(CapturePolicy.USED, execution(Set.of("big"))).passed()).isFalse();
    assertThat(verdict(CapturePolicy.USED, execution(Set.of())).passed()).isTrue();
  }

  @Test
  void outputFailuresAndTrackingAreJudged() {
    assertThat(
            verdict(
                    CapturePolicy.WHOLE,
                    new Execution(List.of("2"), names("other"), names("other"), null))
                .mismatches())
        .containsExactly(
            new Verdict.Mismatch.Output(List.of("1"), List.of("2")),
            new Verdict.Mismatch.Tracking("big", false),
            new Verdict.Mismatch.Tracking("other", true));
    assertThat(
            verdict(
                    CapturePolicy.WHOLE,
                    new Execution(List.of("1"), names(), names(), "TypeError: no"))
                .mismatches())
        .containsExactly(new Verdict.Mismatch.Failure("TypeError: no"));
  }

  @Test
  void theTextNamesEveryMismatch() {
    var report =
        new ScenarioReport(
            List.of(
                verdict(CapturePolicy.WHOLE, execution(Set.of("big"))),
                verdict(CapturePolicy.USED, execution(Set.of("big")))));
    assertThat(report.passed()).isFalse();
    assertThat(report.text())
        .isEqualTo(
            """
            ok     basics/one [whole]
            FAILED basics/one [used]
                   big is alive, expected dead: a <reason>
            2 run, 1 failed
            """);
  }

  @Test
  void theXmlEscapesWhatXmlForbids() {
    var report =
        new ScenarioReport(
            List.of(
                verdict(CapturePolicy.WHOLE, execution(Set.of("big"))),
                verdict(
                    CapturePolicy.USED,
                    new Execution(List.of("1"), names(), names(), "bad \u0001 & \"<text>\"\n"))));
    assertThat(report.junitXml())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="lexscope scenarios" tests="2" failures="1" errors="0" skipped="0">
              <testcase classname="basics/one" name="whole"/>
              <testcase classname="basics/one" name="used">
                <failure message="the program failed: bad \uFFFD &amp; &quot;&lt;text&gt;&quot;&#10;">\
            the program failed: bad \uFFFD &amp; &quot;&lt;text&gt;&quot;&#10;</failure>
              </testcase>
            </testsuite>
            """);
  }

  @Test
  void annotationsAreOneLineEach() {
    var report =
        new ScenarioReport(
            List.of(
                verdict(CapturePolicy.WHOLE, execution(Set.of("big"))),
                verdict(
                    CapturePolicy.USED,
                    new Execution(List.of("100%"), names("big"), names("big"), null))));
    assertThat(report.githubAnnotations())
        .isEqualTo(
            "::error file=basics/one.js,line=1,title=basics/one [used]"
                + "::printed [100%25], expected [1]%0Abig is alive, expected dead: a <reason>\n");
  }
}
