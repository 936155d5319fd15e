package lexscope.shell.command;

import java.util.List;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.events.ProfilerEvents;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.report.ComparisonText;
import lexscope.profiler.report.JsonReport;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;

/// `compare FILE`: one heap under three policies.
final class CompareCommand extends HeapQuestion {
  @Override
  public String name() {
    return "compare";
  }

  @Override
  public String summary() {
    return "compare what the policies whole, v8 and used keep";
  }

  @Override
  public String details() {
    return """
    The program runs once, with a collector that drops nothing that any policy keeps; then one heap
    is traced under each. Bytes are what only the policy keeps, all bindings cut together.
    """;
  }

  @Override
  void check(Arguments arguments) {
    super.check(arguments);
    if (arguments.has("policy")) {
      throw new UserSyntaxException("compare shows all policies: --policy has no place here");
    }
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    if (!heap.isProgram()) {
      throw new UserDataException("a snapshot file shows one policy only: compare needs a program");
    }
    PolicyComparison comparison =
        PolicyComparison.of(
            List.of(
                heap.graph(CapturePolicy.WHOLE),
                heap.graph(CapturePolicy.V8),
                heap.graph(CapturePolicy.USED)),
            PolicyComparison.DEFAULT_THRESHOLD_BYTES);
    GraphInfo info = heap.info();
    if (arguments.has("jfr")) {
      ProfilerEvents.compared(info, comparison);
    }
    return arguments.has("json")
        ? JsonReport.comparison(info, comparison, CommonOptions.jsonRows(arguments))
        : ComparisonText.text(info, comparison, CommonOptions.rows(arguments));
  }
}
