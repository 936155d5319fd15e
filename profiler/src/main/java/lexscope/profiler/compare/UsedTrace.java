package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntArrayList;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.WaitingEntries;

/// What would be alive if records kept of their judged bindings only those that closures use which
/// are themselves alive then: a binding waits until its record and one of its users have both been
/// reached, a WeakMap entry until its key and its table have. One traversal.
final class UsedTrace {
  private final SnapshotGraph graph;
  private final RetainingEdges edges;
  private final BindingEdges bindings;
  private final Ephemerons ephemerons;
  private final boolean[] reached;
  private final long[] inUse;
  private final IntArrayList work = new IntArrayList();
  private final WaitingEntries waiting = new WaitingEntries();

  UsedTrace(RetainingEdges edges, BindingEdges bindings) {
    this.graph = edges.graph();
    this.edges = edges;
    this.bindings = bindings;
    this.ephemerons = graph.ephemerons();
    this.reached = new boolean[graph.nodeCount()];
    this.inUse = new long[(graph.edgeCount() >> 6) + 1];
    reach(SnapshotGraph.ROOT);
    for (int step = 0; !work.isEmpty(); step++) {
      Monitor.poll(step);
      visit(work.removeLast());
    }
  }

  private void visit(int node) {
    IntArrayList released = waiting.release(node);
    for (int i = 0; i < released.size(); i++) {
      reach(graph.edgeTarget(released.get(i)));
    }
    if (bindings.isUser(node)) {
      bindings.visitUses(node, this::use);
    }
    boolean judged = bindings.isJudged(node);
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (!edges.retains(edge)
          || judged && bindings.isBinding(node, edge) && !bindings.isHeld(edge) && !isInUse(edge)) {
        continue;
      }
      int table = ephemerons.isEmpty() ? -2 : ephemerons.tableOf(edge);
      if (table >= 0 && !reached[table]) {
        waiting.add(table, edge);
      } else {
        reach(graph.edgeTarget(edge));
      }
    }
  }

  private void use(int edge) {
    inUse[edge >> 6] |= 1L << edge;
    if (reached[graph.edgeSource(edge)] && edges.retains(edge)) {
      reach(graph.edgeTarget(edge));
    }
  }

  private void reach(int node) {
    if (!reached[node]) {
      reached[node] = true;
      work.add(node);
    }
  }

  /// Whether a binding is used by something that stays alive.
  boolean isInUse(int edge) {
    return (inUse[edge >> 6] & 1L << edge) != 0;
  }

  /// Whether a node stays alive.
  boolean isAlive(int node) {
    return reached[node];
  }
}
