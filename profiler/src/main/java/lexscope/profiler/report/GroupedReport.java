package lexscope.profiler.report;

import java.util.List;
import lexscope.profiler.attribution.GroupedHistogram;
import lexscope.profiler.attribution.Grouping;
import lexscope.profiler.attribution.NodeOwners;
import lexscope.profiler.dominators.DominatorTree;

/// The heap by kind, site, function, module and so on, as text and as JSON.
public final class GroupedReport {
  /// So many calls of a stack are shown on a line.
  private static final int MOST_CALLS = 4;

  private GroupedReport() {}

  /// `histo --by`, at most `most` rows.
  public static String text(DominatorTree tree, GroupedHistogram histogram, int most) {
    StringBuilder out = new StringBuilder(TextReport.header(tree)).append('\n');
    TextTable table =
        new TextTable("rrrrl")
            .row("bytes", "share", "retained", "nodes", histogram.grouping().label());
    for (GroupedHistogram.Row row :
        histogram.rows().subList(0, Math.min(most, histogram.rows().size()))) {
      table.row(
          ByteSize.text(row.bytes()),
          TextReport.share(row.bytes(), histogram.totalBytes()),
          ByteSize.text(row.retainedBytes()),
          TextReport.number(row.nodes()),
          title(histogram.grouping(), row.name()));
    }
    table.writeTo(out, "");
    TextReport.writeRest(out, histogram.rows().size() - most, histogram.grouping().label());
    return out.toString();
  }

  /// Of the name of a long stack the first calls; JSON has all.
  private static String title(Grouping grouping, String name) {
    if (grouping != Grouping.STACK) {
      return name;
    }
    String[] calls = name.split(NodeOwners.BETWEEN_CALLS, -1);
    return calls.length <= MOST_CALLS + 1
        ? name
        : String.join(NodeOwners.BETWEEN_CALLS, List.of(calls).subList(0, MOST_CALLS))
            + NodeOwners.BETWEEN_CALLS
            + "… "
            + TextReport.counted((long) calls.length - MOST_CALLS, "call");
  }

  /// `histo --by --json`.
  public static String json(DominatorTree tree, GroupedHistogram histogram, JsonRows rows) {
    return JsonReport.write(
        tree.graph().info(),
        tree.rule(),
        json -> {
          json.name("by").value(histogram.grouping().label());
          json.name("totalBytes").value(histogram.totalBytes());
          for (GroupedHistogram.Row row : rows.begin(json, "rows", histogram.rows())) {
            json.beginObject().name("name").value(row.name()).name("nodes").value(row.nodes());
            json.name("bytes").value(row.bytes());
            json.name("retainedBytes").value(row.retainedBytes()).endObject();
          }
          json.endArray();
        });
  }
}
