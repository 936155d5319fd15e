package lexscope.profiler.dominators;

import com.carrotsearch.hppc.IntArrayList;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Ephemerons;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import org.jspecify.annotations.Nullable;

/// The edges of the rules {@link EdgeRule#DEVTOOLS} and {@link EdgeRule#MEMLAB}, which both tell
/// the program's own objects from the rest and let the rest retain nothing of the program's.
final class OwnedEdges {
  private static final String DOM_TREES = "(Document DOM trees)";

  private OwnedEdges() {}

  static long[] devtools(SnapshotGraph graph) {
    int domTrees = graph.strings().numberOf(DOM_TREES);
    boolean[] owned = new boolean[graph.nodeCount()];
    IntArrayList work = new IntArrayList();
    for (int edge = graph.firstEdge(SnapshotGraph.ROOT);
        edge < graph.endEdge(SnapshotGraph.ROOT);
        edge++) {
      EdgeKind kind = graph.edgeKind(edge);
      boolean isDomTrees =
          kind == EdgeKind.ELEMENT && isSyntheticNamed(graph, graph.edgeTarget(edge), domTrees);
      if (isDomTrees || kind == EdgeKind.SHORTCUT) {
        own(graph.edgeTarget(edge), owned, work);
      }
    }
    spread(graph, owned, work);
    return retaining(graph, owned, graph.ephemerons());
  }

  static long[] memlab(SnapshotGraph graph) {
    int domTrees = graph.strings().numberOf(DOM_TREES);
    boolean[] owned = new boolean[graph.nodeCount()];
    IntArrayList work = new IntArrayList();
    for (int edge = graph.firstEdge(SnapshotGraph.ROOT);
        edge < graph.endEdge(SnapshotGraph.ROOT);
        edge++) {
      EdgeKind kind = graph.edgeKind(edge);
      boolean isDomTrees =
          kind == EdgeKind.ELEMENT && isSyntheticNamed(graph, graph.edgeTarget(edge), domTrees);
      if (!isDomTrees && kind != EdgeKind.SHORTCUT) {
        own(graph.edgeTarget(edge), owned, work);
      }
    }
    spread(graph, owned, work);
    return retaining(graph, owned, null);
  }

  private static boolean isSyntheticNamed(SnapshotGraph graph, int node, int name) {
    return name >= 0 && graph.nameNumber(node) == name && graph.kind(node) == NodeKind.SYNTHETIC;
  }

  private static void own(int node, boolean[] owned, IntArrayList work) {
    if (!owned[node]) {
      owned[node] = true;
      work.add(node);
    }
  }

  private static void spread(SnapshotGraph graph, boolean[] owned, IntArrayList work) {
    byte weak = (byte) EdgeKind.WEAK.ordinal();
    for (int step = 0; !work.isEmpty(); step++) {
      Monitor.poll(step);
      int node = work.removeLast();
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (graph.edgeKindCode(edge) != weak) {
          own(graph.edgeTarget(edge), owned, work);
        }
      }
    }
  }

  private static long[] retaining(
      SnapshotGraph graph, boolean[] owned, @Nullable Ephemerons ephemerons) {
    long[] bits = RetainingEdges.noBits(graph);
    byte weak = (byte) EdgeKind.WEAK.ordinal();
    byte shortcut = (byte) EdgeKind.SHORTCUT.ordinal();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        byte kind = graph.edgeKindCode(edge);
        int target = graph.edgeTarget(edge);
        if (kind == weak || target == node) {
          continue;
        }
        if (node != SnapshotGraph.ROOT && (kind == shortcut || owned[target] && !owned[node])) {
          continue;
        }
        if (ephemerons == null || !RetainingEdges.isFromTable(ephemerons, edge)) {
          RetainingEdges.set(bits, edge);
        }
      }
    }
    return bits;
  }
}
