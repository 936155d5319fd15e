package lexscope.profiler.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// How long the lists of an answer are as JSON: whole, or the first so many of each. Before a list
/// that may be shortened stands how many there are: `totalRows` before `rows`, `totalSuspects`
/// before `suspects`, and so on. An answer that nobody wanted shortened has no such keys.
///
/// @param most at most so many of each list; empty for all
public record JsonRows(OptionalInt most) {
  /// Whole lists.
  public static final JsonRows ALL = new JsonRows(OptionalInt.empty());

  /// The first `most` of each list.
  public static JsonRows first(int most) {
    return new JsonRows(OptionalInt.of(most));
  }

  /// Begins an array; whoever calls this writes what is returned, and ends the array.
  ///
  /// @param name the key of the array
  /// @param all what there is
  /// @return what shall be in the array
  /// @throws IOException if the writer's target fails
  public <T> List<T> begin(JsonWriter json, String name, List<T> all) throws IOException {
    if (most.isPresent()) {
      String counted = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      json.name("total" + counted).value(all.size());
    }
    json.name(name).beginArray();
    return all.subList(0, Math.min(most.orElse(all.size()), all.size()));
  }
}
