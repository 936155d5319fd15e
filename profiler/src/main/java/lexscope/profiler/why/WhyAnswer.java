package lexscope.profiler.why;

import java.util.List;
import java.util.Optional;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.paths.DominatorStep;
import lexscope.profiler.paths.MinimalCut;
import lexscope.profiler.paths.RetentionPath;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;

/// Why something is alive.
public sealed interface WhyAnswer {
  /// What was asked.
  TargetQuery query();

  /// Nothing alive is meant.
  record NotAlive(TargetQuery query) implements WhyAnswer {}

  /// It is alive.
  ///
  /// @param target the node, the bytes that go with it, and how many others are meant
  /// @param node the node described
  /// @param retainedNodes how many nodes go with it
  /// @param path the shortest path to it
  /// @param notes for each step of the path a remark, empty for most
  /// @param dominators the nodes that alone keep it alive, from the root on
  /// @param cut the smallest set of edges that frees it, if it can be freed
  /// @param stack the calls that were running when it was made, the innermost first; empty if that
  ///   is not known
  record Alive(
      TargetQuery query,
      Target target,
      NodeDescription node,
      int retainedNodes,
      RetentionPath path,
      List<String> notes,
      List<DominatorStep> dominators,
      Optional<MinimalCut> cut,
      List<AllocationStacks.Call> stack)
      implements WhyAnswer {
    /// Keeps copies of the lists.
    public Alive {
      notes = List.copyOf(notes);
      dominators = List.copyOf(dominators);
      stack = List.copyOf(stack);
    }
  }

  /// Answers a question about the graph of `tree`. Of several nodes that are meant the one that
  /// retains most is answered for.
  static WhyAnswer of(DominatorTree tree, TargetQuery query) {
    Optional<Target> found = new TargetResolver(tree).resolve(query);
    if (found.isEmpty()) {
      return new NotAlive(query);
    }
    Target target = found.get();
    ShortestPathFinder finder = new ShortestPathFinder(tree.edges());
    Optional<RetentionPath> path =
        target.edge() < 0 ? finder.pathTo(target.node()) : finder.pathAlong(target.edge());
    if (path.isEmpty()) {
      return new NotAlive(query);
    }
    return new Alive(
        query,
        target,
        NodeDescription.of(tree.graph(), target.node()),
        tree.retainedSizes().nodes(target.node()),
        path.get(),
        PathNotes.forOne(tree, path.get()).of(path.get()),
        DominatorStep.chain(tree, target.node()),
        MinimalCut.of(tree.edges(), finder, target.node()),
        tree.graph().allocationStacks().calls(target.node()));
  }
}
