package lexscope.profiler.suspects;

import com.carrotsearch.hppc.BitSet;
import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.PathClusters;

/// Looks for elements that are in no document any more. Chrome's files say so in the node's name;
/// in heaps of our own they are elements to which no path of child nodes leads from the document.
final class DetachedElements {
  private static final String PREFIX = "Detached ";
  private static final int LEAST_COUNT = 10;

  private final SearchedHeap heap;
  private final SnapshotGraph graph;
  private final BitSet nodes = new BitSet();

  DetachedElements(SearchedHeap heap) {
    this.heap = heap;
    this.graph = heap.graph;
  }

  /// The detached elements, which make a container that holds them no suspect of its own.
  BitSet nodes() {
    return nodes;
  }

  List<Suspect> find() {
    int[] all = detached();
    for (int node : all) {
      nodes.set(node);
    }
    heap.tell(all);
    int[] detached = heap.sets.outermost(all);
    List<Suspect> suspects = new ArrayList<>();
    PathClusters clusters = PathClusters.of(heap.sets, heap.finder, detached);
    for (PathClusters.Cluster cluster : clusters.clusters()) {
      if (cluster.count() >= LEAST_COUNT || cluster.retainedBytes() >= heap.threshold) {
        suspects.add(
            new Suspect(
                Suspect.Sort.DETACHED_ELEMENTS,
                String.format(
                    Locale.ROOT,
                    "%,d detached %s such as %s",
                    cluster.count(),
                    cluster.count() == 1 ? "element" : "elements",
                    cluster.representative().text()),
                List.of(
                    "in no document, and held by the program in the same way",
                    "together they retain " + heap.share(cluster.retainedBytes())),
                cluster.count(),
                cluster.retainedBytes(),
                cluster.representative(),
                cluster.path()));
      }
    }
    return suspects;
  }

  private int[] detached() {
    IntArrayList found = new IntArrayList();
    BitSet attached = attached();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      NodeKind kind = graph.kind(node);
      if ((kind != NodeKind.OBJECT && kind != NodeKind.NATIVE) || !heap.tree.isAlive(node)) {
        continue;
      }
      String name = graph.name(node);
      boolean isElement =
          kind == NodeKind.OBJECT
              && name.length() > 2
              && name.charAt(0) == '<'
              && name.endsWith(">");
      if (name.startsWith(PREFIX) || (isElement && !attached.isEmpty() && !attached.get(node))) {
        found.add(node);
      }
    }
    return found.toArray();
  }

  /// What the documents hold as child nodes.
  private BitSet attached() {
    BitSet attached = new BitSet(graph.nodeCount());
    IntArrayList queue = new IntArrayList();
    int document = heap.label("Document");
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (graph.nameNumber(node) == document && heap.isObject(node)) {
        attached.set(node);
        queue.add(node);
      }
    }
    byte element = (byte) EdgeKind.ELEMENT.ordinal();
    for (int i = 0; i < queue.size(); i++) {
      Monitor.poll(i);
      int node = queue.get(i);
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        int child = graph.edgeTarget(edge);
        if (graph.edgeKindCode(edge) == element && !attached.get(child)) {
          attached.set(child);
          queue.add(child);
        }
      }
    }
    return attached;
  }
}
