package lexscope.profiler.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.ShortestPathFinder;

/// A cut of a dominator tree as JSON, in columns: a value for each row in each of them. Classes are
/// numbers of a list; groups are rows of parent, class, count, bytes and nodes. With the shortest
/// path to each node, its steps shared with those of other nodes.
public final class DominatorCutJson {
  private DominatorCutJson() {}

  /// The cut and its paths.
  public static String of(DominatorTree tree, ShortestPathFinder finder, DominatorCut cut) {
    PathForest paths = new PathForest(tree, finder);
    List<Integer> ends = new ArrayList<>();
    for (DominatorCut.Row row : cut.rows()) {
      ends.add(row.node() == SnapshotGraph.ROOT ? -1 : paths.add(row.node()));
    }
    return JsonReport.write(
        tree.graph().info(),
        tree.rule(),
        json -> {
          json.name("totalBytes").value(cut.totalBytes()).name("totalNodes");
          json.value(cut.totalNodes()).name("rows").value(cut.rows().size());
          column(json, "parent", cut, DominatorCut.Row::parent);
          column(json, "id", cut, row -> tree.graph().id(row.node()));
          Map<NodeClass, Integer> classes = new LinkedHashMap<>();
          json.name("class").beginArray();
          for (DominatorCut.Row row : cut.rows()) {
            json.value(number(classes, NodeClass.of(tree.graph(), row.node())));
          }
          json.endArray().name("text").beginArray();
          for (DominatorCut.Row row : cut.rows()) {
            json.value(
                row.node() == SnapshotGraph.ROOT
                    ? "heap"
                    : NodeDescription.of(tree.graph(), row.node()).text());
          }
          json.endArray();
          column(json, "shallowBytes", cut, row -> tree.graph().shallowBytes(row.node()));
          column(json, "retainedBytes", cut, DominatorCut.Row::retainedBytes);
          column(json, "retainedNodes", cut, DominatorCut.Row::retainedNodes);
          column(json, "hidden", cut, DominatorCut.Row::hidden);
          column(json, "hiddenBytes", cut, DominatorCut.Row::hiddenBytes);
          column(json, "hiddenNodes", cut, DominatorCut.Row::hiddenNodes);
          json.name("groups").beginArray();
          for (DominatorCut.Group group : cut.groups()) {
            json.beginArray().value(group.parent()).value(number(classes, group.type()));
            json.value(group.count()).value(group.bytes()).value(group.nodes()).endArray();
          }
          json.endArray().name("classes").beginArray();
          for (NodeClass type : classes.keySet()) {
            json.beginArray().value(type.kind()).value(type.name()).endArray();
          }
          json.endArray();
          JsonParts.numbers(json.name("path"), ends);
          json.name("steps");
          paths.write(json);
        });
  }

  private static int number(Map<NodeClass, Integer> classes, NodeClass type) {
    Integer known = classes.putIfAbsent(type, classes.size());
    return known == null ? classes.size() - 1 : known;
  }

  private static void column(
      JsonWriter json, String name, DominatorCut cut, ToLongFunction<DominatorCut.Row> value)
      throws IOException {
    json.name(name).beginArray();
    for (DominatorCut.Row row : cut.rows()) {
      json.value(value.applyAsLong(row));
    }
    json.endArray();
  }
}
