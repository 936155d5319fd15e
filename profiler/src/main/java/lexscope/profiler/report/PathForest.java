package lexscope.profiler.report;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.compare.LivingUsers;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.EdgeKind;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.RetentionPath;
import lexscope.profiler.paths.ShortestPathFinder;

/// The shortest paths to many nodes, each step once: paths that begin alike share their beginning.
/// Long ones are left out, so that a list of a million links costs no more than others.
final class PathForest {
  /// What a node has no path by.
  static final int TOO_LONG = -1;

  /// A path may add so many steps that no other has.
  private static final int MOST_NEW_STEPS = 100;

  private record Step(int before, String edge, String note, String node, long id) {}

  private final SnapshotGraph graph;
  private final ShortestPathFinder finder;
  private final LivingUsers users;
  private final List<Step> steps = new ArrayList<>();
  private final IntIntHashMap stepOf = new IntIntHashMap();

  PathForest(DominatorTree tree, ShortestPathFinder finder) {
    this.graph = tree.graph();
    this.finder = finder;
    this.users = new LivingUsers(tree);
  }

  /// The number of the last step of the path to a node that the root reaches, or {@link #TOO_LONG}.
  int add(int node) {
    IntArrayList missing = new IntArrayList();
    int at = node;
    while (!stepOf.containsKey(at)) {
      if (missing.size() == MOST_NEW_STEPS || !finder.isReached(at)) {
        return TOO_LONG;
      }
      missing.add(at);
      if (isTop(at)) {
        break;
      }
      at = finder.sourceOf(at);
    }
    for (int i = missing.size() - 1; i >= 0; i--) {
      addStep(missing.get(i));
    }
    return stepOf.get(node);
  }

  /// Whether a path begins with a node: a root holds it, or it is a global binding.
  private boolean isTop(int node) {
    int before = finder.sourceOf(node);
    return graph.kind(before) == NodeKind.SYNTHETIC || isGlobalBinding(node);
  }

  private boolean isGlobalBinding(int node) {
    int before = finder.sourceOf(node);
    return graph.detail(before) == NodeDetail.GLOBAL_RECORD
        && graph.edgeKind(finder.edgeTo(node)) == EdgeKind.CONTEXT
        && graph.kind(finder.sourceOf(before)) == NodeKind.SYNTHETIC;
  }

  private void addStep(int node) {
    String edge;
    String note = "";
    int before = -1;
    if (isTop(node)) {
      RetentionPath.Step.Root root = finder.pathTo(node).map(RetentionPath::root).orElseThrow();
      edge = root.place().isEmpty() ? root.kind() : root.kind() + " " + root.place();
    } else {
      int by = finder.edgeTo(node);
      edge = EdgeDescription.of(graph, by).text();
      note = users.note(by);
      before = stepOf.get(finder.sourceOf(node));
    }
    NodeDescription described = NodeDescription.of(graph, node);
    stepOf.put(node, steps.size());
    steps.add(new Step(before, edge, note, described.text(), described.id()));
  }

  /// Writes the steps in columns.
  void write(JsonWriter json) throws IOException {
    json.beginObject();
    JsonParts.numbers(json.name("before"), steps.stream().map(Step::before).toList());
    JsonParts.numbers(json.name("id"), steps.stream().map(Step::id).toList());
    JsonParts.strings(json, "edge", steps.stream().map(Step::edge).toList());
    JsonParts.strings(json, "note", steps.stream().map(Step::note).toList());
    JsonParts.strings(json, "node", steps.stream().map(Step::node).toList());
    json.endObject();
  }
}
