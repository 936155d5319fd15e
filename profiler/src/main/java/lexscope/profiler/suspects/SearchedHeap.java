package lexscope.profiler.suspects;

import com.carrotsearch.hppc.BitSet;
import lexscope.profiler.attribution.Grouping;
import lexscope.profiler.attribution.NodeOwners;
import lexscope.profiler.attribution.ScriptPackage;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.ContextSlots;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.RetentionPath;
import lexscope.profiler.paths.ShortestPathFinder;
import org.jspecify.annotations.Nullable;

/// What all searches for suspects share: the graph, its dominators, shortest paths and owners.
final class SearchedHeap {
  final DominatorTree tree;
  final SnapshotGraph graph;
  final DominatedSets sets;
  final ShortestPathFinder finder;
  final Makers makers;
  final long threshold;

  /// What suspects were found so far are about.
  final BitSet told;

  private final ContextSlots slots;

  private @Nullable NodeOwners owners;

  SearchedHeap(DominatorTree tree, Threshold threshold) {
    this.tree = tree;
    this.graph = tree.graph();
    this.sets = new DominatedSets(tree);
    this.finder = new ShortestPathFinder(tree.edges());
    this.makers = new Makers(graph);
    this.threshold = threshold.bytes();
    this.slots = new ContextSlots(graph);
    this.told = new BitSet(graph.nodeCount());
  }

  long retained(int node) {
    return tree.retainedSizes().bytes(node);
  }

  /// Whether a node belongs to a module of Node: programs cannot help what the platform keeps.
  boolean isOfPlatform(int node) {
    NodeOwners made = owners;
    if (made == null) {
      made = new NodeOwners(tree, Grouping.PACKAGE);
      owners = made;
    }
    return made.name(made.of(node)).equals(ScriptPackage.NODE);
  }

  /// Whether an alive node is an ordinary object, no record or binding.
  boolean isObject(int node) {
    return graph.kind(node) == NodeKind.OBJECT
        && graph.detail(node).title().isEmpty()
        && tree.isAlive(node);
  }

  /// The target of a node's retaining edge with this label, or -1.
  int target(int node, EdgeKind kind, int label) {
    if (label < 0) {
      return -1;
    }
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      if (graph.edgeLabelNumber(edge) == label && graph.edgeKind(edge) == kind) {
        return graph.edgeTarget(edge);
      }
    }
    return -1;
  }

  /// A number that records of one scope have in common, if that is known: that of the scope, or of
  /// what V8 notes about it.
  int scope(int record) {
    int scope = graph.scopeOf(record);
    return scope >= 0 ? scope : -2 - slots.scopeInfoOf(record);
  }

  /// Notes that a suspect is about these nodes.
  void tell(int... nodes) {
    for (int node : nodes) {
      told.set(node);
    }
  }

  /// The number of a label, or -1.
  int label(String text) {
    return graph.strings().numberOf(text);
  }

  /// The one of some nodes that retains most.
  int largest(int... nodes) {
    int largest = nodes[0];
    for (int node : nodes) {
      if (retained(node) > retained(largest)) {
        largest = node;
      }
    }
    return largest;
  }

  NodeDescription described(int node) {
    return NodeDescription.of(graph, node);
  }

  RetentionPath path(int node) {
    return finder.pathTo(node).orElseThrow();
  }

  /// A part of the heap for people.
  String share(long bytes) {
    long total = Math.max(1, tree.retainedSizes().totalBytes());
    long perMille = Math.round(1000.0 * bytes / total);
    return perMille / 10 + "." + perMille % 10 + " % of the heap";
  }
}
