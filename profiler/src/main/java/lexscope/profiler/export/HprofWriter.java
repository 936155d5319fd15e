package lexscope.profiler.export;

import com.carrotsearch.hppc.IntArrayList;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// Writes a graph as an HPROF file, for Eclipse MAT, VisualVM and other analysers of Java heaps.
///
/// Each node that is alive under rule `strong` becomes one object and each retaining edge one
/// reference, so counts, paths and dominators are those of the graph; the root is the one root of
/// the file. {@link HprofShapes} says which classes the objects have and how near their sizes come.
/// The address of an object is its id in the snapshot where that fits.
///
/// Strings have their texts, see {@link HprofTexts}, so there are arrays of bytes besides. Of a
/// WeakMap's entry there is the reference from the key to the value, as rule `strong` has it: Java
/// has no such thing as an ephemeron.
///
/// Takes two passes over the graph; equal graphs give equal files.
public final class HprofWriter {
  private static final int STACK_TRACE = 0x05;
  private static final int ROOT_UNKNOWN = 0xff;
  private static final int INSTANCE_DUMP = 0x21;
  private static final int OBJECT_ARRAY_DUMP = 0x22;
  private static final int PRIMITIVE_ARRAY_DUMP = 0x23;

  /// The one stack trace, which is empty.
  static final int STACK_SERIAL = 1;

  private final SnapshotGraph graph;
  private final RetainingEdges edges;
  private final boolean[] alive;
  private final HprofShapes shapes;
  private final HprofTexts texts;
  private final HprofOutput out;
  private final HprofAddresses addresses;
  private final HprofClasses classes;

  private HprofWriter(SnapshotGraph graph, OutputStream out) throws IOException {
    this.graph = graph;
    this.edges = RetainingEdges.of(graph, EdgeRule.STRONG);
    this.alive = reached(edges);
    this.shapes = new HprofShapes(edges, alive);
    this.texts = shapes.texts();
    this.out = new HprofOutput(out);
    this.addresses = new HprofAddresses(graph, alive);
    this.classes = new HprofClasses(shapes, addresses, this.out);
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

  private void write() throws IOException {
    out.head();
    out.record(STACK_TRACE, "", STACK_SERIAL, 0, 0);
    classes.write();
    out.part(5);
    out.u1(ROOT_UNKNOWN);
    out.u4(addresses.of(SnapshotGraph.ROOT));
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (alive[node]) {
        if (texts.isText(node)) {
          text(node);
        } else {
          object(node);
        }
      }
    }
    out.end();
  }

  private void text(int node) throws IOException {
    HprofTexts.Text text = texts.text(node);
    int value = byteArray(text.bytes());
    int rest = text.rest() == 0 ? 0 : byteArray(new byte[text.rest()]);
    List<String> fields = texts.fields();
    int[] references = texts.references(node);
    int bytes = 4 * fields.size() + 1;
    out.part(1 + 4 * 4 + bytes);
    out.u1(INSTANCE_DUMP);
    out.u4(addresses.of(node));
    out.u4(STACK_SERIAL);
    out.u4(classes.text());
    out.u4(bytes);
    out.u4(value);
    for (int reference : references) {
      out.u4(addresses.of(reference));
    }
    if (fields.size() > 1 + references.length) {
      out.u4(rest);
    }
    out.u1(text.utf16() ? 1 : 0);
  }

  private int byteArray(byte[] bytes) throws IOException {
    int at = addresses.spare();
    out.part(1 + 4 * 3 + 1 + bytes.length);
    out.u1(PRIMITIVE_ARRAY_DUMP);
    out.u4(at);
    out.u4(STACK_SERIAL);
    out.u4(bytes.length);
    out.u1(HprofClasses.BYTE);
    out.bytes(bytes);
    return at;
  }

  private void object(int node) throws IOException {
    int number = shapes.shapeOf(node);
    HprofShapes.Shape shape = shapes.shapes().get(number);
    int[] references = shapes.references(node);
    if (shape.array()) {
      int length = shapes.arrayLength(node);
      out.part(1 + 4 * 4 + 4L * length);
      out.u1(OBJECT_ARRAY_DUMP);
      out.u4(addresses.of(node));
      out.u4(STACK_SERIAL);
      out.u4(length);
      out.u4(classes.address(number));
      for (int i = 0; i < length; i++) {
        out.u4(i < references.length ? addresses.of(references[i]) : 0);
      }
      return;
    }
    int[] weak = shapes.weakTargets(node);
    int bytes = 4 * references.length + 8 * (weak.length + shape.filler());
    out.part(1 + 4 * 4 + bytes);
    out.u1(INSTANCE_DUMP);
    out.u4(addresses.of(node));
    out.u4(STACK_SERIAL);
    out.u4(classes.address(number));
    out.u4(bytes);
    for (int reference : references) {
      out.u4(addresses.of(reference));
    }
    for (int target : weak) {
      out.u8(Integer.toUnsignedLong(addresses.of(target)));
    }
    for (int k = 0; k < shape.filler(); k++) {
      out.u8(0);
    }
  }
}
