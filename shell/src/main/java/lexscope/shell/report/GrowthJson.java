package lexscope.shell.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.diff.GrowthKey;
import lexscope.profiler.diff.GrowthReport;
import lexscope.profiler.diff.NewNodes;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.PathClusters;
import lexscope.profiler.paths.ShortestPathFinder;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.JsonRows;

/// What grows through a series of heaps, as `diff` has it, with the totals of each heap.
final class GrowthJson {
  private static final int ROWS = 200;

  private GrowthJson() {}

  /// The growth through a series of two heaps or more, oldest first.
  static String of(List<DominatorTree> series) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject().name("heaps").beginArray();
      for (DominatorTree tree : series) {
        int nodes = 0;
        for (int node = 0; node < tree.graph().nodeCount(); node++) {
          nodes += tree.isAlive(node) && tree.graph().kind(node) != NodeKind.SYNTHETIC ? 1 : 0;
        }
        json.beginObject().name("name").value(JsonReport.name(tree.graph().info()));
        json.name("nodes").value(nodes);
        json.name("bytes").value(tree.retainedSizes().totalBytes()).endObject();
      }
      json.endArray();
      GrowthReport byName = GrowthReport.of(series, GrowthKey.NAME);
      json.name("rowCount").value(byName.rows().size()).name("name");
      json.jsonValue(
          JsonReport.growth(
              series.getLast().rule(),
              Shortened.growth(byName, ROWS),
              JsonRows.ALL,
              news(series),
              JsonRows.ALL));
      json.name("record");
      json.jsonValue(
          JsonReport.growth(
              series.getLast().rule(),
              Shortened.growth(GrowthReport.of(series, GrowthKey.RECORD), ROWS),
              JsonRows.ALL,
              Optional.empty(),
              JsonRows.ALL));
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  /// What is new by how it hangs, if the heaps are of one run.
  private static Optional<PathClusters> news(List<DominatorTree> series) {
    DominatorTree last = series.getLast();
    return NewNodes.outermost(series)
        .map(nodes ->
            PathClusters.of(new DominatedSets(last), new ShortestPathFinder(last.edges()), nodes));
  }
}
