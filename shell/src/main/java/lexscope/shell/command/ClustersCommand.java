package lexscope.shell.command;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.PathClusters;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.report.ClusterReport;

/// `clusters TARGET FILE`: everything that matches, grouped by how it is held.
final class ClustersCommand extends TargetQuestion {
  @Override
  public String name() {
    return "clusters";
  }

  @Override
  public String summary() {
    return "group everything of one sort by the shape of the path that holds it";
  }

  @Override
  public String details() {
    return super.details()
        .replace(
            "Of several that match, the one that retains most is answered for.\n",
            """
            Two paths are of one shape if they differ only in indexes, keys of tables, ids, texts of
            strings, or in how often a stretch of up to eight steps is repeated. Each group has its
            number, what goes with its nodes one by one (none counted twice), and one of them.
            """);
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    DominatorTree tree = tree(heap, arguments);
    TargetQuery query = target(arguments);
    PathClusters clusters =
        PathClusters.of(
            new DominatedSets(tree), new ShortestPathFinder(tree.edges()), nodes(tree, query));
    return arguments.has("json")
        ? ClusterReport.json(tree, query.text(), clusters, CommonOptions.jsonRows(arguments))
        : ClusterReport.text(tree, query.text(), clusters, CommonOptions.rows(arguments));
  }
}
