package lexscope.shell.command;

import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.report.DominatorListing;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;

/// `dominators FILE`: the dominator tree.
final class DominatorsCommand extends HeapQuestion {
  @Override
  public String name() {
    return "dominators";
  }

  @Override
  public String summary() {
    return "show the dominator tree, largest first";
  }

  @Override
  public String details() {
    return "";
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    DominatorListing listing =
        heap.listing(
            CommonOptions.policy(arguments, CapturePolicy.WHOLE), CommonOptions.rule(arguments));
    return arguments.has("json")
        ? JsonReport.dominators(tree.graph().info(), tree.rule(), listing)
        : TextReport.dominators(tree, listing);
  }
}
