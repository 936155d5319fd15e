package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import lexscope.testing.NodeProcess;

/// DevTools' heap model and memlab, as the tests of the profiler install them.
final class ForeignTools {
  static final Path FOLDER =
      Path.of("..", "profiler", "target", "foreign-tools").toAbsolutePath().normalize();
  private static final Path SCRIPTS =
      Path.of("..", "profiler", "src", "test", "resources", "lexscope", "profiler", "format");

  private ForeignTools() {}

  /// Installs them, unless that was done before; skips the calling test if it is not possible.
  static void install() throws IOException {
    NodeProcess.install(
        FOLDER,
        List.of("chrome-devtools-frontend@1.0.1705227", "@memlab/core@2.0.5", "esbuild@0.28.2"));
    for (String script : List.of("devtools-build.mjs", "devtools-load.mjs", "memlab-load.cjs")) {
      Files.copy(
          SCRIPTS.resolve(script), FOLDER.resolve(script), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(FOLDER.resolve("devtools.mjs"))) {
      NodeProcess.run(FOLDER, "devtools-build.mjs");
    }
  }
}
