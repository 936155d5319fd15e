package lexscope.shell;

import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import lexscope.shell.command.Dispatcher;
import lexscope.shell.invocation.ClosedPipeException;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import lexscope.shell.invocation.ProcessOutput;
import lexscope.shell.invocation.Streams;

/// The entry point: streams, the thread with the big stack, and the exit code. Everything else is a
/// command's.
public final class Main {
  /// Guest calls recurse on the Java stack; the depth limit of guest programs is the interpreter's
  /// own and lies below this.
  private static final long STACK_BYTES = 1L << 30;

  /// How long an interrupted command may take to say so and to write out what it holds.
  private static final long FAREWELL_MILLIS = 2_000;

  private Main() {}

  /// Runs one command line and ends the process with its exit code.
  public static void main(String[] args) throws InterruptedException {
    Map<String, String> environment = System.getenv();
    String terminals = System.getProperty("lexscope.terminals", "");
    boolean terminalOut = terminals.contains("out");
    boolean colour =
        terminalOut
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    PrintStream out = ProcessOutput.of(FileDescriptor.out, terminalOut);
    PrintStream err = ProcessOutput.of(FileDescriptor.err, true);
    Streams streams =
        new Streams(
            System.in,
            out,
            err,
            colour,
            terminalOut && terminals.contains("in"),
            new Interruption());
    int[] code = {ExitCode.INTERNAL_ERROR.code()};
    Thread guest =
        new Thread(
            null, () -> code[0] = run(List.of(args), streams).code(), "lexscope", STACK_BYTES);
    // On SIGINT the Java VM runs this and then ends with 130 (128 + SIGINT); on SIGTERM with 143.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> farewell(streams, guest)));
    guest.start();
    guest.join();
    System.exit(code[0]);
  }

  private static void farewell(Streams streams, Thread guest) {
    streams.interruption().endProcess();
    if (streams.interruption().isAnalysing()) {
      return;
    }
    // Whoever ends the process once the answer is out did not interrupt it.
    streams.interruption().leave(code -> Runtime.getRuntime().halt(code.code()));
    try {
      guest.join(FAREWELL_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    ExitCode earned = streams.interruption().earned();
    if (earned != null && !guest.isAlive()) {
      Runtime.getRuntime().halt(earned.code());
    }
  }

  private static ExitCode run(List<String> args, Streams streams) {
    try {
      ExitCode code = new Dispatcher(streams, Verbs.all()).run(args);
      streams.flush();
      return code;
    } catch (ClosedPipeException _) {
      return ExitCode.DONE;
    }
  }
}
