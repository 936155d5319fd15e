package lexscope.profiler.report;

import lexscope.profiler.attribution.GroupedHistogram;
import lexscope.profiler.dominators.DominatorTree;

/// The heap by kind, site, function, module or package, as text and as JSON.
public final class GroupedReport {
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
          row.name());
    }
    table.writeTo(out, "");
    TextReport.writeRest(out, histogram.rows().size() - most, histogram.grouping().label());
    return out.toString();
  }

  /// `histo --by --json`.
  public static String json(DominatorTree tree, GroupedHistogram histogram) {
    return JsonReport.write(
        tree.graph().info(),
        tree.rule(),
        json -> {
          json.name("by").value(histogram.grouping().label());
          json.name("totalBytes").value(histogram.totalBytes()).name("rows").beginArray();
          for (GroupedHistogram.Row row : histogram.rows()) {
            json.beginObject().name("name").value(row.name()).name("nodes").value(row.nodes());
            json.name("bytes").value(row.bytes());
            json.name("retainedBytes").value(row.retainedBytes()).endObject();
          }
          json.endArray();
        });
  }
}
