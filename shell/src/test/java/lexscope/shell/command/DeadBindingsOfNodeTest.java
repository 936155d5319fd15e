package lexscope.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.invocation.ExitCode;
import lexscope.testing.NodeProcess;
import lexscope.testing.RealNodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dead bindings in snapshots that node writes of programs of which we know them.
class DeadBindingsOfNodeTest {
  private static final String PROGRAM =
      """
      'use strict';
      const held = [];
      class Big { constructor(n) { this.data = new Array(n).fill(1.5); } }
      function setup() {
        const big = new Big(1000);
        const small = { small: true };
        function unused() { return big; }
        held.push(function onClick() { return small; });
      }
      function block(list) {
        for (const item of list) {
          const blockBig = new Big(500);
          let blockSmall = { s: item };
          const never = () => blockBig;
          held.push(() => blockSmall);
        }
      }
      function shared(a, b) {
        const common = new Big(2000);
        const first = { common }, second = { common };
        const neither = () => [first, second];
        let count = 0;
        held.push(() => a + count++);
      }
      function shadowed() {
        const name = new Big(300);
        held.push(() => { const name = new Big(310); held.push(() => name); return name; });
        held.at(-1)();
        (() => name);
      }
      function* generate() {
        const kept = new Big(400);
        const lost = new Big(410);
        (() => lost);
        const read = () => kept;
        yield read;
        yield kept;
      }
      class Machine {
        constructor(tape) { const spare = new Big(600); this.read = () => tape; (() => spare); }
        static state = new Big(1);
        #secret = new Big(2);
        reveal() { return this.#secret; }
      }
      function catcher() {
        try { throw new Big(700); } catch ({ data }) { held.push(() => 1); }
      }
      // What is held is `me`, which uses `x`.
      function named(x) { held.push((function me() { return [() => me, x]; })()[0]); }
      function evaluates() { const seen = new Big(800); held.push(code => eval(code)); }
      setup();
      block(['a', 'b', 'c']);
      shared(1, 2);
      shadowed();
      const running = generate(); running.next();
      held.push(running, new Machine({}));
      catcher();
      named({});
      evaluates();
      globalThis.held = held;
      """;

  /// What is dead; of a shadowed name only the outer binding.
  private static final Map<String, Integer> DEAD =
      new TreeMap<>(
          Map.of(
              "setup.big", 1,
              "block.blockBig", 3,
              "shared.first", 1,
              "shared.second", 1,
              "shadowed.name", 1,
              "Machine.spare", 1,
              "catcher..catch", 1));

  @TempDir Path folder;
  private final CommandLine line = new CommandLine();

  @BeforeAll
  static void node() {
    NodeProcess.assumeThere();
  }

  @Test
  @DisplayName(
      "with its source text, the dead bindings of a CommonJS program and of an ES module are those"
          + " it has, in snapshots of Node 18, 20, 22 and 24")
  void allVersions() throws IOException {
    RealNodes.install();
    for (String name : List.of("app.js", "app.mjs")) {
      Path program = Files.writeString(folder.resolve(name), PROGRAM);
      for (int version : RealNodes.versions()) {
        Path file = folder.resolve("node" + version + ".heapsnapshot");
        RealNodes.run(version, folder, words(program, file));
        assertThat(counts(dead(file, program))).as("%s in Node %d", name, version).isEqualTo(DEAD);
      }
    }
  }

  @Test
  @DisplayName("a folder of source texts serves as well as the file")
  void folder() throws IOException {
    Path program = Files.writeString(folder.resolve("app.js"), PROGRAM);
    assertThat(counts(dead(snapshot(program), folder))).isEqualTo(DEAD);
  }

