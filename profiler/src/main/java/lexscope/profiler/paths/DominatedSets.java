package lexscope.profiler.paths;

import java.util.Arrays;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.SnapshotGraph;

/// What sets of nodes dominate. The dominator tree is numbered once, so that what a node dominates
/// is a range of numbers: four bytes a node, linear time. Afterwards whether one node dominates
/// another is two comparisons, and the bytes of a set cost sorting it.
public final class DominatedSets {
  private final DominatorTree tree;
  private final int[] place;

  /// Numbers the nodes of `tree`, each before what it dominates.
  public DominatedSets(DominatorTree tree) {
    this.tree = tree;
    int nodes = tree.graph().nodeCount();
    this.place = new int[nodes];
    int[] next = new int[nodes];
    Arrays.fill(place, -1);
    place[SnapshotGraph.ROOT] = 0;
    next[SnapshotGraph.ROOT] = 1;
    for (int i = 1; i < tree.aliveCount(); i++) {
      Monitor.poll(i);
      int node = tree.nodeInOrder(i);
      int dominator = tree.dominator(node);
      place[node] = next[dominator];
      next[dominator] += tree.retainedSizes().nodes(node);
      next[node] = place[node] + 1;
    }
  }

  /// The tree.
  public DominatorTree tree() {
    return tree;
  }

  /// The nodes that are alive, each before what it dominates, and that right after it.
  public int[] order() {
    int[] order = new int[tree.aliveCount()];
    for (int node = 0; node < place.length; node++) {
      if (place[node] >= 0) {
        order[place[node]] = node;
      }
    }
    return order;
  }

  /// Whether every path to `node` leads through `dominator`, which may be `node` itself. Of a node
  /// that is not alive nothing is said: false.
  public boolean dominates(int dominator, int node) {
    return place[dominator] >= 0
        && place[node] >= place[dominator]
        && place[node] < place[dominator] + tree.retainedSizes().nodes(dominator);
  }

  /// The nodes of a set that no other of the set dominates, those that are not alive left out; each
  /// once, in the order of the tree.
  public int[] outermost(int... nodes) {
    long[] byPlace = new long[nodes.length];
    int count = 0;
    for (int i = 0; i < nodes.length; i++) {
      Monitor.poll(i);
      int node = nodes[i];
      if (place[node] >= 0) {
        byPlace[count++] = (long) place[node] << 32 | node;
      }
    }
    Arrays.sort(byPlace, 0, count);
    int[] found = new int[count];
    int size = 0;
    long end = 0;
    for (int i = 0; i < count; i++) {
      Monitor.poll(i);
      int node = (int) byPlace[i];
      if (byPlace[i] >> 32 >= end) {
        found[size++] = node;
        end = (byPlace[i] >> 32) + tree.retainedSizes().nodes(node);
      }
    }
    return Arrays.copyOf(found, size);
  }

  /// The bytes that go with the nodes of a set one by one, none counted twice. What only several of
  /// them together keep alive is not in it.
  public long bytes(int... nodes) {
    long bytes = 0;
    for (int node : outermost(nodes)) {
      bytes += tree.retainedSizes().bytes(node);
    }
    return bytes;
  }
}
