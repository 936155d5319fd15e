package lexscope.profiler.paths;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;

/// All paths to a node, merged: its retainers, theirs and so on, each node opened once, where it is
/// nearest. Read from the node up; every path from a root can be found in it.
///
/// @param rows the retaining edges, nearest first
/// @param truncated whether the limit cut something off
public record RetainerTree(List<Row> rows, boolean truncated) {
  /// One retaining edge.
  ///
  /// @param depth 1 for edges to the node itself, 2 for edges to its retainers, and so on
  /// @param retained the node that the edge leads to
  /// @param edge the edge
  /// @param retainer the node that it leaves
  /// @param opened whether the retainer's own retainers follow at the next depth; a node seen
  ///   before is not opened again
  public record Row(
      int depth,
      NodeDescription retained,
      EdgeDescription edge,
      NodeDescription retainer,
      boolean opened) {}

  /// Keeps a copy of the list.
  public RetainerTree {
    rows = List.copyOf(rows);
  }

  /// The merged paths to `node` by edges whose sources are alive, at most `limit` rows. Linear in
  /// what it visits.
  public static RetainerTree of(
      RetainingEdges edges, ShortestPathFinder paths, int node, int limit) {
    SnapshotGraph graph = edges.graph();
    Retainers retainers = graph.retainers();
    BitSet opened = new BitSet(graph.nodeCount());
    opened.set(node);
    List<Row> rows = new ArrayList<>();
    IntArrayList level = new IntArrayList();
    level.add(node);
    for (int depth = 1; !level.isEmpty(); depth++) {
      IntArrayList next = new IntArrayList();
      for (int i = 0; i < level.size(); i++) {
        int retained = level.get(i);
        for (int at = retainers.first(retained); at < retainers.end(retained); at++) {
          int source = retainers.source(at);
          if (!edges.retains(retainers.edge(at)) || !paths.isReached(source)) {
            continue;
          }
          if (rows.size() == limit) {
            return new RetainerTree(rows, true);
          }
          boolean isNew = !opened.get(source);
          if (isNew) {
            opened.set(source);
            next.add(source);
          }
          rows.add(
              new Row(
                  depth,
                  NodeDescription.of(graph, retained),
                  EdgeDescription.of(graph, retainers.edge(at)),
                  NodeDescription.of(graph, source),
                  isNew));
        }
      }
      level = next;
    }
    return new RetainerTree(rows, false);
  }
}
