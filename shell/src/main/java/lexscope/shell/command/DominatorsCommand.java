package lexscope.shell.command;

import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.report.DominatorListing;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;
import org.apache.commons.cli.Options;

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
  public Options options() {
    DominatorListing.Limits limits = DominatorListing.Limits.TERMINAL;
    return super.options()
        .addOption(
            CommonOptions.rows(limits.children() + " below each, " + limits.depth() + " deep"));
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    DominatorListing listing =
        heap.listing(
            CommonOptions.policy(arguments, CapturePolicy.WHOLE), CommonOptions.rule(arguments));
    return arguments.has("json")
        ? JsonReport.dominators(
            tree.graph().info(), tree.rule(), listing, CommonOptions.jsonRows(arguments))
        : TextReport.dominators(
            tree, listing, CommonOptions.rows(arguments, listing.rows().size()));
  }
}
