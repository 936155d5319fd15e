package lexscope.profiler.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import lexscope.profiler.compare.RecordGroups;
import lexscope.profiler.dominators.DominatorTree;

/// Environment Records by scope as JSON.
public final class RecordGroupsJson {
  private RecordGroupsJson() {}

  /// At most `most` groups, each with at most `mostBindings` bindings, and how many there are.
  public static String of(
      DominatorTree tree, List<RecordGroups.Group> groups, int most, int mostBindings) {
    return JsonReport.write(
        tree.graph().info(),
        tree.rule(),
        json -> {
          json.name("count").value(groups.size());
          json.name("records").value(groups.stream().mapToInt(RecordGroups.Group::records).sum());
          json.name("groups").beginArray();
          for (RecordGroups.Group group : groups.subList(0, Math.min(most, groups.size()))) {
            write(json, group, mostBindings);
          }
          json.endArray();
        });
  }

  private static void write(JsonWriter json, RecordGroups.Group group, int mostBindings)
      throws IOException {
    json.beginObject().name("function").value(group.function());
    json.name("kind").value(group.recordKind());
    JsonParts.location(json, "location", group.location());
    json.name("records").value(group.records()).name("stale").value(group.stale());
    json.name("shallowBytes").value(group.shallowBytes());
    json.name("retainedBytes").value(group.retainedBytes());
    json.name("bindingCount").value(group.bindings().size()).name("bindings").beginArray();
    for (RecordGroups.Binding binding : group.bindings().stream().limit(mostBindings).toList()) {
      json.beginObject().name("name").value(binding.name());
      json.name("records").value(binding.records());
      json.name("retainedBytes").value(binding.retainedBytes());
      json.name("used").value(binding.used()).name("unused").value(binding.unused()).endObject();
    }
    json.endArray().name("examples").beginArray();
    for (RecordGroups.Example example : group.examples()) {
      json.beginObject().name("record");
      JsonParts.node(json, example.record());
      json.name("text").value(example.record().text());
      json.name("retainedBytes").value(example.retainedBytes()).name("values").beginArray();
      for (RecordGroups.Value value : example.values().stream().limit(mostBindings).toList()) {
        json.beginObject().name("name").value(value.binding());
        json.name("id").value(value.value().id()).name("text").value(value.value().text());
        json.name("retainedBytes").value(value.retainedBytes());
        json.name("use").value(value.use().name().toLowerCase(Locale.ROOT));
        if (!value.note().isEmpty()) {
          json.name("note").value(value.note());
        }
        json.endObject();
      }
      json.endArray().endObject();
    }
    json.endArray().endObject();
  }
}
