package lexscope.profiler.attribution;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.graph.SourceLocations;
import org.jspecify.annotations.Nullable;

/// For each alive node the group that it belongs to: its own, if it says one, else that of its
/// immediate dominator. So every node belongs to one group, and the groups' own bytes add up to the
/// heap. Found in one pass down the dominator tree.
public final class NodeOwners {
  /// The group of what nobody above says anything of.
  public static final String NOBODY = "(none)";

  /// What stands between the calls of a stack in the name of its group: the caller is behind.
  public static final String BETWEEN_CALLS = " < ";

  private final SnapshotGraph graph;
  private final Grouping grouping;
  private final List<String> names = new ArrayList<>();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final int[] own;
  private final int[] owner;
  private final int scriptLabel;
  private final int scriptOrDebugLabel;
  private final IntIntHashMap groupOfScriptNode = new IntIntHashMap();
  private final IntIntHashMap groupOfCall = new IntIntHashMap();

  /// Groups the alive nodes of `tree`.
  public NodeOwners(DominatorTree tree, Grouping grouping) {
    this.graph = tree.graph();
    this.grouping = grouping;
    this.scriptLabel = graph.strings().numberOf("script");
    this.scriptOrDebugLabel = graph.strings().numberOf("script_or_debug_info");
    this.own = new int[graph.nodeCount()];
    this.owner = new int[graph.nodeCount()];
    Arrays.fill(own, -1);
    group(NOBODY, NOBODY);
    if (isByScript()) {
      groupByPlaces(graph.locations());
    }
    for (int place = 1; place < tree.aliveCount(); place++) {
      Monitor.poll(place);
      int node = tree.nodeInOrder(place);
      if (own[node] < 0) {
        own[node] = own(node);
      }
      owner[node] =
          own[node] >= 0 ? own[node] : grouping.isByCalls() ? 0 : owner[tree.dominator(node)];
    }
  }

  private boolean isByScript() {
    return grouping == Grouping.MODULE || grouping == Grouping.PACKAGE;
  }

  private int group(Object key, String name) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, names.size());
    names.add(name);
    return names.size() - 1;
  }

  private int own(int node) {
    return switch (grouping) {
      case KIND -> {
        String kind = NodeClass.of(graph, node).kind();
        yield group(kind, kind);
      }
      case SITE -> {
        NodeClass type = NodeClass.of(graph, node);
        SourceLocation location = graph.location(node);
        yield group(
            new Site(type, location),
            type.kind() + " " + type.name() + (location == null ? "" : " (" + location + ")"));
      }
      case FUNCTION -> ofFunction(node);
      case MODULE, PACKAGE -> graph.kind(node) == NodeKind.CODE ? ofCode(node) : -1;
      case MAKER, STACK -> ofCalls(node);
    };
  }

  private record Site(NodeClass type, @Nullable SourceLocation location) {}

  private record Function(String name, @Nullable SourceLocation location) {}

  /// Closures, and records if they say whose they are, which those of V8's files do not.
  private int ofFunction(int node) {
    NodeDetail detail = graph.detail(node);
    boolean isOfFunction =
        graph.kind(node) == NodeKind.CLOSURE
            || detail == NodeDetail.ACTIVATION
            || (detail.isRecord() && !graph.name(node).startsWith("system / "));
    if (!isOfFunction) {
      return -1;
    }
    SourceLocation location = graph.location(node);
    int scope = detail.isRecord() ? graph.scopeOf(node) : -1;
    int function = scope < 0 ? -1 : graph.scopes().functionOf(scope);
    // Blocks belong to the function that they stand in.
    if (function >= 0) {
      location = graph.scopes().scope(function).location();
    }
    String name = NodeClass.of(graph, node).name();
    return group(
        new Function(name, location), name + (location == null ? "" : " (" + location + ")"));
  }

  /// What no call made, as before the first, is nobody's.
  private int ofCalls(int node) {
    AllocationStacks stacks = graph.allocationStacks();
    int row = stacks.rowOf(node);
    if (row < 0 || stacks.tree().parents()[row] < 0) {
      return -1;
    }
    int known = groupOfCall.getOrDefault(row, -1);
    if (known < 0) {
      known =
          grouping == Grouping.MAKER
              ? ofMaker(stacks.call(row).function())
              : ofStack(stacks.callsOfRow(row));
      groupOfCall.put(row, known);
    }
    return known;
  }

  private int ofMaker(AllocationStacks.Function function) {
    return group(function, function.text());
  }

  private int ofStack(List<AllocationStacks.Call> stack) {
    String text =
        stack.stream().map(AllocationStacks.Call::text).collect(Collectors.joining(BETWEEN_CALLS));
    return group(text, text);
  }

  private void groupByPlaces(SourceLocations locations) {
    IntIntHashMap groupOfScript = new IntIntHashMap();
    for (int i = 0; i < locations.size(); i++) {
      Monitor.poll(i);
      int script = locations.scriptNumber(i);
      int slot = groupOfScript.indexOf(script);
      if (!groupOfScript.indexExists(slot)) {
        groupOfScript.indexInsert(slot, script, ofScript(locations.script(script)));
        slot = groupOfScript.indexOf(script);
      }
      own[locations.nodeAt(i)] = groupOfScript.indexGet(slot);
    }
  }

  private int ofScript(String script) {
    String name = grouping == Grouping.PACKAGE ? ScriptPackage.of(script) : script;
    return group(name, name);
  }

  /// What V8 keeps of a function or script leads to a node that has the script's name.
  private int ofCode(int node) {
    byte internal = (byte) EdgeKind.INTERNAL.ordinal();
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      int label = graph.edgeLabelNumber(edge);
      if (graph.edgeKindCode(edge) == internal
          && label >= 0
          && (label == scriptLabel || label == scriptOrDebugLabel)) {
        int script = graph.edgeTarget(edge);
        int known = groupOfScriptNode.getOrDefault(script, -2);
        if (known == -2) {
          known = ofScriptNode(script);
          groupOfScriptNode.put(script, known);
        }
        return known;
      }
    }
    return -1;
  }

  private int ofScriptNode(int node) {
    String name = graph.name(node);
    if (name.startsWith("system / Script / ")) {
      name = name.substring("system / Script / ".length());
    }
    return graph.kind(node) != NodeKind.CODE || name.isEmpty() || name.startsWith("system / ")
        ? -1
        : ofScript(name);
  }

  /// How many groups there are; the first is {@link #NOBODY}.
  public int size() {
    return names.size();
  }

  /// What a group is called.
  public String name(int group) {
    return names.get(group);
  }

  /// The group that an alive node belongs to.
  public int of(int node) {
    return owner[node];
  }

  /// The group that a node itself says, or -1.
  int said(int node) {
    return own[node];
  }
}
