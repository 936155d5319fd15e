package lexscope.profiler.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/// Lays out the top of a graph as V8 does: root, "(GC roots)", one synthetic node for each kind of
/// root.
///
/// The ids of the synthetic nodes are small negative numbers, so that they cannot meet those of
/// cells. Their edges lie aside while the graph grows: a group is made after the first thing that
/// its root holds, and must not make latecomers of that thing's own edges, which may be a million.
public final class RootedGraphBuilder {
  private final SnapshotGraphBuilder graph;
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private final int gcRoots;

  /// Adds the root and the node of all roots to an empty builder.
  public RootedGraphBuilder(SnapshotGraphBuilder graph) {
    this.graph = graph;
    int root = graph.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, "", -1, 0);
    this.gcRoots = graph.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT_GROUP, "(GC roots)", -2, 0);
    graph.addEdgeAside(root, EdgeKind.ELEMENT, 1, gcRoots);
  }

  /// Says that a root of this kind at this place holds `target`.
  ///
  /// @param kind names the group, such as `Global object`
  /// @param place the label, such as `app.js:3:1` or the name of a binding
  public void addRoot(String kind, String place, int target) {
    addEdge(group(kind), EdgeKind.INTERNAL, place, target);
  }

  /// Says that `target` is a global object: a shortcut from the root, by which other tools tell the
  /// program's own objects.
  public void addUserRoot(String place, int target) {
    addEdge(SnapshotGraph.ROOT, EdgeKind.SHORTCUT, place, target);
  }

  private void addEdge(int source, EdgeKind kind, String label, int target) {
    graph.addEdgeAside(source, kind, graph.strings().intern(label), target);
  }

  private int group(String kind) {
    Integer known = groups.get(kind);
    if (known != null) {
      return known;
    }
    int made =
        graph.addNode(
            NodeKind.SYNTHETIC, NodeDetail.ROOT_GROUP, "(" + kind + ")", -3L - groups.size(), 0);
    groups.put(kind, made);
    graph.addEdgeAside(gcRoots, EdgeKind.ELEMENT, groups.size(), made);
    return made;
  }
}
