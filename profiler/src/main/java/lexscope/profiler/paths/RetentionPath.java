package lexscope.profiler.paths;

import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// A chain of edges from a root to a node: one reason why the node is alive.
///
/// @param steps first the root, then edges and nodes in turn; the last step is the node asked about
public record RetentionPath(List<Step> steps) {
  /// Keeps a copy of the list.
  public RetentionPath {
    steps = List.copyOf(steps);
  }

  /// A step of a path.
  public sealed interface Step {
    /// Where the path begins.
    ///
    /// @param kind the kind of root, such as `global object` or `timer`
    /// @param place where the root is, such as the name of a binding or a place in the source; may
    ///   be empty
    record Root(String kind, String place) implements Step {}

    /// An edge that the path follows.
    record Edge(EdgeDescription edge) implements Step {}

    /// A node that the path comes to.
    record Node(NodeDescription node) implements Step {}
  }

  /// What a root is called that is a binding of the Global Environment Record: a person thinks of
  /// the binding as the root.
  private static final String GLOBAL_BINDING = "global binding";

  /// The path along `edges`, which must lead from the root of `graph`, each from where the one
  /// before ends. The synthetic nodes at the top become one step.
  static RetentionPath along(SnapshotGraph graph, int[] edges) {
    List<Step> steps = new ArrayList<>();
    String kind = "";
    int at = 0;
    while (at < edges.length && graph.kind(graph.edgeTarget(edges[at])) == NodeKind.SYNTHETIC) {
      kind = withoutParentheses(graph.name(graph.edgeTarget(edges[at])));
      at++;
    }
    if (at == edges.length) {
      steps.add(new Step.Root(kind, ""));
      return new RetentionPath(steps);
    }
    EdgeDescription first = EdgeDescription.of(graph, edges[at]);
    if (at + 1 < edges.length
        && graph.detail(graph.edgeTarget(edges[at])) == NodeDetail.GLOBAL_RECORD
        && graph.edgeKind(edges[at + 1]) == EdgeKind.CONTEXT) {
      kind = GLOBAL_BINDING;
      first = EdgeDescription.of(graph, edges[++at]);
    }
    boolean isUserRoot = at == 0;
    steps.add(
        new Step.Root(
            isUserRoot ? "user root" : kind, first.kind().isNumbered() ? "" : first.label()));
    steps.add(new Step.Node(NodeDescription.of(graph, graph.edgeTarget(edges[at]))));
    for (at++; at < edges.length; at++) {
      steps.add(new Step.Edge(EdgeDescription.of(graph, edges[at])));
      steps.add(new Step.Node(NodeDescription.of(graph, graph.edgeTarget(edges[at]))));
    }
    return new RetentionPath(steps);
  }

  /// How many edges lie between the node that the root holds and the node asked about.
  public int length() {
    return (int) steps.stream().filter(Step.Edge.class::isInstance).count();
  }

  /// The root.
  public Step.Root root() {
    return (Step.Root) steps.getFirst();
  }

  /// The path in one line, its steps joined by arrows. A binding that is a node of its own is named
  /// once, not by its edges as well.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      if (isNamedByBinding(i)) {
        continue;
      }
      if (!text.isEmpty()) {
        text.append(" → ");
      }
      text.append(
          switch (steps.get(i)) {
            case Step.Root(String kind, String place) ->
                place.isEmpty() ? kind : kind + " " + place;
            case Step.Edge(EdgeDescription edge) -> edge.text();
            case Step.Node(NodeDescription node) -> node.text();
          });
    }
    return text.toString();
  }

  /// Whether a step is an edge to or from a binding that is a node of its own, which says all that
  /// the edge could say.
  public boolean isNamedByBinding(int step) {
    return steps.get(step) instanceof Step.Edge
        && (isBinding(steps.get(step - 1)) || isBinding(steps.get(step + 1)));
  }

  private static boolean isBinding(Step step) {
    return step instanceof Step.Node(NodeDescription node) && node.detail() == NodeDetail.BINDING;
  }

  private static String withoutParentheses(String name) {
    return name.startsWith("(") && name.endsWith(")") ? name.substring(1, name.length() - 1) : name;
  }
}
