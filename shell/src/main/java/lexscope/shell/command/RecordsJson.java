package lexscope.shell.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import lexscope.gc.SourcePlace;
import lexscope.js.inspection.ContextNotation;
import lexscope.js.inspection.FunctionNotation;
import lexscope.js.inspection.ModuleNotation;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.inspection.RecordNotation;
import lexscope.js.inspection.RecordNotation.Field;
import lexscope.js.policy.CapturePolicy;
import lexscope.js.vm.EcmaScriptFunction;
import lexscope.js.vm.ScriptOrModule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.report.JsonReport;
import lexscope.profiler.report.JsonRows;
import org.jspecify.annotations.Nullable;

/// The answer of `records` as JSON.
final class RecordsJson {
  private final JsonWriter json;

  private RecordsJson(JsonWriter json) {
    this.json = json;
  }

  static String of(GraphInfo info, CapturePolicy policy, RecordCensus census, JsonRows rows) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      new RecordsJson(json).write(info, policy, census, rows);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private void write(GraphInfo info, CapturePolicy policy, RecordCensus census, JsonRows rows)
      throws IOException {
    json.beginObject().name("schema").value(JsonReport.SCHEMA).name("file").value(info.source());
    if (!info.snapshot().equals(SnapshotNames.END)) {
      json.name("at").value(info.snapshot());
    }
    json.name("policy").value(policy.ruleName()).name("contexts").beginArray();
    for (ContextNotation context : ContextNotation.of(census)) {
      write(context);
    }
    json.endArray().name("modules").beginArray();
    for (ScriptOrModule each : census.modules()) {
      ModuleNotation module = ModuleNotation.of(each);
      json.beginObject().name("path").value(module.path()).name("id").value(module.id());
      fields("fields", module.fields());
      json.endObject();
    }
    json.endArray().name("records").beginArray();
    for (RecordCensus.Entry entry : census.records()) {
      write(RecordNotation.of(census, entry));
    }
    json.endArray();
    for (EcmaScriptFunction function : rows.begin(json, "functions", census.functions())) {
      write(FunctionNotation.of(function));
    }
    json.endArray().endObject();
  }

  private void write(ContextNotation context) throws IOException {
    json.beginObject().name("name").value(context.name()).name("state").value(context.state());
    place(context.place());
    fields("fields", context.fields());
    json.name("registers").beginArray();
    for (ContextNotation.Registers each : context.registers()) {
      json.beginObject().name("type").value(each.type());
      if (each.number() >= 0) {
        json.name("number").value(each.number());
      }
      place(each.place());
      fields("bindings", each.bindings());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private void write(RecordNotation record) throws IOException {
    json.beginObject().name("number").value(record.number()).name("id").value(record.id());
    json.name("type").value(record.type()).name("function").value(record.owner());
    place(record.place());
    fields("bindings", record.bindings());
    fields("objectBindings", record.objectBindings());
    fields("fields", record.fields());
    lines("holders", record.holders());
    lines("stale", record.stale());
    json.endObject();
  }

  private void write(FunctionNotation function) throws IOException {
    json.beginObject().name("name").value(function.name()).name("id").value(function.id());
    place(function.place());
    json.name("[[Environment]]").value(function.environment());
    json.name("[[ThisMode]]").value(function.thisMode()).endObject();
  }

  private void place(@Nullable SourcePlace place) throws IOException {
    if (place != null) {
      json.name("place").value(place.toString());
    }
  }

  private void fields(String name, List<Field> fields) throws IOException {
    json.name(name).beginObject();
    for (Field field : fields) {
      json.name(field.name()).value(field.value());
    }
    json.endObject();
  }

  private void lines(String name, List<String> lines) throws IOException {
    json.name(name).beginArray();
    for (String line : lines) {
      json.value(line);
    }
    json.endArray();
  }
}
