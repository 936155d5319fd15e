package lexscope.js.test262;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A checkout of test262: its tests, its harness, its list of features.
final class Checkout {
  private static final String STANDARD = "## Standard language features";

  private final Path root;
  private final Map<String, String> harness = new ConcurrentHashMap<>();

  private Checkout(Path root) {
    this.root = root;
  }

  /// The checkout in a folder.
  ///
  /// @throws UsageException if the folder is none
  static Checkout open(String folder) {
    Path root = path(folder);
    for (String part : new String[] {"test", "harness", "features.txt"}) {
      if (!Files.exists(root.resolve(part))) {
        throw new UsageException(
            folder + " is no checkout of test262: it has no " + part + " (see CONTRIBUTING.md)");
      }
    }
    return new Checkout(root.toAbsolutePath().normalize());
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: " + text);
    }
  }

  /// The features that `features.txt` lists before those of the standard.
  ///
  /// @throws UsageException if it lists none of the standard
  Set<String> proposals() {
    Set<String> features = new LinkedHashSet<>();
    for (String line : read(root.resolve("features.txt")).lines().toList()) {
      if (line.startsWith(STANDARD)) {
        return features;
      }
      String feature = line.replaceFirst("#.*", "").strip();
      if (!feature.isEmpty()) {
        features.add(feature);
      }
    }
    throw new UsageException("features.txt of the checkout has no line '" + STANDARD + "'");
  }

  /// The tests below some folders or files, relative to `test/`, sorted.
  ///
  /// @throws UsageException if there is no such folder or file
  List<String> tests(List<String> selection) {
    Path tests = root.resolve("test");
    Set<String> found = new TreeSet<>();
    for (String each : selection) {
      Path start = locate(tests, each);
      try (Stream<Path> walk = Files.walk(start)) {
        walk.map(path -> tests.relativize(path).toString().replace('\\', '/'))
            .filter(name -> name.endsWith(".js") && !name.contains("_FIXTURE"))
            .forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return List.copyOf(found);
  }

  private Path locate(Path tests, String selected) {
    Path path = path(selected);
    Path start = tests.resolve(path.startsWith("test") ? Path.of("test").relativize(path) : path);
    if (!Files.exists(start)) {
      start = path.toAbsolutePath();
    }
    start = start.normalize();
    if (!Files.exists(start) || !start.startsWith(tests)) {
      throw new UsageException("no test or folder of tests: " + selected + " (in " + tests + ")");
    }
    return start;
  }

  /// A test by its name.
  TestFile test(String name) {
    Path path = root.resolve("test").resolve(name);
    return TestFile.parse(name, path, read(path));
  }

  /// Whether there is a test of that name.
  boolean has(String name) {
    return Files.isRegularFile(root.resolve("test").resolve(name));
  }

  /// The text of a file of the harness.
  ///
  /// @throws IllegalStateException if there is none
  String harness(String name) {
    return harness.computeIfAbsent(
        name,
        file -> {
          Path path = root.resolve("harness").resolve(file);
          if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("the harness has no " + file);
          }
          return read(path);
        });
  }

  /// The commit that is checked out; `unknown` if the folder does not tell.
  String commit() {
    Path git = root.resolve(".git");
    if (!Files.isRegularFile(git.resolve("HEAD"))) {
      return "unknown";
    }
    String head = read(git.resolve("HEAD")).strip();
    if (!head.startsWith("ref: ")) {
      return head;
    }
    String reference = head.substring("ref: ".length());
    if (Files.isRegularFile(git.resolve(reference))) {
      return read(git.resolve(reference)).strip();
    }
    Path packed = git.resolve("packed-refs");
    return Files.isRegularFile(packed)
        ? read(packed)
            .lines()
            .filter(line -> line.endsWith(" " + reference))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .findFirst()
            .orElse("unknown")
        : "unknown";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
