package lexscope.profiler.dominators;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.IntColumn;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// The dominator tree of a graph under an edge rule. A node dominates another when every path from
/// the root to the other leads through it; the nearest such node is the immediate dominator. What a
/// node dominates goes when the node goes.
///
/// Made in time nearly linear in nodes and edges, without recursion: lists of ten million links are
/// ordinary.
public final class DominatorTree {
  private final RetainingEdges edges;
  private final IntColumn dominator;
  private final IntColumn order;
  private final int reached;

  /// Arrays of the analysis that nobody reads any more, for what is derived later: they are as long
  /// as there are nodes, and decide how much memory the program needs.
  private final Deque<int[]> spare = new ArrayDeque<>();

  private @Nullable RetainedSizes retainedSizes;
  private @Nullable IntColumn firstChild;
  private IntColumn nextSibling = IntColumn.of();
  private @Nullable LargestOfClasses largest;

  private DominatorTree(RetainingEdges edges, IntColumn dominator, IntColumn order, int reached) {
    this.edges = edges;
    this.dominator = dominator;
    this.order = order;
    this.reached = reached;
  }

  /// The dominator tree of `graph` under `rule`.
  ///
  /// @throws lexscope.profiler.graph.AnalysisInterruptedException if the thread is interrupted
  public static DominatorTree of(SnapshotGraph graph, EdgeRule rule) {
    return of(graph, rule, Monitor.INTERRUPTS);
  }

  /// The dominator tree of `graph` under `rule`; `monitor` is told of the phases and may end it.
  public static DominatorTree of(SnapshotGraph graph, EdgeRule rule, Monitor monitor) {
    monitor.reached("edge rule", 0, 1);
    return of(RetainingEdges.of(graph, rule), monitor);
  }

  /// The dominator tree by these edges.
  ///
  /// @throws lexscope.profiler.graph.AnalysisInterruptedException if the thread is interrupted
  public static DominatorTree of(RetainingEdges edges) {
    return of(edges, Monitor.INTERRUPTS);
  }

  /// The dominator tree by these edges; `monitor` is told of the phases and may end it.
  public static DominatorTree of(RetainingEdges edges, Monitor monitor) {
    DepthFirstOrder depthFirst = new DepthFirstOrder(edges, monitor);
    PredecessorLists predecessors = new PredecessorLists(depthFirst, edges.graph(), monitor);
    int nodes = edges.graph().nodeCount();
    int[] order = depthFirst.vertex;
    int count = depthFirst.count;
    if (edges.rule() != EdgeRule.STRONG) {
      for (int node = 0; node < nodes; node++) {
        if (depthFirst.number[node] < 0) {
          order[count++] = node;
        }
      }
    }
    int[] byPlace = SemiNca.immediateDominators(depthFirst, predecessors, monitor);
    int[] dominator = depthFirst.scratch;
    // Under the rules of other tools, what only retains itself in a ring hangs below the root and
    // dominates nothing.
    Arrays.fill(dominator, edges.rule() == EdgeRule.STRONG ? -1 : SnapshotGraph.ROOT);
    for (int place = 0; place < depthFirst.count; place++) {
      dominator[order[place]] = order[byPlace[place]];
    }
    DominatorTree tree =
        new DominatorTree(edges, IntColumn.of(dominator), IntColumn.of(order), count);
    tree.spare.addAll(List.of(byPlace, depthFirst.number));
    return tree;
  }

  /// Keeps the tree with its retained sizes and the children of each node, but not its graph.
  ///
  /// @throws IOException if `out` does
  public void store(ColumnOutput out) throws IOException {
    edges.store(out);
    out.number(reached);
    dominator.store(out);
    order.store(out);
    retainedSizes().store(out);
    children().store(out);
    nextSibling.store(out);
    LargestOfClasses classes = LargestOfClasses.of(this);
    out.number(classes == null ? 0 : 1);
    if (classes != null) {
      classes.store(out);
    }
  }

