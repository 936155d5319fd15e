package lexscope.shell.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The Chromium of the machine. Where there is none, Debian's is installed if that can be done.
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int INSTALLATION_MINUTES = 10;

  private Chromium() {}

  /// Looked for, and installed, once for all tests of a process.
  private static final class Found {
    static final Optional<Path> EXECUTABLE = find().or(Chromium::install);
  }

  /// The executable.
  ///
  /// @throws org.opentest4j.TestAbortedException if there is none: the test is skipped, after a
  ///   line on standard error
  static Path executable() {
    Optional<Path> found = Found.EXECUTABLE;
    if (found.isEmpty()) {
      System.err.println(
          "SKIPPED: NO CHROMIUM OR CHROME ON THE PATH, AND NONE COULD BE INSTALLED:"
              + " no page was looked at in a browser");
    }
    Assumptions.assumeTrue(found.isPresent(), "no Chromium");
    return found.get();
  }

  private static Optional<Path> find() {
    List<Path> folders =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> install() {
    boolean allowed =
        "root".equals(System.getProperty("user.name"))
            && Files.exists(Path.of("/etc/debian_version"));
    if (!allowed) {
      return Optional.empty();
    }
    System.err.println("No Chromium on the path: installing Debian's by apt-get");
    try {
      if (!runs("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")
          && runs("apt-get", "update", "-q")) {
        runs("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium");
      }
    } catch (IOException e) {
      System.err.println("apt-get does not run: " + e.getMessage());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return find();
  }

  private static boolean runs(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    Process process = builder.start();
    try {
      return process.waitFor(INSTALLATION_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }
}
