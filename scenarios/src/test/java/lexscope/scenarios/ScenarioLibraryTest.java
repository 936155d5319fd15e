package lexscope.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioLibraryTest {
  private static final Set<String> V8_KEEPS_MORE_THAN_THE_SPECIFICATION =
      Set.of(
          "statements/catch-pattern thrown",
          "statements/catch-pattern detail",
          "loops/captured-loop-head initial",
          "eval/loop-with-eval node0",
          "classes/default-constructor withDefault");

  private final List<Scenario> scenarios = BundledScenarios.all();

  @Test
  void theLibraryIsLarge() {
    assertThat(scenarios).hasSizeGreaterThanOrEqualTo(150);
  }

  @Test
  void everyRowOfTheRulesHasAScenarioAndNoOtherRowIsNamed() throws IOException {
    Set<String> named =
        scenarios.stream()
            .flatMap(s -> s.rows().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).isEqualTo(RuleRows.keys());
  }

  @Test
  void whatAPolicyDropsASmallerPolicyDropsToo() {
    for (Scenario scenario : scenarios) {
      for (TrackedValue value : scenario.values()) {
        if (value.used() == Expectation.ALIVE) {
          assertThat(value.v8())
              .as("%s %s", scenario.name(), value.name())
              .isEqualTo(Expectation.ALIVE);
        }
        if (value.v8() == Expectation.ALIVE
            && !V8_KEEPS_MORE_THAN_THE_SPECIFICATION.contains(
                scenario.name() + " " + value.name())) {
          assertThat(value.whole())
              .as("%s %s", scenario.name(), value.name())
              .isEqualTo(Expectation.ALIVE);
        }
      }
    }
  }

  @Test
  void titlesAreDistinct() {
    assertThat(scenarios).extracting(Scenario::title).doesNotHaveDuplicates();
  }

  @Test
  void aHeaderIsReadWithAllItsParts(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("one.mjs"),
        """
        // Title: A title
        // Why: First line,
        //   second line.
        // Rows: block, catch
        // Output:
        //   a  b
        // Values:           whole  v8     used
        //   big             alive  either dead   for a reason
        keep.push(1);
        """);
    Files.writeString(folder.resolve("part.mjs"), "export {};\n");
    List<Scenario> found = ScenarioLibrary.in(folder).scenarios();
    assertThat(found)
        .containsExactly(
            new Scenario(
                "one",
                folder.resolve("one.mjs"),
                Scenario.Kind.MODULE,
                "A title",
                "First line, second line.",
                List.of("block", "catch"),
                List.of("a  b"),
                List.of(
                    new TrackedValue(
                        "big",
                        Expectation.ALIVE,
                        Expectation.EITHER,
                        Expectation.DEAD,
                        "for a reason"))));
  }

  @Test
  void aMistakeInAHeaderIsReportedWithFileAndLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bad.js");
    Files.writeString(
        file,
        """
        // Title: A title
        // Why: A reason
        // Values:  whole v8 used
        //   big     alive maybe dead   for a reason
        """);
    assertThatThrownBy(() -> ScenarioLibrary.in(folder).scenarios())
        .isInstanceOf(ScenarioFormatException.class)
        .hasMessage(file + ":4: alive, dead or either, not maybe");
    Files.writeString(file, "// Title: A title\n// Why: A reason\n");
    assertThatThrownBy(() -> ScenarioLibrary.in(folder).scenarios())
        .isInstanceOf(ScenarioFormatException.class)
        .hasMessage(file + ":2: the header has no values");
  }
}
