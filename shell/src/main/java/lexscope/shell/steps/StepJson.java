package lexscope.shell.steps;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lexscope.gc.SourcePlace;
import lexscope.profiler.report.JsonReport;
import org.jspecify.annotations.Nullable;

/// Steps for programs: one JSON object a line, each complete in itself.
public final class StepJson {
  private final JsonWriter json;

  private StepJson(JsonWriter json) {
    this.json = json;
  }

  @FunctionalInterface
  private interface Content {
    void write(StepJson json) throws IOException;
  }

  private static String line(String file, String policy, Content content) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.beginObject().name("schema").value(JsonReport.SCHEMA).name("file").value(file);
      json.name("policy").value(policy);
      content.write(new StepJson(json));
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text + "\n";
  }

  /// A step.
  public static String of(String file, String policy, Step step) {
    return line(file, policy, json -> json.write(step));
  }

  /// The last line: how many steps there were, and why there are no more.
  public static String end(Trace trace) {
    return line(
        trace.file(),
        trace.policy(),
        json -> {
          json.json.name("steps").value(trace.steps().size());
          json.json.name("cut").value(trace.cut().isEmpty() ? null : trace.cut());
        });
  }

  private void write(Step step) throws IOException {
    json.name("step").value(step.number());
    json.name("moment").value(step.moment().name().toLowerCase(Locale.ROOT));
    place(step.place());
    json.name("contexts").beginArray();
    for (Context context : step.contexts()) {
      json.beginObject().name("key").value(context.key()).name("name").value(context.name());
      json.name("state").value(context.state());
      place(context.place());
      rows(context.rows());
      hold(step, context.key());
      json.endObject();
    }
    json.endArray();
    for (Box.Kind kind : Box.Kind.values()) {
      boxes(step, kind);
    }
    json.name("left").beginObject();
    for (Map.Entry<Box.Kind, Integer> each : step.left().entrySet()) {
      json.name(plural(each.getKey())).value(each.getValue());
    }
    json.endObject().name("gone").beginArray();
    for (String key : step.gone()) {
      json.value(key);
    }
    json.endArray().name("printed").beginArray();
    for (Output line : step.printed()) {
      json.beginObject().name("stream").value(line.error() ? "err" : "out");
      json.name("text").value(line.text()).endObject();
    }
    json.endArray();
    waiting("ticks", step.queues().ticks());
    waiting("jobs", step.queues().jobs());
    waiting("timers", step.queues().calls());
    json.name("virtualMillis").value(step.millis());
  }

  private static String plural(Box.Kind kind) {
    return switch (kind) {
      case RECORD -> "records";
      case FUNCTION -> "functions";
      case OBJECT -> "objects";
    };
  }

  private void place(@Nullable SourcePlace place) throws IOException {
    if (place != null) {
      json.name("place").value(place.toString());
    }
  }

  private void boxes(Step step, Box.Kind kind) throws IOException {
    json.name(plural(kind)).beginArray();
    for (Box box : step.boxes().values()) {
      if (box.kind() != kind) {
        continue;
      }
      json.beginObject().name("key").value(box.key()).name("name").value(box.title());
      json.name("type").value(box.type());
      if (!box.place().isEmpty()) {
        json.name("place").value(box.place());
      }
      if (box.inRegisters()) {
        json.name("inRegisters").value(true);
      }
      rows(box.rows());
      hold(step, box.key());
      json.endObject();
    }
    json.endArray();
  }

  private void rows(List<Row> rows) throws IOException {
    json.name("rows").beginArray();
    for (Row row : rows) {
      json.beginObject().name("kind").value(row.kind().name().toLowerCase(Locale.ROOT));
      json.name("name").value(row.name()).name("value").value(row.value());
      if (row.target() != null) {
        json.name("target").value(row.target());
      }
      json.endObject();
    }
    json.endArray();
  }

  private void hold(Step step, String key) throws IOException {
    Hold hold = step.holds().get(key);
    if (hold != null) {
      json.name("heldBy").value(hold.from().isEmpty() ? null : hold.from());
      json.name("edge").value(hold.how());
    }
  }

  private void waiting(String name, List<Waiting> all) throws IOException {
    json.name(name).beginArray();
    for (Waiting each : all) {
      json.beginObject().name("text").value(each.text());
      if (each.target() != null) {
        json.name("target").value(each.target());
      }
      if (each.dueMillis() >= 0) {
        json.name("dueMillis").value(each.dueMillis());
      }
      json.endObject();
    }
    json.endArray();
  }
}
