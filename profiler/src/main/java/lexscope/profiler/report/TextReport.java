package lexscope.profiler.report;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import lexscope.profiler.diff.ClassChange;
import lexscope.profiler.diff.GrowthReport;
import lexscope.profiler.diff.SnapshotDiff;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeClass;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.why.WhyAnswer;
import org.jspecify.annotations.Nullable;

/// Answers as text for a person at a terminal: aligned columns, sizes with units, places in the
/// source, and always which policy and which edge rule they hold under. Each answer ends with a
/// line break.
public final class TextReport {
  private TextReport() {}

  /// The line above an answer: what was looked at and how.
  public static String header(DominatorTree tree) {
    GraphInfo info = tree.graph().info();
    return JsonReport.name(info)
        + (info.policy().isEmpty() ? "" : ", policy " + info.policy())
        + ", edge rule "
        + tree.rule().label()
        + ": "
        + counted(tree.retainedSizes().things(), "node")
        + ", "
        + ByteSize.text(tree.retainedSizes().totalBytes())
        + "\n";
  }

  /// `histo`, at most `most` rows.
  public static String histogram(DominatorTree tree, Histogram histogram, int most) {
    StringBuilder out = new StringBuilder(header(tree)).append('\n');
    writeRows(out, histogram, most);
    return out.toString();
  }

  private static void writeRows(StringBuilder out, Histogram histogram, int most) {
    TextTable table = new TextTable("rrrll").row("retained", "own", "count", "kind", "name");
    List<Histogram.Row> rows = histogram.rows();
    for (Histogram.Row row : rows.subList(0, Math.min(most, rows.size()))) {
      table.row(
          ByteSize.text(row.retainedBytes()),
          ByteSize.text(row.shallowBytes()),
          number(row.count()),
          row.type().kind(),
          row.type().name());
    }
    table.writeTo(out, "");
    writeRest(out, rows.size() - most, "kind");
  }

  /// `dominators`, at most `most` rows.
  public static String dominators(DominatorTree tree, DominatorListing listing, int most) {
    StringBuilder out = new StringBuilder(header(tree)).append('\n');
    TextTable table = new TextTable("rrrl").row("retained", "share", "nodes", "");
    List<DominatorListing.Row> rows = listing.rows();
    for (DominatorListing.Row row : rows.subList(0, Math.min(most, rows.size()))) {
      String more = row.hidden() == 0 ? "" : "  (and " + number(row.hidden()) + " smaller below)";
      table.row(
          ByteSize.text(row.retainedBytes()),
          share(row.retainedBytes(), listing.totalBytes()),
          number(row.retainedNodes()),
          "  ".repeat(row.depth()) + row.node().textWithId() + more);
    }
    table.writeTo(out, "");
    writeRest(out, rows.size() - most, "row");
    return out.toString();
  }

  /// `retained`, at most `most` rows of contents.
  public static String retained(DominatorTree tree, RetainedAnswer answer, int most) {
    StringBuilder out = new StringBuilder(header(tree));
    if (answer.alive().isEmpty()) {
      return out.append(answer.query().text()).append(": not alive\n").toString();
    }
    RetainedAnswer.Alive alive = answer.alive().get();
    WhyText.writeTarget(out, answer.query(), alive.target(), alive.node(), alive.retainedNodes());
    out.append('\n');
    writeRows(out, alive.contents(), most);
    return out.toString();
  }

  /// `why`.
  public static String why(DominatorTree tree, WhyAnswer answer) {
    StringBuilder out = new StringBuilder(header(tree));
    switch (answer) {
      case WhyAnswer.NotAlive notAlive ->
          out.append(notAlive.query().text()).append(": not alive\n");
      case WhyAnswer.Alive alive -> WhyText.write(out, alive);
    }
    return out.toString();
  }

  /// The path of a `why` answer alone, a step a line, each with its remark.
  ///
  /// @param shown what becomes of the text of a step before the remarks are aligned
  public static List<String> path(WhyAnswer.Alive alive, UnaryOperator<String> shown) {
    StringBuilder out = new StringBuilder();
    WhyText.writePath(out, alive.path(), alive.notes(), shown);
    return out.toString().lines().map(String::strip).toList();
  }

