package lexscope.profiler.graph;

import java.util.List;

/// What answers say about an edge.
///
/// @param edge its number in the graph
/// @param kind what it stands for
/// @param label its label
public record EdgeDescription(int edge, EdgeKind kind, String label) {
  /// Describes an edge of `graph`. One that V8 only numbers, from the context of a block, is called
  /// by the variable that it stands for; where that may be one of several, by all of them.
  public static EdgeDescription of(SnapshotGraph graph, int edge) {
    if (graph.edgeKind(edge) == EdgeKind.HIDDEN) {
      int source = graph.edgeSource(edge);
      List<String> names =
          ContextNames.isNameless(graph, source)
              ? new ContextSlots(graph).namesOf(source, edge)
              : List.of();
      if (!names.isEmpty()) {
        return new EdgeDescription(edge, EdgeKind.CONTEXT, String.join(" or ", names));
      }
    }
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
