package lexscope.profiler.report;

import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.find.Found;

/// Nodes for which a predicate holds, as text and as JSON.
public final class FindReport {
  private FindReport() {}

  /// `find`.
  ///
  /// @param stacks whether each node is followed by the calls that made it
  public static String text(DominatorTree tree, Found found, boolean stacks) {
    StringBuilder out = new StringBuilder(TextReport.header(tree));
    out.append(TextReport.counted(found.matches(), "node"));
    if (found.matches() > 0) {
      out.append(", own ")
          .append(ByteSize.text(found.shallowBytes()))
          .append(found.matches() == 1 ? ", retains " : ", together they retain ")
          .append(ByteSize.text(found.retainedBytes()))
          .append("\n\n");
      TextTable table = new TextTable("rrrl").row("retained", "own", "distance", "");
      for (Found.Row row : found.rows()) {
        table.row(
            ByteSize.text(row.retainedBytes()),
            ByteSize.text(row.node().shallowBytes()),
            TextReport.number(row.distance()),
            row.node().textWithId());
        if (stacks) {
          String before = "  made by ";
          for (String call : WhyText.calls(row.stack())) {
            table.row("", "", "", before + call);
            before = " ".repeat(before.length());
          }
        }
      }
      table.writeTo(out, "");
      TextReport.writeRest(out, found.matches() - found.rows().size(), "node");
    } else {
      out.append('\n');
    }
    return out.toString();
  }

  /// `find --json`; `matches` counts all, `rows` holds the first.
  public static String json(DominatorTree tree, String predicate, Found found) {
    return JsonReport.write(
        tree.graph().info(),
        tree.rule(),
        json -> {
          json.name("predicate").value(predicate).name("matches").value(found.matches());
          json.name("shallowBytes").value(found.shallowBytes());
          json.name("retainedBytes").value(found.retainedBytes()).name("rows").beginArray();
          for (Found.Row row : found.rows()) {
            json.beginObject().name("node");
            JsonParts.node(json, row.node());
            json.name("retainedBytes").value(row.retainedBytes());
            json.name("retainedNodes").value(row.retainedNodes());
            json.name("distance").value(row.distance());
            if (!row.stack().isEmpty()) {
              json.name("allocationStack");
              JsonParts.stack(json, row.stack());
            }
            json.endObject();
          }
          json.endArray();
        });
  }
}
