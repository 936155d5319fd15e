package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.policy.V8Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each of V8's rules is held by a scenario: without the rule the scenario fails.
class V8RuleTest {
  /// Where a rule is noticed.
  private record Guard(String scenario, String value) {}

  private final Map<V8Rule, Guard> guards = guards();

  private static Map<V8Rule, Guard> guards() {
    Map<V8Rule, Guard> guards = new EnumMap<>(V8Rule.class);
    try {
      for (String line : Files.readAllLines(EngineHost.resource("v8-rules.txt"))) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] cells = line.split("\\s+");
          guards.put(V8Rule.valueOf(cells[0]), new Guard(cells[1], cells[2]));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return guards;
  }

  @Test
  void everyRuleHasAGuard() {
    assertThat(guards.keySet()).isEqualTo(EnumSet.allOf(V8Rule.class));
  }

  @ParameterizedTest
  @EnumSource(V8Rule.class)
  void withoutTheRuleItsScenarioFails(V8Rule rule) {
    Guard guard = guards.get(rule);
    Scenario scenario =
        BundledScenarios.all().stream()
            .filter(s -> s.name().equals(guard.scenario()))
            .findFirst()
            .orElseThrow();
    Set<V8Rule> others = EnumSet.complementOf(EnumSet.of(rule));
    List<Verdict.Mismatch> mismatches =
        new ScenarioRunner(false, others).run(scenario, CapturePolicy.V8).mismatches();
    assertThat(
            mismatches.stream()
                .filter(Verdict.Mismatch.Liveness.class::isInstance)
                .map(m -> ((Verdict.Mismatch.Liveness) m).value().name())
                .collect(Collectors.toSet()))
        .contains(guard.value());
  }
}
