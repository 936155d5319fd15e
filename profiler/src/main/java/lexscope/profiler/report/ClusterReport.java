package lexscope.profiler.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.paths.PathClusters;

/// Nodes grouped by the shape of their retaining paths, as text and as JSON.
public final class ClusterReport {
  /// Of a longer shape the middle is left out.
  private static final int MOST_STEPS = 24;

  private ClusterReport() {}

  /// `clusters`, at most `most` of them.
  public static String text(DominatorTree tree, String target, PathClusters clusters, int most) {
    StringBuilder out = new StringBuilder(TextReport.header(tree));
    if (clusters.nodes() == 0) {
      return out.append(target).append(": not alive\n").toString();
    }
    out.append(target).append(": ");
    write(out, clusters, most);
    return out.toString();
  }

  /// What is new after a diff, grouped by how it hangs, at most `most` groups.
  public static String news(PathClusters clusters, int most) {
    StringBuilder out = new StringBuilder("\nwhat is new, by how it is held: ");
    write(out, clusters, most);
    return out.toString();
  }

  private static void write(StringBuilder out, PathClusters clusters, int most) {
    out.append(TextReport.counted(clusters.nodes(), "node"))
        .append(" in ")
        .append(TextReport.counted(clusters.clusters().size(), "cluster"))
        .append(clusters.nodes() == 1 ? ", retains " : ", together they retain ")
        .append(ByteSize.text(clusters.bytes()))
        .append('\n');
    int shown = 0;
    for (PathClusters.Cluster cluster : clusters.clusters()) {
      if (shown++ == most) {
        break;
      }
      out.append('\n')
          .append(TextReport.counted(cluster.count(), "node"))
          .append(", own ")
          .append(ByteSize.text(cluster.shallowBytes()))
          .append(cluster.count() == 1 ? ", retains " : ", retain ")
          .append(ByteSize.text(cluster.retainedBytes()))
          .append(", such as ")
          .append(cluster.representative().textWithId())
          .append('\n');
      writeSteps(out, cluster.steps());
    }
    if (clusters.clusters().size() > most) {
      out.append('\n');
    }
    TextReport.writeRest(out, clusters.clusters().size() - most, "cluster");
  }

  private static void writeSteps(StringBuilder out, List<String> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.size() <= MOST_STEPS || i < MOST_STEPS / 2 || i >= steps.size() - MOST_STEPS / 2) {
        out.append(i == 0 ? "  " : "  → ").append(steps.get(i)).append('\n');
      } else if (i == MOST_STEPS / 2) {
        out.append("  … ")
            .append(TextReport.counted(steps.size() - MOST_STEPS, "step"))
            .append(" left out\n");
      }
    }
  }

  /// `clusters --json`.
  public static String json(
      DominatorTree tree, String target, PathClusters clusters, JsonRows rows) {
    return JsonReport.write(
        tree.graph().info(),
        tree.rule(),
        json -> {
          json.name("target").value(target).name("alive").value(clusters.nodes() > 0);
          write(json, clusters, rows);
        });
  }

  static void write(JsonWriter json, PathClusters clusters, JsonRows rows) throws IOException {
    json.name("nodes").value(clusters.nodes());
    json.name("retainedBytes").value(clusters.bytes());
    for (PathClusters.Cluster cluster : rows.begin(json, "clusters", clusters.clusters())) {
      json.beginObject().name("count").value(cluster.count());
      json.name("shallowBytes").value(cluster.shallowBytes());
      json.name("retainedBytes").value(cluster.retainedBytes());
      json.name("steps").beginArray();
      for (String step : cluster.steps()) {
        json.value(step);
      }
      json.endArray().name("representative");
      JsonParts.node(json, cluster.representative());
      json.name("path");
      JsonParts.path(json, cluster.path(), Collections.nCopies(cluster.path().steps().size(), ""));
      json.endObject();
    }
    json.endArray();
  }
}
