package lexscope.shell.steps;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.gc.SourcePlace;
import org.jspecify.annotations.Nullable;

/// Traces as the page's script reads them: of each step only what differs from the step before, so
/// that a thousand steps of a small program are some hundred kilobytes. `trace.js` is the reader.
final class StepsData {
  private final JsonWriter json;

  private StepsData(JsonWriter json) {
    this.json = json;
  }

  /// The traces as JSON.
  ///
  /// @param predicting whether output is to be guessed
  static String of(List<Trace> traces, boolean predicting) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      StepsData data = new StepsData(json);
      json.beginObject().name("predict").value(predicting).name("programs").beginArray();
      for (Trace trace : traces) {
        data.write(trace);
      }
      json.endArray().endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  private void write(Trace trace) throws IOException {
    Map<String, Integer> sources = new LinkedHashMap<>();
    json.beginObject().name("file").value(trace.file()).name("policy").value(trace.policy());
    json.name("cut").value(trace.cut()).name("sources").beginArray();
    for (Trace.Source source : trace.sources()) {
      sources.put(source.name(), sources.size());
      json.beginObject().name("name").value(source.name()).name("lines").beginArray();
      for (String line : source.lines()) {
        json.value(line);
      }
      json.endArray().endObject();
    }
    json.endArray().name("steps").beginArray();
    Step before = null;
    for (Step step : trace.steps()) {
      write(before, step, sources);
      before = step;
    }
    json.endArray().endObject();
  }

  private void write(@Nullable Step before, Step step, Map<String, Integer> sources)
      throws IOException {
    json.beginObject();
    if (step.moment() != Step.Moment.STATEMENT) {
      json.name("moment").value(step.moment().name().toLowerCase(java.util.Locale.ROOT));
    }
    SourcePlace place = step.place();
    if (place != null) {
      json.name("at");
      place(place, sources);
    }
    contexts(before, step, sources);
    boxes(before, step);
    holds(before, step);
    if (!step.gone().isEmpty()) {
      keys("gone", step.gone().stream().toList());
    }
    if (before == null ? !step.left().isEmpty() : !step.left().equals(before.left())) {
      json.name("left").beginObject();
      for (Map.Entry<Box.Kind, Integer> each : step.left().entrySet()) {
        json.name(letter(each.getKey())).value(each.getValue());
      }
      json.endObject();
    }
    if (!step.printed().isEmpty()) {
      json.name("out").beginArray();
      for (Output each : step.printed()) {
        json.beginArray().value(each.error() ? 1 : 0).value(each.text()).endArray();
      }
      json.endArray();
    }
    queues(before == null ? Queues.EMPTY : before.queues(), step.queues());
    if (before == null || before.millis() != step.millis()) {
      json.name("ms").value(step.millis());
    }
    json.endObject();
  }

  private void place(SourcePlace place, Map<String, Integer> sources) throws IOException {
    json.beginArray().value(sources.getOrDefault(place.file(), -1));
    json.value(place.line()).value(place.column()).endArray();
  }

  private void keys(String name, List<String> keys) throws IOException {
    json.name(name).beginArray();
    for (String key : keys) {
      json.value(key);
    }
    json.endArray();
  }

  // ---- contexts --------------------------------------------------------------------------------

  private void contexts(@Nullable Step before, Step step, Map<String, Integer> sources)
      throws IOException {
    Map<String, Context> old = new LinkedHashMap<>();
    if (before != null) {
      before.contexts().forEach(context -> old.put(context.key(), context));
    }
    List<String> keys = step.contexts().stream().map(Context::key).toList();
    if (before == null || !keys.equals(List.copyOf(old.keySet()))) {
      keys("stack", keys);
    }
    List<Context> changed =
        step.contexts().stream().filter(each -> !each.equals(old.get(each.key()))).toList();
    if (changed.isEmpty()) {
      return;
    }
    json.name("contexts").beginObject();
    for (Context context : changed) {
      Context was = old.get(context.key());
      json.name(context.key()).beginObject();
      if (was == null) {
        json.name("name").value(context.name());
      }
      if (was == null || !was.state().equals(context.state())) {
        json.name("state").value(context.state());
      }
      if (was == null || !was.place().equals(context.place())) {
        json.name("at");
        place(context.place(), sources);
      }
      if (was == null || !was.rows().equals(context.rows())) {
        rows(context.rows());
      }
      json.endObject();
    }
    json.endObject();
  }

