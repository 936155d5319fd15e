package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntObjectHashMap;
import java.util.List;
import lexscope.profiler.graph.ContextSlots;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;

/// What a graph itself knows of scopes: those of our own heaps and files, and of files of V8 with
/// scope tables.
public final class GraphScopes implements ScopeKnowledge {
  private final SnapshotGraph graph;
  private final EnvironmentChains chains;
  private final ContextSlots slots;
  private final IntObjectHashMap<List<ScopeTable.Use>> usesOf = new IntObjectHashMap<>();

  /// The knowledge in `graph`.
  public GraphScopes(SnapshotGraph graph) {
    this.graph = graph;
    this.chains = new EnvironmentChains(graph);
    this.slots = new ContextSlots(graph);
  }

  @Override
  public ScopeTable scopes() {
    return graph.scopes();
  }

  @Override
  public int functionOf(int node) {
    return graph.scopeOf(node);
  }

  @Override
  public int scopeOf(int record) {
    return graph.scopeOf(record);
  }

  @Override
  public List<String> namesOf(int record, int edge) {
    int scope = graph.scopeOf(record);
    if (scope >= 0 && graph.edgeKind(edge) == EdgeKind.HIDDEN) {
      return slots.namesOf(record, edge);
    }
    if (scope < 0 || !KeptBindings.isBinding(graph, edge)) {
      return List.of();
    }
    String name =
        graph.edgeKind(edge) == EdgeKind.CONTEXT
            ? graph.edgeLabel(edge)
            : slotName(graph.edgeLabel(edge));
    return scopes().slotOf(scope, name) < 0 ? List.of() : List.of(name);
  }

  /// The name of the slot behind an internal slot of the specification.
  private static String slotName(String label) {
    return switch (label) {
      case "[[ThisValue]]" -> "this";
      case "[[NewTarget]]" -> "new.target";
      case "[[FunctionObject]]" -> ".function";
      case "[[HomeObject]]" -> ".home";
      default -> "";
    };
  }

  @Override
  public void visitUses(int closure, UseVisitor visitor) {
    int function = graph.scopeOf(closure);
    List<ScopeTable.Use> uses = usesOf.get(function);
    if (uses == null) {
      uses = List.copyOf(scopes().freeUses(function));
      usesOf.put(function, uses);
    }
    for (ScopeTable.Use use : uses) {
      int record = chains.recordOf(closure, use.scope());
      if (record >= 0) {
        visitor.uses(record, scopes().scope(use.scope()).variables().get(use.slot()).name());
      }
    }
  }
}
