package lexscope.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.format.NodeSnapshots;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.testing.RealNodes;
import org.eclipse.mat.snapshot.ISnapshot;
import org.eclipse.mat.snapshot.model.FieldDescriptor;
import org.eclipse.mat.snapshot.model.IClass;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HPROF files of heaps of real Nodes in the engine of Eclipse MAT.
class RealHeapsInMatTest {
  private static final int PATHS = 1000;

  @TempDir Path folder;

  @Test
  @DisplayName(
      "of the heaps of Node 18, 20, 22 and 24, 100,000 nodes each, it finds as many objects of each"
          + " class, the same dominator of every object, and paths as short")
  void nodes() throws Exception {
    for (int version : RealNodes.versions()) {
      SnapshotGraph graph = HeapSnapshotReader.read(NodeSnapshots.of(version, folder));
      assertThat(graph.nodeCount()).as("nodes of Node %d", version).isGreaterThan(80_000);
      MatJudge.assertAgrees(graph, write(graph, version), PATHS);
    }
  }

  @Test
  @DisplayName("contexts are objects of a class for their function, with its variables as fields")
  void contexts() throws Exception {
    int version = RealNodes.versions().getLast();
    SnapshotGraph graph = HeapSnapshotReader.read(NodeSnapshots.of(version, folder));
    ISnapshot snapshot = MatJudge.open(write(graph, version));
    IClass type = snapshot.getClassesByName("js.Context.open", false).iterator().next();
    assertThat(type.getNumberOfObjects()).isEqualTo(2000);
    assertThat(type.getFieldDescriptors().stream().map(FieldDescriptor::getName))
        .contains("session", "big", "scope_info");
    snapshot.dispose();
  }

  private Path write(SnapshotGraph graph, int version) throws IOException {
    Path file = folder.resolve("node" + version + ".hprof");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      HprofWriter.write(graph, out);
    }
    return file;
  }
}
