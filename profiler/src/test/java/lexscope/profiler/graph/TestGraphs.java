package lexscope.profiler.graph;

import java.util.Random;

/// Small and large graphs for tests. Node 0 is the root; node `n` has the id `n + 1` and as many
/// bytes, unless said otherwise.
public final class TestGraphs {
  private TestGraphs() {}

  /// A graph of `nodes` nodes with the edges given as pairs of source and target, all strong
  /// properties named `p`.
  public static SnapshotGraph of(int nodes, int... pairs) {
    SnapshotGraphBuilder builder = nodes(nodes);
    for (int i = 0; i < pairs.length; i += 2) {
      builder.addEdge(pairs[i], EdgeKind.PROPERTY, "p", pairs[i + 1]);
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  /// A builder with `nodes` nodes and no edges.
  public static SnapshotGraphBuilder nodes(int nodes) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder();
    for (int node = 0; node < nodes; node++) {
      builder.addNode(
          node == 0 ? NodeKind.SYNTHETIC : NodeKind.OBJECT,
          NodeDetail.NONE,
          node == 0 ? "" : "N" + node,
          node + 1,
          node + 1);
    }
    return builder;
  }

  /// A random graph; about one edge in eight is weak, a shortcut or an edge to the node itself.
  public static SnapshotGraph random(long seed) {
    Random random = new Random(seed);
    int nodes = 1 + random.nextInt(14);
    int edges = random.nextInt(nodes * 3 + 1);
    SnapshotGraphBuilder builder = nodes(nodes);
    for (int i = 0; i < edges; i++) {
      int source = random.nextInt(nodes);
      int target = random.nextInt(nodes);
      switch (random.nextInt(16)) {
        case 0 -> builder.addEdge(source, EdgeKind.WEAK, "w", target);
        case 1 -> builder.addEdge(source, EdgeKind.SHORTCUT, "s", target);
        case 2 -> builder.addEdge(source, EdgeKind.ELEMENT, i, target);
        case 3 -> builder.addEdge(source, EdgeKind.HIDDEN, i, target);
        default -> builder.addEdge(source, EdgeKind.PROPERTY, "p" + i, target);
      }
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  /// A random graph of `nodes` nodes that looks like a heap: most nodes hang below a recent one,
  /// few are shared hubs.
  public static SnapshotGraph heapLike(int nodes, long seed) {
    Random random = new Random(seed);
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder(nodes);
    int name = builder.strings().intern("p");
    for (int node = 0; node < nodes; node++) {
      builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, 0, node + 1, 16 + random.nextInt(64));
    }
    for (int node = 1; node < nodes; node++) {
      builder.addEdge(Math.max(0, node - 1 - random.nextInt(40)), EdgeKind.PROPERTY, name, node);
      if (random.nextInt(2) == 0) {
        builder.addEdge(node, EdgeKind.PROPERTY, name, random.nextInt(Math.min(nodes, 1000)));
      }
      if (random.nextInt(2) == 0) {
        builder.addEdge(node, EdgeKind.PROPERTY, name, Math.max(0, node - random.nextInt(1000)));
      }
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  /// A list of `length` links below the root, each link also pointing back and to one shared
  /// object.
  public static SnapshotGraph doublyLinkedList(int length) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder(length + 2);
    int next = builder.strings().intern("next");
    int back = builder.strings().intern("previous");
    int shared = builder.strings().intern("shared");
    for (int node = 0; node < length + 2; node++) {
      builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, 0, node + 1, 8);
    }
    builder.addEdge(0, EdgeKind.PROPERTY, next, 2);
    builder.addEdge(0, EdgeKind.PROPERTY, back, length + 1);
    for (int link = 2; link < length + 2; link++) {
      if (link < length + 1) {
        builder.addEdge(link, EdgeKind.PROPERTY, next, link + 1);
      }
      if (link > 2) {
        builder.addEdge(link, EdgeKind.PROPERTY, back, link - 1);
      }
      builder.addEdge(link, EdgeKind.PROPERTY, shared, 1);
    }
    return builder.build(GraphInfo.UNKNOWN);
  }

  /// A singly linked list of `length` links below the root: as deep as it is long, in dominators
  /// too.
  public static SnapshotGraph chain(int length) {
    SnapshotGraphBuilder builder = new SnapshotGraphBuilder(length + 1);
    int next = builder.strings().intern("next");
    builder.addNode(NodeKind.SYNTHETIC, NodeDetail.ROOT, 0, 1, 0);
    for (int link = 1; link <= length; link++) {
      builder.addNode(NodeKind.OBJECT, NodeDetail.NONE, 0, link + 1, 8);
      builder.addEdge(link - 1, EdgeKind.PROPERTY, next, link);
    }
    return builder.build(GraphInfo.UNKNOWN);
  }
}
