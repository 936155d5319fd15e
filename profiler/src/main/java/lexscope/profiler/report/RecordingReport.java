package lexscope.profiler.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lexscope.profiler.events.RecordingSummary;
import lexscope.profiler.events.RecordingSummary.Collection;

/// A recording of Flight Recorder as text or JSON: how the heap grew, what the pauses were, whose
/// records live longest, what was asked.
public final class RecordingReport {
  private static final String BARS = "▁▂▃▄▅▆▇█";
  private static final int MOST_BARS = 60;

  private final RecordingSummary summary;
  private final int rows;

  /// A report.
  ///
  /// @param rows how many rows a table has at most
  public RecordingReport(RecordingSummary summary, int rows) {
    this.summary = summary;
    this.rows = rows;
  }

  /// The report as text.
  public String text(String file) {
    StringBuilder out = new StringBuilder(file).append('\n');
    collections(out);
    records(out);
    answers(out);
    return out.toString();
  }

  private void collections(StringBuilder out) {
    List<Collection> all = summary.collections();
    if (all.isEmpty()) {
      return;
    }
    out.append("\ncollections: ")
        .append(all.size())
        .append(" in ")
        .append(millis(summary.spanNanos()))
        .append(", paused ")
        .append(millis(summary.pausedNanos()))
        .append(
            String.format(
                Locale.ROOT,
                " (%.1f %%)",
                100.0 * summary.pausedNanos() / Math.max(1, summary.spanNanos())))
        .append('\n');
    out.append("pauses: half up to ")
        .append(millis(summary.pauseNanos(0.5)))
        .append(", 95 % up to ")
        .append(millis(summary.pauseNanos(0.95)))
        .append(", longest ")
        .append(millis(summary.pauseNanos(1)))
        .append('\n');
    out.append("alive: ")
        .append(bars())
        .append("  ")
        .append(ByteSize.text(all.getFirst().bytesAfter()))
        .append(" → ")
        .append(ByteSize.text(all.getLast().bytesAfter()))
        .append('\n');
    TextTable table = new TextTable("rrrrrrrll");
    table.row("", "at", "pause", "mark", "sweep", "bytes before", "after", "cause", "policy");
    for (Collection each : all.subList(Math.max(0, all.size() - rows), all.size())) {
      table.row(
          "#" + each.number(),
          millis(each.nanosFromStart()),
          millis(each.pauseNanos()),
          millis(each.markNanos()),
          millis(each.sweepNanos()),
          ByteSize.text(each.bytesBefore()),
          ByteSize.text(each.bytesAfter()),
          each.cause(),
          each.policy());
    }
    if (all.size() > rows) {
      out.append("the last ").append(rows).append(":\n");
    }
    table.writeTo(out, "  ");
  }

  /// What was alive after each collection, as bars; of many collections, the largest of each
  /// stretch.
  private String bars() {
    List<Collection> all = summary.collections();
    int count = Math.min(MOST_BARS, all.size());
    long[] largest = new long[count];
    long top = 1;
    for (int i = 0; i < all.size(); i++) {
      int bar = (int) ((long) i * count / all.size());
      largest[bar] = Math.max(largest[bar], all.get(i).bytesAfter());
      top = Math.max(top, largest[bar]);
    }
    StringBuilder out = new StringBuilder();
    for (long bytes : largest) {
      out.append(BARS.charAt((int) (bytes * (BARS.length() - 1) / top)));
    }
    return out.toString();
  }

  private void records(StringBuilder out) {
    table(
        out,
        "Environment Records (samples), most alive at the end first",
        "scope",
        new TextTable("rrrrrl").row("made", "swept", "alive first", "last", "oldest", ""),
        summary.records(),
        each ->
            new String[] {
              Integer.toString(each.made()),
              Integer.toString(each.swept()),
              Integer.toString(each.aliveFirst()),
              Integer.toString(each.aliveLast()),
              Integer.toString(each.oldest()),
              each.kind()
                  + (each.function().isEmpty() ? "" : " of " + each.function())
                  + (each.place().isEmpty() ? "" : " (" + each.place() + ")")
            });
  }

