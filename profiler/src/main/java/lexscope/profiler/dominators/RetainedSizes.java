package lexscope.profiler.dominators;

import java.io.IOException;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.IntColumn;
import lexscope.profiler.graph.LongColumn;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// For each node the bytes and nodes that go when it goes: its own size and that of everything it
/// dominates.
public final class RetainedSizes {
  private final LongColumn bytes;
  private final IntColumn nodes;

  private final int things;

  private final SnapshotGraph graph;
  private final @Nullable LongColumn ownSizes;

  private RetainedSizes(
      SnapshotGraph graph,
      @Nullable LongColumn ownSizes,
      LongColumn bytes,
      IntColumn nodes,
      int things) {
    this.graph = graph;
    this.ownSizes = ownSizes;
    this.bytes = bytes;
    this.nodes = nodes;
    this.things = things;
  }

  /// @param nodes room for a number a node, of zeros
  static RetainedSizes of(DominatorTree tree, int[] nodes) {
    SnapshotGraph graph = tree.graph();
    LongColumn ownSizes = tree.rule() == EdgeRule.DEVTOOLS ? OwnerSizes.of(graph) : null;
    LongColumn bytes = new LongColumn(graph.nodeCount());
    int things = 0;
    for (int node = 0; node < nodes.length; node++) {
      Monitor.poll(node);
      if (tree.isAlive(node)) {
        bytes.set(node, ownSizes == null ? graph.shallowBytes(node) : ownSizes.get(node));
        nodes[node] = 1;
        things += graph.kind(node) == NodeKind.SYNTHETIC ? 0 : 1;
      }
    }
    for (int place = tree.aliveCount() - 1; place > 0; place--) {
      Monitor.poll(place);
      int node = tree.nodeInOrder(place);
      int dominator = tree.dominator(node);
      bytes.set(dominator, bytes.get(dominator) + bytes.get(node));
      nodes[dominator] += nodes[node];
    }
    return new RetainedSizes(graph, ownSizes, bytes, IntColumn.of(nodes), things);
  }

  void store(ColumnOutput out) throws IOException {
    bytes.store(out);
    nodes.store(out);
    out.number(things);
    out.number(ownSizes == null ? 0 : 1);
    if (ownSizes != null) {
      ownSizes.store(out);
    }
  }

  static RetainedSizes restore(ColumnInput in, SnapshotGraph graph) throws IOException {
    LongColumn bytes = LongColumn.restore(in);
    IntColumn nodes = in.intColumn();
    int things = (int) in.number();
    LongColumn ownSizes = in.number() == 0 ? null : LongColumn.restore(in);
    return new RetainedSizes(graph, ownSizes, bytes, nodes, things);
  }

  /// The retained bytes of a node, its own included; 0 if it is not alive.
  public long bytes(int node) {
    return bytes.get(node);
  }

  /// What counts as the size of the node itself under the rule: under `devtools` that of the
  /// engine's own arrays counts with the one object they belong to.
  public long shallowBytes(int node) {
    return ownSizes == null ? graph.shallowBytes(node) : ownSizes.get(node);
  }

  /// How many nodes go with it, itself included; 0 if it is not alive.
  public int nodes(int node) {
    return nodes.get(node);
  }

  /// How many alive nodes are not synthetic.
  public int things() {
    return things;
  }

  /// The bytes of all alive nodes.
  public long totalBytes() {
    return bytes.get(0);
  }
}
