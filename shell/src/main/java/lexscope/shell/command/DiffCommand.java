package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.diff.GrowthReport;
import lexscope.profiler.diff.SnapshotDiff;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.TextReport;
import lexscope.shell.ExitCode;
import lexscope.shell.Streams;
import lexscope.shell.UserSyntaxException;
import org.apache.commons.cli.Options;

/// `diff A B [C...]`: what came and went between two heaps, or what grows along a series.
final class DiffCommand implements Command {
  @Override
  public String name() {
    return "diff";
  }

  @Override
  public String summary() {
    return "show what came and went between two heaps, or what grows along a series";
  }

  @Override
  public String synopsis() {
    return "A [B C...]";
  }

  @Override
  public String details() {
    return """
    Each is a program or a snapshot file. With three or more, what grew at every step comes first.
    With --at NAME,NAME each program is asked at several moments, one after the other.
    """;
  }

  @Override
  public int operandsBeforeFile() {
    return 0;
  }

  @Override
  public Options options() {
    return CommonOptions.ofQuestions();
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    List<String> files = arguments.operands();
    List<String> moments = List.of(arguments.value("at").orElse(SnapshotNames.END).split(",", -1));
    if (files.isEmpty() || files.size() * moments.size() < 2) {
      throw new UserSyntaxException("diff needs two files or more, or one and --at NAME,NAME");
    }
    EdgeRule rule = CommonOptions.rule(arguments);
    int rows = CommonOptions.rows(arguments);
    boolean json = arguments.has("json");
    Programs programs =
        Programs.of(arguments, streams, CommonOptions.policy(arguments, CapturePolicy.UNION), json);
    List<DominatorTree> series = new ArrayList<>();
    for (String file : files) {
      HeapFile.Asked<DominatorTree> asked =
          HeapFile.ask(file, programs, moments, heap -> HeapQuestion.tree(heap, arguments));
      if (!asked.code().equals(ExitCode.DONE)) {
        // Half a comparison would mislead.
        programs.options().sink().err(asked.message() + "\n");
        if (json) {
          streams.out().println(JsonReport.error(file, asked.message()));
        }
        return asked.code();
      }
      series.addAll(asked.answers());
    }
    String text =
        series.size() == 2 ? two(series, rule, rows, json) : many(series, rule, rows, json);
    streams.out().print(text.endsWith("\n") ? text : text + "\n");
    return ExitCode.DONE;
  }

  private static String two(List<DominatorTree> series, EdgeRule rule, int rows, boolean json) {
    SnapshotDiff diff = SnapshotDiff.of(series.getFirst(), series.getLast());
    GraphInfo before = series.getFirst().graph().info();
    GraphInfo after = series.getLast().graph().info();
    return json
        ? JsonReport.diff(before, after, rule, diff)
        : TextReport.diff(before, after, rule, diff, rows);
  }

  private static String many(List<DominatorTree> series, EdgeRule rule, int rows, boolean json) {
    GrowthReport growth = GrowthReport.of(series);
    return json ? JsonReport.growth(rule, growth) : TextReport.growth(rule, growth, rows);
  }
}