  /// `cut`: what to remove so that something goes.
  public static String cut(DominatorTree tree, WhyAnswer answer) {
    StringBuilder out = new StringBuilder(header(tree));
    switch (answer) {
      case WhyAnswer.NotAlive notAlive ->
          out.append(notAlive.query().text()).append(": not alive\n");
      case WhyAnswer.Alive alive -> {
        WhyText.writeTarget(
            out, alive.query(), alive.target(), alive.node(), alive.retainedNodes());
        alive
            .cut()
            .ifPresentOrElse(
                cut -> WhyText.writeCut(out, cut), () -> out.append("nothing can be cut\n"));
      }
    }
    return out.toString();
  }

  /// `diff` of two snapshots, at most `most` rows.
  public static String diff(
      GraphInfo before, GraphInfo after, EdgeRule rule, SnapshotDiff diff, int most) {
    StringBuilder out = new StringBuilder();
    out.append("from ")
        .append(JsonReport.name(before))
        .append(" to ")
        .append(JsonReport.name(after));
    out.append(", edge rule ").append(rule.label());
    out.append(
        diff.byIds() ? ", joined by ids\n" : ", not of one run: joined by kind, name and site\n");
    out.append("nodes ")
        .append(number(diff.nodesBefore()))
        .append(" → ")
        .append(number(diff.nodesAfter()));
    out.append(", bytes ")
        .append(ByteSize.text(diff.bytesBefore()))
        .append(" → ")
        .append(ByteSize.text(diff.bytesAfter()));
    out.append(" (")
        .append(ByteSize.signed(diff.bytesAfter() - diff.bytesBefore()))
        .append(")\n\n");
    TextTable table = new TextTable("rrrrll").row("bytes", "added", "gone", "now", "kind", "name");
    for (ClassChange change : diff.changes().subList(0, Math.min(most, diff.changes().size()))) {
      table.row(
          ByteSize.signed(change.deltaBytes()),
          change.added() == 0 ? "" : "+" + number(change.added()),
          change.removed() == 0 ? "" : "-" + number(change.removed()),
          number(change.countAfter()),
          change.type().kind(),
          named(change.type(), change.site()));
    }
    table.writeTo(out, "");
    writeRest(out, diff.changes().size() - most, "kind");
    return out.toString();
  }

  /// `diff` of a series, at most `most` rows.
  public static String growth(EdgeRule rule, GrowthReport growth, int most) {
    StringBuilder out = new StringBuilder();
    out.append("growth over ").append(counted(growth.snapshots().size(), "snapshot")).append(": ");
    out.append(String.join(", ", growth.snapshots()))
        .append(", edge rule ")
        .append(rule.label())
        .append("\n\n");
    TextTable table =
        new TextTable("rrlrll").row("growth", "retained", "counts", "survivors", "kind", "name");
    for (GrowthReport.Row row : growth.rows().subList(0, Math.min(most, growth.rows().size()))) {
      List<String> counts = row.counts().stream().map(TextReport::number).toList();
      table.row(
          ByteSize.signed(row.growthBytes()),
          ByteSize.signed(row.retainedGrowth()),
          String.join(" → ", counts) + (row.isSteady() ? "  steady" : ""),
          row.survivors() < 0 ? "" : number(row.survivors()),
          row.type().kind(),
          named(row.type(), row.site()));
    }
    table.writeTo(out, "");
    writeRest(out, growth.rows().size() - most, "kind");
    return out.toString();
  }

  private static String named(NodeClass type, @Nullable SourceLocation site) {
    return site == null ? type.name() : type.name() + " (" + site + ")";
  }

  static void writeRest(StringBuilder out, int rest, String what) {
    if (rest > 0) {
      out.append("… and ").append(counted(rest, "more " + what)).append('\n');
    }
  }

  static String share(long part, long whole) {
    long perMille = whole == 0 ? 0 : Math.round(1000.0 * part / whole);
    return perMille / 10 + "." + perMille % 10 + " %";
  }

  /// A number with its thousands set apart.
  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// Such as `1 node`, `2 nodes`.
  static String counted(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
