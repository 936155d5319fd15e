package lexscope.profiler.paths;

import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeDescription;

/// One node of the chain of immediate dominators above a node: each of them alone keeps everything
/// below it alive.
///
/// @param node the dominator
/// @param retainedBytes what goes with it
public record DominatorStep(NodeDescription node, long retainedBytes) {
  /// The chain from the root to `node`, both included; empty if it is not alive.
  public static List<DominatorStep> chain(DominatorTree tree, int node) {
    List<DominatorStep> steps = new ArrayList<>();
    for (int at : tree.dominatorChain(node)) {
      steps.add(
          new DominatorStep(NodeDescription.of(tree.graph(), at), tree.retainedSizes().bytes(at)));
    }
    return steps;
  }
}
