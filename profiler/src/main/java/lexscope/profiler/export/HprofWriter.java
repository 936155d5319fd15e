package lexscope.profiler.export;

import com.carrotsearch.hppc.IntArrayList;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// Writes a graph as an HPROF file, for Eclipse MAT, VisualVM and other analysers of Java heaps.
///
/// Each node that is alive under rule `strong` becomes one object and each retaining edge one
/// reference, so counts, paths and dominators are those of the graph; the root is the one root of
/// the file. {@link HprofShapes} says which classes the objects have and how near their sizes come.
/// The address of an object is its id in the snapshot where that fits. Weak edges and the text of
/// strings are not carried.
///
/// Takes two passes over the graph; equal graphs give equal files.
public final class HprofWriter {
  private static final int STRING = 0x01;
  private static final int LOAD_CLASS = 0x02;
  private static final int STACK_TRACE = 0x05;
  private static final int ROOT_UNKNOWN = 0xff;
  private static final int ROOT_STICKY_CLASS = 0x05;
  private static final int CLASS_DUMP = 0x20;
  private static final int INSTANCE_DUMP = 0x21;
  private static final int OBJECT_ARRAY_DUMP = 0x22;
  private static final int TYPE_OBJECT = 2;
  private static final int TYPE_LONG = 11;
  private static final int STACK_SERIAL = 1;
  private static final String OBJECT = "java/lang/Object";
  private static final String REFERENCE = "java/lang/ref/Reference";
  private static final List<String> REFERENCE_FIELDS = List.of("referent");

  /// Classes that readers look up by name.
  private static final List<String> EXPECTED =
      List.of(
          OBJECT,
          "java/lang/Class",
          "java/lang/ClassLoader",
          "java/lang/String",
          REFERENCE,
          "java/lang/ref/SoftReference",
          "java/lang/ref/WeakReference",
          "java/lang/ref/FinalReference",
          "java/lang/ref/PhantomReference",
          "[Ljava/lang/Object;",
          "[B",
          "[C",
          "[D",
          "[F",
          "[I",
          "[J",
          "[S",
          "[Z");

  private final SnapshotGraph graph;
  private final RetainingEdges edges;
  private final boolean[] alive;
  private final HprofShapes shapes;
  private final HprofOutput out;
  private final int[] address;
  private final int[] classAddress;
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<String, Integer> expected = new LinkedHashMap<>();

  private HprofWriter(SnapshotGraph graph, OutputStream out) throws IOException {
    this.graph = graph;
    this.edges = RetainingEdges.of(graph, EdgeRule.STRONG);
    this.alive = reached(edges);
    this.shapes = new HprofShapes(edges, alive);
    this.out = new HprofOutput(out);
    this.address = new int[graph.nodeCount()];
    this.classAddress = new int[shapes.shapes().size()];
    assignAddresses();
  }

  /// Writes `graph` to `out`, which stays open.
  ///
  /// @throws IOException if writing fails
  public static void write(SnapshotGraph graph, OutputStream out) throws IOException {
    new HprofWriter(graph, out).write();
  }

