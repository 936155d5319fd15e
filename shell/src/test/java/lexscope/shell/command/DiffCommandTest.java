package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Growth over the moments of one program, and over snapshot files of it.
final class DiffCommandTest {
  @TempDir Path folder;
  private final CommandLine line = new CommandLine();
  private Path program;

  @BeforeEach
  void writeProgram() throws IOException {
    program =
        Files.writeString(
            folder.resolve("rounds.js"),
            """
            class Session { constructor(i) { this.rows = [i]; } }
            const sessions = new Map();
            const handlers = [];
            let temporary = [];
            function open(i) { const big = [i, i]; return function onClose() { return big; }; }
            for (let r = 0; r < 4; r++) {
              temporary = [];
              for (let i = 0; i < 10; i++) {
                sessions.set(r + ':' + i, new Session(i));
                handlers.push(open(i));
                temporary.push({ i });
              }
              lexscope.snapshot('round');
            }
            """);
  }

  @ParameterizedTest(name = "by {0}")
  @CsvSource({
    "name, object, Session",
    "function, closure, onClose",
    "record, record, open",
    "site, object, Session",
  })
  void whatLeaksGrowsSteadily(String by, String kind, String name) {
    JsonObject growth =
        json("diff", "--json", "--by", by, "--at", "round,round#2,round#3,round#4", "" + program);
    JsonObject row =
        growth.getAsJsonArray("rows").asList().stream()
            .map(each -> each.getAsJsonObject())
            .filter(each -> each.get("name").getAsString().equals(name))
            .filter(each -> each.get("kind").getAsString().equals(kind))
            .findFirst()
            .orElseThrow();
    int first = row.getAsJsonArray("counts").get(0).getAsInt();
    assertThat(row.getAsJsonArray("counts").toString())
        .isEqualTo(
            "[" + first + "," + (first + 10) + "," + (first + 20) + "," + (first + 30) + "]");
    assertThat(row.get("steady").getAsBoolean()).isTrue();
    assertThat(row.get("survivors").getAsInt()).isEqualTo(20);
  }

  @Test
  void whatIsNewIsGroupedByHowItIsHeld() {
    assertThat(
            line.run("diff", "--at", "round#2,round#3,round#4", "--rows", "3", program.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out())
        .contains("what is new, by how it is held: ")
        .contains("10 nodes, own", "value of * → Session", "element * → closure onClose")
        .doesNotContain("temporary");
    line.run("diff", "--at", "round#2,round#3,round#4", "--clusters", "0", program.toString());
    assertThat(line.out()).doesNotContain("what is new");
  }

  @Test
  void filesOfOneRunAreJoinedByIds() {
    String[] files = new String[3];
    for (int i = 0; i < 3; i++) {
      files[i] = folder.resolve("s" + i + ".heapsnapshot").toString();
      String moment = i == 0 ? "round" : "round#" + (i + 1);
      line.run("snapshot", "--at", moment, program.toString(), "-o", files[i]);
    }
    JsonObject two = json("diff", "--json", files[0], files[1]);
    assertThat(two.get("joined").getAsString()).isEqualTo("ids");
    assertThat(two.getAsJsonObject("new").get("nodes").getAsInt()).isPositive();
    JsonObject three = json("diff", "--json", files[0], files[1], files[2]);
    assertThat(three.getAsJsonObject("new").getAsJsonArray("clusters").toString())
        .contains("value of * → Session");
  }

  @Test
  void askedForRowsAndClustersJsonHasTheFirstOfThemAndSaysHowManyThereAre() {
    String moments = "round#2,round#3,round#4";
    for (String[] question :
        new String[][] {
          {"diff", "--json", "--at", "round#2,round#4", "" + program},
          {"diff", "--json", "--at", moments, "" + program},
          {"diff", "--json", "--at", moments, "" + program, "--by", "site"},
        }) {
      JsonObject whole = json(question);
      assertThat(whole.keySet()).doesNotContain("totalRows");
      assertThat(whole.getAsJsonObject("new").keySet()).doesNotContain("totalClusters");
      List<String> words = new ArrayList<>(List.of(question));
      words.addAll(List.of("--rows", "1", "--clusters", "2"));
      JsonObject first = json(words.toArray(String[]::new));
      JsonArray rows = whole.getAsJsonArray("rows");
      JsonArray clusters = whole.getAsJsonObject("new").getAsJsonArray("clusters");
      assertThat(rows.size()).isGreaterThan(1);
      assertThat(clusters.size()).isGreaterThan(2);
      assertThat(first.getAsJsonArray("rows").asList()).containsExactly(rows.get(0));
      assertThat(first.get("totalRows").getAsInt()).isEqualTo(rows.size());
      JsonObject news = first.getAsJsonObject("new");
      assertThat(news.getAsJsonArray("clusters").asList())
          .containsExactly(clusters.get(0), clusters.get(1));
      assertThat(news.get("totalClusters").getAsInt()).isEqualTo(clusters.size());
    }
  }

  @Test
  void withoutClustersJsonStillSaysHowMuchIsNew() {
    String[] question = {"diff", "--json", "--at", "round,end", "--clusters", "0", "" + program};
    JsonObject news = json(question).getAsJsonObject("new");
    assertThat(news.getAsJsonArray("clusters")).isEmpty();
    assertThat(news.get("nodes").getAsInt()).isPositive();
  }

  @Test
  void anUnknownKeyIsWrongUsage() {
    assertThat(line.run("diff", "--by", "colour", program.toString(), program.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("name, kind, site, function, record");
  }

  private JsonObject json(String... words) {
    assertThat(line.run(words)).isEqualTo(ExitCode.DONE);
    return JsonParser.parseString(line.out()).getAsJsonObject();
  }
}
