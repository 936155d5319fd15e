package lexscope.profiler.graph;

import com.carrotsearch.hppc.IntObjectHashMap;
import org.jspecify.annotations.Nullable;

/// The edges that lead to one node after another. For the first nodes all edges are gone through,
/// which is cheaper than the index of {@link SnapshotGraph#retainers}; later ones use that. For one
/// thread.
public final class IncomingEdges {
  private final SnapshotGraph graph;
  private final IntObjectHashMap<int[]> found = new IntObjectHashMap<>();
  private @Nullable Retainers index;
  private int[] edges = {};
  private int first;
  private int end;

  /// Edges of `graph`.
  public IncomingEdges(SnapshotGraph graph) {
    this.graph = graph;
  }

  /// Says how many nodes will be asked for at least: for more than a few the index is made at once.
  public void expect(int nodes) {
    if (index == null && graph.isIndexWorth(nodes)) {
      index = graph.retainers();
    }
  }

  /// Turns to a node.
  ///
  /// @throws AnalysisInterruptedException if the thread is interrupted
  public void of(int node) {
    Retainers all = index;
    if (all == null) {
      int @Nullable [] known = found.get(node);
      if (known == null) {
        known = graph.scannedEdgesTo(node);
      }
      if (known != null) {
        found.put(node, known);
        edges = known;
        first = 0;
        end = known.length;
        return;
      }
      all = graph.retainers();
      index = all;
    }
    first = all.first(node);
    end = all.end(node);
  }

  /// The position of the node's first edge; edges are in ascending order.
  public int first() {
    return first;
  }

  /// The position after the node's last edge.
  public int end() {
    return end;
  }

  /// The edge at a position.
  public int edge(int position) {
    Retainers all = index;
    return all == null ? edges[position] : all.edge(position);
  }

  /// The node that the edge at a position leaves.
  public int source(int position) {
    Retainers all = index;
    return all == null ? graph.edgeSource(edges[position]) : all.source(position);
  }
}
