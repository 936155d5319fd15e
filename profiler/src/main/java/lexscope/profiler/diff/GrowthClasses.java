package lexscope.profiler.diff;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// Numbers the classes of nodes of several graphs by a key. Each name is looked at once for each
/// graph, not once for each node.
final class GrowthClasses {
  /// What is not counted by a key.
  static final int NOT_COUNTED = -1;

  private static final String CONTEXT = "system / Context";

  /// A class of nodes.
  record Key(NodeClass type, @Nullable SourceLocation site) {}

  private final GrowthKey key;
  private final Map<Key, Integer> numbers = new LinkedHashMap<>();
  private final List<Key> keys = new ArrayList<>();

  GrowthClasses(GrowthKey key) {
    this.key = key;
  }

  List<Key> keys() {
    return keys;
  }

  /// Numbers the nodes of one graph.
  OfGraph of(SnapshotGraph graph) {
    return new OfGraph(graph);
  }

  /// The classes of one graph.
  final class OfGraph {
    private final SnapshotGraph graph;
    private final LongIntHashMap byName = new LongIntHashMap();

    private OfGraph(SnapshotGraph graph) {
      this.graph = graph;
    }

    /// The number of a node's class, or {@link #NOT_COUNTED}.
    int number(int node) {
      return switch (key) {
        case NAME, KIND -> numberByName(node);
        case SITE -> numberOf(new Key(NodeClass.of(graph, node), graph.location(node)));
        case FUNCTION ->
            graph.kind(node) == NodeKind.CLOSURE
                ? numberOf(new Key(NodeClass.of(graph, node), graph.location(node)))
                : NOT_COUNTED;
        case RECORD -> graph.detail(node).isRecord() ? numberOf(record(node)) : NOT_COUNTED;
      };
    }

    private int numberByName(int node) {
      if (!graph.foreignKinds().isEmpty() && graph.kind(node) == NodeKind.HIDDEN) {
        return numberOf(byName(node));
      }
      long name =
          (long)
                      (graph.detail(node).ordinal() * NodeKind.values().length
                          + graph.kind(node).ordinal())
                  << 32
              | graph.nameNumber(node);
      int slot = byName.indexOf(name);
      if (byName.indexExists(slot)) {
        return byName.indexGet(slot);
      }
      int number = numberOf(byName(node));
      byName.indexInsert(slot, name, number);
      return number;
    }

    private Key byName(int node) {
      NodeClass type = NodeClass.of(graph, node);
      return new Key(key == GrowthKey.KIND ? new NodeClass(type.kind(), "") : type, null);
    }

    private Key record(int node) {
      NodeClass type = NodeClass.of(graph, node);
      if (!type.name().equals(CONTEXT)) {
        return new Key(type, graph.location(node));
      }
      TreeSet<String> bindings = new TreeSet<>();
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (graph.edgeKind(edge) == EdgeKind.CONTEXT) {
          bindings.add(graph.edgeLabel(edge));
        }
      }
      return new Key(
          new NodeClass(type.kind(), CONTEXT + " { " + String.join(", ", bindings) + " }"), null);
    }
  }

  private int numberOf(Key found) {
    Integer known = numbers.get(found);
    if (known != null) {
      return known;
    }
    numbers.put(found, keys.size());
    keys.add(found);
    return keys.size() - 1;
  }
}
