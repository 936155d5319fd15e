package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.report.Histogram;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;

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
    return "";
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    Histogram histogram = Histogram.of(tree);
    return arguments.has("json")
        ? JsonReport.histogram(tree.graph().info(), tree.rule(), histogram)
        : TextReport.histogram(tree, histogram, CommonOptions.rows(arguments));
  }
}
