package lexscope.profiler.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.testing.NodeProcess;
import lexscope.testing.RealNodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Lets Chrome DevTools' own heap model and memlab judge our files, and compares dominators with
/// theirs node by node on a snapshot that Node wrote. The packages are installed below `target`;
/// where that is not possible the tests are skipped, with a line that says so.
class ForeignToolsTest {
  private static final Path FOLDER = Path.of("target", "foreign-tools").toAbsolutePath();
  private static final List<String> PACKAGES =
      List.of("chrome-devtools-frontend@1.0.1705227", "@memlab/core@2.0.5", "esbuild@0.28.2");

  @BeforeAll
  static void install() {
    for (String script : List.of("devtools-build.mjs", "devtools-load.mjs", "memlab-load.cjs")) {
      NodeProcess.copy(ForeignToolsTest.class, script, FOLDER);
    }
    NodeProcess.install(FOLDER, PACKAGES);
    if (!Files.exists(FOLDER.resolve("devtools.mjs"))) {
      NodeProcess.run(FOLDER, "devtools-build.mjs");
    }
  }

  @Test
  @DisplayName(
      "under rule devtools every node of snapshots of Node 18, 20, 22 and 24 has DevTools' own"
          + " immediate dominator and retained size, under memlab memlab's")
  void dominatorsOfNodeSnapshots() throws IOException {
    for (int version : RealNodes.versions()) {
      Path file = NodeSnapshots.of(version, FOLDER);
      SnapshotGraph graph = HeapSnapshotReader.read(file);
      assertThat(graph.nodeCount()).as("nodes of Node %d", version).isGreaterThan(80_000);
      assertThat(graph.ephemerons().size()).as("Node %d", version).isGreaterThanOrEqualTo(4000);
      assertAgreement(graph, file);
    }
  }

  @Test
  @DisplayName(
      "on a generated snapshot, too, dominators and retained sizes of every node are those of the"
          + " tools")
  void dominatorsOfAGeneratedSnapshot() throws IOException {
    Path file = FOLDER.resolve("generated.heapsnapshot");
    try (OutputStream out = Files.newOutputStream(file)) {
      SnapshotGenerator.write(out, 200_000);
    }
    assertAgreement(HeapSnapshotReader.read(file), file);
  }

  private static void assertAgreement(SnapshotGraph graph, Path file) throws IOException {
    Path devtools = FOLDER.resolve("devtools.bin");
    NodeProcess.run(FOLDER, "devtools-load.mjs", file.toString(), devtools.toString());
    assertThat(differences(graph, EdgeRule.DEVTOOLS, devtools)).as(file.toString()).isEmpty();
    Path memlab = FOLDER.resolve("memlab.bin");
    NodeProcess.run(FOLDER, "memlab-load.cjs", file.toString(), memlab.toString());
    assertThat(differences(graph, EdgeRule.MEMLAB, memlab)).as(file.toString()).isEmpty();
  }

  @Test
  @DisplayName(
      "DevTools loads our files, agrees on their dominators, and its own analysis finds the binding"
          + " that no closure uses")
  void devtoolsReadsOurFiles() throws IOException {
    for (SnapshotGraph graph : List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used())) {
      Path file = write(graph);
      Path dominators = FOLDER.resolve("own.bin");
      String answer =
          NodeProcess.run(FOLDER, "devtools-load.mjs", file.toString(), dominators.toString());
      IntBuffer theirs = numbers(dominators);
      DominatorTree ours = DominatorTree.of(graph, EdgeRule.DEVTOOLS);
      for (int node = 0; node < graph.nodeCount(); node++) {
        assertThat(theirs.get(node))
            .as("%s node %d", graph.info().policy(), node)
            .isEqualTo(ours.dominator(node));
      }
      if (graph.info().policy().equals("v8")) {
        assertThat(answer)
            .contains("\"script\":\"app.js\"")
            .contains("\"dead\":[\"setup.big Big 1000\"]");
      } else if (graph.info().policy().equals("whole")) {
        // The record keeps the sibling that uses the binding, so under `whole` the sibling lives
        // and the binding is used; what
        // nobody uses is the sibling's own name.
        assertThat(answer).contains("\"dead\":[\"setup.unused unused 64\"]");
      }
    }
  }

  @Test
  @DisplayName("memlab loads our files")
  void memlabReadsOurFiles() throws IOException {
    for (SnapshotGraph graph : List.of(AppGraph.whole(), AppGraph.v8(), AppGraph.used())) {
      Path dominators = FOLDER.resolve("own-memlab.bin");
      String answer =
          NodeProcess.run(
              FOLDER, "memlab-load.cjs", write(graph).toString(), dominators.toString(), "Small");
      assertThat(answer).contains("\"found\":[\"object Small @" + AppGraph.SMALL + " 10\"]");
    }
  }

  private static Path write(SnapshotGraph graph) throws IOException {
    Path file = FOLDER.resolve(graph.info().policy() + ".heapsnapshot");
    try (OutputStream out = Files.newOutputStream(file)) {
      HeapSnapshotWriter.write(graph, out);
    }
    return file;
  }

  private static List<String> differences(SnapshotGraph graph, EdgeRule rule, Path dominators)
      throws IOException {
    IntBuffer theirs = numbers(dominators);
    DominatorTree ours = DominatorTree.of(graph, rule);
    DoubleBuffer sizes =
        ByteBuffer.wrap(
                Files.readAllBytes(dominators.resolveSibling(dominators.getFileName() + ".sizes")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asDoubleBuffer();
    assertThat(theirs.limit()).isEqualTo(graph.nodeCount());
    List<String> differences = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (ours.dominator(node) != theirs.get(node)) {
        differences.add(
            "node "
                + node
                + " "
                + graph.name(node)
                + ": "
                + ours.dominator(node)
                + ", theirs "
                + theirs.get(node));
      }
      if (ours.retainedSizes().bytes(node) != (long) sizes.get(node)) {
        differences.add(
            "retained by node "
                + node
                + " "
                + graph.name(node)
                + ": "
                + ours.retainedSizes().bytes(node)
                + ", theirs "
                + sizes.get(node));
      }
    }
    return differences;
  }

  private static IntBuffer numbers(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
  }
}
