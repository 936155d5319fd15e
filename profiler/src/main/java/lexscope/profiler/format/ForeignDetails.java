package lexscope.profiler.format;

import com.carrotsearch.hppc.IntIntHashMap;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SnapshotGraphBuilder;

/// Tells contexts and groups of roots in files of V8 by their names, and names elements that are in
/// no document any more as DevTools does.
final class ForeignDetails {
  private ForeignDetails() {}

  private static final String DETACHED = "Detached ";
  private static final String NUMBERED_CONTEXT = "system / Context / ";

  /// Gives nodes of the document tree that were taken out of it names that say so.
  ///
  /// @param detached their numbers
  static void nameDetached(int[] detached, SnapshotGraphBuilder nodes, EncodedStrings strings) {
    IntIntHashMap renamed = new IntIntHashMap();
    for (int node : detached) {
      int name = nodes.nameNumber(node);
      if (!renamed.containsKey(name)) {
        String text = strings.get(name);
        renamed.put(name, text.startsWith(DETACHED) ? name : strings.intern(DETACHED + text));
      }
      nodes.setName(node, renamed.get(name));
    }
  }

  static void apply(SnapshotGraphBuilder nodes, EncodedStrings strings) {
    int context = strings.numberOf("system / Context");
    byte[] isContext = new byte[strings.size()];
    for (int node = 0; node < nodes.nodeCount(); node++) {
      Monitor.poll(node);
      if (node == SnapshotGraph.ROOT) {
        nodes.setDetail(node, NodeDetail.ROOT);
      } else if (nodes.kind(node) == NodeKind.SYNTHETIC) {
        nodes.setDetail(node, NodeDetail.ROOT_GROUP);
      } else if (nodes.kind(node) == NodeKind.OBJECT) {
        int name = nodes.nameNumber(node);
        if (name == context || isNumberedContext(name, strings, isContext)) {
          nodes.setDetail(node, NodeDetail.CONTEXT);
        }
      }
    }
  }

  /// Whether a name is `system / Context / scope @ID`, as newer versions write it.
  private static boolean isNumberedContext(int name, EncodedStrings strings, byte[] known) {
    if (known[name] == 0) {
      known[name] = (byte) (strings.get(name).startsWith(NUMBERED_CONTEXT) ? 1 : -1);
    }
    return known[name] > 0;
  }
}
