package lexscope.profiler.report;

import java.util.Optional;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;

/// What goes with something, and what that is made of.
///
/// @param query what was asked
/// @param alive the answer, or nothing if nothing alive is meant
public record RetainedAnswer(TargetQuery query, Optional<Alive> alive) {
  /// The answer for an alive node.
  ///
  /// @param target the node, the bytes that go with it, and how many others are meant
  /// @param node the node described
  /// @param retainedNodes how many nodes go with it
  /// @param contents what goes with it, by kind and name
  public record Alive(Target target, NodeDescription node, int retainedNodes, Histogram contents) {}

  /// Answers a question about the graph of `tree`. Of several nodes that are meant the one that
  /// retains most is answered for.
  public static RetainedAnswer of(DominatorTree tree, TargetQuery query) {
    return new RetainedAnswer(
        query,
        new TargetResolver(tree)
            .resolve(query)
            .map(target ->
                new Alive(
                    target,
                    NodeDescription.of(tree.graph(), target.node()),
                    tree.retainedSizes().nodes(target.node()),
                    Histogram.below(tree, target.node()))));
  }
}