  @Test
  @DisplayName("the joint bytes are what reachability without the edges gives")
  void jointBytes() throws IOException {
    Path program = Files.writeString(folder.resolve("app.js"), PROGRAM);
    Path snapshot = snapshot(program);
    SnapshotGraph graph = HeapSnapshotReader.read(snapshot);
    RetainingEdges edges = RetainingEdges.of(graph, EdgeRule.STRONG);
    int[] big = bindingEdges(graph, "big", "small");
    int[] first = bindingEdges(graph, "first", "count");
    int[] second = bindingEdges(graph, "second", "count");
    assertThat(big).hasSize(1);
    JsonObject answer = dead(snapshot, program, "--only", "setup.big");
    assertThat(answer.getAsJsonObject("chosen").get("bytes").getAsLong())
        .isEqualTo(saving(edges, big));
    answer = dead(snapshot, program, "--only", "shared.first", "--only", "shared.second");
    long together = answer.getAsJsonObject("chosen").get("bytes").getAsLong();
    assertThat(together)
        .isEqualTo(saving(edges, first[0], second[0]))
        .isGreaterThan(saving(edges, first) + saving(edges, second) + 16_000);
  }

  @Test
  @DisplayName("a text that is not the one that ran condemns nothing, and that is said")
  void wrongText() throws IOException {
    Path program = Files.writeString(folder.resolve("app.js"), PROGRAM);
    Path snapshot = snapshot(program);
    Files.writeString(program, "let x;\n" + PROGRAM.replace("unused", "other"));
    JsonObject answer = dead(snapshot, program);
    assertThat(answer.getAsJsonArray("notes").toString()).contains("is it the text that ran?");
    assertThat(counts(answer)).doesNotContainKey("setup.small");
  }

  @Test
  @DisplayName("without source texts a snapshot of node cannot be judged, and the message says how")
  void withoutSources() throws IOException {
    Path program = Files.writeString(folder.resolve("app.js"), "globalThis.a = () => 1;\n");
    assertThat(line.run("dead", snapshot(program).toString())).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.err()).contains("--sources");
  }

  private Path snapshot(Path program) {
    Path file = folder.resolve("node.heapsnapshot");
    NodeProcess.run(folder, words(program, file));
    return file;
  }

  private static String[] words(Path program, Path file) {
    return new String[] {
      "--input-type=module",
      "-e",
      "await import(process.argv[1]); (await import('v8')).writeHeapSnapshot(process.argv[2]);",
      program.toUri().toString(),
      file.toString()
    };
  }

  private JsonObject dead(Path snapshot, Path sources, String... more) {
    String[] words = {
      "dead", snapshot.toString(), "--json", "--threshold", "1", "--sources", sources.toString()
    };
    String[] all =
        IntStream.range(0, words.length + more.length)
            .mapToObj(i -> i < words.length ? words[i] : more[i - words.length])
            .toArray(String[]::new);
    assertThat(line.run(all)).as(line.err()).isEqualTo(ExitCode.DONE);
    return JsonParser.parseString(line.out()).getAsJsonObject();
  }

  /// How many records hold each dead binding.
  private static Map<String, Integer> counts(JsonObject answer) {
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonElement each : answer.getAsJsonArray("bindings")) {
      JsonObject binding = each.getAsJsonObject();
      counts.merge(
          binding.get("function").getAsString() + "." + binding.get("binding").getAsString(),
          binding.get("records").getAsInt(),
          Integer::sum);
    }
    return counts;
  }

  /// The edges named `name` of contexts that have the other name, too.
  private static int[] bindingEdges(SnapshotGraph graph, String name, String other) {
    return IntStream.range(0, graph.edgeCount())
        .filter(edge -> graph.edgeLabel(edge).equals(name))
        .filter(edge -> graph.detail(graph.edgeSource(edge)) == NodeDetail.CONTEXT)
        .filter(edge -> other.equals("count") || hasEdge(graph, graph.edgeSource(edge), other))
        .toArray();
  }

  private static boolean hasEdge(SnapshotGraph graph, int node, String name) {
    return IntStream.range(graph.firstEdge(node), graph.endEdge(node))
        .anyMatch(edge -> graph.edgeLabel(edge).equals(name));
  }

  private static long saving(RetainingEdges edges, int... removed) {
    return alive(edges) - alive(edges.without(removed));
  }

  private static long alive(RetainingEdges edges) {
    DominatorTree tree = DominatorTree.of(edges);
    long bytes = 0;
    for (int node = 0; node < edges.graph().nodeCount(); node++) {
      bytes += tree.isAlive(node) ? edges.graph().shallowBytes(node) : 0;
    }
    return bytes;
  }
}
