package lexscope.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.EventLoop;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.shell.ExitCode;
import lexscope.shell.UserDataException;

/// Runs program files as the options say.
final class Programs {
  private Programs() {}

  /// The options of a run.
  ///
  /// @param policy the rule by which the collector traces
  static HostOptions options(Arguments arguments, ConsoleSink console, CapturePolicy policy) {
    HostOptions options =
        HostOptions.defaults(console)
            .withPolicy(policy)
            .withStress(arguments.has("stress"))
            .withTime(
                arguments.number("until", 0).orElse((long) EventLoop.DEFAULT_UNTIL_MILLIS),
                (int)
                    Math.min(
                        arguments.number("max-turns", 0).orElse(EventLoop.DEFAULT_MAX_TURNS),
                        Integer.MAX_VALUE))
            .withArguments(arguments.guestArguments());
    if (arguments.bytes("max-heap").isPresent()) {
      options = options.withMaxHeapBytes(arguments.bytes("max-heap").getAsLong());
    }
    return arguments.value("html").isPresent()
        ? options.withHtml(read(arguments.value("html").get()))
        : options;
  }

  static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException _) {
      throw new UserDataException(file + ": not a file name");
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(path(file), StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw new UserDataException(file + ": cannot be read as UTF-8 text");
    }
  }

  /// A program that was run, and how that ended.
  record Run(Host host, RunOutcome outcome) {
    ExitCode code() {
      return switch (outcome) {
        case RunOutcome.Completed() -> ExitCode.DONE;
        case RunOutcome.Failed(String _) -> ExitCode.GUEST_FAILED;
        case RunOutcome.Unusable(String _) -> ExitCode.BAD_INPUT;
        case RunOutcome.HeapFull(String _) -> ExitCode.HEAP_LIMIT;
        case RunOutcome.Interrupted() -> ExitCode.INTERRUPTED;
      };
    }

    /// What to tell the user, empty if all went well.
    String message() {
      return switch (outcome) {
        case RunOutcome.Completed() -> "";
        case RunOutcome.Failed(String report) -> report;
        case RunOutcome.Unusable(String report) -> report;
        case RunOutcome.HeapFull(String report) -> report;
        case RunOutcome.Interrupted() -> "interrupted";
      };
    }
  }

  static Run run(String file, HostOptions options) {
    Host host = Host.create(options);
    return new Run(host, host.run(path(file)));
  }
}
