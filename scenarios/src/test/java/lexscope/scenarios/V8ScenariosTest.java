package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The `v8` column of every scenario against V8 itself.
///
/// The rules are those of V8 11.3. Another version may differ: its differences are printed and the
/// tests are skipped.
class V8ScenariosTest {
  private static final String MEASURED_VERSION = "11.3.";

  @TestFactory
  Stream<DynamicTest> v8DoesWhatTheHeaderSays() {
    List<Scenario> scenarios = BundledScenarios.all();
    EngineHost.Answers answers =
        EngineHost.run(EngineHost.V8, BundledScenarios.requests(scenarios));
    return scenarios.stream()
        .map(scenario ->
            DynamicTest.dynamicTest(
                scenario.name(),
                scenario.path().toUri(),
                () -> check(scenario, answers.of(scenario.name()), answers.version())));
  }

  private static void check(Scenario scenario, Execution execution, String version) {
    Verdict verdict = execution.judge(scenario, CapturePolicy.V8);
    if (!version.startsWith(MEASURED_VERSION)
        && verdict.mismatches().stream().allMatch(Verdict.Mismatch.Liveness.class::isInstance)
        && !verdict.passed()) {
      String text =
          "SKIPPED: V8 "
              + version
              + " differs from "
              + MEASURED_VERSION
              + ": "
              + verdict.mismatches();
      System.err.println(scenario.name() + ": " + text);
      Assumptions.abort(text);
    }
    assertThat(verdict.mismatches()).isEmpty();
  }
}
