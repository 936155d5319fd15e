package lexscope.profiler.paths;

import java.util.List;
import java.util.Optional;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The smallest set of edges without which a node is no longer alive. Of several smallest sets it
/// is the one nearest to the node, so that as little as possible goes with it.
///
/// @param edges the edges to cut
/// @param nameable whether all of them are bindings, properties, elements or roots, which a program
///   can clear. If that is not enough to free the node, internal slots may be cut as well.
public record MinimalCut(List<CutEdge> edges, boolean nameable) {
  /// An edge to cut and its ends.
  public record CutEdge(NodeDescription source, EdgeDescription edge, NodeDescription target) {}

  /// Keeps a copy of the list.
  public MinimalCut {
    edges = List.copyOf(edges);
  }

  /// The smallest cut that frees `node`; nothing if it is not alive or is the root. Finds a maximal
  /// flow from the root with capacity one on every edge, so it costs that many searches of the part
  /// of the graph from which the node can be reached, in practice few.
  public static Optional<MinimalCut> of(RetainingEdges edges, ShortestPathFinder paths, int node) {
    if (node == SnapshotGraph.ROOT || !paths.isReached(node)) {
      return Optional.empty();
    }
    FlowNetwork nameable =
        new FlowNetwork(edges, paths, node, edge -> isNameable(edges.graph(), edge));
    if (nameable.maximize()) {
      return Optional.of(describe(edges.graph(), nameable.cutNearestToSink(), true));
    }
    FlowNetwork all =
        new FlowNetwork(edges, paths, node, edge -> !isBetweenRoots(edges.graph(), edge));
    return all.maximize()
        ? Optional.of(describe(edges.graph(), all.cutNearestToSink(), false))
        : Optional.empty();
  }

  private static boolean isNameable(SnapshotGraph graph, int edge) {
    EdgeKind kind = graph.edgeKind(edge);
    return !isBetweenRoots(graph, edge)
        && (kind == EdgeKind.CONTEXT
            || kind == EdgeKind.PROPERTY
            || kind == EdgeKind.ELEMENT
            || graph.kind(graph.edgeSource(edge)) == NodeKind.SYNTHETIC);
  }

  private static boolean isBetweenRoots(SnapshotGraph graph, int edge) {
    return graph.kind(graph.edgeTarget(edge)) == NodeKind.SYNTHETIC;
  }

  private static MinimalCut describe(SnapshotGraph graph, int[] cut, boolean nameable) {
    CutEdge[] edges = new CutEdge[cut.length];
    for (int i = 0; i < cut.length; i++) {
      edges[i] =
          new CutEdge(
              NodeDescription.of(graph, graph.edgeSource(cut[i])),
              EdgeDescription.of(graph, cut[i]),
              NodeDescription.of(graph, graph.edgeTarget(cut[i])));
    }
    return new MinimalCut(List.of(edges), nameable);
  }
}
