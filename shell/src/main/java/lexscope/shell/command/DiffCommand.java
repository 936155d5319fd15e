package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.diff.GrowthKey;
import lexscope.profiler.diff.GrowthReport;
import lexscope.profiler.diff.NewNodes;
import lexscope.profiler.diff.SnapshotDiff;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.PathClusters;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.profiler.report.ClusterReport;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.JsonRows;
import lexscope.profiler.report.TextReport;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Options;

/// `diff A B [C...]`: what came and went between two heaps, or what grows along a series.
final class DiffCommand implements Command {
  /// The option that says how many groups are shown.
  private static final String CLUSTERS = "clusters";

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
    With --at NAME,NAME each program is asked at several moments, one after the other. With --by,
    or of three or more, the counts of each heap are shown: by name (kind and name), kind, site,
    function (closures by function), record (Environment Records by function) or maker (the function
    that made them, if heaps have allocation stacks). What is new and of one run (V8's files are of
    one process if their ids agree) is grouped by how it is held. Beside the growth in own bytes
    stands that of the bytes which go with the things one by one; those that lie inside of others of
    the same row are not counted twice.
    """;
  }

  @Override
  public int operandsBeforeFile() {
    return 0;
  }

  @Override
  public Options options() {
    return CommonOptions.ofQuestions()
        .addOption(CommonOptions.valued("by", "KEY", "name, kind, site, function, record or maker"))
        .addOption(
            CommonOptions.valued(
                CLUSTERS,
                "N",
                "show at most so many groups of what is new (default 5, with --json all)"));
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    List<String> files = arguments.operands();
    List<String> moments = List.of(arguments.value("at").orElse(SnapshotNames.END).split(",", -1));
    if (files.isEmpty() || files.size() * moments.size() < 2) {
      throw new UserSyntaxException("diff needs two files or more, or one and --at NAME,NAME");
    }
    EdgeRule rule = CommonOptions.rule(arguments);
    CommonOptions.rows(arguments);
    key(arguments);
    arguments.number(CLUSTERS, 0);
    boolean json = arguments.has("json");
    Programs programs =
        Programs.of(arguments, streams, CommonOptions.policy(arguments, CapturePolicy.UNION), json);
    SeriesAnswer kept = new SeriesAnswer(files, programs, name() + moments + arguments.question(0));
    HeapFile.Asked<String> known = kept.known();
    if (!known.code().equals(ExitCode.DONE)) {
      return incomplete(files.getLast(), known, programs, streams, json);
    }
    if (!known.answers().isEmpty()) {
      print(known.answers().getFirst(), streams);
      return ExitCode.DONE;
    }
    try (PendingIndexes indexes = new PendingIndexes(programs)) {
      List<DominatorTree> series = new ArrayList<>();
      for (String file : files) {
        HeapFile.Asked<DominatorTree> asked =
            HeapFile.take(file, programs, moments, heap -> tree(heap, arguments), indexes);
        if (!asked.code().equals(ExitCode.DONE)) {
          return incomplete(file, asked, programs, streams, json);
        }
        series.addAll(asked.answers());
      }
      String text = text(series, rule, arguments);
      kept.keep(indexes.analyses(), text);
      indexes.keepAfter(() -> print(text, streams), ExitCode.DONE);
    }
    return ExitCode.DONE;
  }

  /// Half a comparison would mislead.
  private static ExitCode incomplete(
      String file, HeapFile.Asked<?> asked, Programs programs, Streams streams, boolean json) {
    programs.options().sink().err(asked.message() + "\n");
    if (json) {
      streams.out().println(JsonReport.error(file, asked.message()));
    }
    return asked.code();
  }

  private static void print(String text, Streams streams) {
    streams.out().print(text.endsWith("\n") ? text : text + "\n");
    streams.out().flush();
  }

  private static DominatorTree tree(HeapFile heap, Arguments arguments) {
    DominatorTree tree = HeapQuestion.tree(heap, arguments);
    if (key(arguments) == GrowthKey.MAKER) {
      heap.checkAllocationStacks(tree.graph());
    }
    return tree;
  }

  private static String text(List<DominatorTree> series, EdgeRule rule, Arguments arguments) {
    Optional<PathClusters> news = news(series);
    boolean json = arguments.has("json");
    int rows = CommonOptions.rows(arguments);
    JsonRows jsonRows = CommonOptions.jsonRows(arguments);
    JsonRows jsonClusters = CommonOptions.jsonRows(arguments, CLUSTERS, 0);
    String text;
    if (series.size() == 2 && !arguments.has("by")) {
      SnapshotDiff diff = SnapshotDiff.of(series.getFirst(), series.getLast());
      GraphInfo before = series.getFirst().graph().info();
      GraphInfo after = series.getLast().graph().info();
      text =
          json
              ? JsonReport.diff(before, after, rule, diff, jsonRows, news, jsonClusters)
              : TextReport.diff(before, after, rule, diff, rows);
    } else {
      GrowthReport growth = GrowthReport.of(series, key(arguments));
      text =
          json
              ? JsonReport.growth(rule, growth, jsonRows, news, jsonClusters)
              : TextReport.growth(rule, growth, rows);
    }
    int clusters = (int) Math.min(arguments.number(CLUSTERS, 0).orElse(5), Integer.MAX_VALUE);
    return json || clusters == 0 || news.isEmpty() || news.get().nodes() == 0
        ? text
        : text + ClusterReport.news(news.get(), clusters);
  }

  private static Optional<PathClusters> news(List<DominatorTree> series) {
    DominatorTree last = series.getLast();
    return NewNodes.outermost(series)
        .map(nodes ->
            PathClusters.of(new DominatedSets(last), new ShortestPathFinder(last.edges()), nodes));
  }

  private static GrowthKey key(Arguments arguments) {
    String label = arguments.value("by").orElse("name");
    for (GrowthKey key : GrowthKey.values()) {
      if (key.label().equals(label)) {
        return key;
      }
    }
    throw new UserSyntaxException(
        "nothing to count by is called '"
            + label
            + "': it is one of name, kind, site, function, record, maker");
  }
}
