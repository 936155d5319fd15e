package lexscope.profiler.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.WhatIf;

/// The answer to a [WhatIf] as text.
public final class WhatIfText {
  private static final int MOST_EDGES = 5;

  private WhatIfText() {}

  /// What would go, at most `most` classes of it.
  ///
  /// @param remains nodes that were meant to go and would not
  public static String text(DominatorTree tree, WhatIf answer, List<Integer> remains, int most) {
    SnapshotGraph graph = tree.graph();
    StringBuilder out = new StringBuilder(TextReport.header(tree));
    out.append("without\n");
    List<Integer> removed = answer.removed();
    for (int edge : removed.subList(0, Math.min(MOST_EDGES, removed.size()))) {
      NodeDescription source = NodeDescription.of(graph, graph.edgeSource(edge));
      out.append("  ").append(source.textWithId()).append(" . ");
      out.append(EdgeDescription.of(graph, edge).text()).append(" → ");
      out.append(NodeDescription.of(graph, graph.edgeTarget(edge)).textWithId()).append('\n');
    }
    if (removed.size() > MOST_EDGES) {
      out.append("  … and ")
          .append(TextReport.counted(removed.size() - MOST_EDGES, "more edge"))
          .append('\n');
    }
    int nodes = answer.gone().cardinality();
    if (nodes == 0) {
      out.append("nothing would go\n");
    } else {
      out.append(ByteSize.text(answer.goneBytes())).append(" in ");
      out.append(TextReport.counted(nodes, "node")).append(" would go:\n\n");
      writeClasses(out, graph, answer, most);
    }
    for (int node : remains.subList(0, Math.min(MOST_EDGES, remains.size()))) {
      out.append(NodeDescription.of(graph, node).textWithId()).append(" would stay alive\n");
    }
    return out.toString();
  }

  private static void writeClasses(
      StringBuilder out, SnapshotGraph graph, WhatIf answer, int most) {
    Map<NodeClass, long[]> classes = new LinkedHashMap<>();
    answer.gone().stream()
        .filter(node -> graph.kind(node) != NodeKind.SYNTHETIC)
        .forEach(node -> {
          long[] sums = classes.computeIfAbsent(NodeClass.of(graph, node), _ -> new long[2]);
          sums[0]++;
          sums[1] += graph.shallowBytes(node);
        });
    List<Map.Entry<NodeClass, long[]>> rows = new ArrayList<>(classes.entrySet());
    rows.sort(
        Comparator.comparingLong((Map.Entry<NodeClass, long[]> row) -> row.getValue()[1])
            .reversed()
            .thenComparing(Map.Entry::getKey));
    TextTable table = new TextTable("rrll").row("bytes", "count", "kind", "name");
    for (Map.Entry<NodeClass, long[]> row : rows.subList(0, Math.min(most, rows.size()))) {
      table.row(
          ByteSize.text(row.getValue()[1]),
          TextReport.number(row.getValue()[0]),
          row.getKey().kind(),
          row.getKey().name());
    }
    table.writeTo(out, "");
    if (rows.size() > most) {
      out.append("… and ").append(TextReport.counted(rows.size() - most, "more kind")).append('\n');
    }
  }
}
