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

  private static void check(Scenario scenario, Observation observation, String version) {
    assertThat(observation.errors()).isEmpty();
    assertThat(observation.output()).isEqualTo(scenario.output());
    assertThat(observation.tracked())
        .containsExactlyInAnyOrderElementsOf(
            scenario.values().stream().map(TrackedValue::name).toList());
    List<String> differences = Differences.of(scenario, CapturePolicy.V8, observation);
    if (!differences.isEmpty() && !version.startsWith(MEASURED_VERSION)) {
      String text = "V8 " + version + " differs from 11.3: " + scenario.name() + " " + differences;
      System.err.println(text);
      Assumptions.abort(text);
    }
    assertThat(differences).isEmpty();
  }
}
