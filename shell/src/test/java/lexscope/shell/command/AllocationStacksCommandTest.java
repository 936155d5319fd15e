package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.invocation.ExitCode;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `--allocation-stacks`, and what the verbs make of it.
class AllocationStacksCommandTest {
  private static final Path TOOLS =
      Path.of("..", "profiler", "target", "foreign-tools").toAbsolutePath().normalize();
  private static final Path SCRIPTS =
      Path.of("..", "profiler", "src", "test", "resources", "lexscope", "profiler", "format");

  @TempDir Path folder;
  private final CommandLine line = new CommandLine();
  private String program = "";

  @BeforeEach
  void copy() {
    program = NodeProcess.copy(AllocationStacksCommandTest.class, "calls.cjs", folder).toString();
  }

  private String run(String... words) {
    assertThat(line.run(words)).as(line.err()).isEqualTo(ExitCode.DONE);
    return line.out();
  }

  private Path export(String... options) {
    Path file = folder.resolve("own.heapsnapshot");
    List<String> words = new ArrayList<>(List.of("snapshot", program, "-o", file.toString()));
    words.addAll(List.of(options));
    run(words.toArray(String[]::new));
    return file;
  }

  // ---- why -------------------------------------------------------------------------------------

  @Test
  @DisplayName(
      "why says by which calls a thing was made, of a program and of its snapshot file alike")
  void why() {
    String made =
        "#"
            + idOf(
                run(
                    "find",
                    "made by each and class = Leaf",
                    program,
                    "--json",
                    "--allocation-stacks"));
    String answer = run("why", made, program, "--allocation-stacks");
    String leafOfEach =
        """
        made by
          leaf (FOLDER/calls.cjs:7:10)
          each (FOLDER/calls.cjs:21:12)
          map
          mapped (FOLDER/calls.cjs:20:20)
          (top level) (FOLDER/calls.cjs:40:21)
        """
            .replace("FOLDER", folder.toString());
    assertThat(answer).endsWith(leafOfEach);
    Path file = export("--allocation-stacks");
    assertThat(run("why", made, file.toString())).endsWith(leafOfEach);
    assertThat(run("why", made, file.toString())).as("with its index").endsWith(leafOfEach);
    assertThat(run("why", made, program)).doesNotContain("made by");
  }

  private static long idOf(String json) {
    return JsonParser.parseString(json)
        .getAsJsonObject()
        .getAsJsonArray("rows")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("node")
        .get("id")
        .getAsLong();
  }

  @Test
  @DisplayName(
      "JSON has every call with its function's place and its own; a long stack is cut in text")
  void longStacks() {
    String found =
        run("find", "made by deep and class = Leaf", program, "--json", "--allocation-stacks=64");
    JsonObject row =
        JsonParser.parseString(found)
            .getAsJsonObject()
            .getAsJsonArray("rows")
            .get(0)
            .getAsJsonObject();
    JsonArray stack = row.getAsJsonArray("allocationStack");
    assertThat(stack).hasSize(1 + 1 + 21 + 1);
    assertThat(stack.get(0))
        .hasToString(
            """
            {"function":"leaf","script":"%s","line":6,"column":1,\
            "place":{"script":"%1$s","line":7,"column":10}}\
            """
                .formatted(program));
    String id = "#" + row.getAsJsonObject("node").get("id");
    assertThat(run("why", id, program, "--allocation-stacks=64"))
        .containsSubsequence(
            "made by\n  leaf ", "\n  middle ", "\n  … 5 calls left out\n  (top level) ");
  }

  // ---- the option ------------------------------------------------------------------------------

  @Test
  @DisplayName("the option's depth stands behind =; the word behind the option is an operand")
  void depth() {
    String found = "made by leaf and class = Leaf";
    assertThat(stackOf(run("find", found, "--allocation-stacks", "--json", program)))
        .isEqualTo("leaf < middle < (top level)");
    assertThat(stackOf(run("find", found, "--allocation-stacks=2", program, "--json")))
        .isEqualTo("leaf < middle");
    assertThat(stackOf(run("find", found, "--allocation-stacks=1", "--json", program)))
        .isEqualTo("leaf");
    assertThat(line.run("why", "class:Leaf", "--allocation-stacks=0", program))
        .isEqualTo(ExitCode.USAGE);
    assertThat(line.err())
        .contains("--allocation-stacks needs a whole number of at least 1, not '0'");
    assertThat(line.run("why", "class:Leaf", "--allocation-stacks=many", program))
        .isEqualTo(ExitCode.USAGE);
  }

