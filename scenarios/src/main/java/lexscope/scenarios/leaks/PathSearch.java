package lexscope.scenarios.leaks;

import com.carrotsearch.hppc.IntArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;

/// Searches a shortest chain of retaining edges between things in the heap.
final class PathSearch {
  /// A chain that was found.
  ///
  /// @param target where it ends
  /// @param lines its nodes, each with the edge to it
  record Path(NodeDescription target, List<String> lines) {
    Path {
      lines = List.copyOf(lines);
    }
  }

  private PathSearch() {}

  /// A chain of one edge or more from any of `starts` to any node that `to` means. Cost: linear in
  /// nodes and edges.
  static Optional<Path> between(DominatorTree tree, List<Integer> starts, TargetQuery to) {
    Set<Integer> ends = new LinkedHashSet<>();
    for (Target target : LivingTargets.of(tree, to)) {
      ends.add(target.node());
    }
    SnapshotGraph graph = tree.graph();
    int[] edgeTo = new int[graph.nodeCount()];
    Arrays.fill(edgeTo, -1);
    Set<Integer> begun = new LinkedHashSet<>(starts);
    IntArrayDeque queue = new IntArrayDeque();
    begun.forEach(queue::addLast);
    while (!queue.isEmpty() && !ends.isEmpty()) {
      int node = queue.removeFirst();
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int target = graph.edgeTarget(edge);
        if (!tree.edges().retains(edge) || edgeTo[target] >= 0 || begun.contains(target)) {
          continue;
        }
        edgeTo[target] = edge;
        if (ends.contains(target)) {
          return Optional.of(path(graph, edgeTo, target));
        }
        queue.addLast(target);
      }
    }
    return starts.stream()
        .filter(ends::contains)
        .findFirst()
        .map(node -> path(graph, edgeTo, node));
  }

  private static Path path(SnapshotGraph graph, int[] edgeTo, int end) {
    List<String> lines = new ArrayList<>();
    int at = end;
    while (edgeTo[at] >= 0) {
      lines.add(
          "→ "
              + EdgeDescription.of(graph, edgeTo[at]).text()
              + ": "
              + NodeDescription.of(graph, at).textWithId());
      at = graph.edgeSource(edgeTo[at]);
    }
    lines.add(NodeDescription.of(graph, at).textWithId());
    return new Path(NodeDescription.of(graph, end), lines.reversed());
  }
}
