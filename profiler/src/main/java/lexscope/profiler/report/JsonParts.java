package lexscope.profiler.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import lexscope.profiler.compare.BindingFinding;
import lexscope.profiler.compare.Capturer;
import lexscope.profiler.compare.ClosureFinding;
import lexscope.profiler.compare.FunctionFinding;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.compare.PolicyGap;
import lexscope.profiler.compare.PolicyTotals;
import lexscope.profiler.compare.RecordFinding;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SourceLocation;
import lexscope.profiler.paths.RetentionPath;
import org.jspecify.annotations.Nullable;

/// The parts that JSON answers are made of.
final class JsonParts {
  private JsonParts() {}

  static void node(JsonWriter json, NodeDescription node) throws IOException {
    json.beginObject().name("id").value(node.id()).name("kind").value(node.kind().label());
    if (!node.detail().title().isEmpty()) {
      json.name("detail").value(node.detail().title());
    }
    json.name("name").value(node.name());
    if (node.recordNumber() >= 0) {
      json.name("record").value(node.recordNumber());
    }
    if (node.isOlderRecord()) {
      json.name("newestRecord").value(node.newestRecord());
    }
    location(json, "location", node.location());
    json.name("shallowBytes").value(node.shallowBytes()).endObject();
  }

  static void edge(JsonWriter json, EdgeDescription edge) throws IOException {
    json.beginObject()
        .name("kind")
        .value(edge.kind().label())
        .name("label")
        .value(edge.label())
        .endObject();
  }

  static void location(JsonWriter json, String name, @Nullable SourceLocation location)
      throws IOException {
    if (location != null) {
      json.name(name).beginObject().name("script").value(location.script());
      json.name("line").value(location.line()).name("column").value(location.column()).endObject();
    }
  }

  /// The calls that made something, the innermost first: `script`, `line` and `column` of the
  /// function, and of the call itself its `place`, where that is known.
  static void stack(JsonWriter json, List<AllocationStacks.Call> stack) throws IOException {
    json.beginArray();
    for (AllocationStacks.Call call : stack) {
      AllocationStacks.Function function = call.function();
      json.beginObject().name("function").value(function.name());
      if (!function.script().isEmpty()) {
        json.name("script").value(function.script());
      }
      if (function.line() > 0) {
        json.name("line").value(function.line()).name("column").value(function.column());
      }
      if (call.line() > 0) {
        location(json, "place", new SourceLocation(function.script(), call.line(), call.column()));
      }
      if (call.waiting()) {
        json.name("async").value(true);
      }
      json.endObject();
    }
    json.endArray();
  }

  static void numbers(JsonWriter json, List<? extends Number> numbers) throws IOException {
    json.beginArray();
    for (Number number : numbers) {
      json.value(number.longValue());
    }
    json.endArray();
  }

  static void strings(JsonWriter json, String name, List<String> strings) throws IOException {
    json.name(name).beginArray();
    for (String string : strings) {
      json.value(string);
    }
    json.endArray();
  }

  static void path(JsonWriter json, RetentionPath path, List<String> notes) throws IOException {
    json.beginArray();
    for (int i = 0; i < path.steps().size(); i++) {
      switch (path.steps().get(i)) {
        case RetentionPath.Step.Root(String kind, String place) ->
            json.beginObject()
                .name("step")
                .value("root")
                .name("kind")
                .value(kind)
                .name("place")
                .value(place)
                .endObject();
        case RetentionPath.Step.Edge(EdgeDescription edge) -> {
          json.beginObject().name("step").value("edge").name("kind").value(edge.kind().label());
          json.name("label").value(edge.label());
          if (!notes.get(i).isEmpty()) {
            json.name("note").value(notes.get(i));
          }
          json.endObject();
        }
        case RetentionPath.Step.Node(NodeDescription node) -> {
          json.beginObject().name("step").value("node").name("node");
          node(json, node);
          json.endObject();
        }
      }
    }
    json.endArray();
  }

  static void comparison(JsonWriter json, PolicyComparison comparison, JsonRows rows)
      throws IOException {
    json.name("thresholdBytes").value(comparison.thresholdBytes()).name("policies").beginArray();
    for (PolicyTotals totals : comparison.totals()) {
      json.beginObject().name("policy").value(totals.policy()).name("nodes").value(totals.nodes());
      json.name("bytes").value(totals.bytes()).endObject();
    }
    json.endArray().name("gaps").beginArray();
    for (PolicyGap gap : comparison.gaps()) {
      gap(json, gap, rows);
    }
    json.endArray();
  }

  private static void gap(JsonWriter json, PolicyGap gap, JsonRows rows) throws IOException {
    json.beginObject().name("keeper").value(gap.keeper()).name("other").value(gap.other());
    json.name("extraNodes").value(gap.extraNodes()).name("extraBytes").value(gap.extraBytes());
    json.name("bindingBytes").value(gap.bindingBytes());
    for (BindingFinding finding : rows.begin(json, "bindings", gap.bindings())) {
      binding(json, finding);
    }
    json.endArray();
    for (FunctionFinding finding : rows.begin(json, "functions", gap.functions())) {
      json.beginObject().name("function").value(finding.function());
      location(json, "location", finding.location());
      strings(json, "bindings", finding.bindings());
      json.name("records").value(finding.records()).name("bytes").value(finding.bytes());
      json.name("nodes").value(finding.nodes()).endObject();
    }
    json.endArray();
    for (ClosureFinding finding : rows.begin(json, "closures", gap.closures())) {
      json.beginObject().name("function").value(finding.function());
      location(json, "location", finding.location());
      json.name("closures")
          .value(finding.closures())
          .name("livingOtherwise")
          .value(finding.livingOtherwise());
      strings(json, "bindings", finding.bindings());
      json.name("bytes").value(finding.bytes()).endObject();
    }
    json.endArray();
    for (RecordFinding finding : rows.begin(json, "records", gap.records())) {
      json.beginObject().name("record");
      node(json, finding.record());
      strings(json, "bindings", finding.bindings());
      json.name("bytes").value(finding.bytes()).endObject();
    }
    json.endArray().name("harmless").value(gap.harmless());
    json.name("harmlessBytes").value(gap.harmlessBytes()).endObject();
  }

  private static void binding(JsonWriter json, BindingFinding finding) throws IOException {
    json.beginObject()
        .name("function")
        .value(finding.function())
        .name("binding")
        .value(finding.binding());
    location(json, "location", finding.location());
    strings(json, "keptUnder", finding.keptUnder());
    json.name("records").value(finding.records()).name("bytes").value(finding.bytes());
    json.name("nodes").value(finding.nodes()).name("value");
    node(json, finding.value());
    NodeDescription holder = finding.holder();
    if (holder != null) {
      json.name("holder");
      node(json, holder);
    }
    json.name("capturers").beginArray();
    for (Capturer capturer : finding.capturers()) {
      json.beginObject().name("function").value(capturer.function());
      location(json, "location", capturer.location());
      json.name("living")
          .value(capturer.living())
          .name("livingOtherwise")
          .value(capturer.livingOtherwise())
          .endObject();
    }
    json.endArray().endObject();
  }
}
