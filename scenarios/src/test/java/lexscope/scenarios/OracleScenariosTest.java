package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.js.policy.CapturePolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The `whole` and `used` columns against engines that were written by others to those rules:
/// engine262 has the specification's records, QuickJS one box for each variable that a closure
/// uses.
///
/// Every difference must be explained in `oracle-differences.txt`.
class OracleScenariosTest {

  /// One explained difference: an engine, a scenario, and a value, `output` or `*`.
  private record Difference(String engine, String scenario, String what) {}

  @ParameterizedTest
  @CsvSource({"engine262, WHOLE", "quickjs, USED"})
  void theOracleAgreesOrTheDifferenceIsExplained(String engine, CapturePolicy policy)
      throws IOException {
    List<Scenario> scenarios =
        BundledScenarios.all().stream().filter(s -> s.kind() != Scenario.Kind.COMMONJS).toList();
    EngineHost.Answers answers = EngineHost.run(engine, BundledScenarios.requests(scenarios));
    Map<Difference, String> found = new LinkedHashMap<>();
    for (Scenario scenario : scenarios) {
      compare(engine, policy, scenario, answers.of(scenario.name()), found);
    }
    assertThat(found.keySet())
        .as("differences of %s from the column %s: %s", engine, policy, found)
        .containsExactlyInAnyOrderElementsOf(explained(engine));
  }

  private static void compare(
      String engine,
      CapturePolicy policy,
      Scenario scenario,
      Execution execution,
      Map<Difference, String> found) {
    for (Verdict.Mismatch mismatch : execution.judge(scenario, policy).mismatches()) {
      String what =
          switch (mismatch) {
            case Verdict.Mismatch.Failure _ -> "*";
            case Verdict.Mismatch.Output _ -> "output";
            case Verdict.Mismatch.Tracking(String name, boolean _) -> name;
            case Verdict.Mismatch.Liveness(TrackedValue value, Expectation _, boolean _) ->
                value.name();
          };
      found.put(new Difference(engine, scenario.name(), what), mismatch.text());
    }
  }

  private static List<Difference> explained(String engine) throws IOException {
    return Files.readAllLines(EngineHost.resource("oracle-differences.txt")).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(OracleScenariosTest::explanation)
        .filter(difference -> difference.engine().equals(engine))
        .toList();
  }

  private static Difference explanation(String line) {
    String[] cells = line.split("\t");
    assertThat(cells).as(line).hasSize(4);
    assertThat(cells[3]).as(line).isNotBlank();
    return new Difference(cells[0], cells[1], cells[2]);
  }
}
