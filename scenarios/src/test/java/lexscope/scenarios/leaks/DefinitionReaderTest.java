package lexscope.scenarios.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lexscope.scenarios.ScenarioFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          expect = { growth: 0 }                              | 3: unknown expectation "growth": one of growthPerRound
          expect = { growthPerRound: { things: 0 } }          | 3: unknown measure "things" of growthPerRound: objects, records or bytes
          expect = { retained: { Panel: 'little' } }          | 3: Panel: "little" is no bound: write a number of bytes
          expect = { retained: { Panel: '<= 4 XB' } }         | 3: Panel: "<= 4 XB" is no bound
          expect = { recordsAlive: { f: '<= 4 KiB' } }        | 3: f: "<= 4 KiB" is no bound: write a whole number
          expect = { recordsAlive: { f: -1 } }                | 3: f: "-1" is no bound
          expect = { dead: ['site:x'] }                       | 3: "site:x" is no target
          expect = { dead: [1] }                              | 3: dead takes strings
          expect = { noPath: [{ from: 'Map' }] }              | 3: noPath is a list of { from, to }
          expect = { under: { most: {} } }                    | 3: "most" is no policy
          expect = {}                                         | 3: nothing is expected
          expect = { dead: [() => 1] }                        | 3: expect is no plain data: 0 is function
          rounds = 2                                          | 3: growth shows after 2 rounds only
          rounds = 'many'                                     | 3: rounds is a whole number from 1 to 1000
          policies = ['v9']                                   | 3: "v9" is no policy: whole, v8 or used, each once
          subject = './none.js'                               | 3: none.js: no such file
          """)
  void aMistakeIsSaidWithFileAndLine(String definition, String message) {
    Path file =
        new ScenarioFolder(temporary)
            .write(
                "x.scenario.mjs",
                "// expect nothing\nexport function act() {}\nexport const " + definition + ";\n");
    assertThatThrownBy(() -> DefinitionReader.read(file))
        .isInstanceOf(ScenarioFormatException.class)
        .message()
        .satisfies(text ->
            assertThat(text.replace(temporary + "/", "")).startsWith("x.scenario.mjs:" + message));
  }

  @Test
  void aSyntaxErrorIsSaidWithItsPlace() {
    Path file = new ScenarioFolder(temporary).write("x.scenario.mjs", "export function act( {}");
    assertThatThrownBy(() -> DefinitionReader.read(file))
        .isInstanceOf(UnusableScenarioException.class)
        .hasMessageContaining("x.scenario.mjs:1:");
  }

  @Test
  void aFileWithoutActIsNoScenario() {
    Path file = new ScenarioFolder(temporary).write("x.scenario.mjs", "export const a = 1;");
    assertThatThrownBy(() -> DefinitionReader.read(file))
        .hasMessageContaining(":1: a scenario needs a function act, or a subject");
  }

  @Test
  void namesOfFilesSelectToo() {
    ScenarioFolder folder = new ScenarioFolder(temporary);
    String text = "export function act() {}";
    assertThat(DefinitionReader.read(folder.write("a.scenario.skip.mjs", text)).selection())
        .isEqualTo(LeakScenario.Selection.SKIP);
    assertThat(DefinitionReader.read(folder.write("a.scenario.only.mjs", text)).selection())
        .isEqualTo(LeakScenario.Selection.ONLY);
    assertThat(
            DefinitionReader.read(
                    folder.write(
                        "a.scenario.mjs", text + "\nexport const skip = 'flaky upstream';"))
                .selection())
        .isEqualTo(LeakScenario.Selection.SKIP);
  }
}
