package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;

/// Ranks records by what they would let go with all their dead bindings, all records at once: in a
/// copy of the graph each record reaches its dead bindings through a node of its own, and what that
/// node dominates is what goes. A chain of a hundred thousand records, each kept by the next, would
/// cost the square of its length if each were traced by itself.
final class RecordRanking {
  private RecordRanking() {}

  /// The `most` records that would let go most, in descending order.
  ///
  /// @param deadByRecord the dead edges of each record
  static List<Integer> largest(
      SnapshotGraph graph, Map<Integer, IntArrayList> deadByRecord, int most) {
    SnapshotGraphBuilder copy = new SnapshotGraphBuilder(graph.nodeCount() + deadByRecord.size());
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      copy.addNode(
          graph.kind(node),
          NodeDetail.NONE,
          graph.nameNumber(node),
          graph.id(node),
          graph.shallowBytes(node));
    }
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      IntArrayList dead = deadByRecord.get(node);
      int gate = -1;
      IntHashSet gated = new IntHashSet();
      if (dead != null) {
        gate = copy.addNode(NodeKind.HIDDEN, NodeDetail.NONE, 0, Long.MIN_VALUE + node, 0);
        gated.addAll(dead);
        copy.addEdge(node, EdgeKind.HIDDEN, 0, gate);
      }
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        EdgeKind kind = graph.edgeKind(edge);
        if (gated.contains(edge)) {
          copy.addEdgeAside(gate, kind, graph.edgeLabelNumber(edge), graph.edgeTarget(edge));
        } else {
          copy.addEdge(node, kind, graph.edgeLabelNumber(edge), graph.edgeTarget(edge));
        }
      }
    }
    SnapshotGraph gates = copy.build(graph.info(), graph.strings());
    DominatorTree tree = DominatorTree.of(gates, EdgeRule.STRONG);
    int[] gateOf = new int[graph.nodeCount()];
    for (int gate = graph.nodeCount(); gate < gates.nodeCount(); gate++) {
      Monitor.poll(gate);
      gateOf[(int) (gates.id(gate) - Long.MIN_VALUE)] = gate;
    }
    return deadByRecord.keySet().stream()
        .sorted(
            Comparator.comparingLong((Integer record) -> tree.retainedSizes().bytes(gateOf[record]))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(most)
        .toList();
  }
}
