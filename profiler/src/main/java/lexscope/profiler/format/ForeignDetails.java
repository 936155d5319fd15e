package lexscope.profiler.format;

import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;

/// Tells contexts and groups of roots in files of V8 by their names.
final class ForeignDetails {
  private ForeignDetails() {}

  static void apply(SnapshotGraphBuilder nodes, EncodedStrings strings) {
    int context = strings.numberOf("system / Context");
    for (int node = 0; node < nodes.nodeCount(); node++) {
      if (node == SnapshotGraph.ROOT) {
        nodes.setDetail(node, NodeDetail.ROOT);
      } else if (nodes.kind(node) == NodeKind.SYNTHETIC) {
        nodes.setDetail(node, NodeDetail.ROOT_GROUP);
      } else if (nodes.nameNumber(node) == context && nodes.kind(node) == NodeKind.OBJECT) {
        nodes.setDetail(node, NodeDetail.CONTEXT);
      }
    }
  }
}
