package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.profiler.format.HeapSnapshotReader;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.Streams;
import lexscope.shell.UserDataException;

/// Snapshot files as the command line names them: `NAME.heapsnapshot`, the same packed with gzip,
/// or `-` for standard input.
final class SnapshotFiles {
  private static final String SUFFIX = ".heapsnapshot";
  private static final String STANDARD_INPUT = "-";

  private SnapshotFiles() {}

  /// Whether the name is that of a snapshot rather than a program.
  static boolean isSnapshot(String file) {
    return file.endsWith(SUFFIX) || file.endsWith(SUFFIX + ".gz") || file.equals(STANDARD_INPUT);
  }

  /// Reads a snapshot and shows on a terminal how far it has come.
  ///
  /// @throws UserDataException with file, place and cause if it cannot be read
  static SnapshotGraph read(String file, Streams streams) {
    Path path = Programs.path(file);
    try (ProgressLine progress = ProgressLine.of(file, streams)) {
      return file.equals(STANDARD_INPUT)
          ? HeapSnapshotReader.read(streams.in(), file, progress::read)
          : HeapSnapshotReader.read(path, progress.expecting(path)::read);
    } catch (IOException e) {
      String reason =
          file.equals(STANDARD_INPUT) || Files.exists(path)
              ? String.valueOf(e.getMessage())
              : "no such file";
      throw new UserDataException(reason.startsWith(file) ? reason : file + ": " + reason);
    }
  }
}
