package lexscope.shell.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;

/// Makes a `.heapsnapshot` of a snapshot: the same bytes, unpacked, once they were read as a
/// snapshot. So nothing is lost that this program knows nothing of: fields, types, allocation
/// traces, timelines, tables of scopes.
final class SnapshotCopy {
  private final String file;
  private final Path path;
  private final String output;

  /// @param file the snapshot
  /// @param path where the copy goes, and `output` how the user called that
  SnapshotCopy(String file, Path path, String output) {
    this.file = file;
    this.path = path;
    this.output = output;
  }

  /// Reads the snapshot and copies it. The copy appears when it is complete.
  ///
  /// @throws UserDataException if the snapshot cannot be read or the copy cannot be written
  ExitCode make(Programs programs, Arguments arguments) {
    try (PendingIndexes indexes = new PendingIndexes(programs)) {
      ExitCode code = make(programs, arguments, indexes);
      indexes.keepAfter(() -> {}, code);
      return code;
    }
  }

  private ExitCode make(Programs programs, Arguments arguments, PendingIndexes indexes) {
    try {
      Path part = Files.createTempFile(path.toAbsolutePath().getParent(), ".lexscope", ".part");
      part.toFile().deleteOnExit();
      try {
        ExitCode code = make(programs, arguments, indexes, part);
        if (code == ExitCode.DONE) {
          // Where the output is a link or a device, it is written to and not replaced.
          try (OutputStream out = Files.newOutputStream(path)) {
            Files.copy(part, out);
          }
        }
        return code;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UserDataException(output + ": cannot be written (" + e.getMessage() + ")");
    }
  }

  private ExitCode make(Programs programs, Arguments arguments, PendingIndexes indexes, Path part)
      throws IOException {
    if (!SnapshotFiles.isStandardInput(file)) {
      ExitCode code = read(programs, arguments, indexes);
      if (code == ExitCode.DONE) {
        unpack(Programs.path(file), part);
      }
      return code;
    }
    Path raw = Files.createTempFile(path.toAbsolutePath().getParent(), ".lexscope", ".part");
    raw.toFile().deleteOnExit();
    try (OutputStream copy = Files.newOutputStream(raw)) {
      Streams own = programs.streams();
      Streams copied =
          new Streams(
              new CopiedInput(own.in(), copy),
              own.out(),
              own.err(),
              own.colour(),
              own.interactive(),
              own.interruption());
      ExitCode code =
          read(
              new Programs(
                  programs.options(), copied, programs.recorded(), programs.standing(), false),
              arguments,
              indexes);
      copy.flush();
      if (code == ExitCode.DONE) {
        unpack(raw, part);
      }
      return code;
    } finally {
      Files.deleteIfExists(raw);
    }
  }

  private ExitCode read(Programs programs, Arguments arguments, PendingIndexes indexes) {
    HeapFile.Asked<SnapshotGraph> asked =
        HeapFile.take(
            file,
            programs,
            List.of(arguments.value("at").orElse(SnapshotNames.END)),
            heap -> heap.graph(programs.options().policy()),
            indexes);
    if (!asked.message().isEmpty()) {
      programs.options().sink().err(asked.message() + "\n");
    }
    return asked.code();
  }

  private static void unpack(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from)) {
      byte[] magic = in.readNBytes(2);
      boolean packed =
          magic.length == 2
              && ((magic[0] & 0xff) | (magic[1] & 0xff) << 8) == GZIPInputStream.GZIP_MAGIC;
      if (!packed) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(from), 1 << 16);
        OutputStream out = Files.newOutputStream(to)) {
      in.transferTo(out);
    }
  }

  /// Passes bytes on and copies them.
  private static final class CopiedInput extends FilterInputStream {
    private final OutputStream copy;

    CopiedInput(InputStream in, OutputStream copy) {
      super(in);
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      if (read >= 0) {
        copy.write(read);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      int read = in.read(bytes, from, count);
      if (read > 0) {
        copy.write(bytes, from, read);
      }
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
