package lexscope.scenarios.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingStream;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.events.JfrCollectionListener;
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

  @Test
  void aProgramIsFollowedWhileItRuns() throws IOException {
    Path app = folder.resolve("app.js");
    Files.writeString(app, "const all = []; for (let i = 0; i < 3; i++) { all.push([i]); gc(); }");
    List<String> told = new CopyOnWriteArrayList<>();
    try (var stream = new RecordingStream()) {
      stream.enable("lexscope.Collection").withoutThreshold();
      stream.onEvent(
          "lexscope.Collection",
          event -> told.add(event.getString("cause") + " " + event.getLong("bytesAfter")));
      stream.startAsync();
      RunOutcome outcome =
          Host.onGuestThread(() -> {
            Host host = Host.create(HostOptions.defaults(ConsoleSink.silent()));
            try (var _ = JfrCollectionListener.listenTo(host.machine().heap())) {
              return host.run(app);
            }
          });
      assertThat(outcome).isEqualTo(new RunOutcome.Completed());
      stream.stop();
    }
    assertThat(told).hasSize(4);
    assertThat(told.getLast()).startsWith("idle ");
    assertThat(told.subList(0, 3))
        .allMatch(each -> each.startsWith("gc() "))
        .doesNotHaveDuplicates();
  }
}
