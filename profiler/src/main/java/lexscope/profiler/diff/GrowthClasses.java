package lexscope.profiler.diff;

import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.ContextNames;
import lexscope.profiler.graph.ContextSlots;
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
    private final ContextSlots slots;
    private final LongIntHashMap byName = new LongIntHashMap();
    private @Nullable IntObjectHashMap<SourceLocation> functionPlaces;

    private OfGraph(SnapshotGraph graph) {
      this.graph = graph;
      this.slots = new ContextSlots(graph);
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
        case MAKER -> {
          int row = graph.allocationStacks().rowOf(node);
          yield row < 0 || graph.allocationStacks().tree().parents()[row] < 0
              ? NOT_COUNTED
              : numberOf(maker(graph.allocationStacks().call(row).function()));
        }
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

    private static Key maker(AllocationStacks.Function function) {
      return new Key(
          new NodeClass("made by", function.title()),
          function.line() > 0
              ? new SourceLocation(function.script(), function.line(), function.column())
              : null);
    }

    private Key record(int node) {
      NodeClass type = NodeClass.of(graph, node);
      if (!ContextNames.isNameless(graph, node)) {
        return new Key(type, graph.location(node));
      }
      String variables = " { " + String.join(", ", new TreeSet<>(slots.variablesOf(node))) + " }";
      String function = ContextNames.functionOf(graph, node);
      String name = (function.isEmpty() ? CONTEXT : function) + variables;
      int scope = graph.scopeOf(node);
      if (scope < 0) {
        return new Key(new NodeClass(type.kind(), name), null);
      }
      // Functions may have one name and the same variables: the place tells them apart, or at least
      // the offset in the script.
      SourceLocation place = places().get(graph.scopes().functionOf(scope));
      boolean isFunction = graph.scopes().scope(scope).isFunction();
      return new Key(
          new NodeClass(
              type.kind(),
              name
                  + (place != null && isFunction
                      ? ""
                      : " at offset " + graph.scopes().scope(scope).start())),
          place);
    }

    /// Where the functions are whose closures are in the graph.
    private IntObjectHashMap<SourceLocation> places() {
      IntObjectHashMap<SourceLocation> known = functionPlaces;
      if (known == null) {
        known = new IntObjectHashMap<>();
        for (int at = 0; at < graph.scopedCount(); at++) {
          SourceLocation place = graph.location(graph.scopedNode(at));
          if (place != null && graph.kind(graph.scopedNode(at)) == NodeKind.CLOSURE) {
            known.put(graph.scopeOfScoped(at), place);
          }
        }
        functionPlaces = known;
      }
      return known;
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
