package lexscope.profiler.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Optional;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.paths.DominatedSets;
import lexscope.profiler.paths.MinimalCut;
import lexscope.profiler.paths.ShortestPathFinder;

/// What to cut so that all of several nodes go, as text and as JSON.
///
/// @param target what was asked about, as the user wrote it
/// @param nodes how many alive nodes are meant
/// @param retainedBytes what goes with them one by one, none counted twice
/// @param cut the smallest set of edges that frees them all, if they can be freed
/// @param freedBytes everything that goes when these edges are cut
public record CutReport(
    String target, int nodes, long retainedBytes, Optional<MinimalCut> cut, long freedBytes) {
  /// Finds the cut for `nodes`, and what goes with it by tracing the heap once more without its
  /// edges.
  public static CutReport of(DominatorTree tree, String target, int... nodes) {
    Optional<MinimalCut> cut =
        MinimalCut.of(tree.edges(), new ShortestPathFinder(tree.edges()), nodes);
    long freed = 0;
    if (cut.isPresent()) {
      int[] edges = cut.get().edges().stream().mapToInt(edge -> edge.edge().edge()).toArray();
      freed =
          tree.retainedSizes().totalBytes()
              - DominatorTree.of(tree.edges().without(edges)).retainedSizes().totalBytes();
    }
    return new CutReport(target, nodes.length, new DominatedSets(tree).bytes(nodes), cut, freed);
  }

  /// As text.
  public String text(DominatorTree tree) {
    StringBuilder out = new StringBuilder(TextReport.header(tree)).append(target).append(": ");
    if (nodes == 0) {
      return out.append("not alive\n").toString();
    }
    out.append(TextReport.counted(nodes, "node"))
        .append(nodes == 1 ? ", retains " : ", together they retain ")
        .append(ByteSize.text(retainedBytes))
        .append('\n');
    if (cut.isEmpty()) {
      return out.append("nothing can be cut\n").toString();
    }
    WhyText.writeCut(out, cut.get());
    return out.append("\nthat frees ").append(ByteSize.text(freedBytes)).append('\n').toString();
  }

  /// As JSON.
  public String json(DominatorTree tree) {
    return JsonReport.write(tree.graph().info(), tree.rule(), this::write);
  }

  private void write(JsonWriter json) throws IOException {
    json.name("target").value(target).name("alive").value(nodes > 0).name("nodes").value(nodes);
    json.name("retainedBytes").value(retainedBytes);
    if (cut.isPresent()) {
      json.name("freedBytes").value(freedBytes).name("cut");
      JsonReport.writeCut(json, cut.get());
    }
  }
}
