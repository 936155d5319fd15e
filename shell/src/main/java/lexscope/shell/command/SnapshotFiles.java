package lexscope.shell.command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.AnalysisInterruptedException;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.index.SnapshotAnalysis;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;

/// Snapshot files as the command line names them: `NAME.heapsnapshot`, the same packed with gzip,
/// or `-` for standard input.
final class SnapshotFiles {
  private static final String SUFFIX = ".heapsnapshot";
  private static final String STANDARD_INPUT = "-";

  /// Smaller files are read about as fast as an index.
  private static final long SMALLEST_INDEXED = 4 << 20;

  private SnapshotFiles() {}

  /// Whether the name is that of standard input.
  static boolean isStandardInput(String file) {
    return file.equals(STANDARD_INPUT);
  }

  /// Whether the name is that of a snapshot rather than a program.
  static boolean isSnapshot(String file) {
    return file.endsWith(SUFFIX) || file.endsWith(SUFFIX + ".gz") || file.equals(STANDARD_INPUT);
  }

  /// Opens a snapshot and shows on a terminal how far that has come, as long as the line is open.
  ///
  /// @param indexed whether an index beside the file may be read and written
  /// @throws UserDataException with file, place and cause if it cannot be read
  static SnapshotAnalysis open(
      String file, Streams streams, boolean indexed, ProgressLine progress) {
    Path path = Programs.path(file);
    SnapshotAnalysis.Options options = options(indexed, progress);
    return guarded(
        file,
        () -> {
          if (file.equals(STANDARD_INPUT)) {
            return SnapshotAnalysis.of(
                HeapSnapshotReader.read(streams.in(), file, progress::read), options);
          }
          progress.expecting(path);
          return SnapshotAnalysis.open(path, options);
        });
  }

  /// How files are analysed.
  static SnapshotAnalysis.Options options(boolean indexed, ProgressLine progress) {
    Monitor monitor =
        (phase, done, total) -> {
          Monitor.endIfInterrupted();
          progress.reached(phase, done, total);
        };
    return new SnapshotAnalysis.Options(
        indexed ? build() : "",
        indexed ? SMALLEST_INDEXED : SnapshotAnalysis.Options.NEVER,
        progress::read,
        monitor);
  }

  /// A step that may have to read the file.
  @FunctionalInterface
  interface Step<T> {
    T run() throws IOException;
  }

  /// Runs a step on a snapshot.
  ///
  /// @throws UserDataException with file, place and cause if the file cannot be read
  static <T> T guarded(String file, Step<T> step) {
    try {
      return step.run();
    } catch (ClosedByInterruptException _) {
      throw new AnalysisInterruptedException();
    } catch (IOException e) {
      String reason =
          file.equals(STANDARD_INPUT) || Files.exists(Programs.path(file))
              ? String.valueOf(e.getMessage())
              : "no such file";
      throw new UserDataException(reason.startsWith(file) ? reason : file + ": " + reason);
    }
  }

  /// Tells builds of this program apart, those of one version too: another may answer otherwise.
  private static String build() {
    String version = SnapshotFiles.class.getPackage().getImplementationVersion();
    String build = version == null ? "" : version;
    CodeSource source = SnapshotFiles.class.getProtectionDomain().getCodeSource();
    if (source != null && source.getLocation() != null) {
      try {
        Path jar = Path.of(source.getLocation().toURI());
        if (Files.isRegularFile(jar)) {
          return build + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
        }
      } catch (IOException | URISyntaxException | IllegalArgumentException _) {
        // The version must do.
      }
    }
    return build;
  }
}
