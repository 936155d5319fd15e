package lexscope.shell.command;

import java.util.Optional;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.attribution.GroupedHistogram;
import lexscope.profiler.attribution.Grouping;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.report.GroupedReport;
import lexscope.profiler.report.Histogram;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Options;

/// `histo FILE`: live cells by kind and name.
final class HistoCommand extends HeapQuestion {
  @Override
  public String name() {
    return "histo";
  }

  @Override
  public String summary() {
    return "count live cells by kind and name, with shallow and retained bytes";
  }

  @Override
  public String details() {
    return """
    With --by module, package or function each byte belongs to one row: that of the node's own file
    or function or, if it has none, that of the nearest node that dominates it and has one. So the
    column bytes adds up to the heap. The column retained is what would go with the row's own nodes
    one by one, other rows' bytes included. A package is the folder below node_modules, the host of
    a script from the web, or node: for Node's own modules. The rows of kind and site hold what is
    of that kind or was made at that place, those of maker what a function made, and those of stack
    what the same calls made, the innermost first. The calls are known of programs with
    --allocation-stacks, and of files that V8 took with allocation tracking.
    """;
  }

  @Override
  public Options options() {
    return super.options()
        .addOption(
            CommonOptions.valued(
                "by", "KEY", "kind, site, function, module, package, maker or stack"));
  }

  @Override
  void check(Arguments arguments) {
    super.check(arguments);
    grouping(arguments);
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    Optional<Grouping> grouping = grouping(arguments);
    if (grouping.isPresent()) {
      DominatorTree tree = tree(heap, arguments);
      if (grouping.get().isByCalls()) {
        heap.checkAllocationStacks(tree.graph());
      }
      GroupedHistogram grouped = GroupedHistogram.of(tree, grouping.get());
      return arguments.has("json")
          ? GroupedReport.json(tree, grouped, CommonOptions.jsonRows(arguments))
          : GroupedReport.text(tree, grouped, CommonOptions.rows(arguments));
    }
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.WHOLE);
    EdgeRule rule = CommonOptions.rule(arguments);
    Histogram histogram = heap.histogram(policy, rule);
    return arguments.has("json")
        ? JsonReport.histogram(
            heap.info(policy), rule, histogram, CommonOptions.jsonRows(arguments))
        : TextReport.histogram(heap.tree(policy, rule), histogram, CommonOptions.rows(arguments));
  }

  private static Optional<Grouping> grouping(Arguments arguments) {
    Optional<String> key = arguments.value("by");
    for (Grouping grouping : Grouping.values()) {
      if (key.isPresent() && grouping.label().equals(key.get())) {
        return Optional.of(grouping);
      }
    }
    if (key.isPresent()) {
      throw new UserSyntaxException(
          "nothing to group by is called '"
              + key.get()
              + "': it is one of kind, site, function, module, package, maker, stack");
    }
    return Optional.empty();
  }
}
