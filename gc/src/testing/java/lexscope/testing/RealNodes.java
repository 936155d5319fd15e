package lexscope.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Nodes of all versions whose snapshots the profiler reads, installed by npm below `target`, once
/// for the tests of all modules. A test is skipped, and says so, where they cannot be installed.
public final class RealNodes {
  private static final List<Integer> VERSIONS = List.of(18, 20, 22, 24);
  private static final Path FOLDER =
      Path.of("..", "profiler", "target", "real-nodes").toAbsolutePath().normalize();

  private RealNodes() {}

  /// The major versions, oldest first.
  public static List<Integer> versions() {
    return VERSIONS;
  }

  /// Installs all of them, unless that was done before; skips the calling test if it is not
  /// possible.
  public static synchronized void install() {
    List<String> packages = new ArrayList<>();
    for (int version : VERSIONS) {
      packages.add("n" + version + "@npm:node-" + platform() + "@" + version);
    }
    NodeProcess.install(FOLDER, packages);
  }

  /// What the Node of this version prints when it runs with these words.
  ///
  /// @throws AssertionError if it fails or does not end
  public static String run(int version, Path folder, String... words) {
    Path installed = FOLDER.resolve("node_modules/n" + version);
    Path unix = installed.resolve("bin/node");
    List<String> command = new ArrayList<>();
    command.add((Files.exists(unix) ? unix : installed.resolve("bin/node.exe")).toString());
    command.addAll(List.of(words));
    return NodeProcess.runCommand(folder, command);
  }

  private static String platform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "");
    return (os.contains("mac") ? "darwin" : os.contains("win") ? "win" : "linux")
        + "-"
        + (arch.equals("aarch64") ? "arm64" : "x64");
  }
}
