package lexscope.profiler.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.diff.ClassChange;
import lexscope.profiler.diff.GrowthReport;
import lexscope.profiler.diff.SnapshotDiff;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.paths.DominatorStep;
import lexscope.profiler.paths.MinimalCut;
import lexscope.profiler.paths.PathClusters;
import lexscope.profiler.why.WhyAnswer;

/// Answers as JSON, one object without line breaks each, so that several stand one to a line. Every
/// object begins with the version of the schema; a later version may add keys within a version's
/// number, and never takes one away or changes its meaning.
///
/// Sizes are bytes. A place is an object with `script`, `line` and `column`, the last two from 1.
/// What is not known is left out.
public final class JsonReport {
  /// The version of the schema.
  public static final int SCHEMA = 1;

  private JsonReport() {}

  /// `histo`: alive nodes by kind and name.
  public static String histogram(
      GraphInfo info, EdgeRule rule, Histogram histogram, JsonRows rows) {
    return write(info, rule, json -> writeRows(json, histogram, rows));
  }

  /// `dominators`: the dominator tree, rows in print order with their depth.
  public static String dominators(
      GraphInfo info, EdgeRule rule, DominatorListing listing, JsonRows rows) {
    return write(
        info,
        rule,
        json -> {
          json.name("totalBytes").value(listing.totalBytes());
          for (DominatorListing.Row row : rows.begin(json, "rows", listing.rows())) {
            json.beginObject().name("depth").value(row.depth()).name("node");
            JsonParts.node(json, row.node());
            json.name("retainedBytes")
                .value(row.retainedBytes())
                .name("retainedNodes")
                .value(row.retainedNodes());
            json.name("hidden").value(row.hidden()).endObject();
          }
          json.endArray();
        });
  }

  /// `retained`: what goes with a target.
  public static String retained(
      GraphInfo info, EdgeRule rule, RetainedAnswer answer, JsonRows rows) {
    return write(
        info,
        rule,
        json -> {
          json.name("target")
              .value(answer.query().text())
              .name("alive")
              .value(answer.alive().isPresent());
          if (answer.alive().isPresent()) {
            RetainedAnswer.Alive alive = answer.alive().get();
            json.name("matches").value(alive.target().matches()).name("node");
            JsonParts.node(json, alive.node());
            json.name("retainedBytes").value(alive.target().retainedBytes());
            json.name("retainedNodes").value(alive.retainedNodes());
            writeRows(json, alive.contents(), rows);
          }
        });
  }

  /// `why`: the shortest path, the dominators above and the smallest cut.
  public static String why(GraphInfo info, EdgeRule rule, WhyAnswer answer) {
    return write(
        info,
        rule,
        json -> {
          json.name("target").value(answer.query().text());
          switch (answer) {
            case WhyAnswer.NotAlive _ -> json.name("alive").value(false);
            case WhyAnswer.Alive alive -> writeAlive(json, alive);
          }
        });
  }

  /// `cut`: the smallest set of edges that frees the target.
  public static String cut(GraphInfo info, EdgeRule rule, WhyAnswer answer) {
    return write(
        info,
        rule,
        json -> {
          json.name("target").value(answer.query().text());
          switch (answer) {
            case WhyAnswer.NotAlive _ -> json.name("alive").value(false);
            case WhyAnswer.Alive alive -> {
              writeTarget(json, alive);
              if (alive.cut().isPresent()) {
                json.name("cut");
                writeCut(json, alive.cut().get());
              }
            }
          }
        });
  }

  private static void writeTarget(JsonWriter json, WhyAnswer.Alive alive) throws IOException {
    json.name("alive").value(true).name("matches").value(alive.target().matches()).name("node");
    JsonParts.node(json, alive.node());
    json.name("retainedBytes").value(alive.target().retainedBytes());
    json.name("retainedNodes").value(alive.retainedNodes());
  }

  private static void writeAlive(JsonWriter json, WhyAnswer.Alive alive) throws IOException {
    writeTarget(json, alive);
    json.name("path");
    JsonParts.path(json, alive.path(), alive.notes());
    json.name("dominators").beginArray();
    for (DominatorStep step : alive.dominators()) {
      json.beginObject().name("node");
      JsonParts.node(json, step.node());
      json.name("retainedBytes").value(step.retainedBytes()).endObject();
    }
    json.endArray();
    if (alive.cut().isPresent()) {
      json.name("cut");
      writeCut(json, alive.cut().get());
    }
    if (!alive.stack().isEmpty()) {
      json.name("allocationStack");
      JsonParts.stack(json, alive.stack());
    }
  }

  static void writeCut(JsonWriter json, MinimalCut cut) throws IOException {
    json.beginObject().name("nameable").value(cut.nameable()).name("edges").beginArray();
    for (MinimalCut.CutEdge edge : cut.edges()) {
      json.beginObject().name("source");
      JsonParts.node(json, edge.source());
      json.name("edge");
      JsonParts.edge(json, edge.edge());
      json.name("target");
      JsonParts.node(json, edge.target());
      json.endObject();
    }
    json.endArray().endObject();
  }

