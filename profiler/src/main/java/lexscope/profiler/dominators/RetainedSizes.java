package lexscope.profiler.dominators;

/// For each node the bytes and nodes that go when it goes: its own size and that of everything it
/// dominates.
public final class RetainedSizes {
  private final long[] bytes;
  private final int[] nodes;

  private RetainedSizes(long[] bytes, int[] nodes) {
    this.bytes = bytes;
    this.nodes = nodes;
  }

  static RetainedSizes of(DominatorTree tree) {
    int nodeCount = tree.graph().nodeCount();
    long[] bytes = new long[nodeCount];
    int[] nodes = new int[nodeCount];
    for (int place = 0; place < tree.aliveCount(); place++) {
      int node = tree.nodeInOrder(place);
      bytes[node] = tree.graph().shallowBytes(node);
      nodes[node] = 1;
    }
    for (int place = tree.aliveCount() - 1; place > 0; place--) {
      int node = tree.nodeInOrder(place);
      int dominator = tree.dominator(node);
      bytes[dominator] += bytes[node];
      nodes[dominator] += nodes[node];
    }
    return new RetainedSizes(bytes, nodes);
  }

  /// The retained bytes of a node, its own included; 0 if it is not alive.
  public long bytes(int node) {
    return bytes[node];
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
