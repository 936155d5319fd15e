package lexscope.profiler.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.capture.SitePlaces;
import lexscope.profiler.capture.ToyHeap;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.why.WhyAnswer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderTest {
  @TempDir private static Path folder;
  private static Path file = Path.of("");
  private static List<RecordedEvent> events = List.of();

  @BeforeAll
  static void record() throws IOException {
    file = folder.resolve("lexscope.jfr");
    try (Recording recording = new Recording()) {
      for (Class<? extends jdk.jfr.Event> type :
          List.of(
              CollectionEvent.class,
              CollectionPhaseEvent.class,
              RecordAllocatedEvent.class,
              RecordSurvivedEvent.class,
              RecordSweptEvent.class,
              SnapshotEvent.class,
              WhyAliveEvent.class,
              PolicyComparisonEvent.class,
              ScenarioEvent.class)) {
        recording.enable(type).withThreshold(java.time.Duration.ZERO);
      }
      recording.enable(HeapStatisticsEvent.class).with("period", "endChunk");
      recording.start();
      ToyHeap toy = new ToyHeap();
      try (JfrCollectionListener _ = JfrCollectionListener.listenTo(toy.heap)) {
        runHeap(toy);
        answer();
        recording.stop();
      }
      recording.dump(file);
    }
    events = RecordingFile.readAllEvents(file);
  }

  private static void runHeap(ToyHeap toy) {
    ToyHeap.Text text = new ToyHeap.Text();
    ToyHeap.Layout setup = text.scope(null, "setup", 10, 90, List.of("big"));
    toy.root(
        ToyHeap.BINDING, "kept", toy.heap.allocateUnrooted(new ToyHeap.Record(setup, null, 1)));
    toy.heap.collect("first");
    toy.heap.allocateUnrooted(new ToyHeap.Record(setup, null, 2));
    toy.heap.collect("second");
    GraphInfo info = new GraphInfo("app.js", "end", "", "r");
    ProfilerEvents.snapshot(
        () -> HeapCapture.capture(toy.heap, ToyHeap.Policy.V8, info, SitePlaces.NONE));
  }

  private static void answer() {
    DominatorTree tree = DominatorTree.of(AppGraph.v8(), EdgeRule.STRONG);
    ProfilerEvents.answered(tree, WhyAnswer.of(tree, TargetQuery.parse("binding:setup.big")));
    ProfilerEvents.answered(tree, WhyAnswer.of(tree, TargetQuery.parse("#99")));
    ProfilerEvents.compared(
        tree.graph().info(),
        PolicyComparison.of(List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used()), 0));
    assertThat(ProfilerEvents.scenario("closure-in-listener", "v8", () -> "too much"))
        .isEqualTo("too much");
  }

  @Test
  @DisplayName("each collection is an event with its phases, linked by its number")
  void collections() {
    assertThat(of("Collection")).hasSize(2);
    RecordedEvent second = of("Collection").getLast();
    assertThat(second.getLong("collection")).isEqualTo(2);
    assertThat(second.getString("cause")).isEqualTo("second");
    assertThat(second.getString("policy")).isEqualTo("whole");
    assertThat(second.getLong("cellsBefore")).isEqualTo(2);
    assertThat(second.getLong("cellsAfter")).isEqualTo(1);
    assertThat(
            of("CollectionPhase").stream()
                .map(phase -> phase.getLong("collection") + " " + phase.getString("phase")))
        .containsExactlyInAnyOrder("1 mark", "1 sweep", "2 mark", "2 sweep");
  }

  @Test
  @DisplayName("records are told of when made, found alive and swept, with their age")
  void records() {
    assertThat(of("RecordAllocated").stream().map(event -> event.getLong("recordNumber")))
        .containsExactlyInAnyOrder(1L, 2L);
    assertThat(
            of("RecordSurvived").stream()
                .map(event -> event.getLong("recordNumber") + " age " + event.getInt("age")))
        .containsExactlyInAnyOrder("1 age 1", "1 age 2");
    RecordedEvent swept = of("RecordSwept").getFirst();
    assertThat(swept.getLong("recordNumber")).isEqualTo(2);
    assertThat(swept.getInt("age")).isZero();
    assertThat(swept.getString("function")).isEqualTo("setup");
    assertThat(swept.getString("kind")).isEqualTo("FunctionEnvironmentRecord");
    assertThat(swept.getString("place")).isEqualTo("app.js:10:1");
  }

  @Test
  @DisplayName("statistics tell what the last collection left")
  void statistics() {
    RecordedEvent statistics = of("HeapStatistics").getLast();
    assertThat(statistics.getLong("collection")).isEqualTo(2);
    assertThat(statistics.getLong("cells")).isEqualTo(1);
    assertThat(statistics.getLong("liveBytes")).isEqualTo(40);
  }

  @Test
  @DisplayName("snapshots, answers, comparisons and scenarios are events")
  void answers() {
    assertThat(of("Snapshot")).hasSize(1);
    assertThat(of("Snapshot").getFirst().getString("policy")).isEqualTo("v8");
    RecordedEvent alive = of("WhyAlive").getFirst();
    assertThat(alive.getString("root")).isEqualTo("global binding handlers");
    assertThat(alive.getString("path")).endsWith("binding big → Big");
    assertThat(alive.getLong("retainedBytes")).isEqualTo(1000);
    assertThat(of("WhyAlive").getLast().getBoolean("alive")).isFalse();
    assertThat(
            of("PolicyComparison").stream()
                .map(event -> event.getString("keeper") + " " + event.getString("worstBinding")))
        .containsExactly("v8 setup.big", "whole setup.unused", "whole setup.big");
    assertThat(of("Scenario").getFirst().getBoolean("passed")).isFalse();
  }

  @Test
  @DisplayName("jfr summary, view and print show the events")
  void jfrTool() throws IOException, InterruptedException {
    assertThat(jfr("summary")).contains("lexscope.Collection ").contains("lexscope.WhyAlive ");
    assertThat(jfr("view", "--width", "160", "lexscope.Collection"))
        .contains("Guest Collection")
        .contains("second");
    assertThat(jfr("print", "--categories", "Lexscope"))
        .contains("lexscope.WhyAlive {")
        .contains("retainedBytes = 1000 bytes");
  }

  private static String jfr(String... arguments) throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jfr").toString());
    command.addAll(List.of(arguments));
    command.add(file.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return text;
  }

  private static List<RecordedEvent> of(String name) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals("lexscope." + name))
        .toList();
  }
}
