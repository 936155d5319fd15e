package lexscope.profiler.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import lexscope.profiler.compare.Capturer;
import lexscope.profiler.compare.DeadBinding;
import lexscope.profiler.compare.DeadBindings;
import lexscope.profiler.compare.FunctionFinding;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDescription;

/// An answer about bindings that no living closure uses as JSON.
public final class DeadBindingsJson {
  private DeadBindingsJson() {}

  /// The answer with its bindings and functions.
  public static String of(GraphInfo info, DeadBindings dead, JsonRows rows) {
    return JsonReport.write(
        info,
        dead.rule(),
        json -> {
          json.name("bytes").value(dead.bytes()).name("nodes").value(dead.nodes());
          json.name("allBytes").value(dead.allBytes()).name("allNodes").value(dead.allNodes());
          for (DeadBinding binding : rows.begin(json, "bindings", dead.bindings())) {
            write(json, binding);
          }
          json.endArray();
          for (FunctionFinding finding : rows.begin(json, "functions", dead.functions())) {
            json.beginObject().name("function").value(finding.function());
            JsonParts.location(json, "location", finding.location());
            strings(json, "bindings", finding.bindings());
            json.name("records").value(finding.records()).name("bytes").value(finding.bytes());
            json.name("nodes").value(finding.nodes()).endObject();
          }
          json.endArray().name("thresholdBytes").value(dead.thresholdBytes());
          json.name("harmless").value(dead.harmless());
          json.name("harmlessBytes").value(dead.harmlessBytes()).name("chosen").beginObject();
          DeadBindings.Chosen chosen = dead.chosen();
          strings(json, "names", chosen.names());
          strings(json, "unknown", chosen.unknown());
          json.name("bindings").value(chosen.bindings()).name("bytes").value(chosen.bytes());
          json.name("nodes").value(chosen.nodes()).endObject();
          json.name("judgedRecords").value(dead.judgedRecords());
          json.name("otherRecords").value(dead.otherRecords());
          json.name("unknownClosures").value(dead.unknownClosures());
          strings(json, "notes", dead.notes());
        });
  }

  private static void write(JsonWriter json, DeadBinding binding) throws IOException {
    json.beginObject().name("function").value(binding.function());
    json.name("binding").value(binding.binding());
    JsonParts.location(json, "location", binding.location());
    json.name("records").value(binding.records()).name("bytes").value(binding.bytes());
    json.name("nodes").value(binding.nodes()).name("value");
    JsonParts.node(json, binding.value());
    NodeDescription user = binding.lastUser();
    if (user != null) {
      json.name("lastUser");
      JsonParts.node(json, user);
    }
    NodeDescription holder = binding.holder();
    if (holder != null) {
      json.name("holder");
      JsonParts.node(json, holder);
    }
    json.name("capturers").beginArray();
    for (Capturer capturer : binding.capturers()) {
      json.beginObject().name("function").value(capturer.function());
      JsonParts.location(json, "location", capturer.location());
      json.name("living").value(capturer.living());
      json.name("livingOtherwise").value(capturer.livingOtherwise()).endObject();
    }
    json.endArray().endObject();
  }

  private static void strings(JsonWriter json, String name, List<String> strings)
      throws IOException {
    json.name(name).beginArray();
    for (String string : strings) {
      json.value(string);
    }
    json.endArray();
  }
}
