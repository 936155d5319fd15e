package lexscope.shell.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.host.Host;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.Streams;
import lexscope.shell.repl.PipedLines;

/// Runs interactive shells in this process whose entries come through a pipe, and keeps what the
/// last one printed.
final class PipedShell {
  private final Path folder;
  private String out = "";
  private String err = "";

  /// @param folder is left out of what was printed
  PipedShell(Path folder) {
    this.folder = folder;
  }

  /// Runs a shell.
  ///
  /// @param file what it is about; empty for nothing
  ExitCode run(String file, String... entries) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            false,
            false,
            new Interruption());
    byte[] input = String.join("\n", entries).getBytes(StandardCharsets.UTF_8);
    ExitCode code =
        Host.onGuestThread(() ->
            Shells.run(
                streams,
                prompting -> new PipedLines(new ByteArrayInputStream(input), prompting::isComplete),
                false,
                file.isEmpty() ? List.of() : List.of(file)));
    out = outBytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    err = errBytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    return code;
  }

  /// Standard output of the last shell.
  String out() {
    return out;
  }

  /// Standard error of the last shell.
  String err() {
    return err;
  }
}
