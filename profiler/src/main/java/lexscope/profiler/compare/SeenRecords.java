package lexscope.profiler.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// Which living closures see which of some records in their chains. Takes time in closures times
/// the length of their chains.
final class SeenRecords {
  private final Map<Integer, List<Integer>> closuresByFunction = new LinkedHashMap<>();
  private final Map<Integer, List<Integer>> recordsByClosure = new LinkedHashMap<>();

  SeenRecords(DominatorTree tree, Set<Integer> records) {
    SnapshotGraph graph = tree.graph();
    EnvironmentChains chains = new EnvironmentChains(graph);
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (graph.kind(node) != NodeKind.CLOSURE || graph.scopeOf(node) < 0 || !tree.isAlive(node)) {
        continue;
      }
      List<Integer> seen = new ArrayList<>();
      for (int record = chains.environmentOf(node);
          record >= 0;
          record = chains.environmentOf(record)) {
        if (records.contains(record)) {
          seen.add(record);
        }
      }
      if (!seen.isEmpty()) {
        closuresByFunction.computeIfAbsent(graph.scopeOf(node), _ -> new ArrayList<>()).add(node);
        recordsByClosure.put(node, seen);
      }
    }
  }

  /// Whether a node holds records as closures and activations do.
  static boolean isHolder(SnapshotGraph graph, int node) {
    return graph.kind(node) == NodeKind.CLOSURE || graph.detail(node) == NodeDetail.ACTIVATION;
  }

  /// The functions that have such closures, in the order of the graph.
  Set<Integer> functions() {
    return closuresByFunction.keySet();
  }

  List<Integer> closuresOf(int function) {
    return closuresByFunction.getOrDefault(function, List.of());
  }

  List<Integer> recordsOf(int closure) {
    return recordsByClosure.getOrDefault(closure, List.of());
  }
}
