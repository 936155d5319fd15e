package lexscope.profiler.compare;

import com.carrotsearch.hppc.LongHashSet;
import java.util.HashMap;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.CellPart;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.SnapshotGraph;

/// The bindings that the graph of one policy keeps, by the cell of their record and their name:
/// under `used` they are nodes of their own, else `context` edges of records.
final class KeptBindings {
  private final SnapshotGraph graph;
  private final DominatorTree tree;
  private final Map<String, LongHashSet> cellsByName = new HashMap<>();
  private final LongHashSet cells = new LongHashSet();

  KeptBindings(SnapshotGraph graph) {
    this.graph = graph;
    this.tree = DominatorTree.of(graph, EdgeRule.STRONG);
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (!tree.isAlive(node)) {
        continue;
      }
      CellPart part = graph.cellPart(node);
      cells.add(part.cell());
      if (graph.detail(node) == NodeDetail.BINDING) {
        add(part.cell(), label(node));
      } else if (graph.detail(node).isRecord()) {
        for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
          if (isBinding(graph, edge)) {
            add(part.cell(), graph.edgeLabel(edge));
          }
        }
      }
    }
  }

  private void add(long cell, String name) {
    cellsByName.computeIfAbsent(name, _ -> new LongHashSet()).add(cell);
  }

  /// The label of the edge from a binding to its value; it has none to values that are not on the
  /// heap.
  private String label(int node) {
    int edge = graph.firstEdge(node);
    return edge < graph.endEdge(node) ? graph.edgeLabel(edge) : graph.name(node);
  }

  /// Whether an edge of a record leads to what a binding or an internal slot such as
  /// `[[ThisValue]]` holds, not to the record around it.
  static boolean isBinding(SnapshotGraph graph, int edge) {
    EdgeKind kind = graph.edgeKind(edge);
    return kind == EdgeKind.CONTEXT
        || kind == EdgeKind.INTERNAL && !graph.detail(graph.edgeTarget(edge)).isRecord();
  }

  SnapshotGraph graph() {
    return graph;
  }

  DominatorTree tree() {
    return tree;
  }

  String policy() {
    return graph.info().policy();
  }

  /// Whether the record in `cell` keeps a binding of that name.
  boolean keeps(long cell, String name) {
    LongHashSet keepers = cellsByName.get(name);
    return keepers != null && keepers.contains(cell);
  }

  /// Whether a cell, or a part of it, is alive.
  boolean hasCell(long cell) {
    return cells.contains(cell);
  }
}