  // ---- boxes -----------------------------------------------------------------------------------

  private void boxes(@Nullable Step before, Step step) throws IOException {
    Map<String, Box> old = before == null ? Map.of() : before.boxes();
    List<String> hidden = new ArrayList<>();
    for (String key : old.keySet()) {
      if (!step.boxes().containsKey(key) && !step.gone().contains(key)) {
        hidden.add(key);
      }
    }
    if (!hidden.isEmpty()) {
      keys("hidden", hidden);
    }
    List<Box> changed =
        step.boxes().values().stream().filter(box -> !box.equals(old.get(box.key()))).toList();
    if (changed.isEmpty()) {
      return;
    }
    json.name("boxes").beginObject();
    for (Box box : changed) {
      json.name(box.key());
      Box was = old.get(box.key());
      if (was != null
          && was.title().equals(box.title())
          && was.rows().size() == box.rows().size()) {
        patch(was.rows(), box.rows());
      } else {
        write(box);
      }
    }
    json.endObject();
  }

  private void write(Box box) throws IOException {
    json.beginObject().name("kind").value(letter(box.kind())).name("title").value(box.title());
    json.name("type").value(box.type());
    if (!box.place().isEmpty()) {
      json.name("place").value(box.place());
    }
    if (box.inRegisters()) {
      json.name("registers").value(true);
    }
    rows(box.rows());
    json.endObject();
  }

  /// The lines that differ, each after its index.
  private void patch(List<Row> old, List<Row> rows) throws IOException {
    json.beginArray();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).equals(old.get(i))) {
        json.value(i);
        row(rows.get(i));
      }
    }
    json.endArray();
  }

  private void rows(List<Row> rows) throws IOException {
    json.name("rows").beginArray();
    for (Row row : rows) {
      row(row);
    }
    json.endArray();
  }

  private void row(Row row) throws IOException {
    json.beginArray().value(row.kind().name().substring(0, 1).toLowerCase(java.util.Locale.ROOT));
    json.value(row.name()).value(row.value());
    if (row.target() != null) {
      json.value(row.target());
    }
    json.endArray();
  }

  private static String letter(Box.Kind kind) {
    return switch (kind) {
      case RECORD -> "record";
      case FUNCTION -> "function";
      case OBJECT -> "object";
    };
  }

  // ---- why, and what waits ---------------------------------------------------------------------

  private void holds(@Nullable Step before, Step step) throws IOException {
    Map<String, Hold> old = before == null ? Map.of() : before.holds();
    boolean any = false;
    for (Map.Entry<String, Hold> each : step.holds().entrySet()) {
      if (each.getValue().equals(old.get(each.getKey()))) {
        continue;
      }
      if (!any) {
        json.name("holds").beginObject();
        any = true;
      }
      json.name(each.getKey()).beginArray().value(each.getValue().from());
      json.value(each.getValue().how()).endArray();
    }
    if (any) {
      json.endObject();
    }
  }

  private void queues(Queues before, Queues now) throws IOException {
    if (!now.equals(before)) {
      json.name("queues").beginArray();
      waiting(now.ticks());
      waiting(now.jobs());
      waiting(now.calls());
      json.endArray();
    }
  }

  private void waiting(List<Waiting> all) throws IOException {
    json.beginArray();
    for (Waiting each : all) {
      json.beginArray().value(each.text()).value(each.target()).value(each.dueMillis()).endArray();
    }
    json.endArray();
  }
}
