package lexscope.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The packages that hold the engines used as oracles, in pinned versions. They are fetched into
/// the build folder once and never become part of the project.
final class OraclePackages {
  private static final List<String> PACKAGES =
      List.of(
          "quickjs-emscripten@0.32.0",
          "@jitl/quickjs-ng-wasmfile-release-sync@0.32.0",
          "@engine262/engine262@0.0.1-feee93540bcd10b4469fc363980945d8bdffbb1e");
  private static final long TIME_LIMIT_SECONDS = 120;

  private OraclePackages() {}

  /// The folder with the packages; skips the calling test when they cannot be had.
  static synchronized Path folder() {
    Path folder = Path.of("target", "oracle-packages").toAbsolutePath();
    Path mark = folder.resolve("complete");
    if (!Files.exists(mark)) {
      boolean fetched = fetch(folder);
      Assumptions.assumeTrue(
          fetched,
          "SKIPPED: npm could not fetch " + PACKAGES + ", see target/oracle-packages/npm.log");
      write(mark, String.join("\n", PACKAGES) + "\n");
    }
    return folder;
  }

  private static boolean fetch(Path folder) {
    write(folder.resolve("package.json"), "{\"private\": true}\n");
    List<String> command =
        new ArrayList<>(
            List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save"));
    command.addAll(PACKAGES);
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("npm.log").toFile())
              .start();
      if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
