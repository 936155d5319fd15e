package lexscope.scenarios.leaks;

import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;

/// Where a path begins that must not be.
public sealed interface PathStart {
  /// As a scenario writes it.
  String text();

  /// The nodes it means.
  List<Integer> nodes(DominatorTree tree);

  /// A global variable, declared or a property of the global object: `global NAME`.
  record Global(String name) implements PathStart {
    @Override
    public String text() {
      return "global " + name;
    }

    @Override
    public List<Integer> nodes(DominatorTree tree) {
      SnapshotGraph graph = tree.graph();
      List<Integer> found = new ArrayList<>();
      for (int node = 0; node < graph.nodeCount(); node++) {
        boolean ofRecord = graph.detail(node) == NodeDetail.GLOBAL_RECORD;
        boolean ofGlobalObject =
            graph.detail(node) == NodeDetail.ROOT_GROUP
                && graph.name(node).equals("(global object)");
        for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
          if (ofRecord && isNamed(graph, edge, EdgeKind.CONTEXT)) {
            found.add(graph.edgeTarget(edge));
          } else if (ofGlobalObject) {
            int global = graph.edgeTarget(edge);
            for (int at = graph.firstEdge(global); at < graph.endEdge(global); at++) {
              if (isNamed(graph, at, EdgeKind.PROPERTY)) {
                found.add(graph.edgeTarget(at));
              }
            }
          }
        }
      }
      return found;
    }

    private boolean isNamed(SnapshotGraph graph, int edge, EdgeKind kind) {
      return graph.edgeKind(edge) == kind && graph.edgeLabel(edge).equals(name);
    }
  }

  /// All roots of one kind, such as `timers`.
  record Roots(String kind) implements PathStart {
    /// The kinds, as paths call them.
    static final List<String> KINDS =
        List.of(
            "global object",
            "global lexical bindings",
            "global symbol registry",
            "module map",
            "job queue",
            "timers",
            "web interfaces",
            "intrinsics",
            "execution context stack",
            "finalization jobs",
            "unhandled rejections");

    @Override
    public String text() {
      return kind;
    }

    @Override
    public List<Integer> nodes(DominatorTree tree) {
      SnapshotGraph graph = tree.graph();
      List<Integer> found = new ArrayList<>();
      for (int node = 0; node < graph.nodeCount(); node++) {
        if (graph.detail(node) == NodeDetail.ROOT_GROUP
            && graph.name(node).equals("(" + kind + ")")) {
          found.add(node);
        }
      }
      return found;
    }
  }

  /// Something in the heap.
  record Thing(TargetQuery target) implements PathStart {
    @Override
    public String text() {
      return target.text();
    }

    @Override
    public List<Integer> nodes(DominatorTree tree) {
      return new TargetResolver(tree).resolveAll(target).stream().map(Target::node).toList();
    }
  }

  /// Reads where a path begins.
  ///
  /// @throws IllegalArgumentException if it is none, with a message for people
  static PathStart parse(String text) {
    if (Roots.KINDS.contains(text)) {
      return new Roots(text);
    }
    for (String word : List.of("global binding ", "global:", "global ")) {
      if (text.startsWith(word)) {
        return new Global(text.substring(word.length()).strip());
      }
    }
    return new Thing(Targets.parse(text));
  }
}
