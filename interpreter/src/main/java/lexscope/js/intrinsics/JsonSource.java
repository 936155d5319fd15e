package lexscope.js.intrinsics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.value.PropertyKey;
import org.jspecify.annotations.Nullable;

/// The JSON Parse Record of a value: what it was when it was parsed, the source text of a
/// primitive, and the records of elements or properties. It serves comparison only and keeps no
/// cell alive.
record JsonSource(
    Object value,
    @Nullable String text,
    List<JsonSource> elements,
    Map<PropertyKey, JsonSource> properties) {

  static JsonSource ofPrimitive(Object value, String text) {
    return new JsonSource(value, text, List.of(), Map.of());
  }

  /// The record of an array (no keys) or of an object (one key per element, the last of equal ones
  /// counts).
  static JsonSource ofContainer(Object value, List<PropertyKey> keys, List<JsonSource> elements) {
    if (keys.isEmpty()) {
      return new JsonSource(value, null, elements, Map.of());
    }
    var properties = new LinkedHashMap<PropertyKey, JsonSource>();
    for (int i = 0; i < keys.size(); i++) {
      properties.put(keys.get(i), elements.get(i));
    }
    return new JsonSource(value, null, List.of(), properties);
  }

  /// Whether the value is still the one that was parsed.
  boolean matches(Object current) {
    return TestingAndComparison.sameValue(value, current);
  }

  /// The record of the property with the key, if there was one.
  @Nullable JsonSource property(PropertyKey key) {
    if (key.isIndex() && properties.isEmpty()) {
      return key.index() < elements.size() ? elements.get((int) key.index()) : null;
    }
    return properties.get(key);
  }
}
