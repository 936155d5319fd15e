package lexscope.scenarios.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.scenarios.ProgramHeap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakScenarioTest {
  @TempDir private Path temporary;
  private ScenarioFolder folder = new ScenarioFolder(Path.of(""));

  @BeforeEach
  void openFolder() {
    folder = new ScenarioFolder(temporary);
  }

  @Test
  void whatIsAllocatedAndFreedAgainIsGreen() {
    String text =
        """
        const store = new Map();
        export function act(i) { store.set(i, { data: new Array(50).fill(i) }); }
        export function undo(i) { store.delete(i); }
        export const expect = { growthPerRound: { objects: 0, records: 0, bytes: 0 } };
        """;
    assertThat(folder.findings(text)).isEmpty();
  }

  @Test
  void withoutUndoTheSameIsALeakOfOneMapEntryARound() {
    String text =
        """
        const store = new Map();
        export function act(i) { store.set(i, { data: i }); }
        """;
    Finding finding = folder.findings(text).getFirst();
    assertThat(finding.message()).isEqualTo("1 object more after each of 5 rounds");
    assertThat(finding.details())
        .containsExactly("Object (a.scenario.mjs:2:39): 2 → 3 → 4 → 5 → 6 → 7");
  }

  @Test
  void aCacheThatIsFilledOnceOrBoundedIsNoLeak() {
    String text =
        """
        const cache = [];
        let late;
        export function act(i) {
          cache.push({ i });
          if (cache.length > 3) cache.shift();
          if (i === 4) late = { once: true };
        }
        """;
    assertThat(folder.findings(text)).isEmpty();
  }

  @Test
  void whatLeaksInEverySecondRoundIsFound() {
    String text =
        """
        const all = [];
        export function act(i) { if (i % 2 === 0) all.push({ i }); }
        """;
    assertThat(folder.findings(text)).hasSize(1);
  }

  @Test
  void timersAndJobsOfARoundRunBeforeItIsMeasured() {
    String text =
        """
        const open = new Set();
        export async function act(i) {
          const item = { i };
          open.add(item);
          await new Promise(done => setTimeout(done, 30000));
          open.delete(item);
        }
        """;
    assertThat(folder.findings(text)).isEmpty();
  }

  @Test
  void aFailureNamesPathBindingCulpritPlaceAndCure() {
    Finding finding =
        folder
            .findings(
                ScenarioFolder.panel(
                    true, "export const expect = { growthPerRound: { objects: 0 } };"))
            .getFirst();
    assertThat(finding.line()).isEqualTo(17);
    Finding.Evidence evidence = finding.evidence();
    assertThat(evidence).isNotNull();
    assertThat(evidence.retainedBytes()).isEqualTo(8048);
    assertThat(String.join("\n", evidence.path()).replaceAll("#\\d+", "#").replaceAll(" +", " "))
        .isEqualTo(
            """
            module map a.scenario.mjs
            → module a.scenario.mjs #
            → context: ER2 Context of (top level) (a.scenario.mjs:1:1) #
            → binding bus: EventTarget (a.scenario.mjs:2:13) # (used by openPanel)
            → EventListener key: EventListener key (a.scenario.mjs:12:7) #
            → callback: closure onKey (a.scenario.mjs:11:17) #
            → context: ER17 Context of openPanel (a.scenario.mjs:7:1) # (stale: the newest record of openPanel is ER41)
            → binding rows: Array (a.scenario.mjs:9:16) # (used by no living closure)\
            """);
    assertThat(evidence.binding())
        .startsWith("binding rows of ER17")
        .endsWith("(used by no living closure)");
    assertThat(evidence.culprits())
        .containsExactly("sum (a.scenario.mjs:10:15), no closure of it is alive");
    assertThat(evidence.excerpt())
        .containsExactly("9 |   const rows = new Array(1000).fill(0);", "  |                ^");
    assertThat(evidence.repair()).hasSize(1).first().asString().startsWith("binding rows of ER17");
  }

  @Test
  void itsRepairedTwinIsGreenUnderEveryPolicy() {
    List<LeakResult> results =
        folder.run(
            "a.scenario.mjs",
            ScenarioFolder.panel(
                false,
                """
                export const policies = ['whole', 'v8', 'used'];
                export const expect = {
                  growthPerRound: { objects: 0, records: 0, bytes: '<= 64 B' },
                  recordsAlive: { openPanel: 0 }, dead: ['Panel'], alive: ['EventTarget'],
                  retained: { 'class EventTarget': '<= 1 KiB' },
                  waste: 0, noPath: { from: 'module map', to: 'class Panel' },
                  collections: 0, allocated: '<= 1 MiB',
                };
                """));
    assertThat(results)
        .extracting(LeakResult::policy)
        .containsExactly(CapturePolicy.WHOLE, CapturePolicy.V8, CapturePolicy.USED);
    assertThat(results).allSatisfy(result -> assertThat(result.findings()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          recordsAlive: { openPanel: 0 }                        | 7 records of openPanel alive
          recordsAlive: { openPanel: '>= 8' }                   | 7 records of openPanel alive
          dead: ['Panel']                                       | 7 are alive
          alive: ['Map']                                        | it is not alive
          retained: { 'binding:openPanel.rows': '<= 4 KiB' }    | it retains 8.0 kB (8048 bytes)
          waste: '<= 1 KiB'                                     | v8 keeps 56.3 kB (56336 bytes) in bindings that used lets go
          noPath: [{ from: 'class EventTarget', to: 'Panel' }]  | there is one
          collections: '>= 1'                                   | 0 collections
          under: { v8: { dead: ['Panel'] } }                    | 7 are alive
          dead: ['Pannel']                                      | nothing in the program is called Pannel
          dead: ['binding openPanel.row']                       | nothing in the program is called row
          recordsAlive: { openpanel: 0 }                        | nothing in the program is called openpanel
          retained: { 'class EventTraget': '<= 1 KiB' }         | nothing in the program is called EventTraget
          noPath: { from: 'closure onKee', to: 'Panel' }        | nothing in the program is called onKee
          noPath: { from: 'module map', to: 'closure onKee' }   | nothing in the program is called onKee
          """)
  void eachClaimThatDoesNotHoldSaysWhatIsTheCase(String claim, String message) {
    String text = ScenarioFolder.panel(true, "export const expect = { " + claim + " };");
    assertThat(folder.findings(text)).extracting(Finding::message).containsExactly(message);
  }

  @Test
  void aClaimUnderAnotherPolicyDoesNotCount() {
    String text =
        ScenarioFolder.panel(
            true,
            "export const expect = { alive: ['Panel'], under: { used: { dead: ['Panel'] } } };");
    assertThat(folder.findings(text)).isEmpty();
  }

  @Test
  void theShortestWayBetweenTwoThingsIsShown() {
    String text =
        ScenarioFolder.panel(
            true, "export const expect = { noPath: { from: 'class EventTarget', to: 'Panel' } };");
    Finding.Evidence evidence = folder.findings(text).getFirst().evidence();
    assertThat(evidence).isNotNull();
    assertThat(evidence.path()).hasSize(5).first().asString().startsWith("EventTarget");
    assertThat(evidence.path().getLast()).startsWith("→ binding opened: Panel");
  }

  @Test
  void scriptsAndCommonJsModulesAreScenariosToo() {
    String body = "const all = []; function act(i) { all.push({ i }); }\n";
    assertThat(folder.run("b.scenario.js", body).getFirst().findings()).hasSize(1);
    assertThat(
            folder
                .run("c.scenario.cjs", body + "exports.act = act; exports.rounds = 4;")
                .getFirst()
                .findings())
        .extracting(Finding::message)
        .containsExactly("1 object more after each of 2 rounds");
  }

  @Test
  void anErrorInARoundFailsTheScenarioWithItsPlace() {
    List<Finding> findings = folder.findings("export function act() { nothing.there; }");
    assertThat(findings).extracting(Finding::message).containsExactly("the scenario failed");
    assertThat(String.join("\n", findings.getFirst().details()))
        .contains("a.scenario.mjs:1", "ReferenceError: nothing is not defined")
        .doesNotContain(temporary.toString());
  }

  @Test
  void programsAndSnapshotFilesCanBeTheSubject() throws IOException {
    folder.write("app.js", "globalThis.kept = [1, 2]; const store = new Map();");
    List<LeakResult> results =
        folder.run(
            "d.scenario.mjs",
            "export const subject = './app.js';\n"
                + "export const expect = { alive: ['Map'], dead: ['Set'], noPath: { from: 'global"
                + " store', to: 'Map' } };");
    assertThat(results.getFirst().findings())
        .extracting(Finding::claim)
        .containsExactly("no path from global store to class:Map");

    Path snapshot = temporary.resolve("app.heapsnapshot");
    try (OutputStream out = Files.newOutputStream(snapshot)) {
      HeapSnapshotWriter.write(
          ProgramHeap.run(temporary.resolve("app.js"), CapturePolicy.V8).graph(), out);
    }
    results =
        folder.run(
            "e.scenario.mjs",
            "export const subject = './app.heapsnapshot';\n"
                + "export const expect = { alive: ['Map'], dead: ['Set', 'closure nowhere'],"
                + " retained: { 'class Map': '<= 8 B' } };");
    assertThat(results.getFirst().findings())
        .extracting(Finding::claim)
        .containsExactly("retained by class:Map: <= 8 B");
  }

  @Test
  void longNamesOfModulesAreRelativeToo() throws IOException {
    String name = "a-folder-with-a-name-that-is-longer-than-what-reports-shorten-other-texts-to";
    Files.createDirectories(temporary.resolve(name));
    folder.write(name + "/list.mjs", "export const list = [];");
    List<LeakResult> results =
        folder.run(
            "f.scenario.mjs",
            "import { list } from './"
                + name
                + "/list.mjs';\n"
                + "export function act(i) { list.push({ i }); }");
    assertThat(results.toString())
        .contains("module map " + name + "/list.mjs", "→ module " + name + "/list.mjs #")
        .doesNotContain(temporary.toRealPath() + "/" + name);
  }

  @Test
  void twoRunsFindTheSame() {
    String text =
        ScenarioFolder.panel(
            true,
            "export const policies = ['whole', 'v8', 'used'];export const expect = {"
                + " growthPerRound: { objects: 0, records: 0, bytes: 0 }, dead: ['Panel'] };");
    List<List<Finding>> first =
        folder.run("e.scenario.mjs", text).stream().map(LeakResult::findings).toList();
    List<List<Finding>> second =
        folder.run("e.scenario.mjs", text).stream().map(LeakResult::findings).toList();
    assertThat(second).isEqualTo(first);
  }

  @Test
  void stressFindsTheSame() {
    Path file = folder.write("f.scenario.mjs", ScenarioFolder.panel(false, ""));
    LeakScenario scenario = DefinitionReader.read(file);
    assertThat(new LeakRunner(true, temporary).run(scenario).getFirst().findings()).isEmpty();
  }

  @Test
  void theFolderLeavesNoTraceInTheResult() throws IOException {
    String panel = ScenarioFolder.panel(true, "");
    Path elsewhere = Files.createDirectories(folder.path().resolve("another/and/a/longer/one"));
    assertThat(new ScenarioFolder(elsewhere).findings(panel)).isEqualTo(folder.findings(panel));
  }
}
