package lexscope.profiler.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.TestGraphs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.ObjectArrayInstance;
import org.netbeans.lib.profiler.heap.PrimitiveArrayInstance;

/// Large and many HPROF files in the heap library of NetBeans and VisualVM: the number of instances
/// of each class, the length of each path to the root, each dominator.
class HeapLibraryAgreementTest {
  @TempDir Path folder;

  @Test
  @DisplayName(
      "of a program with more than 100,000 nodes they find as many instances of each class, the"
          + " same distance of each object from the root and the same dominators")
  void program() throws Exception {
    SnapshotGraph graph = sessions(9000);
    assertThat(DominatorTree.of(graph, EdgeRule.STRONG).aliveCount()).isGreaterThan(100_000);
    assertAgrees(graph);
  }

  /// A server's sessions, twelve nodes each: an entry of a table, a record that two closures share,
  /// what its bindings hold, texts, and weak references to the session before; one listener of a
  /// hundred is on a bus that outlives them.
  private static SnapshotGraph sessions(int count) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    int table = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Map", 3, 32);
    int bus = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "EventEmitter", 5, 32);
    builder.addEdge(0, EdgeKind.ELEMENT, 1, table);
    builder.addEdge(0, EdgeKind.ELEMENT, 2, bus);
    int before = -1;
    for (int n = 0; n < count; n++) {
      int[] nodes = new int[12];
      for (int k = 0; k < nodes.length; k++) {
        long id = 7 + 2L * (12L * n + k);
        nodes[k] =
            switch (k) {
              case 1 ->
                  builder.addNode(NodeKind.OBJECT, NodeDetail.FUNCTION_RECORD, "open", id, 40);
              case 2, 3 -> builder.addNode(NodeKind.CLOSURE, NodeDetail.NONE, "on" + k, id, 64);
              case 4, 5 ->
                  builder.addNode(NodeKind.STRING, NodeDetail.NONE, "session " + n, id, 32);
              case 6 -> builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "WeakRef", id, 24);
              default -> builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Part" + k, id, 48);
            };
      }
      builder.addEdge(table, EdgeKind.INTERNAL, "entry " + n, nodes[0]);
      builder.addEdge(nodes[0], EdgeKind.PROPERTY, "listener", nodes[2]);
      builder.addEdge(nodes[0], EdgeKind.PROPERTY, "dispose", nodes[3]);
      builder.addEdge(nodes[2], EdgeKind.INTERNAL, "[[Environment]]", nodes[1]);
      builder.addEdge(nodes[3], EdgeKind.INTERNAL, "[[Environment]]", nodes[1]);
      for (int k = 4; k < 9; k++) {
        builder.addEdge(nodes[1], EdgeKind.CONTEXT, "binding" + k, nodes[k]);
      }
      for (int k = 9; k < 12; k++) {
        builder.addEdge(nodes[k - 1], EdgeKind.PROPERTY, "next", nodes[k]);
        builder.addEdge(nodes[k], EdgeKind.PROPERTY, "first", nodes[8]);
      }
      if (before >= 0) {
        builder.addEdge(nodes[6], EdgeKind.WEAK, "target", before);
        builder.addEdge(nodes[11], EdgeKind.PROPERTY, "neighbour", before);
      }
      if (n % 100 == 0) {
        builder.addEdge(bus, EdgeKind.INTERNAL, "listener " + n, nodes[2]);
      }
      before = n % 10 == 9 ? -1 : nodes[0];
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  @Test
  @DisplayName("of 300 random graphs and of 20 that look like heaps they find the same, too")
  void randomGraphs() throws Exception {
    for (int seed = 100; seed < 400; seed++) {
      assertAgrees(TestGraphs.random(seed));
    }
    for (int seed = 0; seed < 20; seed++) {
      assertAgrees(TestGraphs.heapLike(500, seed));
    }
  }

  @Test
  @DisplayName("strings are Java's strings with their text, and as long as the program's")
  void texts() throws Exception {
    String shown = "the beginning";
    Heap heap =
        heap(
            strings(
                "plain", 24, "caf\u00e9", 24, "\u20ac 5 \ud83d\ude00", 32, "", 16, shown, 5000));
    assertThat(text(heap, 2)).isEqualTo("plain");
    assertThat(text(heap, 3)).isEqualTo("caf\u00e9");
    assertThat(text(heap, 4)).isEqualTo("\u20ac 5 \ud83d\ude00");
    assertThat(text(heap, 5)).isEmpty();
    assertThat(text(heap, 6)).isEqualTo(shown);
    assertThat(heap.getInstanceByID(6).getRetainedSize()).isBetween(4990L, 5030L);
    assertThat(heap.getInstanceByID(2).getValueOfField("(rest)")).isNull();
  }

  @Test
  @DisplayName(
      "a weak edge is a field with the address of its target, which keeps nothing alive; an edge of"
          + " the engine's own is none")
  void weakEdges() throws Exception {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    int reference = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "WeakRef", 11, 24);
    int held = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Held", 13, 24);
    int gone = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Gone", 15, 24);
    int code = builder.addNode(NodeKind.CODE, NodeDetail.NONE, "(code)", 17, 24);
    for (int node : new int[] {reference, held, code}) {
      builder.addEdge(0, EdgeKind.ELEMENT, node, node);
    }
    builder.addEdge(reference, EdgeKind.WEAK, "target", held);
    builder.addEdge(reference, EdgeKind.WEAK, "other", gone);
    builder.addEdge(code, EdgeKind.WEAK, "cache", held);
    Heap heap = heap(builder.build(GraphInfo.UNKNOWN));
    assertThat(heap.getInstanceByID(11).getValueOfField("target (weak)")).isEqualTo(13L);
    assertThat((List<?>) heap.getInstanceByID(11).getFieldValues()).hasSize(2);
    assertThat(heap.getInstanceByID(13).getNearestGCRootPointer().getInstanceId()).isEqualTo(1);
    assertThat((List<?>) heap.getInstanceByID(13).getReferences()).hasSize(1);
    assertThat(heap.getInstanceByID(15)).isNull();
    assertThat(heap.getInstanceByID(17).getFieldValues().toString()).doesNotContain("cache");
  }

  @Test
  @DisplayName("what has 200,000 edges of one name, weak or not, is an array of its strong ones")
  void wideNodes() throws Exception {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    int weak = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Weak", 11, 24);
    int strong = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Strong", 13, 24);
    int held = builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, "Held", 15, 24);
    for (int node : new int[] {weak, strong, held}) {
      builder.addEdge(0, EdgeKind.ELEMENT, node, node);
    }
    for (int i = 0; i < 200_000; i++) {
      builder.addEdge(weak, EdgeKind.WEAK, "same", held);
      builder.addEdge(strong, EdgeKind.INTERNAL, "same", held);
    }
    Heap heap = heap(builder.build(GraphInfo.UNKNOWN));
    assertThat(heap.getInstanceByID(11)).isInstanceOf(ObjectArrayInstance.class);
    List<?> values = ((ObjectArrayInstance) heap.getInstanceByID(13)).getValues();
    assertThat(values).hasSize(200_000);
    assertThat(values.getLast()).isEqualTo(heap.getInstanceByID(15));
  }

  private static SnapshotGraph strings(Object... textsAndSizes) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", 1, 0);
    for (int i = 0; i < textsAndSizes.length; i += 2) {
      builder.addEdge(
          0,
          EdgeKind.ELEMENT,
          i,
          builder.addNode(
              NodeKind.STRING,
              NodeDetail.NONE,
              (String) textsAndSizes[i],
              2 + i / 2,
              (int) textsAndSizes[i + 1]));
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  /// As VisualVM reads strings: it asks another class of the file in which order bytes stand.
  private static String text(Heap heap, long id) {
    Instance string = heap.getInstanceByID(id);
    assertThat(string.getJavaClass().getName()).isEqualTo("java.lang.String");
    PrimitiveArrayInstance array = (PrimitiveArrayInstance) string.getValueOfField("value");
    byte[] bytes = new byte[array.getLength()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = Byte.parseByte((String) array.getValues().get(i));
    }
    if (string.getValueOfField("coder").equals((byte) 0)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    JavaClass order = heap.getJavaClassByName("java.lang.StringUTF16");
    int high = (int) order.getValueOfStaticField("HI_BYTE_SHIFT");
    int low = (int) order.getValueOfStaticField("LO_BYTE_SHIFT");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 2) {
      text.append((char) ((bytes[i] & 0xff) << high | (bytes[i + 1] & 0xff) << low));
    }
    return text.toString();
  }

  private Heap heap(SnapshotGraph graph) throws IOException {
    Path file = Files.createTempFile(folder, "heap", ".hprof");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      HprofWriter.write(graph, out);
    }
    return HeapFactory.createHeap(file.toFile());
  }

  private void assertAgrees(SnapshotGraph graph) throws Exception {
    Heap heap = heap(graph);
    DominatorTree tree = DominatorTree.of(graph, EdgeRule.STRONG);
    long[] addresses = HprofFileTest.addresses(tree);
    assertThat(theirCounts(heap)).isEqualTo(counts(tree));
    int[] distances = distances(tree);
    assertThat(heap.getInstanceByID(addresses[0]).getRetainedSize()).isPositive();
    Field trees = heap.getClass().getDeclaredField("domTree");
    trees.setAccessible(true);
    Object dominators = trees.get(heap);
    Method idom = dominators.getClass().getDeclaredMethod("getIdomId", long.class);
    idom.setAccessible(true);
    int[] theirDistances = new int[graph.nodeCount()];
    Arrays.fill(theirDistances, -1);
    theirDistances[0] = 0;
    Map<Long, Integer> nodes = new HashMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (tree.isAlive(node)) {
        nodes.put(addresses[node], node);
      }
    }
    List<String> differences = new ArrayList<>();
    for (int node = 1; node < graph.nodeCount(); node++) {
      if (!tree.isAlive(node)) {
        continue;
      }
      long theirs = (long) idom.invoke(dominators, addresses[node]);
      if (theirs != addresses[tree.dominator(node)]) {
        differences.add(node + ": dominator " + theirs + " for " + addresses[tree.dominator(node)]);
      }
      int distance = theirDistance(heap, addresses, nodes, theirDistances, node);
      if (distance != distances[node]) {
        differences.add(node + ": distance " + distance + " for " + distances[node]);
      }
    }
    assertThat(differences).isEmpty();
  }

  /// The length of their path to the root, each node of which is looked at once.
  private static int theirDistance(
      Heap heap, long[] addresses, Map<Long, Integer> nodes, int[] known, int node) {
    Deque<Integer> path = new ArrayDeque<>();
    int at = node;
    while (known[at] < 0) {
      path.push(at);
      Instance next = heap.getInstanceByID(addresses[at]).getNearestGCRootPointer();
      at = nodes.get(next.getInstanceId());
    }
    int distance = known[at];
    while (!path.isEmpty()) {
      known[path.pop()] = ++distance;
    }
    return known[node];
  }

  static int[] distances(DominatorTree tree) {
    SnapshotGraph graph = tree.graph();
    int[] distances = new int[graph.nodeCount()];
    Arrays.fill(distances, -1);
    distances[0] = 0;
    Deque<Integer> work = new ArrayDeque<>(List.of(0));
    while (!work.isEmpty()) {
      int node = work.remove();
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int target = graph.edgeTarget(edge);
        if (tree.edges().retains(edge) && distances[target] < 0) {
          distances[target] = distances[node] + 1;
          work.add(target);
        }
      }
    }
    return distances;
  }

  /// Nodes by class, of which shapes are no classes of their own.
  static Map<String, Long> counts(DominatorTree tree) {
    SnapshotGraph graph = tree.graph();
    HprofClassNames names = new HprofClassNames(graph);
    Map<String, Long> counts = new TreeMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (tree.isAlive(node)) {
        String name = graph.kind(node) == NodeKind.STRING ? "java.lang.String" : names.of(node);
        counts.merge(name.replace('/', '.'), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> theirCounts(Heap heap) {
    Map<String, Long> counts = new TreeMap<>();
    for (Object each : heap.getAllClasses()) {
      JavaClass type = (JavaClass) each;
      String name = withoutShape(type.getName());
      if (type.getInstancesCount() > 0
          && (name.startsWith("js.") || name.equals("java.lang.String"))) {
        counts.merge(name, (long) type.getInstancesCount(), Long::sum);
      }
    }
    return counts;
  }

  /// The name of a class without the number of its shape.
  static String withoutShape(String type) {
    return type.replaceAll("(\\+\\d+)?(\\[])?$", "");
  }
}