  private void answers(StringBuilder out) {
    table(
        out,
        "why alive, most retained first",
        "answer",
        new TextTable("rrlll").row("retained", "edges", "target", "policy", "root"),
        summary.answers(),
        each ->
            new String[] {
              each.alive() ? ByteSize.text(each.retainedBytes()) : "-",
              each.alive() ? Integer.toString(each.length()) : "-",
              each.target(),
              each.policy(),
              each.alive() ? each.root() : "not alive"
            });
    table(
        out,
        "snapshots",
        "snapshot",
        new TextTable("rrrrll").row("bytes", "nodes", "edges", "took", "policy", ""),
        summary.snapshots(),
        each ->
            new String[] {
              ByteSize.text(each.bytes()),
              Long.toString(each.nodes()),
              Long.toString(each.edges()),
              millis(each.nanos()),
              each.policy(),
              each.program() + " at " + each.name()
            });
    table(
        out,
        "policies compared",
        "comparison",
        new TextTable("rrll"),
        summary.comparisons(),
        each ->
            new String[] {
              ByteSize.signed(each.bytes()),
              each.nodes() + " nodes",
              each.keeper() + " against " + each.other(),
              each.worstBinding().isEmpty() ? "" : "most by " + each.worstBinding()
            });
    table(
        out,
        "scenarios",
        "scenario",
        new TextTable("lrll"),
        summary.verdicts(),
        each ->
            new String[] {
              each.passed() ? "ok" : "FAILED",
              millis(each.nanos()),
              each.scenario() + " [" + each.policy() + "]",
              each.message().lines().findFirst().orElse("")
            });
  }

  /// The first rows of a table under its title, and how many are left out; nothing if it is empty.
  private <T> void table(
      StringBuilder out,
      String title,
      String noun,
      TextTable table,
      List<T> all,
      Function<T, String[]> cells) {
    if (!all.isEmpty()) {
      out.append('\n').append(title).append('\n');
      all.stream().limit(rows).map(cells).forEach(table::row);
      table.writeTo(out, "  ");
      TextReport.writeRest(out, all.size() - rows, noun);
    }
  }

  private static String millis(long nanos) {
    double millis = nanos / 1e6;
    return millis >= 1000
        ? String.format(Locale.ROOT, "%.2f s", millis / 1000)
        : String.format(Locale.ROOT, millis >= 100 ? "%.0f ms" : "%.2f ms", millis);
  }

  /// The report as one JSON object in a line; everything is in it, whatever `rows` says.
  public String json(String file) {
    return JsonReport.object(json -> {
      json.name("file").value(file);
      json.name("pauses").beginObject();
      json.name("totalNanos").value(summary.pausedNanos());
      json.name("spanNanos").value(summary.spanNanos());
      json.name("medianNanos").value(summary.pauseNanos(0.5));
      json.name("p95Nanos").value(summary.pauseNanos(0.95));
      json.name("longestNanos").value(summary.pauseNanos(1)).endObject();
      json.name("collections").beginArray();
      for (Collection each : summary.collections()) {
        json.beginObject().name("collection").value(each.number());
        json.name("cause").value(each.cause()).name("policy").value(each.policy());
        json.name("atNanos").value(each.nanosFromStart());
        json.name("pauseNanos").value(each.pauseNanos());
        json.name("markNanos").value(each.markNanos()).name("sweepNanos").value(each.sweepNanos());
        json.name("cellsBefore").value(each.cellsBefore());
        json.name("cellsAfter").value(each.cellsAfter());
        json.name("bytesBefore").value(each.bytesBefore());
        json.name("bytesAfter").value(each.bytesAfter()).endObject();
      }
      json.endArray().name("records").beginArray();
      for (RecordingSummary.Records each : summary.records()) {
        json.beginObject().name("kind").value(each.kind()).name("function").value(each.function());
        json.name("place").value(each.place()).name("made").value(each.made());
        json.name("swept").value(each.swept()).name("aliveFirst").value(each.aliveFirst());
        json.name("aliveLast").value(each.aliveLast()).name("oldest").value(each.oldest());
        json.endObject();
      }
      json.endArray().name("answers").beginArray();
      for (RecordingSummary.Answer each : summary.answers()) {
        json.beginObject().name("target").value(each.target()).name("alive").value(each.alive());
        json.name("policy").value(each.policy()).name("root").value(each.root());
        json.name("length").value(each.length());
        json.name("retainedBytes").value(each.retainedBytes()).endObject();
      }
      json.endArray().name("snapshots").beginArray();
      for (RecordingSummary.Snapshot each : summary.snapshots()) {
        json.beginObject().name("program").value(each.program()).name("name").value(each.name());
        json.name("policy").value(each.policy()).name("nodes").value(each.nodes());
        json.name("edges").value(each.edges()).name("bytes").value(each.bytes());
        json.name("nanos").value(each.nanos()).endObject();
      }
      json.endArray().name("comparisons").beginArray();
      for (RecordingSummary.Comparison each : summary.comparisons()) {
        json.beginObject().name("program").value(each.program());
        json.name("keeper").value(each.keeper()).name("other").value(each.other());
        json.name("extraNodes").value(each.nodes()).name("extraBytes").value(each.bytes());
        json.name("worstBinding").value(each.worstBinding()).endObject();
      }
      json.endArray().name("scenarios").beginArray();
      for (RecordingSummary.Verdict each : summary.verdicts()) {
        json.beginObject().name("scenario").value(each.scenario());
        json.name("policy").value(each.policy()).name("passed").value(each.passed());
        json.name("message").value(each.message()).name("nanos").value(each.nanos()).endObject();
      }
      json.endArray();
    })
        + "\n";
  }
}
