package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.report.SuspectsReport;
import lexscope.profiler.suspects.Suspects;
import lexscope.profiler.suspects.Threshold;
import org.apache.commons.cli.Options;

/// `suspects FILE`: what may be a leak.
final class SuspectsCommand extends HeapQuestion {
  @Override
  public String name() {
    return "suspects";
  }

  @Override
  public String summary() {
    return "list what may be a leak, each with evidence and a path";
  }

  @Override
  public String details() {
    return """
    Suspects are containers with many entries of one class, chains in which each Environment Record
    keeps the next, long linked lists, elements in no document, many timers or listeners with one
    callback or such that retain much, and strings of which there are many copies. What is less than
    a fiftieth of the heap (at least 16 kB, at most 1 MB) is passed over, and so is what Node's own
    modules keep. Entries that a few containers share count for each of them. Files of Chrome do not
    say whether a timer repeats, nor which event a listener waits for.
    """;
  }

  @Override
  public Options options() {
    return super.options()
        .addOption(
            CommonOptions.valued("least", "SIZE", "pass over what has fewer bytes (k, m, g)"));
  }

  @Override
  void check(Arguments arguments) {
    super.check(arguments);
    arguments.bytes("least");
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    Threshold threshold =
        arguments.bytes("least").isPresent()
            ? new Threshold(arguments.bytes("least").getAsLong())
            : Threshold.ofHeap(tree.retainedSizes().totalBytes());
    Suspects suspects = Suspects.of(tree, threshold);
    return arguments.has("json")
        ? SuspectsReport.json(tree, suspects, CommonOptions.jsonRows(arguments))
        : SuspectsReport.text(tree, suspects, CommonOptions.rows(arguments));
  }
}
