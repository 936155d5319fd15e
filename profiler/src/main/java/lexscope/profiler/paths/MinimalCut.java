package lexscope.profiler.paths;

import com.carrotsearch.hppc.IntHashSet;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// The smallest set of edges without which a node, or each of several, is no longer alive. Of
/// several smallest sets it is the one nearest to the nodes, so that as little as possible goes
/// with them.
///
/// @param edges the edges to cut
/// @param nameable whether all of them are bindings, properties, elements or roots that a program
///   can clear; roots that hold global objects or records are none. If that is not enough to free
///   the node, internal slots may be cut as well.
public record MinimalCut(List<CutEdge> edges, boolean nameable) {
  /// An edge to cut and its ends.
  public record CutEdge(NodeDescription source, EdgeDescription edge, NodeDescription target) {}

  /// Keeps a copy of the list.
  public MinimalCut {
    edges = List.copyOf(edges);
  }

  /// The smallest cut that frees `nodes`, all of them at once; nothing if none is alive or one is
  /// the root. Finds a maximal flow from the root with capacity one on every edge: for one node by
  /// searches that begin near it, else, or if much lies near it, by as many searches as the cut has
  /// edges of the part of the graph from which the nodes can be reached, in practice few.
  public static Optional<MinimalCut> of(
      RetainingEdges edges, ShortestPathFinder paths, int... nodes) {
    boolean isAlive = false;
    for (int node : nodes) {
      isAlive |= paths.isReached(node);
      if (node == SnapshotGraph.ROOT) {
        return Optional.empty();
      }
    }
    if (!isAlive) {
      return Optional.empty();
    }
    IntHashSet globals = globalObjects(edges.graph());
    FlowNetwork.EdgeTest isNameable =
        (source, edge) -> isNameable(edges.graph(), source, edge, globals);
    Optional<int[]> nameable = edgesOf(edges, paths, nodes, isNameable);
    return nameable.isPresent()
        ? Optional.of(describe(edges.graph(), nameable.get(), true))
        : edgesOf(edges, paths, nodes, (_, edge) -> !isBetweenRoots(edges.graph(), edge))
            .map(all -> describe(edges.graph(), all, false));
  }

  private static Optional<int[]> edgesOf(
      RetainingEdges edges, ShortestPathFinder paths, int[] nodes, FlowNetwork.EdgeTest mayBeCut) {
    if (nodes.length == 1) {
      NearbyCut nearby = new NearbyCut(edges, paths, nodes[0], mayBeCut);
      switch (nearby.maximize()) {
        case FOUND -> {
          return Optional.of(nearby.cut());
        }
        case IMPOSSIBLE -> {
          return Optional.empty();
        }
        case GIVEN_UP -> {}
      }
    }
    FlowNetwork network = new FlowNetwork(edges, paths, nodes, mayBeCut);
    return network.maximize() ? Optional.of(network.cutNearestToSink()) : Optional.empty();
  }

  private static boolean isNameable(SnapshotGraph graph, int source, int edge, IntHashSet globals) {
    EdgeKind kind = graph.edgeKind(edge);
    return !isBetweenRoots(graph, edge)
        && (graph.kind(source) == NodeKind.SYNTHETIC
            ? isOfProgram(graph, graph.edgeTarget(edge), globals)
            : kind == EdgeKind.CONTEXT
                || kind == EdgeKind.PROPERTY
                || kind == EdgeKind.ELEMENT
                || kind == EdgeKind.HIDDEN
                    && EdgeDescription.of(graph, edge).kind() == EdgeKind.CONTEXT);
  }

  /// Whether a program can end that a root holds a node, as it can with a timer: not if that is the
  /// global object, a record of global bindings or something of the engine.
  private static boolean isOfProgram(SnapshotGraph graph, int node, IntHashSet globals) {
    if (graph.detail(node).isRecord() || globals.contains(node)) {
      return false;
    }
    return switch (graph.kind(node)) {
      case HIDDEN, ARRAY, CODE, SYNTHETIC, OBJECT_SHAPE -> false;
      case STRING,
          OBJECT,
          CLOSURE,
          REGEXP,
          NUMBER,
          NATIVE,
          CONCATENATED_STRING,
          SLICED_STRING,
          SYMBOL,
          BIGINT,
          WASM_OBJECT ->
          true;
    };
  }

  private static IntHashSet globalObjects(SnapshotGraph graph) {
    IntHashSet globals = new IntHashSet();
    for (int edge = graph.firstEdge(SnapshotGraph.ROOT);
        edge < graph.endEdge(SnapshotGraph.ROOT);
        edge++) {
      if (graph.edgeKind(edge) == EdgeKind.SHORTCUT) {
        globals.add(graph.edgeTarget(edge));
      }
    }
    return globals;
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
