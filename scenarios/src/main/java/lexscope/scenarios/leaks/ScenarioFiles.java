package lexscope.scenarios.leaks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds leak scenarios: files called `NAME.scenario.js`, `.mjs` or `.cjs`; `.skip` or `.only` may
/// stand before the extension.
public final class ScenarioFiles {
  private static final Pattern NAME =
      Pattern.compile(".*\\.scenario(?:\\.(skip|only))?\\.(?:js|mjs|cjs)");

  private ScenarioFiles() {}

  /// Whether a file is a leak scenario by its name.
  public static boolean isScenario(Path file) {
    return NAME.matcher(file.toString()).matches();
  }

  /// The leak scenarios in a folder and the folders in it, in the order of their names; packages in
  /// `node_modules` are left alone.
  ///
  /// @throws UncheckedIOException if a folder cannot be read
  public static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder.normalize())) {
      return files
          .filter(file -> isScenario(file) && Files.isRegularFile(file))
          .filter(file -> !folder.normalize().relativize(file).toString().contains("node_modules"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the name of a file leaves it out or asks for it alone.
  static LeakScenario.Selection selection(Path file) {
    var matcher = NAME.matcher(file.toString());
    return !matcher.matches() || matcher.group(1) == null
        ? LeakScenario.Selection.RUN
        : matcher.group(1).equals("skip")
            ? LeakScenario.Selection.SKIP
            : LeakScenario.Selection.ONLY;
  }
}
