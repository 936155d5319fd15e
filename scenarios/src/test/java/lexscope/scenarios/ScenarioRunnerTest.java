package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every scenario of the library under every policy in our own interpreter.
class ScenarioRunnerTest {
  private static final List<CapturePolicy> POLICIES =
      List.of(CapturePolicy.WHOLE, CapturePolicy.V8, CapturePolicy.USED);

  @TestFactory
  Stream<DynamicContainer> everyScenarioDoesWhatItsHeaderSays() {
    return tests(new ScenarioRunner(false));
  }

  /// With a collection at every safepoint nothing may change.
  @TestFactory
  Stream<DynamicContainer> everyScenarioDoesWhatItsHeaderSaysUnderStress() {
    return tests(new ScenarioRunner(true));
  }

  private static Stream<DynamicContainer> tests(ScenarioRunner runner) {
    return BundledScenarios.all().stream()
        .map(scenario ->
            DynamicContainer.dynamicContainer(
                scenario.name(),
                scenario.path().toUri(),
                POLICIES.stream().map(policy -> test(runner, scenario, policy))));
  }

  private static DynamicTest test(ScenarioRunner runner, Scenario scenario, CapturePolicy policy) {
    String mode = runner.stress() ? " stress" : "";
    return DynamicTest.dynamicTest(
        scenario.name() + " [" + policy.name().toLowerCase(Locale.ROOT) + mode + "]",
        () -> assertThat(runner.run(scenario, policy).mismatches()).isEmpty());
  }
}
