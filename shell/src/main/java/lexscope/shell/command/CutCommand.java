package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.CutReport;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.why.WhyAnswer;
import org.apache.commons.cli.Options;

/// `cut TARGET FILE`: the smallest set of edges to remove.
final class CutCommand extends TargetQuestion {
  @Override
  public String name() {
    return "cut";
  }

  @Override
  public String summary() {
    return "find the fewest edges whose removal frees something";
  }

  @Override
  public Options options() {
    return super.options()
        .addOption(CommonOptions.flag("all", "free everything that matches, at once"));
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    TargetQuery query = target(arguments);
    if (arguments.has("all")) {
      CutReport report = CutReport.of(tree, query.text(), nodes(tree, query));
      return arguments.has("json") ? report.json(tree) : report.text(tree);
    }
    WhyAnswer answer = WhyAnswer.of(tree, query);
    return arguments.has("json")
        ? JsonReport.cut(tree.graph().info(), tree.rule(), answer)
        : TextReport.cut(tree, answer);
  }
}
