package lexscope.profiler.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;

/// V8's tables of scopes: per scope its variables that live in contexts, and the context variables
/// that its text uses. A graph traced as V8 does has contexts with the shared variables only; in
/// others every binding is in the record, hence in the table.
final class ScopeTables {
  private final ScopeTable scopes;
  private final FileStrings strings;
  private final AddedNodes added;
  private final boolean onlyShared;

  ScopeTables(SnapshotGraph graph, FileStrings strings, AddedNodes added) {
    this.scopes = graph.scopes();
    this.strings = strings;
    this.added = added;
    this.onlyShared = graph.info().policy().equals("v8");
  }

  void writeTo(JsonOutput out) throws IOException {
    int[] depth = new int[scopes.size()];
    List<int[]> uses = new ArrayList<>();
    out.raw("\"scopes\":[");
    for (int s = 0; s < scopes.size(); s++) {
      ScopeTable.Scope scope = scopes.scope(s);
      depth[s] = scope.parent() < 0 ? 0 : depth[scope.parent()] + 1;
      int before = uses.size();
      for (ScopeTable.Use use : scope.uses()) {
        int slot = contextSlot(use);
        if (slot >= 0) {
          uses.add(new int[] {use.scope(), slot});
        }
      }
      out.raw(s == 0 ? "" : "\n,")
          .number((long) added.script(s) * HeapSnapshotWriter.NODE_FIELDS)
          .raw(",")
          .number(s);
      out.raw(",")
          .number(depth[s])
          .raw(",")
          .number(variables(scope).size())
          .raw(",")
          .number(uses.size() - before);
    }
    out.raw("],\n\"scope_context_vars\":[");
    boolean first = true;
    for (ScopeTable.Scope scope : scopes.scopes()) {
      for (ScopeTable.Variable variable : variables(scope)) {
        out.raw(first ? "" : ",").number(strings.number(variable.name()));
        first = false;
      }
    }
    out.raw("],\n\"scope_uses\":[");
    for (int i = 0; i < uses.size(); i++) {
      out.raw(i == 0 ? "" : ",").number(uses.get(i)[0]).raw(",").number(uses.get(i)[1]);
    }
    out.raw("],\n");
  }

  private List<ScopeTable.Variable> variables(ScopeTable.Scope scope) {
    return onlyShared
        ? scope.variables().stream().filter(ScopeTable.Variable::shared).toList()
        : scope.variables();
  }

  /// The place of a binding among those of its scope that are written, or -1.
  private int contextSlot(ScopeTable.Use use) {
    List<ScopeTable.Variable> all = scopes.scope(use.scope()).variables();
    if (!onlyShared) {
      return use.slot();
    }
    if (!all.get(use.slot()).shared()) {
      return -1;
    }
    int slot = 0;
    for (int i = 0; i < use.slot(); i++) {
      slot += all.get(i).shared() ? 1 : 0;
    }
    return slot;
  }
}
