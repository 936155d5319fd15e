package lexscope.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import lexscope.js.policy.V8Rule;
import lexscope.js.scope.ScopeAnalyzer;
import lexscope.js.scope.ScopeTree;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import lexscope.js.syntax.Parser;
import lexscope.profiler.capture.SourceScopeTable;
import lexscope.profiler.compare.ParsedSource;
import lexscope.shell.invocation.UserDataException;
import org.jspecify.annotations.Nullable;

/// The source files that `--sources` names, found by the names that scripts have in a snapshot and
/// parsed when they are asked for.
final class SourceFiles {
  private static final String COMMON_JS_HEAD =
      "(function (exports, require, module, __filename, __dirname) {";
  private static final List<String> SUFFIXES = List.of(".js", ".mjs", ".cjs");

  private final List<Path> files;
  private final Map<Path, Parsed> parsed = new LinkedHashMap<>();

  /// A parsed file.
  private record Parsed(ScopeTree tree, ParsedSource source) {}

  private SourceFiles(List<Path> files) {
    this.files = files;
  }

  /// Looks for files.
  ///
  /// @param names files, or folders that are gone through
  /// @throws UserDataException if one does not exist or cannot be read
  static SourceFiles of(List<String> names) {
    List<Path> files = new ArrayList<>();
    for (String name : names) {
      Path path = Programs.path(name);
      if (Files.isDirectory(path)) {
        files.addAll(inside(path, name));
      } else if (Files.isReadable(path)) {
        files.add(path);
      } else {
        throw new UserDataException(name + ": no such source file or folder");
      }
    }
    return new SourceFiles(files);
  }

  private static List<Path> inside(Path folder, String name) {
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return walk.filter(file -> SUFFIXES.stream().anyMatch(file.toString()::endsWith))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (FileSystemLoopException _) {
      throw new UserDataException(name + ": a link in this folder leads back into it");
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new UserDataException(name + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  /// Tells these files from all others: their names and what is in them.
  String identity() {
    CRC32 names = new CRC32();
    CRC32 first = new CRC32();
    CRC32C second = new CRC32C();
    for (Path file : files) {
      byte[] bytes = bytes(file);
      String name = file.toAbsolutePath().normalize() + "\n" + file + "\n" + bytes.length + "\n";
      names.update(name.getBytes(StandardCharsets.UTF_8));
      first.update(bytes);
      second.update(bytes);
    }
    return " sources %d %x %x %x"
        .formatted(files.size(), names.getValue(), first.getValue(), second.getValue());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException _) {
      // It may not be asked for; whoever does will say so, and there is no answer then.
      return new byte[0];
    }
  }

  /// The parsed text of a script, or null if no file has its name. Of several the one that has most
  /// of the path in common counts.
  @Nullable ParsedSource find(String script) {
    List<String> wanted = parts(script);
    Path best = null;
    int most = 0;
    for (Path file : files) {
      int common = commonEnd(wanted, parts(file.toAbsolutePath().normalize().toString()));
      if (common > most) {
        best = file;
        most = common;
      }
    }
    return best == null ? null : parsed.computeIfAbsent(best, SourceFiles::parse).source();
  }

  /// The scopes of the files that were found, in the order in which they were.
  List<ScopeTree> found() {
    return parsed.values().stream().map(Parsed::tree).toList();
  }

  private static List<String> parts(String path) {
    String plain = path.replace('\\', '/');
    int end = plain.indexOf('?');
    return List.of((end < 0 ? plain : plain.substring(0, end)).split("/", -1));
  }

  private static int commonEnd(List<String> one, List<String> other) {
    int common = 0;
    while (common < one.size()
        && common < other.size()
        && one.get(one.size() - 1 - common).equals(other.get(other.size() - 1 - common))) {
      common++;
    }
    return common;
  }

  private static Parsed parse(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw new UserDataException(file + ": cannot be read as UTF-8 text");
    }
    Set<V8Rule> rules = EnumSet.allOf(V8Rule.class);
    Parser parser = new Parser((_, _) -> null);
    SourceText source = new SourceText(file.toString(), text);
    boolean moduleFirst = file.toString().endsWith(".mjs");
    try {
      return moduleFirst ? module(parser, source, text, rules) : body(parser, source, text, rules);
    } catch (SyntaxErrorException first) {
      try {
        return moduleFirst
            ? body(parser, source, text, rules)
            : module(parser, source, text, rules);
      } catch (SyntaxErrorException second) {
        throw new UserDataException(
            file + ": cannot be parsed: " + (moduleFirst ? first : second).getMessage());
      }
    }
  }

  private static Parsed module(Parser parser, SourceText source, String text, Set<V8Rule> rules) {
    ScopeTree tree = ScopeAnalyzer.analyzeModule(parser.parseModule(source), rules);
    return new Parsed(tree, new ParsedSource(SourceScopeTable.of(tree), text, 0));
  }

  /// As the body of a function, which is how CommonJS runs it. To a plain script it makes no
  /// difference: what is looked for are the names that functions in it use.
  private static Parsed body(Parser parser, SourceText source, String text, Set<V8Rule> rules) {
    String comment = text.startsWith("#!") ? "//" : "";
    SourceText wrapped =
        comment.isEmpty()
            ? source.between(COMMON_JS_HEAD, "\n})")
            : new SourceText(source.name(), comment + text).between(COMMON_JS_HEAD, "\n})");
    ScopeTree tree = ScopeAnalyzer.analyzeScript(parser.parseScript(wrapped), rules);
    return new Parsed(
        tree,
        new ParsedSource(
            SourceScopeTable.of(tree), text, COMMON_JS_HEAD.length() + comment.length()));
  }
}
