package lexscope.scenarios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.capture.SitePlaces;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDetail;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.ShortestPathFinder;

/// Why tracked values are alive, as lists of edge labels from a root, without the records in
/// between: whether a suspended activation holds a value in a register or in a record of its own
/// makes no difference there.
final class WhyPaths {
  private static final Set<String> LINKS_OF_RECORDS =
      Set.of(
          "LexicalEnvironment",
          "[[OuterEnv]]",
          "[[Environment]]",
          "context",
          "previous",
          // An activation leads to the records around it by itself and by its function.
          "function");

  /// Records take ids too.
  private static final Pattern ID = Pattern.compile("@\\d+");

  private WhyPaths() {}

  static Map<CapturePolicy, List<String>> of(GuestRun run) {
    Map<CapturePolicy, List<String>> paths = new LinkedHashMap<>();
    for (CapturePolicy policy : CapturePolicy.values()) {
      SnapshotGraph graph =
          HeapCapture.capture(run.machine().heap(), policy, GraphInfo.UNKNOWN, SitePlaces.NONE);
      var finder = new ShortestPathFinder(RetainingEdges.of(graph, EdgeRule.STRONG));
      List<String> found = new ArrayList<>();
      run.alive()
          .forEach((name, cell) -> {
            int node = graph.ordinalOf(cell.id());
            if (node >= 0) {
              found.add(name + ": " + labels(graph, finder, node));
            }
          });
      paths.put(policy, found);
    }
    return paths;
  }

  private static List<String> labels(SnapshotGraph graph, ShortestPathFinder finder, int node) {
    List<String> labels = new ArrayList<>();
    boolean inActivation = false;
    for (int edge : finder.edgesTo(node)) {
      // Its argument list, a register and a record may hold one value under different labels.
      inActivation |= graph.detail(graph.edgeSource(edge)) == NodeDetail.ACTIVATION;
      String label = ID.matcher(graph.edgeLabel(edge)).replaceAll("@");
      if (LINKS_OF_RECORDS.contains(label)) {
        continue;
      }
      // A binding that is a node of its own has its name on the edge to it and on the edge from it.
      if (!inActivation && (labels.isEmpty() || !labels.getLast().equals(label))) {
        labels.add(label);
      }
      inActivation = graph.detail(graph.edgeTarget(edge)) == NodeDetail.BINDING && inActivation;
    }
    return Collections.unmodifiableList(labels);
  }
}
