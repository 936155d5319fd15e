package lexscope.profiler.dominators;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import java.util.Arrays;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.WaitingEntries;

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
    int edges = graph.edgeCount();
    for (int first = 0; first < edges; first += Long.SIZE) {
      long word = 0;
      int end = Math.min(edges - first, Long.SIZE);
      for (int i = 0; i < end; i++) {
        byte kind = graph.edgeKindCode(first + i);
        word |= (kind != shortcut && kind != weak ? 1L : 0L) << i;
      }
      bits[first >> 6] = word;
    }
    Ephemerons ephemerons = graph.ephemerons();
    if (!ephemerons.isEmpty()) {
      for (int half = 0; half < ephemerons.size(); half++) {
        RetainingEdges.clear(bits, ephemerons.edgeAt(half));
      }
      if (allTablesReached(graph, ephemerons, bits)) {
        admitAllEntries(ephemerons, bits);
      } else {
        admitReachedEntries(graph, ephemerons, bits);
      }
    }
    return bits;
  }

  /// Whether every table is reached without the help of any entry; then entries depend on their
  /// keys alone. Tables are near the root as a rule, so a search in breadth ends early.
  private static boolean allTablesReached(SnapshotGraph graph, Ephemerons ephemerons, long[] bits) {
    IntHashSet missing = new IntHashSet();
    for (int half = 0; half < ephemerons.size(); half++) {
      int table = ephemerons.tableOfHalf(half);
      if (table >= 0) {
        missing.add(table);
      }
    }
    long[] reached = new long[(graph.nodeCount() >> 6) + 1];
    int[] queue = new int[1024];
    int size = 1;
    RetainingEdges.set(reached, SnapshotGraph.ROOT);
    missing.removeAll(SnapshotGraph.ROOT);
    for (int at = 0; at < size && !missing.isEmpty(); at++) {
      Monitor.poll(at);
      int node = queue[at];
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int target = graph.edgeTarget(edge);
        if ((bits[edge >> 6] & 1L << edge) != 0 && (reached[target >> 6] & 1L << target) == 0) {
          RetainingEdges.set(reached, target);
          missing.removeAll(target);
          if (size == queue.length) {
            queue = Arrays.copyOf(queue, size + (size >> 1));
          }
          queue[size++] = target;
        }
      }
    }
    return missing.isEmpty();
  }

  private static void admitAllEntries(Ephemerons ephemerons, long[] bits) {
    for (int half = 0; half < ephemerons.size(); half++) {
      int edge = ephemerons.edgeAt(half);
      if (!ephemerons.isFromTable(edge) && ephemerons.tableOfHalf(half) >= 0) {
        RetainingEdges.set(bits, edge);
      }
    }
  }

  private static void admitReachedEntries(SnapshotGraph graph, Ephemerons ephemerons, long[] bits) {
    boolean[] reached = new boolean[graph.nodeCount()];
    WaitingEntries waiting = new WaitingEntries();
    IntArrayList work = new IntArrayList();
    reached[SnapshotGraph.ROOT] = true;
    work.add(SnapshotGraph.ROOT);
    for (int step = 0; !work.isEmpty(); step++) {
      Monitor.poll(step);
      int node = work.removeLast();
      IntArrayList released = waiting.release(node);
      for (int i = 0; i < released.size(); i++) {
        admit(graph, bits, released.get(i), reached, work);
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
          waiting.add(table, edge);
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
