package lexscope.js.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.js.typescript.TranslationOptions;
import org.jspecify.annotations.Nullable;

/// The `compilerOptions` of a `tsconfig.json` that decide how a program runs: how elements are
/// translated, and where `paths` and `baseUrl` look for modules. What it `extends` counts where it
/// says nothing itself. A file that is broken says nothing.
///
/// Cost: each question reads the files again; they are small.
final class TypeScriptConfig {
  private static final int MAX_EXTENDED = 16;

  private final Map<String, Object> options = new LinkedHashMap<>();
  private @Nullable Path base;
  private @Nullable Path pathsBase;

  private TypeScriptConfig() {}

  /// The configuration in the closest folder around a file that has one.
  static TypeScriptConfig around(Path file) {
    var config = new TypeScriptConfig();
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Path found = folder.resolve("tsconfig.json");
      if (Files.isRegularFile(found)) {
        config.read(found, 0);
        break;
      }
    }
    return config;
  }

  private void read(Path file, int depth) {
    Path folder = file.getParent();
    if (depth > MAX_EXTENDED || folder == null || !(json(file) instanceof Map<?, ?> json)) {
      return;
    }
    List<?> bases = json.get("extends") instanceof List<?> list ? list : single(json, "extends");
    for (Object each : bases) {
      if (each instanceof String name && extended(folder, name) instanceof Path path) {
        read(path, depth + 1);
      }
    }
    if (json.get("compilerOptions") instanceof Map<?, ?> own) {
      own.forEach((key, value) -> options.put(String.valueOf(key), value));
      if (own.get("baseUrl") instanceof String url) {
        base = folder.resolve(url).normalize();
      }
      if (own.containsKey("paths")) {
        pathsBase = folder;
      }
    }
  }

  private static List<?> single(Map<?, ?> json, String name) {
    Object value = json.get(name);
    return value == null ? List.of() : List.of(value);
  }

  private static @Nullable Object json(Path file) {
    try {
      return new JsonText(withoutComments(Files.readString(file, StandardCharsets.UTF_8))).value();
    } catch (IOException | IllegalArgumentException _) {
      return null;
    }
  }

  /// The file that `extends` names: beside the configuration, or in a package.
  private static @Nullable Path extended(Path start, String name) {
    if (name.startsWith(".") || name.startsWith("/")) {
      return configuration(start.resolve(name).normalize());
    }
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path found = configuration(folder.resolve("node_modules").resolve(name));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Path configuration(Path path) {
    for (Path each :
        List.of(
            path,
            path.resolveSibling(path.getFileName() + ".json"),
            path.resolve("tsconfig.json"))) {
      if (Files.isRegularFile(each)) {
        return each;
      }
    }
    return null;
  }

  /// How texts are translated.
  TranslationOptions translation() {
    TranslationOptions otherwise = TranslationOptions.DEFAULT;
    return new TranslationOptions(
        text("jsx", "react").startsWith("react-jsx"),
        text("jsxFactory", otherwise.factory()),
        text("jsxFragmentFactory", otherwise.fragment()),
        text("jsxImportSource", otherwise.importSource()),
        String.valueOf(options.get("verbatimModuleSyntax")).equals("true"));
  }

  private String text(String name, String otherwise) {
    return options.get(name) instanceof String text ? text : otherwise;
  }

  /// Where to look, in this order, for a module that is not named by a relative path: the targets
  /// of the longest of `paths` that fits, then under `baseUrl`.
  List<Path> candidates(String specifier) {
    List<Path> found = new ArrayList<>();
    Path start = base != null ? base : pathsBase;
    if (start != null && options.get("paths") instanceof Map<?, ?> paths) {
      String best = null;
      for (Object key : paths.keySet()) {
        String pattern = String.valueOf(key);
        if (fits(pattern, specifier) && (best == null || rank(pattern) > rank(best))) {
          best = pattern;
        }
      }
      if (best != null && paths.get(best) instanceof List<?> targets) {
        int star = best.indexOf('*');
        String matched =
            star < 0
                ? ""
                : specifier.substring(star, specifier.length() - (best.length() - star - 1));
        for (Object target : targets) {
          found.add(start.resolve(String.valueOf(target).replace("*", matched)).normalize());
        }
      }
    }
    if (base != null) {
      found.add(base.resolve(specifier).normalize());
    }
    return found;
  }

  private static boolean fits(String pattern, String specifier) {
    int star = pattern.indexOf('*');
    return star < 0
        ? pattern.equals(specifier)
        : specifier.length() >= pattern.length() - 1
            && specifier.startsWith(pattern.substring(0, star))
            && specifier.endsWith(pattern.substring(star + 1));
  }

  /// Names without a star come first, then those with the longest text before it.
  private static int rank(String pattern) {
    int star = pattern.indexOf('*');
    return star < 0 ? Integer.MAX_VALUE : star;
  }

  /// JSON without comments and without commas before closing brackets.
  private static String withoutComments(String text) {
    var out = new StringBuilder();
    int pos = 0;
    while (pos < text.length()) {
      char c = text.charAt(pos);
      int end = pos + 1;
      if (c == '"') {
        while (end < text.length() && text.charAt(end) != '"') {
          end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end + 1, text.length());
        out.append(text, pos, end);
      } else if (text.startsWith("//", pos)) {
        int line = text.indexOf('\n', pos);
        end = line < 0 ? text.length() : line;
      } else if (text.startsWith("/*", pos)) {
        int close = text.indexOf("*/", pos + 2);
        end = close < 0 ? text.length() : close + 2;
      } else {
        int last = out.length() - 1;
        while ((c == '}' || c == ']') && last >= 0 && Character.isWhitespace(out.charAt(last))) {
          last--;
        }
        if ((c == '}' || c == ']') && last >= 0 && out.charAt(last) == ',') {
          out.setLength(last);
        }
        out.append(c);
      }
      pos = end;
    }
    return out.toString();
  }
}
