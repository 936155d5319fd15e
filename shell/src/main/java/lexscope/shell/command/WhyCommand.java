package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.MergedRetainers;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.RetainersReport;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.why.WhyAnswer;
import org.apache.commons.cli.Options;

/// `why TARGET FILE`: why something is alive.
final class WhyCommand extends TargetQuestion {
  private static final MergedRetainers.Limits LIMITS = new MergedRetainers.Limits(100, 10_000);

  @Override
  public String name() {
    return "why";
  }

  @Override
  public String summary() {
    return "say why something is alive: the path from a root, by names";
  }

  @Override
  public String details() {
    return super.details()
        + """
        With --all the answer is about everything that matches: all retaining paths merged into one
        tree, from the target up to the roots, retainers that look alike in one row with their
        number and what they retain.
        """;
  }

  @Override
  public Options options() {
    return super.options()
        .addOption(CommonOptions.flag("all", "merge all retaining paths to all that match"));
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    return arguments.has("all") ? all(tree, arguments) : shortest(tree, arguments);
  }

  private static String all(DominatorTree tree, Arguments arguments) {
    TargetQuery query = target(arguments);
    MergedRetainers retainers =
        MergedRetainers.of(new DominatedSets(tree), LIMITS, nodes(tree, query));
    return arguments.has("json")
        ? RetainersReport.json(tree, query.text(), retainers, CommonOptions.jsonRows(arguments))
        : RetainersReport.text(tree, query.text(), retainers, CommonOptions.rows(arguments));
  }

  private static String shortest(DominatorTree tree, Arguments arguments) {
    WhyAnswer answer = WhyAnswer.of(tree, target(arguments));
    if (arguments.has("jfr")) {
      ProfilerEvents.answered(tree, answer);
    }
    return arguments.has("json")
        ? JsonReport.why(tree.graph().info(), tree.rule(), answer)
        : TextReport.why(tree, answer);
  }
}
