package lexscope.scenarios.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lexscope.js.policy.CapturePolicy;
import lexscope.scenarios.leaks.DefinitionReader;
import lexscope.scenarios.leaks.LeakResult;
import lexscope.scenarios.leaks.LeakRunner;
import lexscope.scenarios.leaks.LeakScenario;
import lexscope.scenarios.leaks.LeakSuite;
import lexscope.scenarios.leaks.ScenarioFiles;
import lexscope.scenarios.report.TerminalReport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/// Leak scenarios as dynamic tests of JUnit Jupiter:
///
/// ```java
/// @TestFactory
/// Stream<DynamicTest> scenarios() {
///   return LeakTests.in(Path.of("src/test/leaks"));
/// }
/// ```
///
/// Each scenario is a test under each of its policies; its failure has the text that `lexscope
/// test` prints, and one that is left out is a skipped test.
public final class LeakTests {
  private LeakTests() {}

  /// The tests of a scenario file, or of all scenarios in a folder.
  ///
  /// @throws lexscope.scenarios.ScenarioFormatException if a file defines no scenario
  /// @throws lexscope.scenarios.leaks.UnusableScenarioException if a file is no program
  /// @throws java.io.UncheckedIOException if the folder cannot be read
  @SuppressWarnings("exports") // Whoever calls this has JUnit.
  public static Stream<DynamicTest> in(Path path) {
    List<Path> files = Files.isDirectory(path) ? ScenarioFiles.in(path) : List.of(path);
    LeakSuite suite = new LeakSuite(files.stream().map(DefinitionReader::read).toList(), false);
    List<DynamicTest> tests = new ArrayList<>();
    for (LeakScenario scenario : suite.scenarios()) {
      for (CapturePolicy policy : scenario.policies()) {
        tests.add(
            DynamicTest.dynamicTest(
                scenario.title() + " [" + policy.ruleName() + "]",
                scenario.file().toUri(),
                () -> check(scenario, policy)));
      }
    }
    return tests.stream();
  }

  private static void check(LeakScenario scenario, CapturePolicy policy) {
    Assumptions.assumeTrue(
        scenario.selection() != LeakScenario.Selection.SKIP, "the scenario is left out");
    LeakResult result = new LeakRunner(false).run(scenario, policy);
    if (!result.passed()) {
      Assertions.fail(new TerminalReport().line(result));
    }
  }
}
