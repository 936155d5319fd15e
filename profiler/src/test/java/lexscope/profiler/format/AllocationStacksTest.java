package lexscope.profiler.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SparseColumn;
import lexscope.profiler.index.SnapshotAnalysis;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.why.WhyAnswer;
import lexscope.testing.NodeProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots of V8 whose allocations were tracked: each node that was made meanwhile has the calls
/// that made it.
class AllocationStacksTest {
  private static final Path TOOLS = Path.of("target", "foreign-tools").toAbsolutePath();

  @TempDir Path folder;

  @Test
  @DisplayName("a node of a tracked Node program has the functions that were running, with places")
  void ofANodeProgram() throws IOException {
    SnapshotGraph graph = HeapSnapshotReader.read(tracked());
    List<Integer> leaves = named(graph, "Leaf");
    assertThat(leaves).hasSize(101);
    List<List<String>> simple =
        leaves.stream()
            .map(leaf -> names(graph, leaf))
            .filter(names -> !names.contains("deep"))
            .toList();
    assertThat(simple).hasSize(100);
    assertThat(simple).allMatch(names -> names.subList(0, 3).equals(List.of("leaf", "middle", "")));
    AllocationStacks.Function leaf = graph.allocationStacks().of(leaves.get(0)).get(0);
    assertThat(leaf.script()).endsWith("tracked.cjs");
    assertThat(leaf.line()).isEqualTo(14);
    assertThat(leaf.text()).matches("leaf \\(.*tracked\\.cjs:14:14\\)");
    List<String> recursive =
        leaves.stream()
            .map(each -> names(graph, each))
            .filter(names -> names.contains("deep"))
            .findAny()
            .orElseThrow();
    assertThat(recursive.subList(0, 2)).containsExactly("leaf", "middle");
    assertThat(recursive.subList(2, 23)).containsOnly("deep");
  }

  @Test
  @DisplayName("why says it, as text and as JSON; of what was made before tracking it says nothing")
  void why() throws IOException {
    SnapshotGraph graph = HeapSnapshotReader.read(tracked());
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    long leaf = graph.id(named(graph, "Leaf").get(0));
    WhyAnswer answer = WhyAnswer.of(tree, TargetQuery.parse("#" + leaf));
    assertThat(TextReport.why(tree, answer))
        .containsPattern("made by\n  leaf \\(.*tracked.cjs:14:14\\)\n  middle \\(.*:17:16\\)\n");
    assertThat(JsonReport.why(graph.info(), tree.rule(), answer))
        .contains("\"allocationStack\":[{\"function\":\"leaf\"", "\"line\":14");
    long old = graph.id(named(graph, "global").isEmpty() ? 1 : named(graph, "global").get(0));
    assertThat(TextReport.why(tree, WhyAnswer.of(tree, TargetQuery.parse("#" + old))))
        .doesNotContain("made by");
  }

  @Test
  @DisplayName("a file written from the graph has them all again")
  void roundTrip() throws IOException {
    SnapshotGraph graph = HeapSnapshotReader.read(tracked());
    assertThat(stacks(read(written(graph)))).isEqualTo(stacks(graph));
    assertThat(read(written(graph)).allocationStacks().tree().counts())
        .isEqualTo(graph.allocationStacks().tree().counts());
  }

