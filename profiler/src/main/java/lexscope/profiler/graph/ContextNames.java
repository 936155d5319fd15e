package lexscope.profiler.graph;

import java.util.ArrayList;
import java.util.List;

/// What V8's contexts are called for people. V8 gives all one name, or the id of their scope; the
/// scopes in newer files tell whose they are, in older ones what V8 itself notes of a function's
/// scope; their variables tell the others apart a little.
public final class ContextNames {
  private static final String NAMELESS = "system / Context";
  private static final String NUMBERED = NAMELESS + " / ";

  private ContextNames() {}

  /// Whether a node is a context that has no name of its own.
  public static boolean isNameless(SnapshotGraph graph, int node) {
    if (graph.detail(node) != NodeDetail.CONTEXT) {
      return false;
    }
    String name = graph.name(node);
    return name.equals(NAMELESS) || name.startsWith(NUMBERED);
  }

  /// The function that a context belongs to, `block in FUNCTION` for scopes inside of it; empty if
  /// that is not known.
  public static String functionOf(SnapshotGraph graph, int node) {
    int scope = graph.scopeOf(node);
    if (scope < 0 && isNameless(graph, node)) {
      return new ContextSlots(graph).functionOf(node);
    }
    int function = scope < 0 ? -1 : graph.scopes().functionOf(scope);
    String name = function < 0 ? "" : graph.scopes().scope(function).function();
    return name.isEmpty() || function == scope ? name : "block in " + name;
  }

  /// The variables of a context that hold something on the heap, in the order of its edges; of a
  /// block's context all, if it holds anything.
  public static List<String> variablesOf(SnapshotGraph graph, int node) {
    List<String> variables = new ArrayList<>();
    boolean isBlock = false;
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.CONTEXT) {
        variables.add(graph.edgeLabel(edge));
      }
      isBlock |= graph.edgeKind(edge) == EdgeKind.HIDDEN;
    }
    if (variables.isEmpty() && isBlock) {
      variables.addAll(new ContextSlots(graph).names(node));
      variables.removeIf(name -> !ContextSlots.isVariable(name));
    }
    return variables;
  }
}
