package lexscope.profiler.compare;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntHashSet;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.WaitingEntries;

/// What goes when a whole set of edges goes. That is more than the sum over its edges where two of
/// them keep one thing, so it is found by tracing, never by adding up.
///
/// All dead edges together are removed first; what then is no longer reached is in question,
/// everything else is not. For a group of dead edges only the part in question that the group
/// reaches is traced again, from those of its nodes which something outside that part retains. That
/// is exact: what the group does not reach cannot depend on it. A group costs time linear in what
/// it reaches of the part in question.
public final class JointSaving {
  /// Bytes and nodes.
  public record Saving(long bytes, int nodes) {}

  private final SnapshotGraph graph;
  private final RetainingEdges edges;
  private final Retainers retainers;
  private final Ephemerons ephemerons;
  private final boolean[] alive;
  private final boolean[] aliveWithoutAll;
  private final Saving total;
  private final int[] visit;
  private int visits;

  /// The savings of groups of `deadEdges`.
  public JointSaving(RetainingEdges edges, int[] deadEdges) {
    this.graph = edges.graph();
    this.edges = edges;
    this.retainers = graph.retainers();
    this.ephemerons = graph.ephemerons();
    this.alive = reach(edges);
    this.aliveWithoutAll = reach(edges.without(deadEdges));
    this.visit = new int[graph.nodeCount()];
    long bytes = 0;
    int nodes = 0;
    for (int node = 0; node < alive.length; node++) {
      Monitor.poll(node);
      if (alive[node] && !aliveWithoutAll[node]) {
        bytes += graph.shallowBytes(node);
        nodes++;
      }
    }
    this.total = new Saving(bytes, nodes);
  }

  /// What goes when all dead edges go.
  public Saving total() {
    return total;
  }

  /// Whether a node is alive as things are.
  public boolean isAlive(int node) {
    return alive[node];
  }

  /// What goes when these dead edges go and the others stay.
  public Saving of(int[] group) {
    IntHashSet removed = IntHashSet.from(group);
    int touched = ++visits;
    IntArrayList part = new IntArrayList();
    for (int edge : group) {
      touch(graph.edgeTarget(edge), touched, part);
    }
    for (int i = 0; i < part.size(); i++) {
      int node = part.get(i);
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (edges.retains(edge) || isFromTable(edge)) {
          touch(graph.edgeTarget(edge), touched, part);
        }
      }
    }
    long bytes = 0;
    for (int i = 0; i < part.size(); i++) {
      bytes += graph.shallowBytes(part.get(i));
    }
    int nodes = part.size();
    int kept = ++visits;
    IntArrayList work = new IntArrayList();
    for (int i = 0; i < part.size(); i++) {
      if (visit[part.get(i)] == touched
          && isRetainedFromOutside(part.get(i), removed, touched, kept)) {
        visit[part.get(i)] = kept;
        work.add(part.get(i));
      }
    }
    while (!work.isEmpty()) {
      int node = work.removeLast();
      bytes -= graph.shallowBytes(node);
      nodes--;
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (!removed.contains(edge)
            && (edges.retains(edge) && hasKeptTable(edge, touched)
                || isFromTable(edge) && hasKeptKey(edge, removed, touched))) {
          keep(graph.edgeTarget(edge), touched, kept, work);
        }
      }
    }
    return new Saving(bytes, nodes);
  }

  private void touch(int node, int mark, IntArrayList part) {
    if (alive[node] && !aliveWithoutAll[node] && visit[node] != mark) {
      visit[node] = mark;
      part.add(node);
    }
  }

  private void keep(int node, int touched, int kept, IntArrayList work) {
    if (visit[node] == touched) {
      visit[node] = kept;
      work.add(node);
    }
  }

  private boolean isRetainedFromOutside(int node, IntHashSet removed, int touched, int kept) {
    for (int at = retainers.first(node); at < retainers.end(node); at++) {
      int edge = retainers.edge(at);
      int source = retainers.source(at);
      boolean isOutside = alive[source] && visit[source] != touched && visit[source] != kept;
      if (isOutside
          && edges.retains(edge)
          && !removed.contains(edge)
          && hasKeptTable(edge, touched)) {
        return true;
      }
    }
    return false;
  }

  /// Whether `edge` is no WeakMap entry, or one whose table is known to stay.
  private boolean hasKeptTable(int edge, int touched) {
    if (ephemerons.isEmpty()) {
      return true;
    }
    int table = ephemerons.tableOf(edge);
    return table < 0 || visit[table] != touched;
  }

  private boolean isFromTable(int edge) {
    return !ephemerons.isEmpty() && ephemerons.isFromTable(edge);
  }

  /// Whether the key's half of the entry whose table's half is `edge` retains the value, now that
  /// the table is known to stay.
  private boolean hasKeptKey(int edge, IntHashSet removed, int touched) {
    int value = graph.edgeTarget(edge);
    int label = graph.edgeLabelNumber(edge);
    for (int at = retainers.first(value); at < retainers.end(value); at++) {
      int half = retainers.edge(at);
      if (half != edge
          && graph.edgeLabelNumber(half) == label
          && edges.retains(half)
          && !removed.contains(half)
          && alive[retainers.source(at)]
          && visit[retainers.source(at)] != touched) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] reach(RetainingEdges edges) {
    SnapshotGraph graph = edges.graph();
    boolean[] reached = new boolean[graph.nodeCount()];
    int[] work = new int[graph.nodeCount()];
    int top = 0;
    reached[SnapshotGraph.ROOT] = true;
    work[top++] = SnapshotGraph.ROOT;
    Ephemerons ephemerons = graph.ephemerons();
    WaitingEntries waiting = new WaitingEntries();
    for (int step = 0; top > 0; step++) {
      Monitor.poll(step);
      int node = work[--top];
      IntArrayList released = waiting.release(node);
      for (int i = 0; i < released.size(); i++) {
        int value = graph.edgeTarget(released.get(i));
        if (!reached[value]) {
          reached[value] = true;
          work[top++] = value;
        }
      }
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int target = graph.edgeTarget(edge);
        if (!edges.retains(edge) || reached[target]) {
          continue;
        }
        int table = ephemerons.isEmpty() ? -2 : ephemerons.tableOf(edge);
        if (table >= 0 && !reached[table]) {
          waiting.add(table, edge);
        } else {
          reached[target] = true;
          work[top++] = target;
        }
      }
    }
    return reached;
  }
}
