package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.report.WhyAnswer;

/// `why TARGET FILE`: why something is alive.
final class WhyCommand extends TargetQuestion {
  @Override
  public String name() {
    return "why";
  }

  @Override
  public String summary() {
    return "say why something is alive: the path from a root, by names";
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    WhyAnswer answer = WhyAnswer.of(tree, target(arguments));
    if (arguments.has("jfr")) {
      ProfilerEvents.answered(tree, answer);
    }
    return arguments.has("json")
        ? JsonReport.why(tree.graph().info(), tree.rule(), answer)
        : TextReport.why(tree, answer);
  }
}
