package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.cursors.IntCursor;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.ForwardEdges;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;

/// The chain of Environment Records that a closure sees, read from the edges of a graph.
final class EnvironmentChains {
  private static final int MOST_PASSES = 4;

  private final SnapshotGraph graph;

  EnvironmentChains(SnapshotGraph graph) {
    this.graph = graph;
  }

  /// The record that a closure or record holds as its environment, or -1. It is the target of an
  /// internal edge: bindings are other edges.
  int environmentOf(int node) {
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (graph.edgeKind(edge) == EdgeKind.INTERNAL
          && graph.detail(graph.edgeTarget(edge)).isRecord()) {
        return graph.edgeTarget(edge);
      }
    }
    return -1;
  }

  /// The closures and records in whose chains one of these records is, and these records
  /// themselves: one bit a node, that of a node is bit `node & 63` of word `node >> 6`. Takes a few
  /// passes over all edges, which go backwards: a walk over a heap comes to a record from the
  /// records inside of it, so that two are usual. Where more would be needed, time linear in the
  /// edges all the same.
  long[] within(IntHashSet records) {
    long[] inside = new long[(graph.nodeCount() >> 6) + 1];
    for (IntCursor record : records) {
      inside[record.value >> 6] |= 1L << record.value;
    }
    int passes = 1;
    while (addHolders(inside)) {
      if (passes++ == MOST_PASSES) {
        addAllHolders(inside);
        break;
      }
    }
    return inside;
  }

  /// Adds what holds one of them as its environment; says whether a record is new among them.
  private boolean addHolders(long[] inside) {
    ForwardEdges forward = graph.forwardEdges();
    int[] first = forward.first();
    int[] target = forward.target();
    boolean foundRecord = false;
    for (int node = graph.nodeCount() - 1; node >= 0; node--) {
      Monitor.poll(node);
      int end = first[node + 1];
      for (int edge = first[node]; edge < end; edge++) {
        int to = target[edge];
        if ((inside[to >> 6] & 1L << to) != 0
            && (inside[node >> 6] & 1L << node) == 0
            && environmentOf(node) == to) {
          inside[node >> 6] |= 1L << node;
          foundRecord |= graph.detail(node).isRecord();
        }
      }
    }
    return foundRecord;
  }

  /// Adds what holds one of them, what holds that, and so on, by an index of all edges.
  private void addAllHolders(long[] inside) {
    Retainers retainers = graph.retainers();
    IntArrayList work = new IntArrayList();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if ((inside[node >> 6] & 1L << node) != 0) {
        work.add(node);
      }
    }
    for (int step = 0; !work.isEmpty(); step++) {
      Monitor.poll(step);
      int node = work.removeLast();
      for (int at = retainers.first(node); at < retainers.end(node); at++) {
        int holder = retainers.source(at);
        if ((inside[holder >> 6] & 1L << holder) == 0 && environmentOf(holder) == node) {
          inside[holder >> 6] |= 1L << holder;
          work.add(holder);
        }
      }
    }
  }

  /// The record of `scope` in the chain of a closure, or -1. Takes time in the length of the chain.
  int recordOf(int closure, int scope) {
    int record = environmentOf(closure);
    while (record >= 0 && graph.scopeOf(record) != scope) {
      record = environmentOf(record);
    }
    return record;
  }
}
