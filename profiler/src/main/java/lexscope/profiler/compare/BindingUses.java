package lexscope.profiler.compare;

import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// Whether bindings are of use to anybody alive, as far as scopes are known. Made in time linear in
/// the graph and, for each closure, in what its function refers to.
public final class BindingUses {
  /// What is known of the use of a binding.
  public enum Use {
    /// A living closure, an activation or an export uses it.
    USED,
    /// No living closure uses it.
    UNUSED,
    /// Something sees the record of which too little is known.
    UNKNOWN
  }

  private final SnapshotGraph graph;
  private final ScopeKnowledge knowledge;
  private final BindingEdges edges;

  /// Looks at what is alive in `tree`.
  public BindingUses(DominatorTree tree, ScopeKnowledge knowledge) {
    this.graph = tree.graph();
    this.knowledge = knowledge;
    this.edges = new BindingEdges(tree, knowledge);
  }

  /// The name of the binding that an edge of a record holds the value of; several, joined by `or`,
  /// if it is open which; empty if the edge is no binding.
  public String name(int record, int edge) {
    List<String> names = knowledge.namesOf(record, edge);
    if (!names.isEmpty()) {
      return String.join(" or ", names);
    }
    return graph.edgeKind(edge) == EdgeKind.CONTEXT ? graph.edgeLabel(edge) : "";
  }

  /// Whether the binding that an edge of a record holds is of use.
  public Use use(int record, int edge) {
    if (!edges.isJudged(record) || !edges.isBinding(record, edge)) {
      return Use.UNKNOWN;
    }
    return edges.isUsed(edge) ? Use.USED : Use.UNUSED;
  }
}
