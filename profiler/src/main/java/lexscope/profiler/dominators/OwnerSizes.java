package lexscope.profiler.dominators;

import com.carrotsearch.hppc.IntArrayList;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.LongColumn;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// Sizes as Chrome DevTools shows them: what an engine-made array or hidden node takes is counted
/// with the one object from which alone it is reached, since a programmer wrote that object and not
/// the array. Files without a global object show the engine itself and are left as they are.
final class OwnerSizes {
  private static final int UNVISITED = -1;
  private static final int SEVERAL = -2;
  private static final String EXTERNAL_STRING = "system / ExternalStringData";
  private static final String DOM_TREES = "(Document DOM trees)";

  private OwnerSizes() {}

  /// The size of each node.
  static LongColumn of(SnapshotGraph graph) {
    int nodes = graph.nodeCount();
    LongColumn sizes = new LongColumn(nodes);
    for (int node = 0; node < nodes; node++) {
      sizes.set(node, graph.shallowBytes(node));
    }
    if (hasUserRoot(graph)) {
      int[] owners = owners(graph);
      for (int node = 0; node < nodes; node++) {
        int owner = owners[node];
        if (owner >= 0
            && owner != node
            && graph.kind(owner) != NodeKind.SYNTHETIC
            && owner != SnapshotGraph.ROOT) {
          sizes.set(owner, sizes.get(owner) + sizes.get(node));
          sizes.set(node, 0);
        }
      }
    }
    return sizes;
  }

  private static boolean hasUserRoot(SnapshotGraph graph) {
    for (int edge = graph.firstEdge(SnapshotGraph.ROOT);
        edge < graph.endEdge(SnapshotGraph.ROOT);
        edge++) {
      int target = graph.edgeTarget(edge);
      if (graph.kind(target) != NodeKind.SYNTHETIC || graph.name(target).equals(DOM_TREES)) {
        return true;
      }
    }
    return false;
  }

  private static int[] owners(SnapshotGraph graph) {
    int external = graph.strings().numberOf(EXTERNAL_STRING);
    byte weak = (byte) EdgeKind.WEAK.ordinal();
    int[] owners = new int[graph.nodeCount()];
    IntArrayList work = new IntArrayList();
    for (int node = 0; node < owners.length; node++) {
      Monitor.poll(node);
      boolean canBeOwned =
          isOf(graph, node, NodeKind.HIDDEN)
              || isOf(graph, node, NodeKind.ARRAY)
              || graph.kind(node) == NodeKind.NATIVE
                  && external >= 0
                  && graph.nameNumber(node) == external;
      owners[node] = canBeOwned ? UNVISITED : node;
      if (!canBeOwned) {
        work.add(node);
      }
    }
    for (int step = 0; !work.isEmpty(); step++) {
      Monitor.poll(step);
      int node = work.removeLast();
      int owner = owners[node];
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (graph.edgeKindCode(edge) == weak) {
          continue;
        }
        int target = graph.edgeTarget(edge);
        int known = owners[target];
        if (known == UNVISITED) {
          owners[target] = owner;
          work.add(target);
        } else if (known != target && known != owner && known != SEVERAL) {
          owners[target] = SEVERAL;
          work.add(target);
        }
      }
    }
    return owners;
  }

  /// Kinds that this version does not know stand in the graph as hidden ones and are none.
  private static boolean isOf(SnapshotGraph graph, int node, NodeKind kind) {
    return graph.kind(node) == kind
        && (graph.foreignKinds().isEmpty() || graph.kindLabel(node).equals(kind.label()));
  }
}
