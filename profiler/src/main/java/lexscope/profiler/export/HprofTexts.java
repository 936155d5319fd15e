package lexscope.profiler.export;

import com.carrotsearch.hppc.BitSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The strings whose text is known. Each is a `java.lang.String` as Java has had them since version
/// 9: a field `coder` and an array of bytes `value`, Latin-1 or big-endian UTF-16. The references
/// of strings (V8's have one to their `map`) are further fields, the same for all. Of a long string
/// a file has only the beginning; `(rest)` is then an array of zeros as long as what is missing.
///
/// The halves of concatenated strings have texts, and the string that a sliced one is cut out of:
/// they themselves are objects like others.
final class HprofTexts {
  /// How a text lies in its array.
  ///
  /// @param utf16 whether a character takes two bytes
  /// @param bytes the array's content
  /// @param rest the length of the array of zeros, 0 for none
  record Text(boolean utf16, byte[] bytes, int rest) {}

  private static final int MOST_LABELS = 8;
  private static final int REFERENCE = 4;

  /// What the second array needs at least: its header, rounded up.
  private static final int LEAST_REST = 16;

  private final SnapshotGraph graph;
  private final RetainingEdges edges;
  private final BitSet texts;
  private final List<String> labels;
  private boolean hasRest;

  HprofTexts(RetainingEdges edges, boolean[] alive) {
    this.graph = edges.graph();
    this.edges = edges;
    this.texts = new BitSet(graph.nodeCount());
    Set<String> found = new LinkedHashSet<>();
    for (int node = 0; node < alive.length; node++) {
      Monitor.poll(node);
      if (alive[node] && graph.kind(node) == NodeKind.STRING && addLabels(node, found)) {
        texts.set(node);
      }
    }
    this.labels = List.copyOf(found);
    for (int node = texts.nextSetBit(0); node >= 0; node = texts.nextSetBit(node + 1)) {
      Monitor.poll(node);
      hasRest = hasRest || spare(node, encoded(node).length) >= LEAST_REST;
    }
  }

  /// Adds the labels of a string's references. False if they are too many, or one comes twice.
  private boolean addLabels(int node, Set<String> found) {
    Set<String> own = new LinkedHashSet<>();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (edges.retains(edge) && !own.add(graph.edgeLabel(edge))) {
        return false;
      }
    }
    Set<String> all = new LinkedHashSet<>(found);
    all.addAll(own);
    if (all.size() > MOST_LABELS) {
      return false;
    }
    found.addAll(own);
    return true;
  }

  /// Whether a node is a string whose text is written.
  boolean isText(int node) {
    return texts.get(node);
  }

  /// The fields of strings that are references: first that to the text.
  List<String> fields() {
    List<String> fields = new ArrayList<>(labels.size() + 2);
    fields.add("value");
    fields.addAll(labels);
    if (hasRest) {
      fields.add("(rest)");
    }
    return fields;
  }

  /// The targets of a string's references other than to its text, in the order of the fields; -1
  /// for none.
  int[] references(int node) {
    int[] targets = new int[labels.size()];
    Arrays.fill(targets, -1);
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (edges.retains(edge)) {
        targets[labels.indexOf(graph.edgeLabel(edge))] = graph.edgeTarget(edge);
      }
    }
    return targets;
  }

  /// The text of a string.
  Text text(int node) {
    byte[] bytes = encoded(node);
    long spare = hasRest ? spare(node, bytes.length) : 0;
    return new Text(
        isUtf16(graph.name(node)),
        bytes,
        spare < LEAST_REST
            ? 0
            : (int) Math.min(spare - HprofShapes.ARRAY_HEADER, Integer.MAX_VALUE / 8));
  }

  private byte[] encoded(int node) {
    String text = graph.name(node);
    return text.getBytes(isUtf16(text) ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
  }

  private static boolean isUtf16(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return true;
      }
    }
    return false;
  }

  /// What is left of a string's size when the object and its text are taken off.
  private long spare(int node, int textBytes) {
    int references = 1 + labels.size() + 1;
    return graph.shallowBytes(node)
        - rounded(HprofShapes.HEADER + REFERENCE * references + 1)
        - rounded(HprofShapes.ARRAY_HEADER + textBytes);
  }

  private static long rounded(long bytes) {
    return bytes + 7 & ~7L;
  }
}
