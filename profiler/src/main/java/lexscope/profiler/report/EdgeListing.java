package lexscope.profiler.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;

/// The neighbours of a node: what it refers to, or what refers to it.
///
/// @param node the node
/// @param incoming whether these are the edges to it
/// @param rows those whose other end retains most first; of incoming edges those that retain first
public record EdgeListing(NodeDescription node, boolean incoming, List<Row> rows) {
  /// An edge.
  ///
  /// @param edge what it stands for
  /// @param retains whether it retains its target under the tree's rule
  /// @param other the node at its other end
  /// @param retainedBytes what goes with that node
  public record Row(
      EdgeDescription edge, boolean retains, NodeDescription other, long retainedBytes) {}

  /// Keeps a copy of the list.
  public EdgeListing {
    rows = List.copyOf(rows);
  }

  /// The edges that leave an alive node.
  public static EdgeListing references(DominatorTree tree, int node) {
    SnapshotGraph graph = tree.graph();
    List<Row> rows = new ArrayList<>();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      rows.add(row(tree, edge, graph.edgeTarget(edge)));
    }
    rows.sort(Comparator.comparingLong(Row::retainedBytes).reversed());
    return new EdgeListing(NodeDescription.of(graph, node), false, rows);
  }

  /// The edges from alive nodes to an alive node.
  public static EdgeListing retainers(DominatorTree tree, int node) {
    Retainers retainers = tree.graph().retainers();
    List<Row> rows = new ArrayList<>();
    for (int at = retainers.first(node); at < retainers.end(node); at++) {
      if (tree.isAlive(retainers.source(at))) {
        rows.add(row(tree, retainers.edge(at), retainers.source(at)));
      }
    }
    rows.sort(
        Comparator.comparing((Row row) -> !row.retains())
            .thenComparing(Comparator.comparingLong(Row::retainedBytes).reversed()));
    return new EdgeListing(NodeDescription.of(tree.graph(), node), true, rows);
  }

  private static Row row(DominatorTree tree, int edge, int other) {
    return new Row(
        EdgeDescription.of(tree.graph(), edge),
        tree.edges().retains(edge),
        NodeDescription.of(tree.graph(), other),
        tree.isAlive(other) ? tree.retainedSizes().bytes(other) : 0);
  }

  /// The listing as a table with numbered rows.
  ///
  /// @param most print at most so many rows
  public String text(DominatorTree tree, int most) {
    StringBuilder out = new StringBuilder(TextReport.header(tree));
    out.append(node.textWithId()).append(": ");
    out.append(ByteSize.text(node.shallowBytes())).append(" itself, retains ");
    out.append(ByteSize.text(tree.retainedSizes().bytes(node.node()))).append('\n');
    if (rows.isEmpty()) {
      return out.append(incoming ? "nothing refers to it\n" : "it refers to nothing\n").toString();
    }
    out.append('\n');
    TextTable table = new TextTable("rrll").row("", "retained", incoming ? "by its" : "by", "node");
    int number = 0;
    for (Row row : rows.subList(0, Math.min(most, rows.size()))) {
      number++;
      boolean root = row.other().kind() == NodeKind.SYNTHETIC;
      table.row(
          Integer.toString(number),
          root ? "" : ByteSize.text(row.retainedBytes()),
          row.edge().text() + (row.retains() ? "" : " (does not retain)"),
          row.other().textWithId());
    }
    table.writeTo(out, "");
    if (rows.size() > most) {
      out.append("… and ").append(TextReport.counted(rows.size() - (long) most, "more edge"));
      out.append('\n');
    }
    return out.toString();
  }
}
