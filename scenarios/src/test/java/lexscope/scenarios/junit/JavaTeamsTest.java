package lexscope.scenarios.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lexscope.js.policy.CapturePolicy;
import lexscope.scenarios.ProgramHeap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/// What the documentation shows to Java teams.
class JavaTeamsTest {
  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> theExampleScenariosHold() {
    return LeakTests.in(Path.of("examples", "leaks"));
  }

  @Test
  void aScenarioThatFailsIsATestThatFailsWithThePath() throws IOException {
    Files.writeString(
        folder.resolve("a.scenario.mjs"),
        "const all = []; export function act(i) { all.push({ i }); }\n");
    Files.writeString(folder.resolve("b.scenario.skip.mjs"), "export function act() {}\n");
    List<DynamicTest> tests = LeakTests.in(folder).toList();
    assertThat(tests)
        .extracting(DynamicTest::getDisplayName)
        .containsExactly("a.scenario.mjs [v8]", "b.scenario.skip.mjs [v8]");
    assertThatThrownBy(() -> tests.getFirst().getExecutable().execute())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 object more after each of 5 rounds")
        .hasMessageContaining("binding all");
    assertThatThrownBy(() -> tests.getLast().getExecutable().execute())
        .isInstanceOf(TestAbortedException.class);
  }

  @Test
  void aProgramIsRunAndAsked() throws IOException {
    Path app = Path.of("examples", "sessions.js");
    ProgramHeap heap = ProgramHeap.run(app, CapturePolicy.V8);
    assertThat(heap.count("closure:close")).isEqualTo(2);
    assertThat(heap.count("class:Session")).isZero();
    assertThat(heap.retainedBytes("binding:open.records")).isGreaterThan(160_000);
    assertThat(heap.why("binding:open.records")).contains("global binding sessions");
    Path snapshot = folder.resolve("end.heapsnapshot");
    heap.writeTo(snapshot);
    assertThat(snapshot).isNotEmptyFile();
    assertThat(ProgramHeap.run(app, CapturePolicy.USED).count("binding:open.records")).isZero();
  }
}
