package lexscope.profiler.format;

import java.io.IOException;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.CellPart;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;

/// The tables that carry what V8's format has no place for: kinds of records, record numbers, parts
/// of cells, whole scopes, the places of calls. Numbers that may be negative are written one, or
/// for parts three, higher.
final class OwnTables {
  /// What is added to a part's number, so that it is not negative.
  static final int PART_OFFSET = 3;

  private final SnapshotGraph graph;
  private final FileStrings strings;

  OwnTables(SnapshotGraph graph, FileStrings strings) {
    this.graph = graph;
    this.strings = strings;
  }

  void writeTo(JsonOutput out) throws IOException {
    out.raw("\"lexscope_nodes\":[");
    boolean first = true;
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      CellPart part = graph.cellPart(node);
      if (graph.detail(node) == NodeDetail.NONE
          && graph.recordNumber(node) < 0
          && graph.scopeOf(node) < 0
          && graph.id(node) >= 0
          && part.part() == CellPart.WHOLE) {
        continue;
      }
      out.raw(first ? "" : "\n,").number(node).raw(",").number(graph.kind(node).ordinal());
      out.raw(",").number(graph.detail(node).ordinal()).raw(",").number(graph.nameNumber(node));
      out.raw(",").number(graph.recordNumber(node) + 1).raw(",").number(Math.max(0, part.cell()));
      out.raw(",").number(part.part() + PART_OFFSET).raw(",").number(graph.scopeOf(node) + 1L);
      out.raw(",").number(Math.max(0, -graph.id(node)));
      first = false;
    }
    out.raw("],\n\"lexscope_scopes\":[");
    first = true;
    for (ScopeTable.Scope scope : graph.scopes().scopes()) {
      SourceLocation location = scope.location();
      out.raw(first ? "" : "\n,")
          .number(scope.parent() + 1L)
          .raw(",")
          .number(strings.number(scope.recordKind()));
      out.raw(",")
          .number(strings.number(scope.function()))
          .raw(",")
          .number(scope.isFunction() ? 1 : 0);
      out.raw(",").number(location == null ? 0 : strings.number(location.script()));
      out.raw(",")
          .number(location == null ? 0 : location.line())
          .raw(",")
          .number(location == null ? 0 : location.column());
      out.raw(",").number(scope.start()).raw(",").number(scope.end());
      out.raw(",").number(scope.variables().size()).raw(",").number(scope.uses().size());
      out.raw(",").number(scope.newestRecord() + 1);
      first = false;
    }
    out.raw("],\n\"lexscope_variables\":[");
    first = true;
    for (ScopeTable.Scope scope : graph.scopes().scopes()) {
      for (ScopeTable.Variable variable : scope.variables()) {
        out.raw(first ? "" : ",")
            .number(strings.number(variable.name()))
            .raw(",")
            .number((variable.shared() ? 1 : 0) + (variable.exported() ? 2 : 0));
        first = false;
      }
    }
    out.raw("],\n\"lexscope_uses\":[");
    first = true;
    for (ScopeTable.Scope scope : graph.scopes().scopes()) {
      for (ScopeTable.Use use : scope.uses()) {
        out.raw(first ? "" : ",").number(use.scope()).raw(",").number(use.slot());
        first = false;
      }
    }
    out.raw("],\n");
    writeCalls(out, graph.allocationStacks().tree());
  }

  /// Line, column, and whether it waited, of each call in the order of V8's tree, which names
  /// functions only.
  private static void writeCalls(JsonOutput out, AllocationStacks.Tree tree) throws IOException {
    if (tree.places().length == 0) {
      return;
    }
    out.raw("\"lexscope_calls\":[");
    for (int row = 0; row < tree.size(); row++) {
      Monitor.poll(row);
      out.raw(row == 0 ? "" : "\n,").number(tree.line(row)).raw(",").number(tree.column(row));
      out.raw(",").number(tree.isWaiting(row) ? 1 : 0);
    }
    out.raw("],\n");
  }
}
