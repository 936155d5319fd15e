package lexscope.shell.session;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import lexscope.js.host.Host;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.report.ByteSize;
import lexscope.shell.command.HeapFile;
import lexscope.shell.command.Programs;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import org.jspecify.annotations.Nullable;

/// What the shell is about: a program, a snapshot file, or an empty realm to type at.
final class Subject {
  /// What an empty realm is called.
  static final String NO_FILE = "(no program)";

  /// Up to so many cells the size of the heap is measured after each line, which takes a few
  /// milliseconds.
  private static final int QUICKLY_MEASURED = 100_000;

  private final String file;
  private final Programs programs;
  private final Streams streams;
  private final Breakpoints breakpoints;
  private final BiConsumer<String, HeapFile> onSnapshot;
  private final boolean snapshot;
  private @Nullable ProgramRun run;
  private @Nullable HeapFile heap;
  private int runs;

  /// A subject that has not been run or read.
  ///
  /// @param file a program or snapshot file; [#NO_FILE] for none
  /// @param onSnapshot is told of the snapshots that the program takes of itself
  Subject(
      String file,
      Programs programs,
      Breakpoints breakpoints,
      BiConsumer<String, HeapFile> onSnapshot) {
    this.file = file;
    this.programs = programs;
    this.streams = programs.streams();
    this.breakpoints = breakpoints;
    this.onSnapshot = onSnapshot;
    snapshot = Programs.isSnapshot(file);
  }

  String file() {
    return file;
  }

  /// Its name for the prompt: without folders, with the line if it stands still in the middle.
  String shortName() {
    Standing standing = standing();
    String name = standing == null || standing.place() == null ? file : standing.line();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  boolean isSnapshot() {
    return snapshot;
  }

  boolean isFile() {
    return !file.equals(NO_FILE);
  }

  /// Whether the program runs or ran.
  boolean isBegun() {
    return snapshot ? heap != null : run != null;
  }

  /// Where the program stands in the middle of its run, or null.
  @Nullable Standing standing() {
    ProgramRun present = run;
    return present == null ? null : present.standing();
  }

  /// The run of the program, begun now if there is none.
  ///
  /// @throws UserDataException for a snapshot file, or if the program cannot be run
  ProgramRun program() {
    requireProgram();
    ProgramRun present = run;
    if (present == null) {
      restart(false, Pace.CONTINUE);
      present = run;
    }
    if (present == null) {
      throw new UserDataException(file + ": cannot be run");
    }
    return present;
  }

  private void requireProgram() {
    if (snapshot) {
      throw new UserDataException(file + " is a snapshot: this needs a program");
    }
  }

  /// Runs the program, from its beginning, in a new heap.
  ///
  /// @param stepping whether it can stop at statements
  /// @throws UserDataException for a snapshot file, or if the program cannot be run
  void restart(boolean stepping, Pace first) {
    requireProgram();
    ProgramRun before = run;
    if (before != null) {
      before.end();
    }
    Host host = programs.host(file);
    runs++;
    int number = runs;
    ProgramRun fresh =
        new ProgramRun(
            host,
            isFile() ? Programs.path(file) : null,
            streams.interruption(),
            breakpoints,
            stepping,
            (_, name) ->
                onSnapshot.accept(
                    name, HeapFile.standing(file, name, host, Integer.toString(number))));
    run = fresh;
    heap = null;
    fresh.begin(first);
    RunOutcome outcome = fresh.outcome();
    if (outcome instanceof RunOutcome.Unusable(String report)) {
      run = null;
      throw new UserDataException(report);
    }
  }

  /// Lets the program go on from where it stands.
  void goOn(Pace pace) {
    program().goOn(pace);
    heap = null;
  }

  /// Evaluates code where the program stands, or while it is idle.
  RunOutcome evaluate(String text, Consumer<String> shown) {
    try {
      return program().evaluate(text, shown);
    } finally {
      heap = null;
    }
  }

  /// Lets virtual time pass.
  RunOutcome await(double millis) {
    try {
      return program().await(millis);
    } finally {
      heap = null;
    }
  }

  /// The heap as it stands, of a program that is begun now if it was not.
  HeapFile heap() {
    HeapFile present = heap;
    if (present == null) {
      if (snapshot) {
        present = HeapFile.read(file, streams);
      } else {
        ProgramRun program = program();
        Standing standing = program.standing();
        present =
            HeapFile.standing(
                file,
                standing == null ? "end" : standing.line(),
                program.host(),
                Integer.toString(runs));
      }
      heap = present;
    }
    return present;
  }

  /// How much is alive, for the prompt; empty if that is not known.
  String size(CapturePolicy policy) {
    ProgramRun present = run;
    if (!isBegun()) {
      return "";
    }
    SnapshotGraph known = heap().graphIfMade(policy);
    if (known != null) {
      return ByteSize.text(known.totalBytes());
    }
    if (present == null || present.host().machine().heap().cellCount() > QUICKLY_MEASURED) {
      return present == null
          ? ""
          : "≤ " + ByteSize.text(present.host().machine().heap().usedBytes());
    }
    return ByteSize.text(heap().graph(policy).totalBytes());
  }

  /// Gives the program up.
  void close() {
    ProgramRun present = run;
    if (present != null) {
      present.end();
    }
  }

  /// The lines of a text file that the program may be from; empty if it cannot be read.
  static List<String> lines(String source) {
    try {
      return java.nio.file.Files.readAllLines(Path.of(source));
    } catch (java.io.IOException | java.nio.file.InvalidPathException _) {
      return List.of();
    }
  }
}
