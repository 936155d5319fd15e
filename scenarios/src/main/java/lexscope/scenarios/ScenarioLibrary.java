package lexscope.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds scenarios: those that come with Lexscope, or those in a folder.
///
/// A file is the entry of a scenario when it starts with a `// Title:` line; any other file in the
/// folder is a module that some scenario loads.
public final class ScenarioLibrary implements AutoCloseable {
  private static final String BUNDLED = "library";

  private final Path root;
  private final @Nullable Path unpacked;

  private ScenarioLibrary(Path root, @Nullable Path unpacked) {
    this.root = root;
    this.unpacked = unpacked;
  }

  /// The scenarios that come with Lexscope. Close it when their files are no longer needed: from a
  /// jar they are unpacked into a temporary folder, since modules import files.
  ///
  /// @throws UncheckedIOException when the jar cannot be read
  public static ScenarioLibrary bundled() {
    URL url = Objects.requireNonNull(ScenarioLibrary.class.getResource(BUNDLED));
    try {
      URI uri = url.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return new ScenarioLibrary(Path.of(uri), null);
      }
      Path folder = Files.createTempDirectory("lexscope-scenarios").toRealPath();
      try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of())) {
        String packageFolder = ScenarioLibrary.class.getPackageName().replace('.', '/');
        copy(archive.getPath("/", packageFolder, BUNDLED), folder);
      }
      return new ScenarioLibrary(folder, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
  }

  /// The scenarios under a folder.
  public static ScenarioLibrary in(Path folder) {
    return new ScenarioLibrary(folder, null);
  }

  /// The folder that scenario names are relative to.
  public Path root() {
    return root;
  }

  /// All scenarios, ordered by name.
  ///
  /// @throws UncheckedIOException when a file cannot be read
  /// @throws ScenarioFormatException when a header is not well-formed
  public List<Scenario> scenarios() {
    List<Scenario> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Scenario.Kind kind = kindOf(file);
        if (kind != null) {
          String text = Files.readString(file);
          if (ScenarioHeader.opens(text)) {
            found.add(ScenarioHeader.read(nameOf(file, kind), file, kind, text));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(Comparator.comparing(Scenario::name));
    return found;
  }

  @Override
  public void close() {
    if (unpacked == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(unpacked)) {
      // Files before the folders that they lie in.
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String nameOf(Path file, Scenario.Kind kind) {
    String path =
        root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    return path.substring(0, path.length() - kind.extension().length());
  }

  private static Scenario.@Nullable Kind kindOf(Path file) {
    String name = file.toString();
    for (Scenario.Kind kind : Scenario.Kind.values()) {
      if (name.endsWith(kind.extension())) {
        return kind;
      }
    }
    return null;
  }
}