  /// Gives back the tree of `graph` under `rule` that was kept.
  ///
  /// @throws IOException if `in` does
  public static DominatorTree restore(ColumnInput in, SnapshotGraph graph, EdgeRule rule)
      throws IOException {
    RetainingEdges edges = RetainingEdges.restore(in, graph, rule);
    int reached = (int) in.number();
    DominatorTree tree = new DominatorTree(edges, in.intColumn(), in.intColumn(), reached);
    tree.retainedSizes = RetainedSizes.restore(in, graph);
    tree.firstChild = in.intColumn();
    tree.nextSibling = in.intColumn();
    tree.largest = in.number() == 0 ? null : LargestOfClasses.restore(in);
    return tree;
  }

  /// What is kept of the nodes of each name; null unless the tree was kept.
  public @Nullable LargestOfClasses largestOfClasses() {
    return largest;
  }

  private int[] filled(int value) {
    int[] known = spare.poll();
    int[] array = known == null ? new int[dominator.size()] : known;
    if (known != null || value != 0) {
      Arrays.fill(array, value);
    }
    return array;
  }

  /// The graph.
  public SnapshotGraph graph() {
    return edges.graph();
  }

  /// The rule that says which edges retain.
  public EdgeRule rule() {
    return edges.rule();
  }

  /// The edges that retain.
  public RetainingEdges edges() {
    return edges;
  }

  /// The immediate dominator of a node; the root's is the root, that of a node that is not alive
  /// -1.
  public int dominator(int node) {
    return dominator.get(node);
  }

  /// Whether the root reaches a node, so that it has a place in the tree.
  public boolean isAlive(int node) {
    return dominator.get(node) >= 0;
  }

  /// How many nodes have a place in the tree.
  public int aliveCount() {
    return reached;
  }

  /// The alive nodes, each after its dominator.
  public int nodeInOrder(int place) {
    return order.get(place);
  }

  /// The retained sizes. Made on first use.
  public RetainedSizes retainedSizes() {
    RetainedSizes made = retainedSizes;
    if (made == null) {
      made = RetainedSizes.of(this, filled(0));
      retainedSizes = made;
    }
    return made;
  }

  /// The nodes that `node` dominates immediately, in ascending order. The first call makes an
  /// index.
  public int[] dominated(int node) {
    int count = 0;
    for (int child = firstDominated(node); child >= 0; child = nextDominated(child)) {
      count++;
    }
    int[] children = new int[count];
    int at = 0;
    for (int child = firstDominated(node); child >= 0; child = nextDominated(child)) {
      children[at++] = child;
    }
    return children;
  }

  /// The first node that `node` dominates immediately, or -1. The first call makes an index.
  public int firstDominated(int node) {
    return children().get(node);
  }

  private IntColumn children() {
    IntColumn made = firstChild;
    if (made == null) {
      int nodes = dominator.size();
      int[] first = filled(-1);
      int[] next = filled(-1);
      for (int child = nodes - 1; child > SnapshotGraph.ROOT; child--) {
        Monitor.poll(child);
        int parent = dominator.get(child);
        if (parent >= 0) {
          next[child] = first[parent];
          first[parent] = child;
        }
      }
      nextSibling = IntColumn.of(next);
      made = IntColumn.of(first);
      firstChild = made;
    }
    return made;
  }

  /// The next node with the same immediate dominator in ascending order, or -1. Call {@link
  /// #firstDominated} before.
  public int nextDominated(int node) {
    return nextSibling.get(node);
  }

  /// The nodes that dominate `node`, from the root down to `node` itself; empty if it is not alive.
  public int[] dominatorChain(int node) {
    if (!isAlive(node)) {
      return new int[0];
    }
    int length = 1;
    for (int at = node; at != SnapshotGraph.ROOT; at = dominator.get(at)) {
      length++;
    }
    int[] chain = new int[length];
    int at = node;
    for (int i = length - 1; i >= 0; i--) {
      chain[i] = at;
      at = dominator.get(at);
    }
    return chain;
  }
}
