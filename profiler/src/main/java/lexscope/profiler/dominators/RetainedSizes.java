package lexscope.profiler.dominators;

import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// For each node the bytes and nodes that go when it goes: its own size and that of everything it
/// dominates.
public final class RetainedSizes {
  private final long[] bytes;
  private final int[] nodes;

  private final SnapshotGraph graph;
  private final long @Nullable [] ownSizes;

  private RetainedSizes(
      SnapshotGraph graph, long @Nullable [] ownSizes, long[] bytes, int[] nodes) {
    this.graph = graph;
    this.ownSizes = ownSizes;
    this.bytes = bytes;
    this.nodes = nodes;
  }

  static RetainedSizes of(DominatorTree tree) {
    SnapshotGraph graph = tree.graph();
    int nodeCount = graph.nodeCount();
    long[] ownSizes = tree.rule() == EdgeRule.DEVTOOLS ? OwnerSizes.of(graph) : null;
    long[] bytes = new long[nodeCount];
    int[] nodes = new int[nodeCount];
    for (int place = 0; place < tree.aliveCount(); place++) {
      int node = tree.nodeInOrder(place);
      bytes[node] = ownSizes == null ? graph.shallowBytes(node) : ownSizes[node];
      nodes[node] = 1;
    }
    for (int place = tree.aliveCount() - 1; place > 0; place--) {
      int node = tree.nodeInOrder(place);
      int dominator = tree.dominator(node);
      bytes[dominator] += bytes[node];
      nodes[dominator] += nodes[node];
    }
    return new RetainedSizes(graph, ownSizes, bytes, nodes);
  }

  /// The retained bytes of a node, its own included; 0 if it is not alive.
  public long bytes(int node) {
    return bytes[node];
  }

  /// What counts as the size of the node itself under the rule: under `devtools` that of the
  /// engine's own arrays counts with the one object they belong to.
  public long shallowBytes(int node) {
    return ownSizes == null ? graph.shallowBytes(node) : ownSizes[node];
  }

  /// How many nodes go with it, itself included; 0 if it is not alive.
  public int nodes(int node) {
    return nodes[node];
  }

  /// The bytes of all alive nodes.
  public long totalBytes() {
    return bytes[0];
  }
}
