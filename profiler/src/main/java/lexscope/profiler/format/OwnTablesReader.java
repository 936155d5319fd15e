package lexscope.profiler.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lexscope.profiler.graph.CellPart;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraphBuilder;
import lexscope.profiler.graph.SourceLocation;

/// Takes back what {@link OwnTables} wrote, and the names of edges that {@link HeapSnapshotWriter}
/// changed for other readers.
final class OwnTablesReader {
  private final SnapshotMeta meta;
  private final EncodedStrings strings;
  private final Map<String, long[]> tables;

  OwnTablesReader(SnapshotMeta meta, EncodedStrings strings, Map<String, long[]> tables) {
    this.meta = meta;
    this.strings = strings;
    this.tables = tables;
  }

  void apply(SnapshotGraphBuilder nodes) throws SnapshotFormatException {
    try {
      readNodes(nodes);
      renameEdges(nodes);
      nodes.setScopes(scopes());
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SnapshotFormatException(
          "the tables of records and scopes are damaged: " + e.getMessage());
    }
  }

  private long[] table(String name) {
    return tables.getOrDefault(name, new long[0]);
  }

  private void readNodes(SnapshotGraphBuilder nodes) throws SnapshotFormatException {
    long[] rows = table("lexscope_nodes");
    if (rows.length == 0) {
      return;
    }
    String fields = "lexscope_node_fields";
    int width = meta.width(fields);
    int node = meta.requiredField(fields, "node");
    int kind = meta.requiredField(fields, "kind");
    int detail = meta.requiredField(fields, "detail");
    int name = meta.requiredField(fields, "name");
    int recordNumber = meta.requiredField(fields, "record_number");
    int cell = meta.requiredField(fields, "cell");
    int part = meta.requiredField(fields, "part");
    int scope = meta.requiredField(fields, "scope");
    int negativeId = meta.requiredField(fields, "negative_id");
    NodeKind[] kinds = meta.nodeKinds();
    List<String> details = meta.ownList("details");
    int scopeCount =
        table("lexscope_scopes").length / Math.max(1, meta.width("lexscope_scope_fields"));
    for (int row = 0; row + width <= rows.length; row += width) {
      if (rows[row + node] >= nodes.nodeCount()
          || rows[row + kind] >= kinds.length
          || rows[row + detail] >= details.size()
          || rows[row + name] >= strings.size()
          || rows[row + scope] > scopeCount) {
        throw new SnapshotFormatException(
            "row " + row / width + " of \"lexscope_nodes\" is damaged");
      }
      int at = (int) rows[row + node];
      nodes.setKind(at, kinds[(int) rows[row + kind]]);
      nodes.setDetail(at, detail(details.get((int) rows[row + detail])));
      nodes.setName(at, (int) rows[row + name]);
      if (rows[row + negativeId] > 0) {
        nodes.setId(at, -rows[row + negativeId]);
      }
      if (rows[row + recordNumber] > 0) {
        nodes.setRecordNumber(at, rows[row + recordNumber] - 1);
      }
      if (rows[row + part] != CellPart.WHOLE + OwnTables.PART_OFFSET) {
        nodes.setCellPart(
            at, new CellPart(rows[row + cell], (int) rows[row + part] - OwnTables.PART_OFFSET));
      }
      if (rows[row + scope] > 0) {
        nodes.setScope(at, (int) rows[row + scope] - 1);
      }
    }
  }

  private static NodeDetail detail(String name) {
    for (NodeDetail detail : NodeDetail.values()) {
      if (detail.name().equals(name)) {
        return detail;
      }
    }
    return NodeDetail.NONE;
  }

  /// Gives the links between closures and whole records their names in the specification back.
  private void renameEdges(SnapshotGraphBuilder nodes) {
    int context = strings.numberOf("context");
    int previous = strings.numberOf("previous");
    int environment = strings.intern("[[Environment]]");
    int outerEnv = strings.intern("[[OuterEnv]]");
    for (int edge = 0; edge < nodes.edgeCount(); edge++) {
      Monitor.poll(edge);
      NodeDetail target = nodes.detail(nodes.edgeTarget(edge));
      if (nodes.edgeKind(edge) != EdgeKind.INTERNAL || !target.isRecord()) {
        continue;
      }
      int label = nodes.edgeLabelNumber(edge);
      if (label == context && target != NodeDetail.CONTEXT) {
        nodes.setEdgeLabel(edge, environment);
      } else if (label == previous) {
        NodeDetail source = nodes.detail(nodes.edgeSource(edge));
        if (source.isRecord() && source != NodeDetail.CONTEXT) {
          nodes.setEdgeLabel(edge, outerEnv);
        }
      }
    }
  }

  private ScopeTable scopes() throws SnapshotFormatException {
    long[] rows = table("lexscope_scopes");
    long[] variables = table("lexscope_variables");
    long[] uses = table("lexscope_uses");
    String fields = "lexscope_scope_fields";
    int width = meta.width(fields);
    int newest = meta.field(fields, "newest_record");
    List<ScopeTable.Scope> scopes = new ArrayList<>();
    int nextVariable = 0;
    int nextUse = 0;
    for (int row = 0; row + width <= rows.length; row += width) {
      List<ScopeTable.Variable> ownVariables = new ArrayList<>();
      for (long i = field(rows, row, "variables"); i > 0; i--) {
        ownVariables.add(
            new ScopeTable.Variable(
                strings.get((int) variables[nextVariable]),
                (variables[nextVariable + 1] & 1) != 0,
                (variables[nextVariable + 1] & 2) != 0));
        nextVariable += 2;
      }
      List<ScopeTable.Use> ownUses = new ArrayList<>();
      for (long i = field(rows, row, "uses"); i > 0; i--) {
        ownUses.add(new ScopeTable.Use((int) uses[nextUse], (int) uses[nextUse + 1]));
        nextUse += 2;
      }
      long line = field(rows, row, "line");
      scopes.add(
          new ScopeTable.Scope(
              (int) field(rows, row, "parent") - 1,
              strings.get((int) field(rows, row, "record_kind")),
              strings.get((int) field(rows, row, "function")),
              field(rows, row, "is_function") != 0,
              line == 0
                  ? null
                  : new SourceLocation(
                      strings.get((int) field(rows, row, "script")),
                      (int) line,
                      (int) field(rows, row, "column")),
              (int) field(rows, row, "start"),
              (int) field(rows, row, "end"),
              newest < 0 ? -1 : rows[row + newest] - 1,
              ownVariables,
              ownUses));
    }
    return new ScopeTable(scopes);
  }

  private long field(long[] rows, int row, String name) throws SnapshotFormatException {
    return rows[row + meta.requiredField("lexscope_scope_fields", name)];
  }
}
