package lexscope.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.format.SnapshotGenerator;
import lexscope.profiler.graph.AppGraph;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.TestGraphs;
import org.eclipse.mat.snapshot.ISnapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netbeans.lib.profiler.heap.FieldValue;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;

/// Lets the engine of Eclipse MAT and the heap library of NetBeans and VisualVM read HPROF files,
/// and compares what they say with the graph, node by node.
class HprofFileTest {
  @TempDir Path folder;

  @Test
  @DisplayName(
      "the engine of Eclipse MAT finds the same number of objects, the same path lengths and the"
          + " same immediate dominator of every object")
  void matAgrees() throws Exception {
    for (SnapshotGraph graph : graphs(20_000)) {
      assertMatAgrees(graph);
    }
  }

  @Test
  @DisplayName(
      "the heap library of VisualVM finds the same number of objects, the same references and the"
          + " same immediate dominator of every object")
  void visualVmAgrees() throws Exception {
    // Their dominators take the square of a list's length: on smaller graphs.
    for (SnapshotGraph graph : graphs(2000)) {
      assertVisualVmAgrees(graph);
    }
  }

  @Test
  @DisplayName("random graphs, too, have the same dominators in both")
  void randomGraphs() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      SnapshotGraph graph = TestGraphs.random(seed);
      assertMatAgrees(graph);
      assertVisualVmAgrees(graph);
    }
  }

  @Test
  @DisplayName("records are objects whose fields are the bindings by name, functions are classes")
  void recordsHaveTheirBindingsAsFields() throws Exception {
    Heap heap = HeapFactory.createHeap(write(AppGraph.whole()).toFile());
    Instance record = heap.getInstanceByID(AppGraph.RECORD);
    assertThat(record.getJavaClass().getName()).isEqualTo("js.FunctionEnvironmentRecord.setup");
    assertThat(fields(record))
        .containsExactlyInAnyOrder(
            "big=" + AppGraph.BIG, "small=" + AppGraph.SMALL, "unused=" + AppGraph.UNUSED);
    Instance closure = heap.getInstanceByID(AppGraph.ON_CLICK);
    assertThat(closure.getJavaClass().getName()).isEqualTo("js.closure.onClick@app_js:12:3");
    assertThat(fields(closure)).containsExactly("[[Environment]]=" + AppGraph.RECORD);
    // A context has all bindings that its scope shares, be their values on the heap or not.
    Heap shared = HeapFactory.createHeap(write(AppGraph.v8()).toFile());
    assertThat(fields(shared.getInstanceByID(AppGraph.RECORD)))
        .containsExactlyInAnyOrder("big=" + AppGraph.BIG, "small=" + AppGraph.SMALL);
  }

  @Test
  @DisplayName("objects have the sizes of the snapshot wherever HPROF can say them")
  void sizes() throws Exception {
    SnapshotGraph graph = generated(20_000);
    ISnapshot snapshot = MatJudge.open(write(graph));
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    long[] addresses = addresses(tree);
    int equal = 0;
    int near = 0;
    int alive = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (tree.isAlive(node)) {
        alive++;
        long theirs = sizeWithText(snapshot, snapshot.mapAddressToId(addresses[node]));
        equal += theirs == graph.shallowBytes(node) ? 1 : 0;
        near += Math.abs(theirs - graph.shallowBytes(node)) <= 24 ? 1 : 0;
      }
    }
    assertThat((double) equal / alive).isGreaterThan(0.5);
    assertThat((double) near / alive).isGreaterThan(0.99);
    snapshot.dispose();
  }

  private static long sizeWithText(ISnapshot snapshot, int object) throws Exception {
    long bytes = snapshot.getHeapSize(object);
    if (snapshot.getClassOf(object).getName().equals("java.lang.String")) {
      for (int part : snapshot.getOutboundReferentIds(object)) {
        bytes +=
            snapshot.getClassOf(part).getName().equals("byte[]") ? snapshot.getHeapSize(part) : 0;
      }
    }
    return bytes;
  }

  @Test
  @DisplayName("equal graphs give equal files")
  void deterministic() throws IOException {
    assertThat(bytes(generated(2000))).isEqualTo(bytes(generated(2000)));
  }

  private static List<SnapshotGraph> graphs(int nodes) throws IOException {
    return List.of(
        AppGraph.whole(),
        AppGraph.v8(),
        AppGraph.used(),
        generated(nodes),
        TestGraphs.heapLike(1000, 7));
  }

  private static SnapshotGraph generated(int nodes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotGenerator.write(out, nodes);
    return HeapSnapshotReader.read(new ByteArrayInputStream(out.toByteArray()), "generated");
  }

  private static byte[] bytes(SnapshotGraph graph) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HprofWriter.write(graph, out);
    return out.toByteArray();
  }

  private Path write(SnapshotGraph graph) throws IOException {
    Path file = Files.createTempFile(folder, "heap", ".hprof");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      HprofWriter.write(graph, out);
    }
    return file;
  }

  /// Ids are addresses; nodes without a positive one have addresses from above, in their order.
  static long[] addresses(DominatorTree tree) throws IOException {
    SnapshotGraph graph = tree.graph();
    boolean[] alive = new boolean[graph.nodeCount()];
    for (int node = 0; node < alive.length; node++) {
      alive[node] = tree.isAlive(node);
    }
    // Ids of what is native are made of pointers: some are too large for addresses, but not always.
    HprofAddresses written = new HprofAddresses(graph, alive);
    long[] addresses = new long[alive.length];
    for (int node = 0; node < alive.length; node++) {
      addresses[node] = alive[node] ? Integer.toUnsignedLong(written.of(node)) : 0;
    }
    return addresses;
  }

  private void assertMatAgrees(SnapshotGraph graph) throws Exception {
    MatJudge.assertAgrees(graph, write(graph), 1);
  }

  private void assertVisualVmAgrees(SnapshotGraph graph) throws Exception {
    File file = write(graph).toFile();
    Heap heap = HeapFactory.createHeap(file);
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    long[] addresses = addresses(tree);
    long objects = 0;
    for (Object each : heap.getAllClasses()) {
      org.netbeans.lib.profiler.heap.JavaClass type =
          (org.netbeans.lib.profiler.heap.JavaClass) each;
      objects += isNode(type.getName()) ? type.getInstancesCount() : 0;
    }
    assertThat(objects).isEqualTo(tree.aliveCount());
    Instance root = heap.getInstanceByID(addresses[0]);
    assertThat(root.getRetainedSize()).isPositive();
    Field trees = heap.getClass().getDeclaredField("domTree");
    trees.setAccessible(true);
    Object dominators = trees.get(heap);
    Method idom = dominators.getClass().getDeclaredMethod("getIdomId", long.class);
    idom.setAccessible(true);
    List<String> differences = new ArrayList<>();
    for (int node = 1; node < graph.nodeCount(); node++) {
      if (tree.isAlive(node)) {
        long theirs = (long) idom.invoke(dominators, addresses[node]);
        if (theirs != addresses[tree.dominator(node)]) {
          differences.add(node + ": " + theirs + " for " + graph.id(tree.dominator(node)));
        }
      }
    }
    assertThat(differences).isEmpty();
    int edges = 0;
    for (int edge = graph.firstEdge(0); edge < graph.endEdge(0); edge++) {
      edges += tree.edges().retains(edge) ? 1 : 0;
    }
    assertThat(fields(root)).hasSize(edges);
  }

  /// Whether the objects of a class are nodes; the others are arrays of bytes with texts, and weak
  /// references.
  static boolean isNode(String type) {
    return type.startsWith("js.") || type.equals("java.lang.String");
  }

  private static List<String> fields(Instance instance) {
    List<String> fields = new ArrayList<>();
    for (Object each : instance.getFieldValues()) {
      if (each instanceof ObjectFieldValue value && value.getInstance() != null) {
        fields.add(
            ((FieldValue) each).getField().getName() + "=" + value.getInstance().getInstanceId());
      }
    }
    return fields;
  }
}
