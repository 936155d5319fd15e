package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import lexscope.shell.invocation.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "histo, rows, totalRows",
    "histo --by kind, rows, totalRows",
    "dominators, rows, totalRows",
    "retained class:Map, rows, totalRows",
    "clusters class:Session, clusters, totalClusters",
    "why --all class:Session, groups, totalGroups",
    "suspects --least 1, suspects, totalSuspects",
    "dead --threshold 1, bindings, totalBindings",
    "dead --threshold 1, functions, totalFunctions",
    "records, functions, totalFunctions",
  })
  void askedForRowsJsonHasTheFirstOfThemAndSaysHowManyThereAre(
      String question, String list, String total) throws IOException {
    Files.writeString(
        program,
        """
        let list = null;
        for (let i = 0; i < 300; i++) list = { next: list };
        function one(v) { const w = v + v; function user() { v; w; } return () => 1; }
        function two(v) { const w = v + v; function user() { v; w; } return () => 2; }
        const kept = [one('first'), two('second')];
        """,
        StandardOpenOption.APPEND);
    String[] words = question.split(" ", -1);
    String[] others = Arrays.copyOfRange(words, 1, words.length);
    JsonObject whole = json(words[0], others);
    assertThat(whole.keySet()).doesNotContain(total);
    List<JsonElement> all = whole.getAsJsonArray(list).asList();
    assertThat(all).hasSizeGreaterThan(1);
    for (int rows : new int[] {1, all.size(), all.size() + 1}) {
      String[] more = Arrays.copyOf(others, others.length + 2);
      more[others.length] = "--rows";
      more[others.length + 1] = "" + rows;
      JsonObject first = json(words[0], more);
      assertThat(first.getAsJsonArray(list).asList())
          .isEqualTo(all.subList(0, Math.min(rows, all.size())));
      assertThat(first.get(total).getAsInt()).isEqualTo(all.size());
      first.keySet().removeIf(key -> !whole.keySet().contains(key));
      assertThat(first.keySet()).isEqualTo(whole.keySet());
    }
  }

  @Test
  void askedForRowsTheComparisonOfPoliciesHasTheFirstOfEachList() throws IOException {
    Files.writeString(
        program,
        """
        function component(v) {
          const one = new Array(500).fill(v), two = new Array(400).fill(v);
          function user() { one; two; }
          return () => v;
        }
        const kept = component(1);
        """,
        StandardOpenOption.APPEND);
    JsonArray whole = json("compare").getAsJsonArray("gaps");
    JsonArray first = json("compare", "--rows", "1").getAsJsonArray("gaps");
    assertThat(first.size()).isEqualTo(whole.size());
    int most = 0;
    for (int i = 0; i < whole.size(); i++) {
      List<JsonElement> all = whole.get(i).getAsJsonObject().getAsJsonArray("bindings").asList();
      JsonObject gap = first.get(i).getAsJsonObject();
      assertThat(gap.getAsJsonArray("bindings").asList())
          .isEqualTo(all.subList(0, Math.min(1, all.size())));
      assertThat(gap.get("totalBindings").getAsInt()).isEqualTo(all.size());
      most = Math.max(most, all.size());
    }
    assertThat(most).isGreaterThan(1);
  }

  @Test
  void askedForRowsTheDominatorTreeIsThatLong() {
    line.run("dominators", program.toString());
    List<String> whole = line.out().lines().toList();
    line.run("dominators", "--rows", "2", program.toString());
    List<String> first = line.out().lines().toList();
    assertThat(whole.size()).isGreaterThan(first.size());
    assertThat(first).hasSize(6);
    assertThat(first.get(4).strip()).isEqualTo(whole.get(4).strip());
    assertThat(first.getLast()).isEqualTo("… and " + (whole.size() - 5) + " more rows");
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
