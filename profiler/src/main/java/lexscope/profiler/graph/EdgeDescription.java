package lexscope.profiler.graph;

/// What answers say about an edge.
///
/// @param edge its number in the graph
/// @param kind what it stands for
/// @param label its label
public record EdgeDescription(int edge, EdgeKind kind, String label) {
  /// Describes an edge of `graph`.
  public static EdgeDescription of(SnapshotGraph graph, int edge) {
    return new EdgeDescription(edge, graph.edgeKind(edge), graph.edgeLabel(edge));
  }

  /// A few words for people, such as `binding big` or `element 0`.
  public String text() {
    return switch (kind) {
      case CONTEXT -> "binding " + label;
      case ELEMENT -> "element " + label;
      case PROPERTY -> "property " + label;
      case INTERNAL -> label;
      case HIDDEN -> "hidden " + label;
      case SHORTCUT -> "shortcut " + label;
      case WEAK -> "weak " + label;
    };
  }
}
