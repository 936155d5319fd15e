package lexscope.shell.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lexscope.js.host.Host;
import lexscope.shell.Verbs;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.Streams;

/// Runs command lines in this process and keeps what the last one printed.
final class CommandLine {
  private String out = "";
  private String err = "";

  ExitCode run(String... words) {
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
    ExitCode code =
        Host.onGuestThread(() -> new Dispatcher(streams, Verbs.all()).run(List.of(words)));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  /// Standard output of the last command line.
  String out() {
    return out;
  }

  /// Standard error of the last command line.
  String err() {
    return err;
  }
}
