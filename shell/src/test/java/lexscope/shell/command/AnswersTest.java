package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lexscope.shell.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Merged paths, clusters and cuts of many nodes, asked on the command line about a program and
/// about its snapshot file.
final class AnswersTest {
  @TempDir Path folder;
  private final CommandLine line = new CommandLine();
  private Path program;

  @BeforeEach
  void writeProgram() throws IOException {
    program =
        Files.writeString(
            folder.resolve("sessions.js"),
            """
            class Session { constructor(i) { this.rows = new Array(100).fill(i); } }
            const byName = new Map();
            const recent = [];
            for (let i = 0; i < 40; i++) byName.set('user' + i, new Session(i));
            for (let i = 0; i < 5; i++) recent.push(new Session(i));
            """);
  }

  @Test
  void allPathsToASortOfObjectsAreOneTree() {
    assertThat(line.run("why", "--all", "class:Session", program.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out())
        .containsPattern("40 +1 +\\S+ kB  value of \\* of Map")
        .containsPattern("5 +1 +\\S+ kB  element \\* of Array")
        .contains("(global lexical bindings) script");
    JsonObject answer = json("why", "--all", "class:Session");
    assertThat(answer.get("targets").getAsInt()).isEqualTo(46);
    assertThat(answer.getAsJsonArray("groups").get(0).getAsJsonObject().get("edges").getAsInt())
        .isEqualTo(40);
  }

  @Test
  void objectsOfOneSortAreGroupedByHowTheyAreHeld() {
    assertThat(line.run("clusters", "class:Session", program.toString())).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("46 nodes in 3 clusters", "40 nodes, own", "5 nodes, own");
    JsonObject first =
        json("clusters", "class:Session").getAsJsonArray("clusters").get(0).getAsJsonObject();
    assertThat(first.get("count").getAsInt()).isEqualTo(40);
    assertThat(first.getAsJsonArray("steps").asList().getLast().getAsString())
        .startsWith("value of * → Session");
    assertThat(first.getAsJsonArray("path").size()).isGreaterThan(2);
  }

  @Test
  void theCutOfAllFreesEverythingThatMatches() {
    assertThat(line.run("cut", "--all", "class:Session", program.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out())
        .contains("binding byName of", "binding recent of", "binding Session of", "that frees");
    JsonObject answer = json("cut", "--all", "class:Session");
    assertThat(answer.getAsJsonObject("cut").getAsJsonArray("edges").size()).isEqualTo(3);
    assertThat(answer.get("freedBytes").getAsLong())
        .isGreaterThan(answer.get("retainedBytes").getAsLong());
  }

  @Test
  void theHeapByModuleAndPackageAddsUp() throws IOException {
    Path module = Files.createDirectories(folder.resolve("node_modules/@scope/cache"));
    Files.writeString(
        module.resolve("index.js"),
        "exports.rows = []; exports.add = (i) => exports.rows.push({ i });");
    Path main =
        Files.writeString(
            folder.resolve("main.cjs"),
            """
            const cache = require('@scope/cache');
            for (let i = 0; i < 1000; i++) cache.add(i);
            globalThis.own = new Array(100).fill(0);
            """);
    assertThat(line.run("histo", "--by", "package", main.toString())).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("package", "@scope/cache", "(application)", "(none)");
    for (String by : List.of("kind", "site", "function", "module", "package")) {
      line.run("histo", "--json", "--by", by, main.toString());
      JsonObject answer = JsonParser.parseString(line.out()).getAsJsonObject();
      long sum = 0;
      for (JsonElement row : answer.getAsJsonArray("rows")) {
        sum += row.getAsJsonObject().get("bytes").getAsLong();
      }
      assertThat(sum).as(by).isEqualTo(answer.get("totalBytes").getAsLong());
    }
    assertThat(line.run("histo", "--by", "colour", main.toString())).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void findAnswersPredicates() {
    assertThat(
            line.run(
                "find",
                "class = Session and dominated by class:Map",
                "--limit",
                "3",
                "--sort",
                "id",
                program.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("40 nodes, own", "together they retain", "… and 37 more nodes");
    JsonObject answer = json("find", "kind = closure and site ~ /sessions.js:1:/");
    assertThat(answer.get("matches").getAsInt()).isEqualTo(1);
    assertThat(answer.getAsJsonArray("rows").get(0).getAsJsonObject().getAsJsonObject("node"))
        .isNotNull();
  }

  @Test
  void aPredicateWithAMistakeIsWrongUsageAndTheColumnIsSaid() {
    assertThat(line.run("find", "kind = closre", program.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains("\"kind = closre\", column 8: no kind 'closre'");
    assertThat(line.run("find", "id = 1", "--sort", "size", program.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(line.run("find", program.toString())).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void whatIsNotAliveIsNoError() {
    for (String verb : new String[] {"why", "cut"}) {
      assertThat(line.run(verb, "--all", "class:None", program.toString()))
          .isEqualTo(ExitCode.DONE);
      assertThat(line.out()).contains("class:None: not alive");
    }
    assertThat(line.run("clusters", "class:None", program.toString())).isEqualTo(ExitCode.DONE);
    assertThat(line.out()).contains("class:None: not alive");
  }

  @Test
  void aSnapshotFileAnswersAsTheProgramDid() {
    Path file = folder.resolve("sessions.heapsnapshot");
    line.run("snapshot", program.toString(), "-o", file.toString());
    for (String[] words : new String[][] {{"why", "--all"}, {"clusters"}, {"cut", "--all"}}) {
      String ofProgram = ask(words, program);
      assertThat(ask(words, file)).isEqualTo(ofProgram);
    }
  }

  private String ask(String[] words, Path file) {
    String[] all = Arrays.copyOf(words, words.length + 3);
    all[words.length] = "--json";
    all[words.length + 1] = "class:Session";
    all[words.length + 2] = file.toString();
    assertThat(line.run(all)).isEqualTo(ExitCode.DONE);
    return line.out();
  }

  private JsonObject json(String verb, String... words) {
    String[] all = new String[words.length + 3];
    all[0] = verb;
    all[1] = "--json";
    System.arraycopy(words, 0, all, 2, words.length);
    all[words.length + 2] = program.toString();
    assertThat(line.run(all)).isEqualTo(ExitCode.DONE);
    return JsonParser.parseString(line.out()).getAsJsonObject();
  }
}
