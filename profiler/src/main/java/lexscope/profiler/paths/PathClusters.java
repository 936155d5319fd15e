package lexscope.profiler.paths;

import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SnapshotGraph;

/// Many nodes grouped by the shape of the shortest path to each: what hangs in the same way most
/// likely leaks for the same reason, and one repair frees all of it.
///
/// @param nodes how many nodes were grouped
/// @param bytes what goes with them one by one, none counted twice
/// @param clusters the groups, those that retain most first
public record PathClusters(int nodes, long bytes, List<Cluster> clusters) {
  /// Keeps a copy of the list.
  public PathClusters {
    clusters = List.copyOf(clusters);
  }

  /// Nodes that hang in the same way.
  ///
  /// @param steps the shape of their paths in words, from the root on
  /// @param count how many there are
  /// @param shallowBytes their own sizes
  /// @param retainedBytes what goes with them one by one, none counted twice
  /// @param representative the one that retains most
  /// @param path the shortest path to it
  public record Cluster(
      List<String> steps,
      int count,
      long shallowBytes,
      long retainedBytes,
      NodeDescription representative,
      RetentionPath path) {
    /// Keeps a copy of the list.
    public Cluster {
      steps = List.copyOf(steps);
    }
  }

  /// One node in so many is worth a pass over all edges.
  private static final int MANY = 32;

  /// Groups `nodes`; those that are not alive and the root are left out. Takes time in the nodes on
  /// their paths, and sorts each group.
  public static PathClusters of(DominatedSets sets, ShortestPathFinder finder, int... nodes) {
    DominatorTree tree = sets.tree();
    SnapshotGraph graph = tree.graph();
    if (nodes.length > graph.nodeCount() / MANY) {
      finder.findSources();
    }
    PathShapes shapes = new PathShapes(graph, finder);
    Map<Integer, IntArrayList> members = new LinkedHashMap<>();
    IntArrayList grouped = new IntArrayList();
    int looked = 0;
    for (int node : nodes) {
      Monitor.poll(looked++);
      if (node != SnapshotGraph.ROOT && finder.isReached(node)) {
        members.computeIfAbsent(shapes.of(node), _ -> new IntArrayList()).add(node);
        grouped.add(node);
      }
    }
    List<Cluster> clusters = new ArrayList<>();
    members.forEach((shape, list) -> {
      int[] each = list.toArray();
      int largest = each[0];
      long shallow = 0;
      for (int i = 0; i < each.length; i++) {
        Monitor.poll(i);
        int node = each[i];
        shallow += graph.shallowBytes(node);
        if (tree.retainedSizes().bytes(node) > tree.retainedSizes().bytes(largest)) {
          largest = node;
        }
      }
      clusters.add(
          new Cluster(
              shapes.steps(shape),
              each.length,
              shallow,
              sets.bytes(each),
              NodeDescription.of(graph, largest),
              finder.pathTo(largest).orElseThrow()));
    });
    clusters.sort(
        Comparator.comparingLong(Cluster::retainedBytes)
            .thenComparingInt(Cluster::count)
            .reversed()
            .thenComparingInt(cluster -> cluster.representative().node()));
    return new PathClusters(grouped.size(), sets.bytes(grouped.toArray()), clusters);
  }
}
