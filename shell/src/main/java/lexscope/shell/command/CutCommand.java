package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.report.WhyAnswer;

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
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    WhyAnswer answer = WhyAnswer.of(tree, target(arguments));
    return arguments.has("json")
        ? JsonReport.cut(tree.graph().info(), tree.rule(), answer)
        : TextReport.cut(tree, answer);
  }
}
