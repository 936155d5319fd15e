package lexscope.profiler.paths;

import com.carrotsearch.hppc.BitSet;
import java.util.List;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// How far an edge counts in a search for the path that explains most. A hidden edge, or one to an
/// object's shape or prototype, tells a person little: it counts as four others. So a path through
/// it wins only over one that is clearly longer.
final class EdgeWeights {
  /// The weight of an edge that says little.
  static final int POOR = 4;

  private static final byte BY_LABEL = 0;

  /// The weight by the ordinal of an edge's kind.
  private static final byte[] OF_KIND = new byte[EdgeKind.values().length];

  static {
    for (EdgeKind kind : EdgeKind.values()) {
      OF_KIND[kind.ordinal()] = ofKind(kind);
    }
  }

  private static final List<String> POOR_LABELS =
      List.of(
          "map",
          "__proto__",
          "[[Prototype]]",
          "constructor",
          "code",
          "shared",
          "feedback_cell",
          "native_context");

  private final SnapshotGraph graph;

  /// One bit for each number of a label up to that of the last that says little.
  private final BitSet poorLabels;

  EdgeWeights(SnapshotGraph graph) {
    this.graph = graph;
    int[] numbers =
        POOR_LABELS.stream().mapToInt(graph.strings()::numberOf).filter(n -> n >= 0).toArray();
    this.poorLabels = new BitSet();
    for (int number : numbers) {
      poorLabels.set(number);
    }
  }

  int weight(int edge) {
    byte weight = OF_KIND[graph.edgeKindCode(edge)];
    if (weight != BY_LABEL) {
      return weight;
    }
    return poorLabels.get(graph.edgeLabelNumber(edge)) ? POOR : 1;
  }

  private static byte ofKind(EdgeKind kind) {
    return switch (kind) {
      case HIDDEN, SHORTCUT, WEAK -> POOR;
      case CONTEXT, ELEMENT -> 1;
      case PROPERTY, INTERNAL -> BY_LABEL;
    };
  }
}
