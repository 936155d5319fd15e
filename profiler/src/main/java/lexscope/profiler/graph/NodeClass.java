package lexscope.profiler.graph;

import java.util.Comparator;

/// The sort of node that answers count by: what it is and what it is called. All strings are one
/// class, whatever their text.
///
/// @param kind `object`, `closure`, `record`, `binding`, `activation` and so on
/// @param name of objects the constructor's name, of closures, records and activations the
///   function's
public record NodeClass(String kind, String name) implements Comparable<NodeClass> {
  private static final Comparator<NodeClass> ORDER =
      Comparator.comparing(NodeClass::kind).thenComparing(NodeClass::name);

  /// The class of a node.
  public static NodeClass of(SnapshotGraph graph, int node) {
    NodeDetail detail = graph.detail(node);
    NodeKind kind = graph.kind(node);
    if (detail.isRecord()) {
      return new NodeClass("record", graph.name(node));
    }
    if (detail == NodeDetail.BINDING) {
      return new NodeClass("binding", graph.name(node));
    }
    if (detail == NodeDetail.ACTIVATION) {
      return new NodeClass("activation", named(graph.name(node)));
    }
    return switch (kind) {
      case STRING, CONCATENATED_STRING, SLICED_STRING, NUMBER, BIGINT ->
          new NodeClass(kind.label(), "(" + kind.label() + ")");
      case CLOSURE -> new NodeClass(kind.label(), named(graph.name(node)));
      case HIDDEN,
          ARRAY,
          OBJECT,
          CODE,
          REGEXP,
          NATIVE,
          SYNTHETIC,
          SYMBOL,
          OBJECT_SHAPE,
          WASM_OBJECT ->
          new NodeClass(graph.kindLabel(node), graph.name(node));
    };
  }

  private static String named(String name) {
    return name.isEmpty() ? "(anonymous)" : name;
  }

  @Override
  public int compareTo(NodeClass other) {
    return ORDER.compare(this, other);
  }
}
