package lexscope.js.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What Node's module resolution reads of a `package.json`. A file that is not there or broken says
/// nothing.
///
/// @param fields its members as strings, maps and lists
record PackageJson(Map<String, Object> fields) {
  static PackageJson read(Path folder) {
    try {
      String text = Files.readString(folder.resolve("package.json"), StandardCharsets.UTF_8);
      return new PackageJson(object(new JsonText(text).value()));
    } catch (IOException | IllegalArgumentException _) {
      return new PackageJson(Map.of());
    }
  }

  private static Map<String, Object> object(@Nullable Object value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> fields.put(String.valueOf(key), each));
    }
    return fields;
  }

  /// The member `main`, or the empty text.
  String main() {
    return fields.get("main") instanceof String text ? text : "";
  }

  /// The member `type`, or the empty text.
  String type() {
    return fields.get("type") instanceof String text ? text : "";
  }

  /// Whether there is an `exports` map.
  boolean hasExports() {
    return fields.get("exports") != null;
  }

  /// The file that `exports` gives for a subpath (`.` or `./…`); null if it gives none.
  @Nullable String export(String subpath, Set<String> conditions) {
    Object exports = fields.get("exports");
    boolean bySubpath =
        exports instanceof Map<?, ?> map
            && map.keySet().stream().anyMatch(key -> String.valueOf(key).startsWith("."));
    if (!bySubpath) {
      return subpath.equals(".") ? target(exports, conditions, "") : null;
    }
    return match(object(exports), subpath, conditions);
  }

  /// What `imports` gives for a name that begins with `#`; null if it gives nothing.
  @Nullable String ownImport(String specifier, Set<String> conditions) {
    return match(object(fields.get("imports")), specifier, conditions);
  }

  /// The target of a key, or of the longest pattern with a star that fits it.
  private static @Nullable String match(
      Map<String, Object> map, String subpath, Set<String> conditions) {
    if (map.containsKey(subpath)) {
      return target(map.get(subpath), conditions, "");
    }
    String best = null;
    for (String key : map.keySet()) {
      int star = key.indexOf('*');
      if (star >= 0
          && subpath.startsWith(key.substring(0, star))
          && subpath.endsWith(key.substring(star + 1))
          && subpath.length() >= key.length() - 1
          && (best == null || key.length() > best.length())) {
        best = key;
      }
    }
    if (best == null) {
      return null;
    }
    int star = best.indexOf('*');
    String matched = subpath.substring(star, subpath.length() - (best.length() - star - 1));
    return target(map.get(best), conditions, matched);
  }

  private static @Nullable String target(
      @Nullable Object value, Set<String> conditions, String star) {
    return switch (value) {
      case String text -> text.replace("*", star);
      case List<?> list -> {
        for (Object each : list) {
          String found = target(each, conditions, star);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case Map<?, ?> branches -> {
        for (Map.Entry<?, ?> entry : branches.entrySet()) {
          String condition = String.valueOf(entry.getKey());
          if (condition.equals("default") || conditions.contains(condition)) {
            String found = target(entry.getValue(), conditions, star);
            if (found != null) {
              yield found;
            }
          }
        }
        yield null;
      }
      case null, default -> null;
    };
  }
}