  private static String stackOf(String json) {
    JsonArray stack =
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonArray("rows")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("allocationStack");
    return stack.asList().stream()
        .map(call -> call.getAsJsonObject().get("function").getAsString())
        .collect(Collectors.joining(" < "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run", "why", "snapshot", "histo", "dominators", "retained", "find", "suspects", "shell",
        "compare", "cut", "draw", "report", "dead", "clusters", "diff", "records", "trace"
      })
  @DisplayName("every verb that runs programs has it")
  void everywhere(String verb) {
    assertThat(run(verb, "--help")).contains("--allocation-stacks[=DEPTH]");
  }

  @Test
  @DisplayName("with stacks the graph is the same node by node, edge by edge, size by size")
  void sameGraph() throws IOException {
    SnapshotGraph without = HeapSnapshotReader.read(export());
    SnapshotGraph with = HeapSnapshotReader.read(export("--allocation-stacks"));
    assertThat(with.nodeCount()).isEqualTo(without.nodeCount());
    assertThat(with.edgeCount()).isEqualTo(without.edgeCount());
    for (int node = 0; node < with.nodeCount(); node++) {
      assertThat(with.id(node)).isEqualTo(without.id(node));
      assertThat(with.name(node)).isEqualTo(without.name(node));
      assertThat(with.shallowBytes(node)).isEqualTo(without.shallowBytes(node));
    }
    assertThat(Files.readString(export())).doesNotContain("lexscope_calls");
  }

  // ---- find and histo --------------------------------------------------------------------------

  @Test
  @DisplayName("find asks for calls by function, file and place, with all operators")
  void find() {
    Path file = export("--allocation-stacks");
    int leaves = matches("class = Leaf and kind = object and made by leaf", file);
    assertThat(leaves).isEqualTo(1000 + 1 + 3 + 1 + 1 + 2 + 1);
    assertThat(matches("class = Leaf and kind = object and made by middle", file)).isEqualTo(1001);
    assertThat(matches("class = Leaf and kind = object and made by = middle", file))
        .isEqualTo(1001);
    assertThat(matches("class = Leaf and kind = object and made by ~ /^MID/i", file))
        .isEqualTo(1001);
    assertThat(matches("class = Leaf and kind = object and made by contains iddl", file))
        .isEqualTo(1001);
    assertThat(
            matches("class = Leaf and kind = object and made by leaf and made by != middle", file))
        .isEqualTo(8);
    assertThat(matches("class = Leaf and kind = object and made by map", file)).isEqualTo(3);
    assertThat(matches("class = Leaf and kind = object and made in calls.cjs:21", file))
        .isEqualTo(3);
    assertThat(matches("class = Leaf and kind = object and made in calls.cjs:21:12", file))
        .isEqualTo(3);
    assertThat(
            matches("class = Leaf and kind = object and made in calls.cjs and made by leaf", file))
        .isEqualTo(leaves);
    assertThat(matches("class = Leaf and kind = object and made in ~ /:21:/", file)).isEqualTo(3);
    assertThat(matches("made in other.cjs", file)).isZero();
    assertThat(
            run(
                "find",
                "class = Leaf and kind = object and made by each",
                file.toString(),
                "--stacks",
                "--rows",
                "1"))
        .containsSubsequence("  made by leaf (", "          each (", "          map\n");
  }

  private int matches(String predicate, Path file) {
    return JsonParser.parseString(run("find", predicate, file.toString(), "--json"))
        .getAsJsonObject()
        .get("matches")
        .getAsInt();
  }

  @Test
  @DisplayName("histo groups by maker and by stack; the bytes of the groups are those of the heap")
  void histo() {
    Path file = export("--allocation-stacks");
    for (String key : List.of("maker", "stack")) {
      JsonObject histogram =
          JsonParser.parseString(run("histo", "--by", key, file.toString(), "--json"))
              .getAsJsonObject();
      long bytes = 0;
      List<String> names = new ArrayList<>();
      for (var row : histogram.getAsJsonArray("rows")) {
        bytes += row.getAsJsonObject().get("bytes").getAsLong();
        names.add(row.getAsJsonObject().get("name").getAsString());
      }
      assertThat(bytes).isEqualTo(histogram.get("totalBytes").getAsLong());
      assertThat(names).doesNotHaveDuplicates().contains("(none)");
      assertThat(names)
          .contains(
              key.equals("maker")
                  ? "leaf (" + program + ":6:1)"
                  : "leaf (P:7:10) < each (P:21:12) < map < mapped (P:20:20) < (top level) (P:40:21)"
                      .replace("P:", program + ":"));
    }
    assertThat(run("histo", "--by", "stack", file.toString(), "--rows", "200"))
        .contains(" < … 12 calls\n");
  }

  @Test
  @DisplayName("a heap that knows no calls is said to know none, with what to do")
  void unknown() {
    Path file = export();
    for (String[] question :
        new String[][] {
          {"histo", "--by", "maker"},
          {"histo", "--by", "stack"},
          {"find", "made by leaf"},
          {"find", "not (name = x or made in a.js)"},
          {"find", "name = x", "--stacks"}
        }) {
      List<String> words = new ArrayList<>(List.of(question));
      words.add(program);
      assertThat(line.run(words.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(line.err())
          .isEqualTo(
              program
                  + ": it is not known which calls made what is in this heap: run the program with"
                  + " --allocation-stacks\n");
      words.set(words.size() - 1, file.toString());
      assertThat(line.run(words.toArray(String[]::new))).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(line.err())
          .endsWith("in this heap: record allocation stacks when you take the snapshot\n");
    }
  }

  @Test
  @DisplayName("suspects say who made what is too many, and diff counts what functions made")
  void growth() throws IOException {
    Path leak =
        Files.writeString(
            folder.resolve("leak.js"),
            """
            globalThis.all = [];
            function session(i) { return { i, log: new Array(50).fill(i) }; }
            function open(i) { all.push(session(i)); }
            for (let i = 0; i < 100; i++) open(i);
            lexscope.snapshot('a');
            for (let i = 0; i < 150; i++) open(i);
            """);
    String file = leak.toString();
    assertThat(run("suspects", file, "--allocation-stacks"))
        .contains(
            "   - 250 of 250 made by session (F:2:1), 150 called by open (F:3:29) < (top level) (F:6:31)\n"
                .replace("F:", file + ":"));
    assertThat(run("suspects", file)).doesNotContain("made by");
    assertThat(run("diff", file, "--at", "a,end", "--by", "maker", "--allocation-stacks"))
        .containsPattern("(?m)202 → 502 .* made by  session \\(.*:2:1\\)$");
    assertThat(line.run("diff", file, "--at", "a,end", "--by", "maker"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.err()).contains("run the program with --allocation-stacks");
  }

  // ---- other tools -----------------------------------------------------------------------------

  @Test
  @DisplayName(
      "DevTools' worker gives every node of an export the stack that we give it; memlab loads it")
  void otherTools() throws IOException {
    for (String script : List.of("devtools-build.mjs", "devtools-load.mjs", "memlab-load.cjs")) {
      Files.createDirectories(TOOLS);
      Files.copy(
          SCRIPTS.resolve(script), TOOLS.resolve(script), StandardCopyOption.REPLACE_EXISTING);
    }
    NodeProcess.install(
        TOOLS,
        List.of("chrome-devtools-frontend@1.0.1705227", "@memlab/core@2.0.5", "esbuild@0.28.2"));
    if (!Files.exists(TOOLS.resolve("devtools.mjs"))) {
      NodeProcess.run(TOOLS, "devtools-build.mjs");
    }
    Path file = export("--policy", "v8", "--allocation-stacks");
    SnapshotGraph graph = HeapSnapshotReader.read(file);
    Path answer = folder.resolve("devtools.bin");
    NodeProcess.run(TOOLS, "devtools-load.mjs", file.toString(), answer.toString());
    List<String> theirs =
        List.of(Files.readString(folder.resolve("devtools.bin.stacks")).split("\n", -1));
    int known = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      String ours =
          graph.allocationStacks().of(node).stream()
              .map(call ->
                  call.name() + " " + call.script() + " " + call.line() + " " + call.column())
              .collect(Collectors.joining(" < "));
      assertThat(theirs.get(node)).isEqualTo(ours);
      known += ours.isEmpty() ? 0 : 1;
    }
    assertThat(known).isGreaterThan(2000);
    assertThat(NodeProcess.run(TOOLS, "memlab-load.cjs", file.toString())).contains("\"nodes\":");
  }

  @Test
  @DisplayName("Node, tracked by V8, makes the same objects by the same calls, as many of them")
  void sameAsNode() throws IOException {
    NodeProcess.assumeThere();
    Path tracked = folder.resolve("v8.heapsnapshot");
    NodeProcess.run(
        folder,
        NodeProcess.copy(AllocationStacksCommandTest.class, "track.cjs", folder).toString(),
        program,
        tracked.toString());
    SnapshotGraph theirs = HeapSnapshotReader.read(tracked);
    SnapshotGraph ours =
        HeapSnapshotReader.read(export("--policy", "v8", "--allocation-stacks=64"));
    Map<String, Integer> expected = stacks(theirs);
    assertThat(expected).hasSizeGreaterThan(6);
    assertThat(stacks(ours)).isEqualTo(expected);
    for (String maker : List.of("leaf", "plain", "Leaf")) {
      // Feedback, maps and the like are made besides, once.
      assertThat((double) counts(ours, maker))
          .isBetween(0.97 * counts(theirs, maker), 1.03 * counts(theirs, maker));
    }
  }

  /// How many instances of Leaf were made by which calls, as far as the top level of the program.
  private static Map<String, Integer> stacks(SnapshotGraph graph) {
    Map<String, Integer> stacks = new TreeMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.kind(node) == NodeKind.OBJECT && graph.name(node).equals("Leaf")) {
        String stack =
            graph.allocationStacks().of(node).stream()
                .takeWhile(call -> !call.title().equals("(top level)"))
                .map(call -> call.title() + ":" + call.line())
                .collect(Collectors.joining(" < "));
        // The prototype is made with the class.
        if (!stack.isEmpty()) {
          stacks.merge(stack, 1, Integer::sum);
        }
      }
    }
    return stacks;
  }

  private static long counts(SnapshotGraph graph, String maker) {
    AllocationStacks stacks = graph.allocationStacks();
    long count = 0;
    for (int row = 1; row < stacks.tree().size(); row++) {
      if (stacks.call(row).function().name().equals(maker)) {
        count += stacks.tree().counts()[row];
      }
    }
    return count;
  }
}
