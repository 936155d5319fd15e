package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.ShortestPathFinder;
import org.jspecify.annotations.Nullable;

/// The edges of one binding in all records concerned, as a finding tells of them.
///
/// @param records the records that have the binding, in the order of the graph
/// @param largest the edge whose target retains most, the first of several
/// @param holder the last closure or activation on the shortest path to the record of `largest`, or
///   null
record BindingGroup(Set<Integer> records, int largest, @Nullable NodeDescription holder) {
  /// The group of `edges`, one at least. Costs a path besides.
  static BindingGroup of(DominatorTree tree, ShortestPathFinder paths, IntArrayList edges) {
    SnapshotGraph graph = tree.graph();
    Set<Integer> records = new LinkedHashSet<>();
    int largest = edges.get(0);
    for (int i = 0; i < edges.size(); i++) {
      int edge = edges.get(i);
      records.add(graph.edgeSource(edge));
      if (retained(tree, edge) > retained(tree, largest)) {
        largest = edge;
      }
    }
    return new BindingGroup(
        records, largest, holder(graph, paths.edgesTo(graph.edgeSource(largest))));
  }

  private static long retained(DominatorTree tree, int edge) {
    return tree.retainedSizes().bytes(tree.graph().edgeTarget(edge));
  }

  private static @Nullable NodeDescription holder(SnapshotGraph graph, int[] path) {
    for (int i = path.length - 1; i > 0; i--) {
      int node = graph.edgeSource(path[i]);
      if (SeenRecords.isHolder(graph, node)) {
        return NodeDescription.of(graph, node);
      }
    }
    return null;
  }
}
