package lexscope.scenarios.leaks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lexscope.js.policy.CapturePolicy;
import lexscope.scenarios.ScenarioFormatException;
import org.jspecify.annotations.Nullable;

/// Reads the `expect` of a scenario.
final class ExpectationReader {
  private static final String KEYS =
      "growthPerRound, recordsAlive, alive, dead, retained, waste, noPath, collections, allocated,"
          + " baseline, under";

  private final Path file;
  private final SourceLines lines;
  private final List<LeakScenario.Claim> claims = new ArrayList<>();
  private @Nullable CapturePolicy policy;

  ExpectationReader(Path file, SourceLines lines) {
    this.file = file;
    this.lines = lines;
  }

  /// Reads the claims.
  ///
  /// @param expect the value, or null if the file has none
  /// @param rounds whether there are rounds: then nothing may grow unless something else is said
  /// @throws ScenarioFormatException if it cannot be understood
  List<LeakScenario.Claim> read(@Nullable JsonElement expect, boolean rounds) {
    if (expect == null) {
      if (rounds) {
        add(new Expectation.Growth(Expectation.Measure.OBJECTS, Bound.atMost(0)), "act");
        add(new Expectation.Growth(Expectation.Measure.RECORDS, Bound.atMost(0)), "act");
      }
    } else {
      readAll(expect, "expect");
    }
    if (claims.isEmpty()) {
      throw problem("expect", "nothing is expected");
    }
    return claims;
  }

  private void readAll(JsonElement expect, String where) {
    for (Map.Entry<String, JsonElement> entry : object(expect, where).entrySet()) {
      String key = entry.getKey();
      JsonElement value = entry.getValue();
      switch (key) {
        case "growthPerRound" -> growth(value);
        case "recordsAlive" ->
            each(
                value,
                key,
                (name, bound) -> new Expectation.RecordsAlive(name, count(name, bound)));
        case "alive" -> targets(value, key, text -> new Expectation.Alive(Targets.parse(text)));
        case "dead" -> targets(value, key, text -> new Expectation.Dead(Targets.parse(text)));
        case "retained" ->
            each(
                value,
                key,
                (name, bound) ->
                    new Expectation.Retained(understood(name, Targets::parse), bytes(name, bound)));
        case "waste" -> add(new Expectation.Waste(bytes(key, value)), key);
        case "noPath" -> noPath(value);
        case "collections" -> add(new Expectation.Collections(count(key, value)), key);
        case "allocated" -> add(new Expectation.Allocated(bytes(key, value)), key);
        case "baseline" -> baseline(value);
        case "under" -> under(value);
        default -> throw problem(key, "unknown expectation \"" + key + "\": one of " + KEYS);
      }
    }
  }

  private void growth(JsonElement value) {
    if (value instanceof JsonPrimitive) {
      add(
          new Expectation.Growth(Expectation.Measure.OBJECTS, count("growthPerRound", value)),
          "growthPerRound");
      return;
    }
    for (Map.Entry<String, JsonElement> entry : object(value, "growthPerRound").entrySet()) {
      String word = entry.getKey();
      Expectation.Measure measure = null;
      for (Expectation.Measure each : Expectation.Measure.values()) {
        measure = each.word().equals(word) ? each : measure;
      }
      if (measure == null) {
        throw problem(
            word, "unknown measure \"" + word + "\" of growthPerRound: objects, records or bytes");
      }
      Bound bound =
          measure == Expectation.Measure.BYTES
              ? bytes(word, entry.getValue())
              : count(word, entry.getValue());
      add(new Expectation.Growth(measure, bound), word);
    }
  }

  private void noPath(JsonElement value) {
    List<JsonElement> pairs = value instanceof JsonArray array ? array.asList() : List.of(value);
    for (JsonElement pair : pairs) {
      JsonObject ends = object(pair, "noPath");
      if (!ends.keySet().equals(java.util.Set.of("from", "to"))) {
        throw problem("noPath", "noPath is a list of { from, to }");
      }
      add(
          new Expectation.NoPath(
              understood(text(ends.get("from"), "from"), PathStart::parse),
              understood(text(ends.get("to"), "to"), Targets::parse)),
          "noPath");
    }
  }

  private void baseline(JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
      throw problem("baseline", "baseline is true or false");
    }
    if (primitive.getAsBoolean()) {
      add(new Expectation.Baseline(), "baseline");
    }
  }

  private void under(JsonElement value) {
    if (policy != null) {
      throw problem("under", "under does not stand in under");
    }
    for (Map.Entry<String, JsonElement> entry : object(value, "under").entrySet()) {
      CapturePolicy named = CapturePolicy.named(entry.getKey());
      if (named == null || named == CapturePolicy.UNION) {
        throw problem(entry.getKey(), "\"" + entry.getKey() + "\" is no policy: whole, v8 or used");
      }
      policy = named;
      readAll(entry.getValue(), entry.getKey());
    }
    policy = null;
  }

  private interface Named {
    Expectation of(String name, JsonElement bound);
  }

  private void each(JsonElement value, String key, Named expectation) {
    object(value, key)
        .entrySet()
        .forEach(entry -> add(expectation.of(entry.getKey(), entry.getValue()), entry.getKey()));
  }

  private void targets(JsonElement value, String key, Function<String, Expectation> expectation) {
    List<JsonElement> all = value instanceof JsonArray array ? array.asList() : List.of(value);
    for (JsonElement each : all) {
      String text = text(each, key);
      add(understood(text, expectation), text);
    }
  }

  private <T> T understood(String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw problem(text, String.valueOf(e.getMessage()));
    }
  }

  private Bound count(String where, JsonElement value) {
    return bound(where, value, Bound::count);
  }

  private Bound bytes(String where, JsonElement value) {
    return bound(where, value, Bound::bytes);
  }

  private Bound bound(String where, JsonElement value, Function<String, Bound> reader) {
    String text = value instanceof JsonPrimitive primitive ? primitive.getAsString() : "" + value;
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw problem(where, where + ": " + e.getMessage());
    }
  }

  private JsonObject object(JsonElement value, String where) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw problem(where, where + " is an object");
  }

  private String text(@Nullable JsonElement value, String where) {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw problem(where, where + " takes strings");
  }

  private void add(Expectation expectation, String word) {
    claims.add(new LeakScenario.Claim(expectation, policy, lines.lineOfExpectation(word)));
  }

  private ScenarioFormatException problem(String word, String problem) {
    return new ScenarioFormatException(file, lines.lineOfExpectation(word), problem);
  }
}
