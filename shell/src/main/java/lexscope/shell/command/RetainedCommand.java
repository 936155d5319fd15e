package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.RetainedAnswer;
import lexscope.profiler.report.TextReport;

/// `retained TARGET FILE`: retained size, and what is in it.
final class RetainedCommand extends TargetQuestion {
  @Override
  public String name() {
    return "retained";
  }

  @Override
  public String summary() {
    return "say what goes with something: retained bytes, by kind and name";
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    RetainedAnswer answer = RetainedAnswer.of(tree, target(arguments));
    return arguments.has("json")
        ? JsonReport.retained(
            tree.graph().info(), tree.rule(), answer, CommonOptions.jsonRows(arguments))
        : TextReport.retained(tree, answer, CommonOptions.rows(arguments));
  }
}
