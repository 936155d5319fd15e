package lexscope.profiler.dominators;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.SnapshotGraph;

/// The edges of rule {@link EdgeRule#STRONG}. A WeakMap entry retains its value through the key
/// alone and only if the table is reached too, which may in turn depend on other entries: a fixed
/// point, found in one traversal in which each entry waits for whichever of key and table comes
/// later.
final class StrongEdges {
  private StrongEdges() {}

  static long[] of(SnapshotGraph graph) {
    long[] bits = RetainingEdges.noBits(graph);
    byte shortcut = (byte) EdgeKind.SHORTCUT.ordinal();
    byte weak = (byte) EdgeKind.WEAK.ordinal();
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      byte kind = graph.edgeKindCode(edge);
      if (kind != shortcut && kind != weak) {
        RetainingEdges.set(bits, edge);
      }
    }
    Ephemerons ephemerons = graph.ephemerons();
    if (!ephemerons.isEmpty()) {
      for (int half = 0; half < ephemerons.size(); half++) {
        RetainingEdges.clear(bits, ephemerons.edgeAt(half));
      }
      admitReachedEntries(graph, ephemerons, bits);
    }
    return bits;
  }

  private static void admitReachedEntries(SnapshotGraph graph, Ephemerons ephemerons, long[] bits) {
    boolean[] reached = new boolean[graph.nodeCount()];
    IntObjectHashMap<IntArrayList> waitingForTable = new IntObjectHashMap<>();
    IntArrayList work = new IntArrayList();
    reached[SnapshotGraph.ROOT] = true;
    work.add(SnapshotGraph.ROOT);
    while (!work.isEmpty()) {
      int node = work.removeLast();
      IntArrayList released = waitingForTable.get(node);
      if (released != null) {
        for (int i = 0; i < released.size(); i++) {
          admit(graph, bits, released.get(i), reached, work);
        }
        waitingForTable.remove(node);
      }
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if ((bits[edge >> 6] & (1L << edge)) != 0) {
          reach(graph.edgeTarget(edge), reached, work);
          continue;
        }
        int table = ephemerons.tableOf(edge);
        if (table < 0) {
          continue;
        }
        if (reached[table]) {
          admit(graph, bits, edge, reached, work);
        } else {
          IntArrayList waiting = waitingForTable.get(table);
          if (waiting == null) {
            waiting = new IntArrayList();
            waitingForTable.put(table, waiting);
          }
          waiting.add(edge);
        }
      }
    }
  }

  private static void admit(
      SnapshotGraph graph, long[] bits, int edge, boolean[] reached, IntArrayList work) {
    RetainingEdges.set(bits, edge);
    reach(graph.edgeTarget(edge), reached, work);
  }

  private static void reach(int node, boolean[] reached, IntArrayList work) {
    if (!reached[node]) {
      reached[node] = true;
      work.add(node);
    }
  }
}