  /// `compare`: capture policies side by side.
  public static String comparison(GraphInfo info, PolicyComparison comparison, JsonRows rows) {
    return object(json -> {
      json.name("file").value(info.source());
      writeSnapshot(json, info);
      json.name("rule").value(comparison.rule().label());
      JsonParts.comparison(json, comparison, rows);
    });
  }

  /// `diff` of two snapshots.
  ///
  /// @param clusters how many groups of what is new
  public static String diff(
      GraphInfo before,
      GraphInfo after,
      EdgeRule rule,
      SnapshotDiff diff,
      JsonRows rows,
      Optional<PathClusters> news,
      JsonRows clusters) {
    return object(json -> {
      json.name("before")
          .value(name(before))
          .name("after")
          .value(name(after))
          .name("rule")
          .value(rule.label());
      json.name("joined").value(diff.byIds() ? "ids" : "sites");
      json.name("nodesBefore")
          .value(diff.nodesBefore())
          .name("nodesAfter")
          .value(diff.nodesAfter());
      json.name("bytesBefore")
          .value(diff.bytesBefore())
          .name("bytesAfter")
          .value(diff.bytesAfter());
      for (ClassChange change : rows.begin(json, "rows", diff.changes())) {
        json.beginObject()
            .name("kind")
            .value(change.type().kind())
            .name("name")
            .value(change.type().name());
        JsonParts.location(json, "site", change.site());
        json.name("countBefore")
            .value(change.countBefore())
            .name("countAfter")
            .value(change.countAfter());
        json.name("added").value(change.added()).name("removed").value(change.removed());
        json.name("bytesBefore")
            .value(change.bytesBefore())
            .name("bytesAfter")
            .value(change.bytesAfter());
        json.name("addedBytes")
            .value(change.addedBytes())
            .name("removedBytes")
            .value(change.removedBytes())
            .endObject();
      }
      json.endArray();
      writeNews(json, news, clusters);
    });
  }

  /// `diff` of a series.
  ///
  /// @param clusters how many groups of what is new
  public static String growth(
      EdgeRule rule,
      GrowthReport growth,
      JsonRows rows,
      Optional<PathClusters> news,
      JsonRows clusters) {
    return object(json -> {
      json.name("rule").value(rule.label());
      json.name("by").value(growth.key().label()).name("snapshots").beginArray();
      for (String snapshot : growth.snapshots()) {
        json.value(snapshot);
      }
      json.endArray();
      for (GrowthReport.Row row : rows.begin(json, "rows", growth.rows())) {
        json.beginObject()
            .name("kind")
            .value(row.type().kind())
            .name("name")
            .value(row.type().name());
        JsonParts.location(json, "site", row.site());
        JsonParts.numbers(json.name("counts"), row.counts());
        JsonParts.numbers(json.name("bytes"), row.bytes());
        JsonParts.numbers(json.name("retainedBytes"), row.retained());
        json.name("steady").value(row.isSteady());
        if (row.survivors() >= 0) {
          json.name("survivors").value(row.survivors());
        }
        json.endObject();
      }
      json.endArray();
      writeNews(json, news, clusters);
    });
  }

  /// What is new by how it hangs, if the snapshots are of one run.
  private static void writeNews(JsonWriter json, Optional<PathClusters> news, JsonRows clusters)
      throws IOException {
    if (news.isPresent()) {
      json.name("new").beginObject();
      ClusterReport.write(json, news.get(), clusters);
      json.endObject();
    }
  }

  /// A file that could not be answered about.
  public static String error(String file, String message) {
    return object(json -> json.name("file").value(file).name("error").value(message));
  }

  private static void writeRows(JsonWriter json, Histogram histogram, JsonRows rows)
      throws IOException {
    for (Histogram.Row row : rows.begin(json, "rows", histogram.rows())) {
      json.beginObject()
          .name("kind")
          .value(row.type().kind())
          .name("name")
          .value(row.type().name());
      json.name("count").value(row.count()).name("shallowBytes").value(row.shallowBytes());
      json.name("retainedBytes").value(row.retainedBytes()).endObject();
    }
    json.endArray();
  }

  /// The name of a snapshot where several are spoken of.
  public static String name(GraphInfo info) {
    return info.snapshot().isEmpty() || info.snapshot().equals("end")
        ? info.source()
        : info.source() + " at " + info.snapshot();
  }

  /// Writes keys into an open object.
  @FunctionalInterface
  interface Body {
    void writeTo(JsonWriter json) throws IOException;
  }

  /// An answer about one heap.
  static String write(GraphInfo info, EdgeRule rule, Body body) {
    return object(json -> {
      json.name("file").value(info.source());
      writeSnapshot(json, info);
      json.name("policy").value(info.policy()).name("rule").value(rule.label());
      body.writeTo(json);
    });
  }

  /// The snapshot's name, unless it is the usual one.
  private static void writeSnapshot(JsonWriter json, GraphInfo info) throws IOException {
    if (!List.of("", "end").contains(info.snapshot())) {
      json.name("at").value(info.snapshot());
    }
  }

  /// An object that begins with the version of the schema.
  static String object(Body body) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject().name("schema").value(SCHEMA);
      body.writeTo(json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }
}
