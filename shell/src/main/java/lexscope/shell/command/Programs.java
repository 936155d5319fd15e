package lexscope.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import lexscope.js.host.EventLoop;
import lexscope.js.host.Host;
import lexscope.js.host.HostHooks;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.events.JfrCollectionListener;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import org.jspecify.annotations.Nullable;

/// Runs program files as the options of a command say, one after the other, each in a fresh heap.
///
/// @param options how each is run
/// @param streams where snapshots may come from, progress is shown, and the user ends a run
/// @param recorded whether Flight Recorder is told of collections, snapshots and answers
/// @param standing a heap that is asked instead of reading or running its file; null for none
/// @param indexed whether an index may be read and written beside a snapshot file
public record Programs(
    HostOptions options,
    Streams streams,
    boolean recorded,
    @Nullable HeapFile standing,
    boolean indexed) {
  /// Takes the options of a command.
  ///
  /// @param policy the rule by which the collector traces
  /// @param answers whether standard output is for answers alone: then the programs' own output
  ///   goes to standard error
  public static Programs of(
      Arguments arguments, Streams streams, CapturePolicy policy, boolean answers) {
    PrintedConsole console =
        new PrintedConsole(answers ? streams.err() : streams.out(), streams.err());
    HostOptions options =
        HostOptions.defaults(console)
            .withPolicy(policy)
            .withStress(arguments.has("stress"))
            .withTime(
                (double) arguments.number("until", 0).orElse((long) EventLoop.DEFAULT_UNTIL_MILLIS),
                (int)
                    Math.min(
                        arguments.number("max-turns", 0).orElse(EventLoop.DEFAULT_MAX_TURNS),
                        Integer.MAX_VALUE))
            .withArguments(arguments.guestArguments())
            .withConditions(arguments.values(CommonOptions.CONDITIONS))
            .withAllocationStacks(CommonOptions.stackDepth(arguments));
    if (arguments.bytes("max-heap").isPresent()) {
      options = options.withMaxHeapBytes(arguments.bytes("max-heap").getAsLong());
    }
    if (arguments.value("html").isPresent()) {
      options = options.withHtml(read(arguments.value("html").get()));
    }
    return new Programs(
        options,
        streams,
        arguments.has("jfr"),
        arguments.standing(),
        !arguments.has(CommonOptions.NO_INDEX));
  }

  /// The path of a file.
  ///
  /// @throws UserDataException if no file can have that name
  public static Path path(String file) {
    try {
      return Path.of(file);
    } catch (InvalidPathException _) {
      throw new UserDataException(file + ": not a file name");
    }
  }

  /// The same with other streams; what programs print goes there, too.
  public Programs withStreams(Streams others) {
    return new Programs(
        options.withSink(new PrintedConsole(others.out(), others.err())),
        others,
        recorded,
        standing,
        indexed);
  }

  /// Whether the name is that of a file, and not what a realm without a program is called.
  static boolean isFile(String name) {
    return Files.exists(path(name));
  }

  /// Whether the name is that of a snapshot rather than a program.
  public static boolean isSnapshot(String file) {
    return SnapshotFiles.isSnapshot(file);
  }

  /// The path of a file that is going to be written.
  ///
  /// @throws UserDataException if it certainly cannot be
  static Path output(String file) {
    Path path = path(file);
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(path)) {
      throw new UserDataException(file + ": cannot be written (it is a folder)");
    }
    if (!Files.isDirectory(folder)) {
      throw new UserDataException(file + ": cannot be written (there is no folder " + folder + ")");
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw new UserDataException(file + ": cannot be written (no permission)");
    }
    return path;
  }

  private static String read(String file) {
    try {
      return Files.readString(path(file), StandardCharsets.UTF_8);
    } catch (IOException _) {
      throw new UserDataException(file + ": cannot be read as UTF-8 text");
    }
  }

  /// A program that was run, and how that ended.
  public record Run(Host host, RunOutcome outcome) {
    /// The exit code that tells it.
    public ExitCode code() {
      return switch (outcome) {
        case RunOutcome.Completed() -> ExitCode.DONE;
        case RunOutcome.Exited(int code) -> ExitCode.ofProgram(code);
        case RunOutcome.Failed(String _) -> ExitCode.GUEST_FAILED;
        case RunOutcome.Unusable(String _) -> ExitCode.BAD_INPUT;
        case RunOutcome.HeapFull(String _) -> ExitCode.HEAP_LIMIT;
        case RunOutcome.Interrupted() -> ExitCode.INTERRUPTED;
      };
    }

    /// Whether the program ended when it wanted to, with whatever exit code.
    public boolean ranToItsEnd() {
      return outcome instanceof RunOutcome.Completed || outcome instanceof RunOutcome.Exited;
    }

    /// What to tell the user, empty if all went well.
    public String message() {
      return outcome.report();
    }
  }

  /// Runs a program until it is idle.
  Run run(String file) {
    return run(file, host(file), HostHooks.none());
  }

  /// A host for a program.
  public Host host(String file) {
    return Host.create(options.withProgram(file));
  }

  /// Runs a program in a new host.
  ///
  /// @param hooks what happens at the program's snapshots
  Run run(String file, Host host, HostHooks hooks) {
    host.setHooks(hooks);
    AtomicReference<@Nullable Run> run = new AtomicReference<>();
    Path path = path(file);
    try (JfrCollectionListener _ =
        recorded ? JfrCollectionListener.listenTo(host.machine().heap()) : null) {
      streams.interruption().during(host::interrupt, () -> run.set(new Run(host, host.run(path))));
    }
    Run ended = run.get();
    if (ended == null) {
      throw new IllegalStateException("a run that did not end");
    }
    return ended;
  }
}
