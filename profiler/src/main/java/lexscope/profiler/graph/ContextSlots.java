package lexscope.profiler.graph;

import com.carrotsearch.hppc.IntObjectHashMap;
import java.util.ArrayList;
import java.util.List;

/// The variables behind the edges of V8's contexts. Contexts of functions have edges with names;
/// those of blocks, catch clauses and classes have numbered ones, which count only what is on the
/// heap, and a `system / ScopeInfo` whose own numbered edges are the names in their order. If as
/// many values as names are on the heap the two match one by one, else the names that an edge may
/// stand for are a few in a row.
public final class ContextSlots {
  private final SnapshotGraph graph;
  private final int scopeInfo;
  private final IntObjectHashMap<List<String>> namesOfInfo = new IntObjectHashMap<>();

  /// The contexts of one graph.
  public ContextSlots(SnapshotGraph graph) {
    this.graph = graph;
    this.scopeInfo = graph.strings().numberOf("scope_info");
  }

  /// The variables that an edge of a context may hold the value of; empty if it is none.
  public List<String> namesOf(int context, int edge) {
    EdgeKind kind = graph.edgeKind(edge);
    if (kind == EdgeKind.CONTEXT) {
      String name = graph.edgeLabel(edge);
      return isVariable(name) ? List.of(name) : List.of();
    }
    if (kind != EdgeKind.HIDDEN) {
      return List.of();
    }
    int most = -1;
    for (int each = graph.firstEdge(context); each < graph.endEdge(context); each++) {
      if (graph.edgeKind(each) == EdgeKind.CONTEXT) {
        return List.of();
      }
      if (graph.edgeKind(each) == EdgeKind.HIDDEN) {
        most = Math.max(most, graph.edgeLabelNumber(each));
      }
    }
    List<String> names = names(context);
    int at = graph.edgeLabelNumber(edge);
    int notOnHeap = names.size() - 1 - most;
    if (at < 0 || notOnHeap < 0) {
      return List.of();
    }
    List<String> candidates = names.subList(at, at + notOnHeap + 1);
    return candidates.stream().allMatch(ContextSlots::isVariable) ? candidates : List.of();
  }

  /// Slots that no text names are left alone, but for that of a thrown value.
  static boolean isVariable(String name) {
    return !name.isEmpty()
        && name.charAt(0) != '#'
        && (name.charAt(0) != '.' || name.equals(".catch"));
  }

  /// Whether a context has variables at all. That of a class with private names and nothing else
  /// has none.
  public boolean hasVariables(int context) {
    return names(context).stream().anyMatch(ContextSlots::isVariable);
  }

  /// The names of a context's variables: those of its edges if it has any, else those in its
  /// `system / ScopeInfo`.
  List<String> names(int context) {
    List<String> named = new ArrayList<>();
    int info = -1;
    for (int edge = graph.firstEdge(context); edge < graph.endEdge(context); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.CONTEXT) {
        named.add(graph.edgeLabel(edge));
      } else if (graph.edgeKind(edge) == EdgeKind.INTERNAL
          && graph.edgeLabelNumber(edge) == scopeInfo) {
        info = graph.edgeTarget(edge);
      }
    }
    return !named.isEmpty() || info < 0 ? named : ofInfo(info);
  }

  /// The `system / ScopeInfo` of a context, which all contexts of one scope share; -1 if it has
  /// none.
  public int scopeInfoOf(int context) {
    for (int edge = graph.firstEdge(context); edge < graph.endEdge(context); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.INTERNAL && graph.edgeLabelNumber(edge) == scopeInfo) {
        return graph.edgeTarget(edge);
      }
    }
    return -1;
  }

  /// The variables of a context's scope, whatever of them is on the heap, if V8 notes them; else
  /// those of its edges.
  public List<String> variablesOf(int context) {
    List<String> variables = names(context);
    int info = scopeInfoOf(context);
    List<String> noted = info < 0 ? List.of() : ofInfo(info);
    // The last is the name of the function.
    boolean hasFunction = noted.size() > variables.size() && noted.containsAll(variables);
    return hasFunction ? noted.subList(0, noted.size() - 1) : variables;
  }

  /// The name of the function that a context belongs to; empty if that is not known. Only contexts
  /// of functions have edges with names, and in the information about such a scope the function's
  /// name stands after those of its variables, or alone if these are so many that V8 keeps them in
  /// a table.
  String functionOf(int context) {
    List<String> variables = new ArrayList<>();
    for (int edge = graph.firstEdge(context); edge < graph.endEdge(context); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.CONTEXT) {
        variables.add(graph.edgeLabel(edge));
      }
    }
    int info = variables.isEmpty() ? -1 : scopeInfoOf(context);
    List<String> names = info < 0 ? List.of() : ofInfo(info);
    boolean areVariables =
        names.isEmpty() || names.size() <= variables.size() && variables.containsAll(names);
    return areVariables ? "" : names.getLast();
  }

  private List<String> ofInfo(int info) {
    List<String> known = namesOfInfo.get(info);
    if (known == null) {
      known = new ArrayList<>();
      for (int edge = graph.firstEdge(info); edge < graph.endEdge(info); edge++) {
        int target = graph.edgeTarget(edge);
        if (graph.edgeKind(edge) == EdgeKind.HIDDEN
            && graph.kind(target).isString()
            && graph.edgeLabelNumber(edge) == known.size()) {
          known.add(graph.name(target));
        }
      }
      namesOfInfo.put(info, known);
    }
    return known;
  }
}
