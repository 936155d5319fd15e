package lexscope.js.module;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lexscope.js.node.BuiltinModules;
import lexscope.js.typescript.Dialect;
import org.jspecify.annotations.Nullable;

/// How Node finds the file of a module: relative paths, `node_modules` folders, and what
/// `package.json` says.
final class Resolution {
  private static final List<String> EXTENSIONS =
      List.of("", ".js", ".json", ".cjs", ".mjs", ".ts", ".tsx", ".jsx", ".mts", ".cts");

  /// What compilers make of which extension.
  private static final List<List<String>> COMPILED =
      List.of(
          List.of(".js", ".ts"),
          List.of(".js", ".tsx"),
          List.of(".js", ".jsx"),
          List.of(".jsx", ".tsx"),
          List.of(".mjs", ".mts"),
          List.of(".cjs", ".cts"));

  private static final List<String> INDEXES =
      List.of(
          "index.js", "index.json", "index.cjs", "index.mjs", "index.ts", "index.tsx", "index.jsx");

  private Resolution() {}

  /// The file that a specifier means in a file; null if there is none.
  ///
  /// @param conditions the conditions of `exports` and `imports` maps that hold
  static @Nullable Path resolve(Path referrer, String specifier, Set<String> conditions) {
    String text = specifier.startsWith("file://") ? specifier.substring(7) : specifier;
    Path folder = referrer.getParent();
    if (folder == null) {
      return null;
    }
    if (text.startsWith("/")
        || text.equals(".")
        || text.equals("..")
        || text.startsWith("./")
        || text.startsWith("../")) {
      return fileOrFolder(folder.resolve(text).normalize(), conditions);
    }
    if (Dialect.of(referrer.toString()) != null) {
      for (Path candidate : TypeScriptConfig.around(referrer).candidates(text)) {
        Path found = fileOrFolder(candidate, conditions);
        if (found != null) {
          return found;
        }
      }
    }
    return text.startsWith("#")
        ? ownImport(folder, text, conditions)
        : inPackages(folder, text, conditions);
  }

  /// The module of Node that a specifier means in a file, by its own name or by what `imports` says
  /// of a name that begins with `#`; null if it means none.
  static @Nullable String builtin(Path referrer, String specifier, Set<String> conditions) {
    if (!specifier.startsWith("#")) {
      return BuiltinModules.claims(specifier) ? specifier : null;
    }
    for (Path folder = referrer.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("package.json"))) {
        String target = PackageJson.read(folder).ownImport(specifier, conditions);
        return target != null && BuiltinModules.claims(target) ? target : null;
      }
    }
    return null;
  }

  /// What `imports` in the `package.json` around a file says of a name that begins with `#`.
  private static @Nullable Path ownImport(Path start, String specifier, Set<String> conditions) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (!Files.isRegularFile(folder.resolve("package.json"))) {
        continue;
      }
      String target = PackageJson.read(folder).ownImport(specifier, conditions);
      if (target == null) {
        return null;
      }
      return target.startsWith("./")
          ? folder.resolve(target).normalize()
          : inPackages(folder, target, conditions);
    }
    return null;
  }

  private static @Nullable Path fileOrFolder(Path path, Set<String> conditions) {
    for (String extension : EXTENSIONS) {
      Path file = path.resolveSibling(path.getFileName() + extension);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    Path source = typeScriptSource(path);
    if (source != null) {
      return source;
    }
    if (!Files.isDirectory(path)) {
      return null;
    }
    String main = PackageJson.read(path).main();
    if (!main.isEmpty()) {
      Path found = fileOrFolder(path.resolve(main).normalize(), conditions);
      if (found != null) {
        return found;
      }
    }
    for (String index : INDEXES) {
      if (Files.isRegularFile(path.resolve(index))) {
        return path.resolve(index);
      }
    }
    return null;
  }

  /// The source of a file that is named as if it were compiled: `util.js` means `util.ts` or
  /// `util.tsx` where only that is there.
  private static @Nullable Path typeScriptSource(Path path) {
    String name = String.valueOf(path.getFileName());
    for (List<String> pair : COMPILED) {
      String extension = pair.getFirst();
      if (name.endsWith(extension)) {
        String stem = name.substring(0, name.length() - extension.length());
        Path file = path.resolveSibling(stem + pair.getLast());
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    }
    return null;
  }

  private static @Nullable Path inPackages(Path start, String specifier, Set<String> conditions) {
    int slash = specifier.indexOf('/');
    if (specifier.startsWith("@") && slash >= 0) {
      slash = specifier.indexOf('/', slash + 1);
    }
    String name = slash < 0 ? specifier : specifier.substring(0, slash);
    String subpath = slash < 0 ? "." : "." + specifier.substring(slash);
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("node_modules").resolve(name);
      if (!Files.isDirectory(candidate)) {
        continue;
      }
      PackageJson json = PackageJson.read(candidate);
      if (json.hasExports()) {
        String target = json.export(subpath, conditions);
        return target == null ? null : candidate.resolve(target).normalize();
      }
      return fileOrFolder(
          subpath.equals(".") ? candidate : candidate.resolve(subpath).normalize(), conditions);
    }
    return null;
  }

  /// Whether a file is a CommonJS module: `.cjs`, or `.js` where no `package.json` says `"type":
  /// "module"` and the text has no `import` or `export` of its own.
  static boolean isCommonJs(Path file) {
    String name = file.toString();
    if (name.endsWith(".cjs") || name.endsWith(".json")) {
      return true;
    }
    if (name.endsWith(".mjs")) {
      return false;
    }
    Dialect dialect = Dialect.of(name);
    if (dialect != null) {
      return TypeScriptFiles.isCommonJs(file, dialect);
    }
    String type = packageType(file);
    if (!type.isEmpty()) {
      return type.equals("commonjs");
    }
    try {
      return looksLikeCommonJs(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException _) {
      return false;
    }
  }

  /// The `type` in the closest `package.json`; empty if there is none.
  static String packageType(Path file) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("package.json"))) {
        return PackageJson.read(folder).type();
      }
    }
    return "";
  }

  /// Whether a text asks for what only CommonJS modules have.
  static boolean looksLikeCommonJs(String text) {
    return text.contains("require(")
        || text.contains("module.exports")
        || text.contains("exports.");
  }
}
