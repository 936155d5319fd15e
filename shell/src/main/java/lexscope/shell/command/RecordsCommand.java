package lexscope.shell.command;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import lexscope.js.inspection.RecordCensus;
import lexscope.js.inspection.RecordNotation;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.report.JsonReport;
import lexscope.shell.UserDataException;

/// `records FILE`: the live Environment Records in the specification's notation.
final class RecordsCommand extends HeapQuestion {
  @Override
  public String name() {
    return "records";
  }

  @Override
  public String summary() {
    return "list the live Environment Records in the notation of the specification";
  }

  @Override
  public String details() {
    return "A binding that the policy does not keep is shown as such, not left out.";
  }

  @Override
  String answer(HeapFile heap, Arguments arguments) {
    if (!heap.isProgram()) {
      throw new UserDataException(
          "a snapshot file has no bindings by name: records needs a program");
    }
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.WHOLE);
    List<RecordNotation> records =
        RecordCensus.of(heap.program().machine().heap(), policy).records().stream()
            .map(RecordNotation::of)
            .toList();
    return arguments.has("json") ? json(heap, policy, records) : text(heap, policy, records);
  }

  private static String text(HeapFile heap, CapturePolicy policy, List<RecordNotation> records) {
    StringBuilder out = new StringBuilder();
    out.append(JsonReport.name(heap.info())).append(", policy ").append(policy.ruleName());
    out.append(", ")
        .append(records.size())
        .append(records.size() == 1 ? " record\n" : " records\n");
    for (RecordNotation record : records) {
      out.append("\nER").append(record.number()).append(": ").append(record.type());
      out.append(record.owner().isEmpty() ? "" : " of " + record.owner());
      out.append(record.place() == null ? "" : " (" + record.place() + ")")
          .append(" #")
          .append(record.id());
      out.append(" {\n");
      int width = 0;
      for (RecordNotation.Field field : record.bindings()) {
        width = Math.max(width, field.name().length());
      }
      for (RecordNotation.Field field : record.fields()) {
        width = Math.max(width, field.name().length());
      }
      append(out, record.bindings(), width);
      append(out, record.fields(), width);
      out.append("}\n");
      record.holders().forEach(line -> out.append("  held by ").append(line).append('\n'));
      record.stale().forEach(line -> out.append("  stale in ").append(line).append('\n'));
    }
    return out.toString();
  }

  private static void append(StringBuilder out, List<RecordNotation.Field> fields, int width) {
    for (RecordNotation.Field field : fields) {
      out.append("  ").append(field.name()).append(':');
      out.repeat(' ', width - field.name().length() + 1).append(field.value()).append('\n');
    }
  }

  private static String json(HeapFile heap, CapturePolicy policy, List<RecordNotation> records) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject().name("schema").value(JsonReport.SCHEMA);
      json.name("file").value(heap.info().source());
      if (!heap.info().snapshot().equals(SnapshotNames.END)) {
        json.name("at").value(heap.info().snapshot());
      }
      json.name("policy").value(policy.ruleName());
      json.name("records").beginArray();
      for (RecordNotation record : records) {
        write(json, record);
      }
      json.endArray().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private static void write(JsonWriter json, RecordNotation record) throws IOException {
    json.beginObject().name("number").value(record.number()).name("id").value(record.id());
    json.name("type").value(record.type()).name("function").value(record.owner());
    if (record.place() != null) {
      json.name("place").value(record.place().toString());
    }
    fields(json, "bindings", record.bindings());
    fields(json, "fields", record.fields());
    lines(json, "holders", record.holders());
    lines(json, "stale", record.stale());
    json.endObject();
  }

  private static void fields(JsonWriter json, String name, List<RecordNotation.Field> fields)
      throws IOException {
    json.name(name).beginObject();
    for (RecordNotation.Field field : fields) {
      json.name(field.name()).value(field.value());
    }
    json.endObject();
  }

  private static void lines(JsonWriter json, String name, List<String> lines) throws IOException {
    json.name(name).beginArray();
    for (String line : lines) {
      json.value(line);
    }
    json.endArray();
  }
}
