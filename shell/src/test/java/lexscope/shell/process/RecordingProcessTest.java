package lexscope.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.shell.process.Launcher.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--jfr FILE`, read by the JDK's own `jfr` tool.
final class RecordingProcessTest {
  @TempDir Path folder;

  @BeforeEach
  void writeProgram() throws Exception {
    Files.writeString(
        folder.resolve("app.js"),
        """
        const listeners = [];
        function subscribe(n) {
          const big = new Array(1000).fill(n);
          listeners.push(() => n);
          return () => big;
        }
        for (let i = 0; i < 20; i++) subscribe(i);
        gc();
        lexscope.snapshot('loaded');
        listeners.length = 5;
        gc();
        """);
  }

  @Test
  void aRunTellsOfItsCollections() throws Exception {
    Launcher.lexscope(folder, "run", "--policy", "used", "--jfr", "run.jfr", "app.js").endsWith(0);
    String summary = jfr("summary", "run.jfr");
    assertThat(summary).contains("lexscope.Collection ", "lexscope.CollectionPhase ");
    List<JsonObject> collections = events("lexscope.Collection", "run.jfr");
    assertThat(collections).hasSizeGreaterThanOrEqualTo(3);
    assertThat(collections.stream().map(each -> each.get("cause").getAsString()))
        .startsWith("gc()", "gc()", "idle");
    long lastAfter = 0;
    for (int i = 0; i < collections.size(); i++) {
      JsonObject collection = collections.get(i);
      assertThat(collection.get("collection").getAsInt()).isEqualTo(i + 1);
      assertThat(collection.get("policy").getAsString()).isEqualTo("used");
      assertThat(number(collection, "cellsAfter"))
          .isPositive()
          .isLessThanOrEqualTo(number(collection, "cellsBefore"));
      assertThat(number(collection, "bytesAfter"))
          .isLessThanOrEqualTo(number(collection, "bytesBefore"));
      assertThat(number(collection, "bytesBefore")).isGreaterThanOrEqualTo(lastAfter);
      lastAfter = number(collection, "bytesAfter");
    }
    // Under used nothing keeps the 20 arrays of 8,000 bytes: the first collection frees them.
    JsonObject first = collections.getFirst();
    assertThat(number(first, "bytesBefore") - number(first, "bytesAfter"))
        .isGreaterThan(20 * 8_000);
    List<String> phases =
        events("lexscope.CollectionPhase", "run.jfr").stream()
            .map(each -> each.get("collection").getAsInt() + each.get("phase").getAsString())
            .toList();
    assertThat(phases).startsWith("1mark", "1sweep", "2mark", "2sweep");
    assertThat(events("lexscope.RecordAllocated", "run.jfr"))
        .anyMatch(each -> each.get("function").getAsString().equals("subscribe"));
    assertThat(events("lexscope.RecordSwept", "run.jfr"))
        .allMatch(each -> each.get("age").getAsInt() >= 0);
  }

  @Test
  void answersAndSnapshotsAreToldWithTheirContents() throws Exception {
    Result why =
        Launcher.lexscope(
                folder,
                "why",
                "--at",
                "loaded",
                "--jfr",
                "why.jfr",
                "binding:subscribe.big",
                "app.js")
            .endsWith(0);
    assertThat(why.out()).contains("app.js at loaded");
    JsonObject snapshot = events("lexscope.Snapshot", "why.jfr").getFirst();
    assertThat(snapshot.get("snapshot").getAsString()).isEqualTo("loaded");
    assertThat(number(snapshot, "nodes")).isGreaterThan(1000);
    assertThat(number(snapshot, "bytes")).isGreaterThan(20 * 8_000);
    JsonObject answer = events("lexscope.WhyAlive", "why.jfr").getFirst();
    assertThat(answer.get("target").getAsString()).isEqualTo("binding:subscribe.big");
    assertThat(answer.get("alive").getAsBoolean()).isTrue();
    assertThat(answer.get("root").getAsString()).contains("listeners");
    assertThat(answer.get("path").getAsString()).contains("[[Environment]]", "binding big");
    assertThat(number(answer, "retainedBytes")).isGreaterThan(8_000);

    Launcher.lexscope(folder, "compare", "--jfr", "compare.jfr", "app.js").endsWith(0);
    assertThat(events("lexscope.PolicyComparison", "compare.jfr"))
        .anyMatch(each -> each.get("worstBinding").getAsString().equals("subscribe.big"));
    assertThat(events("lexscope.Snapshot", "compare.jfr")).hasSize(3);
  }

  @Test
  void recordingChangesNoAnswer() throws Exception {
    Result plain = Launcher.lexscope(folder, "dominators", "--json", "app.js").endsWith(0);
    Result recorded =
        Launcher.lexscope(folder, "dominators", "--json", "--jfr", "d.jfr", "app.js").endsWith(0);
    assertThat(recorded.out()).isEqualTo(plain.out());
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidBeforeAnythingRuns() throws Exception {
    Files.writeString(folder.resolve("loud.js"), "console.log('ran');");
    for (String file : List.of("missing/run.jfr", ".")) {
      Result result = Launcher.lexscope(folder, "run", "--jfr", file, "loud.js").endsWith(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.err()).startsWith("lexscope: " + file + ": cannot be written (");
    }
    Result result =
        Launcher.lexscope(folder, "snapshot", "loud.js", "-o", "no/x.heapsnapshot").endsWith(3);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aFailingProgramIsRecordedToo() throws Exception {
    Files.writeString(folder.resolve("fail.js"), "gc(); throw new Error('late');");
    Launcher.lexscope(folder, "run", "--jfr", "fail.jfr", "fail.js").endsWith(1);
    assertThat(events("lexscope.Collection", "fail.jfr")).isNotEmpty();
  }

  @Test
  void aLeakTestTellsOfItsVerdict() throws Exception {
    Files.writeString(
        folder.resolve("a.scenario.mjs"),
        "export const title = 'a';\nconst all = [];\nexport function act(i) { all.push([i]); }\n");
    Launcher.lexscope(folder, "test", "--jfr", "test.jfr", "a.scenario.mjs").endsWith(1);
    JsonObject scenario = events("lexscope.Scenario", "test.jfr").getFirst();
    assertThat(scenario.get("scenario").getAsString()).isEqualTo("a.scenario.mjs");
    assertThat(scenario.get("policy").getAsString()).isEqualTo("v8");
    assertThat(scenario.toString()).contains("growth per round", "1 object more");
  }

  @Test
  void aRecordingIsShownForPeopleAndForPrograms() throws Exception {
    Launcher.lexscope(folder, "why", "--jfr", "why.jfr", "binding:subscribe.big", "app.js")
        .endsWith(0);
    Result text = Launcher.lexscope(folder, "jfr", "why.jfr").endsWith(0);
    assertThat(text.out())
        .startsWith("why.jfr\n\ncollections: 3 in ")
        .containsPattern("pauses: half up to [0-9.]+ m?s, 95 % up to [0-9.]+ m?s, longest ")
        .containsPattern("alive: [▁▂▃▄▅▆▇█]{3}  ")
        .containsPattern("#1 .* gc\\(\\) +union\n")
        .containsPattern("#3 .* idle +union\n")
        .containsPattern("FunctionEnvironmentRecord of subscribe \\(app.js:2:1\\)\n")
        .containsPattern("8\\.\\d kB +\\d+ +binding:subscribe.big +whole +.*listeners")
        .contains("app.js at end");
    JsonObject json =
        JsonParser.parseString(Launcher.lexscope(folder, "jfr", "--json", "why.jfr").out())
            .getAsJsonObject();
    assertThat(json.getAsJsonArray("collections")).hasSize(3);
    JsonObject subscribe =
        json.getAsJsonArray("records").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(each -> each.get("function").getAsString().equals("subscribe"))
            .findFirst()
            .orElseThrow();
    assertThat(subscribe.get("made").getAsInt()).isEqualTo(20);
    assertThat(subscribe.get("aliveFirst").getAsInt()).isEqualTo(20);
    assertThat(subscribe.get("aliveLast").getAsInt()).isEqualTo(5);
    assertThat(json.getAsJsonArray("answers").get(0).getAsJsonObject().get("root").getAsString())
        .contains("listeners");
  }

  @Test
  void whatIsNoRecordingIsOneMessage() throws Exception {
    Launcher.lexscope(folder, "run", "--jfr", "run.jfr", "app.js").endsWith(0);
    byte[] bytes = Files.readAllBytes(folder.resolve("run.jfr"));
    Files.write(folder.resolve("cut.jfr"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Files.write(folder.resolve("empty.jfr"), new byte[0]);
    for (String file : List.of("cut.jfr", "app.js", "empty.jfr", "missing.jfr")) {
      Result result = Launcher.lexscope(folder, "jfr", file).endsWith(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.err()).startsWith("lexscope: " + file + ": ");
    }
    Launcher.lexscope(folder, "jfr").endsWith(2);
  }

  private static long number(JsonObject event, String field) {
    return event.get(field).getAsLong();
  }

  private List<JsonObject> events(String type, String file) throws Exception {
    List<JsonObject> values = new ArrayList<>();
    for (JsonElement event :
        JsonParser.parseString(jfr("print", "--json", "--events", type, file))
            .getAsJsonObject()
            .getAsJsonObject("recording")
            .getAsJsonArray("events")) {
      values.add(event.getAsJsonObject().getAsJsonObject("values"));
    }
    return values;
  }

  private String jfr(String... words) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "jfr").toString());
    line.addAll(List.of(words));
    Result result =
        Launcher.finish(new ProcessBuilder(line).directory(folder.toFile()), "").endsWith(0);
    return result.out();
  }
}
