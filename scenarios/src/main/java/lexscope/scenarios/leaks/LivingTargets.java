package lexscope.scenarios.leaks;

import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;

/// Finds what a target of a scenario means. Of a class only the instances are meant: its prototype,
/// which goes by the name of the constructor, too, lives as long as the class.
final class LivingTargets {
  private LivingTargets() {}

  /// All living matches, those that retain most first.
  static List<Target> of(DominatorTree tree, TargetQuery query) {
    List<Target> all = new TargetResolver(tree).resolveAll(query);
    return query instanceof TargetQuery.ByClass
        ? all.stream().filter(target -> !isPrototype(tree.graph(), target.node())).toList()
        : all;
  }

  private static boolean isPrototype(SnapshotGraph graph, int node) {
    for (int edge = graph.firstEdge(node); edge < graph.endEdge(node); edge++) {
      int constructor = graph.edgeTarget(edge);
      if (graph.edgeKind(edge) == EdgeKind.PROPERTY
          && graph.edgeLabel(edge).equals("constructor")
          && graph.kind(constructor) == NodeKind.CLOSURE
          && holdsAsPrototype(graph, constructor, node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsAsPrototype(SnapshotGraph graph, int constructor, int node) {
    for (int edge = graph.firstEdge(constructor); edge < graph.endEdge(constructor); edge++) {
      if (graph.edgeTarget(edge) == node && graph.edgeLabel(edge).equals("prototype")) {
        return true;
      }
    }
    return false;
  }
}