  @Test
  @DisplayName("the index beside a file keeps them")
  void index() throws IOException {
    Path file = tracked();
    List<List<String>> answers = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      try (SnapshotAnalysis analysis =
          SnapshotAnalysis.open(
              file, new SnapshotAnalysis.Options("build", 0, _ -> {}, Monitor.INTERRUPTS))) {
        analysis.tree(EdgeRule.STRONG);
        answers.add(stacks(analysis.graph()));
        analysis.keep();
      }
    }
    assertThat(Files.exists(file.resolveSibling(file.getFileName() + ".lexscope"))).isTrue();
    assertThat(answers.get(1)).isEqualTo(answers.get(0));
    assertThat(answers.get(0)).anyMatch(stack -> stack.startsWith("leaf "));
  }

  @Test
  @DisplayName("DevTools' own worker finds the same stack for every node, of the file and of ours")
  void devtools() throws IOException {
    ForeignToolsTest.install();
    Path file = tracked();
    SnapshotGraph graph = HeapSnapshotReader.read(file);
    assertThat(theirs(file)).isEqualTo(stacks(graph));
    Path own = Files.write(folder.resolve("own.heapsnapshot"), written(graph));
    assertThat(theirs(own).subList(0, graph.nodeCount())).isEqualTo(stacks(graph));
  }

  @Test
  @DisplayName("a tree that is deeper than any stack is read without recursion, and written again")
  void deep() throws IOException {
    int depth = 100_000;
    StringBuilder tree = new StringBuilder("1,0,0,0,[");
    for (int i = 2; i < depth; i++) {
      tree.append(i).append(",1,0,0,[");
    }
    tree.append("]".repeat(depth - 1));
    SnapshotGraph graph = read(file(tree.toString(), depth - 1));
    assertThat(graph.allocationStacks().of(0)).hasSize(depth - 2);
    assertThat(read(written(graph)).allocationStacks().of(0)).hasSize(depth - 2);
  }

  @Test
  @DisplayName("a call of a function that does not exist, and a tree that is cut off, are refused")
  void damaged() {
    assertThatThrownBy(() -> read(file("1,7,0,0,[]", 1)))
        .isInstanceOf(SnapshotFormatException.class)
        .hasMessageContaining("call 1 in \"trace_tree\" is of function 7 of 2");
    assertThatThrownBy(() -> read(file("1,0,0", 1)))
        .isInstanceOf(SnapshotFormatException.class)
        .hasMessageContaining("ends after 3 of 5");
  }

  /// A call of a function with a place, and one that waited of a function without.
  private static SnapshotGraph withPlaces() {
    SnapshotGraphBuilder graph = new SnapshotGraphBuilder();
    graph.addNode(NodeKind.SYNTHETIC, NodeDetail.NONE, "", 1, 0);
    int made = graph.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Made", 3, 16);
    graph.addEdge(0, EdgeKind.PROPERTY, "made", made);
    graph.setLocation(made, "app.js", 14, 10);
    SparseColumn.Builder rows = new SparseColumn.Builder();
    rows.set(made, 2);
    graph.setAllocationStacks(
        new AllocationStacks(
            List.of(
                new AllocationStacks.Function(0, "(root)", "", 0, 0, 0),
                new AllocationStacks.Function(1, "all", "", 0, 0, 0),
                new AllocationStacks.Function(2, "load", "app.js", 0, 12, 3)),
            new AllocationStacks.Tree(
                new int[] {1, 7, 4},
                new int[] {-1, 0, 1},
                new int[] {0, 1, 2},
                new long[] {0, 0, 5},
                new long[] {0, 0, 80},
                new long[] {
                  0,
                  AllocationStacks.Tree.place(0, 0, true),
                  AllocationStacks.Tree.place(14, 10, false)
                }),
            rows.build()));
    return graph.build(new GraphInfo("app.js", "end", "whole", "run"));
  }

  @Test
  @DisplayName("where our own calls stood, and whether they waited, is kept in file and index")
  void places() throws IOException {
    byte[] bytes = written(withPlaces());
    assertThat(lines(read(bytes))).containsExactly("load (app.js:14:10)", "async all");
    assertThat(lines(read(written(read(bytes))))).isEqualTo(lines(read(bytes)));
    Path file = Files.write(folder.resolve("own.heapsnapshot"), bytes);
    for (int time = 0; time < 2; time++) {
      try (SnapshotAnalysis analysis =
          SnapshotAnalysis.open(
              file, new SnapshotAnalysis.Options("build", 0, _ -> {}, Monitor.INTERRUPTS))) {
        analysis.tree(EdgeRule.STRONG);
        assertThat(lines(analysis.graph())).containsExactly("load (app.js:14:10)", "async all");
        analysis.keep();
      }
    }
    assertThat(Files.exists(file.resolveSibling("own.heapsnapshot.lexscope"))).isTrue();
  }

  private static List<String> lines(SnapshotGraph graph) {
    return graph.allocationStacks().calls(1).stream().map(AllocationStacks.Call::text).toList();
  }

  @Test
  @DisplayName("a table of places that does not fit the calls is refused")
  void damagedPlaces() throws IOException {
    String text = new String(written(withPlaces()), StandardCharsets.UTF_8);
    assertThat(text).contains("\"lexscope_calls\":[0,0,0");
    assertThatThrownBy(() ->
            read(
                text.replace("\"lexscope_calls\":[0,0,0", "\"lexscope_calls\":[0,0")
                    .getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SnapshotFormatException.class)
        .hasMessageContaining("\"lexscope_calls\" has 8 numbers for 3 calls");
  }

  private static byte[] file(String tree, int call) {
    return ("""
    {"snapshot":{"meta":{"node_fields":["type","name","id","self_size","edge_count","trace_node_id"],\
    "node_types":[["synthetic"],"string","number","number","number","number"],\
    "edge_fields":["type","name_or_index","to_node"],"edge_types":[["element"],"string_or_number","node"],\
    "trace_function_info_fields":["function_id","name","script_name","script_id","line","column"],\
    "trace_node_fields":["id","function_info_index","count","size","children"]},\
    "node_count":1,"edge_count":0,"trace_function_count":2},"nodes":[0,0,1,0,0,%d],"edges":[],\
    "trace_function_infos":[0,0,0,0,0,0,5,1,2,3,4,5],"trace_tree":[%s],"strings":["","f","a.js"]}
    """)
        .formatted(call, tree)
        .getBytes(StandardCharsets.UTF_8);
  }

  private Path tracked() {
    NodeProcess.assumeThere();
    Path script = NodeProcess.copy(AllocationStacksTest.class, "tracked.cjs", folder);
    Path file = folder.resolve("tracked.heapsnapshot");
    NodeProcess.run(folder, script.toString(), file.toString());
    return file;
  }

  private static List<String> theirs(Path file) throws IOException {
    Path dominators = TOOLS.resolve("tracked.bin");
    NodeProcess.run(TOOLS, "devtools-load.mjs", file.toString(), dominators.toString());
    return List.of(Files.readString(TOOLS.resolve("tracked.bin.stacks")).split("\n", -1));
  }

  private static List<String> stacks(SnapshotGraph graph) {
    List<String> stacks = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      stacks.add(
          graph.allocationStacks().of(node).stream()
              .map(call ->
                  call.name() + " " + call.script() + " " + call.line() + " " + call.column())
              .collect(Collectors.joining(" < ")));
    }
    return stacks;
  }

  private static List<Integer> named(SnapshotGraph graph, String name) {
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.kind(node) == NodeKind.OBJECT
          && graph.name(node).equals(name)
          && !graph.allocationStacks().of(node).isEmpty()) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  private static List<String> names(SnapshotGraph graph, int node) {
    return graph.allocationStacks().of(node).stream().map(AllocationStacks.Function::name).toList();
  }

  private static byte[] written(SnapshotGraph graph) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HeapSnapshotWriter.write(graph, out);
    return out.toByteArray();
  }

  private static SnapshotGraph read(byte[] file) throws IOException {
    return HeapSnapshotReader.read(new ByteArrayInputStream(file), "file");
  }
}