  private static boolean[] reached(RetainingEdges edges) {
    SnapshotGraph graph = edges.graph();
    boolean[] reached = new boolean[graph.nodeCount()];
    IntArrayList work = new IntArrayList();
    reached[SnapshotGraph.ROOT] = true;
    work.add(SnapshotGraph.ROOT);
    while (!work.isEmpty()) {
      int node = work.removeLast();
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int target = graph.edgeTarget(edge);
        if (edges.retains(edge) && !reached[target]) {
          reached[target] = true;
          work.add(target);
        }
      }
    }
    return reached;
  }

  /// Ids are addresses if they are positive, below 2^31 and all different; other nodes and the
  /// classes take theirs from above. If ids repeat, addresses count the nodes.
  private void assignAddresses() throws IOException {
    int nodes = graph.nodeCount();
    int[] sorted = new int[nodes];
    int count = 0;
    for (int node = 0; node < nodes; node++) {
      if (alive[node] && fits(graph.id(node))) {
        sorted[count++] = (int) graph.id(node);
      }
    }
    Arrays.sort(sorted, 0, count);
    boolean unique = true;
    for (int i = 1; i < count; i++) {
      unique &= sorted[i] != sorted[i - 1];
    }
    long spare = 0xffff_fff8L;
    for (int node = 0; node < nodes; node++) {
      if (alive[node]) {
        if (!unique) {
          address[node] = node + 1;
        } else if (fits(graph.id(node))) {
          address[node] = (int) graph.id(node);
        } else {
          address[node] = (int) spare--;
        }
      }
    }
    for (int i = 0; i < classAddress.length; i++) {
      classAddress[i] = (int) spare--;
    }
    for (String name : EXPECTED) {
      expected.put(name, (int) spare--);
    }
    if (spare < Integer.MAX_VALUE) {
      throw new IOException("more nodes than HPROF with identifiers of four bytes has addresses");
    }
  }

  private static boolean fits(long id) {
    return id > 0 && id <= Integer.MAX_VALUE;
  }

  private void write() throws IOException {
    out.head();
    out.record(STACK_TRACE, "", STACK_SERIAL, 0, 0);
    int serial = 1;
    for (Map.Entry<String, Integer> each : expected.entrySet()) {
      loadClass(serial++, each.getValue(), each.getKey());
    }
    // Segments of the heap are not to be broken by names.
    for (String field : REFERENCE_FIELDS) {
      string(field);
    }
    List<HprofShapes.Shape> all = shapes.shapes();
    for (int i = 0; i < all.size(); i++) {
      HprofShapes.Shape shape = all.get(i);
      loadClass(
          serial++, classAddress[i], shape.array() ? "[L" + shape.name() + ";" : shape.name());
      for (String field : shape.fields()) {
        string(field);
      }
      for (int k = 0; k < shape.filler(); k++) {
        string("(filler " + k + ")");
      }
    }
    int object = expected.getOrDefault(OBJECT, 0);
    int reference = expected.getOrDefault(REFERENCE, 0);
    for (Map.Entry<String, Integer> each : expected.entrySet()) {
      boolean isKind = each.getKey().startsWith("java/lang/ref/") && each.getValue() != reference;
      classDump(
          each.getValue(),
          each.getValue() == object ? 0 : isKind ? reference : object,
          each.getValue() == reference ? REFERENCE_FIELDS : List.of(),
          0);
    }
    for (int i = 0; i < all.size(); i++) {
      classDump(classAddress[i], object, all.get(i).fields(), all.get(i).filler());
    }
    out.part(5);
    out.u1(ROOT_UNKNOWN);
    out.u4(address[SnapshotGraph.ROOT]);
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (alive[node]) {
        object(node);
      }
    }
    out.end();
  }

  private int string(String text) throws IOException {
    Integer known = strings.get(text);
    if (known != null) {
      return known;
    }
    int number = strings.size() + 1;
    strings.put(text, number);
    out.record(STRING, text, number);
    return number;
  }

  /// The name of a class comes before it.
  private void loadClass(int serial, int at, String name) throws IOException {
    int number = string(name);
    out.record(LOAD_CLASS, "", serial, at, STACK_SERIAL, number);
  }

  private void classDump(int at, int parent, List<String> fields, int filler) throws IOException {
    int count = fields.size() + filler;
    out.part(5 + 1 + 4 * 9 + 2 * 3 + 5L * count);
    out.u1(ROOT_STICKY_CLASS);
    out.u4(at);
    out.u1(CLASS_DUMP);
    out.u4(at);
    out.u4(STACK_SERIAL);
    out.u4(parent);
    // Class loader, signers, protection domain, two reserved.
    for (int i = 0; i < 5; i++) {
      out.u4(0);
    }
    out.u4(4 * fields.size() + 8 * filler);
    out.u2(0);
    out.u2(0);
    out.u2(count);
    for (String field : fields) {
      out.u4(string(field));
      out.u1(TYPE_OBJECT);
    }
    for (int k = 0; k < filler; k++) {
      out.u4(string("(filler " + k + ")"));
      out.u1(TYPE_LONG);
    }
  }

  private void object(int node) throws IOException {
    int number = shapes.shapeOf(node);
    HprofShapes.Shape shape = shapes.shapes().get(number);
    int[] references = shapes.references(node);
    if (shape.array()) {
      int length = shapes.arrayLength(node);
      out.part(1 + 4 * 4 + 4L * length);
      out.u1(OBJECT_ARRAY_DUMP);
      out.u4(address[node]);
      out.u4(STACK_SERIAL);
      out.u4(length);
      out.u4(classAddress[number]);
      for (int i = 0; i < length; i++) {
        out.u4(i < references.length && references[i] >= 0 ? address[references[i]] : 0);
      }
      return;
    }
    int bytes = 4 * references.length + 8 * shape.filler();
    out.part(1 + 4 * 4 + bytes);
    out.u1(INSTANCE_DUMP);
    out.u4(address[node]);
    out.u4(STACK_SERIAL);
    out.u4(classAddress[number]);
    out.u4(bytes);
    for (int reference : references) {
      out.u4(reference < 0 ? 0 : address[reference]);
    }
    for (int k = 0; k < shape.filler(); k++) {
      out.u8(0);
    }
  }
}
