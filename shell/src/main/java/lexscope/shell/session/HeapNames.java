package lexscope.shell.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.graph.SourceLocation;

/// The names by which things in a heap can be asked for. One pass over the alive nodes.
///
/// @param functions names of functions with living records, and how many
/// @param closures names of living closures, and how many
/// @param classes names of the constructors of living objects, and how many
/// @param bindings `FUNCTION.NAME` of bindings in living records
/// @param globals names of global bindings and properties
/// @param sites `FILE:LINE` where something alive was made
/// @param ids the nodes that retain most, with what they are
record HeapNames(
    Map<String, Integer> functions,
    Map<String, Integer> closures,
    Map<String, Integer> classes,
    TreeSet<String> bindings,
    TreeSet<String> globals,
    TreeSet<String> sites,
    Map<Long, String> ids) {
  private static final int MOST_IDS = 40;

  /// No names.
  static HeapNames none() {
    return new HeapNames(
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeSet<>(),
        new TreeMap<>());
  }

  static HeapNames of(DominatorTree tree) {
    HeapNames names = none();
    SnapshotGraph graph = tree.graph();
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (tree.isAlive(node) && graph.kind(node) != NodeKind.SYNTHETIC) {
        names.note(graph, node);
        nodes.add(node);
      }
    }
    nodes.sort(
        Comparator.comparingLong((Integer node) -> tree.retainedSizes().bytes(node)).reversed());
    nodes.stream()
        .limit(MOST_IDS)
        .forEach(node -> names.ids.put(graph.id(node), NodeDescription.of(graph, node).text()));
    return names;
  }

  private void note(SnapshotGraph graph, int node) {
    String name = graph.name(node);
    SourceLocation location = graph.location(node);
    if (location != null) {
      sites.add(location.script() + ":" + location.line());
    }
    NodeDetail detail = graph.detail(node);
    if (detail == NodeDetail.BINDING) {
      int scope = graph.scopeOf(node);
      if (scope >= 0) {
        bindings.add(graph.scopes().scope(scope).function() + "." + name);
      }
    } else if (detail.isRecord() || detail == NodeDetail.ACTIVATION) {
      boolean global = detail == NodeDetail.GLOBAL_RECORD;
      if (detail.isRecord() && !global && !name.isEmpty()) {
        functions.merge(name, 1, Integer::sum);
      }
      for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
        if (graph.edgeKind(edge) == EdgeKind.CONTEXT) {
          if (global) {
            globals.add(graph.edgeLabel(edge));
          } else if (!name.isEmpty()) {
            bindings.add(name + "." + graph.edgeLabel(edge));
          }
        }
      }
    } else if (graph.kind(node) == NodeKind.CLOSURE) {
      if (!name.isEmpty() && location != null) {
        closures.merge(name, 1, Integer::sum);
      }
    } else if (graph.kind(node) == NodeKind.OBJECT && !name.isEmpty()) {
      classes.merge(name, 1, Integer::sum);
    }
  }
}
