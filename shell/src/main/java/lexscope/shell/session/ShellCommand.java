package lexscope.shell.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import lexscope.js.policy.CapturePolicy;
import lexscope.shell.command.Arguments;
import lexscope.shell.command.Command;
import lexscope.shell.command.CommonOptions;
import lexscope.shell.command.Programs;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import lexscope.shell.repl.LineSource;
import lexscope.shell.repl.PipedLines;
import lexscope.shell.repl.TypedLines;
import org.apache.commons.cli.Options;

/// `shell [FILE]`: one entry after the other, typed or piped.
public final class ShellCommand implements Command {
  private final List<Command> others;

  /// Takes the commands that it may run.
  public ShellCommand(List<Command> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public String name() {
    return "shell";
  }

  @Override
  public String summary() {
    return "ask one question after the other, step and evaluate, at a terminal or from a pipe";
  }

  @Override
  public String synopsis() {
    return "[FILE] [-- ARGS]";
  }

  @Override
  public String details() {
    return """
    Lines are the command lines of this program without its name; without a file of their own they
    are about FILE as it stands, which is run or read once. What is no command is JavaScript and runs
    in the program's realm; so does what follows '='. The shell has verbs of its own to step through
    the program, to walk about in the heap and to compare its moments: 'help' lists them. 'exit' or
    the end of the input ends the shell. From a pipe the exit code is the highest of the commands'.
    """;
  }

  @Override
  public Options options() {
    return CommonOptions.ofPrograms()
        .addOption(CommonOptions.valued("commands", "SCRIPT", "read the lines from this file"));
  }

  /// Makes the source of lines for a session.
  @FunctionalInterface
  public interface Opener {
    /// Opens it.
    LineSource open(Prompting prompting) throws IOException;
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    return run(
        arguments,
        streams,
        prompting -> lines(arguments, streams, prompting),
        Links.isUnderstood(System.getenv()));
  }

  /// Runs a session.
  ///
  /// @param opener where the lines come from
  /// @param links whether the terminal, if it is one, understands links
  ExitCode run(Arguments arguments, Streams streams, Opener opener, boolean links) {
    if (arguments.operands().size() > 1) {
      throw new UserSyntaxException("shell takes one file at most");
    }
    streams.interruption().outlive();
    Programs programs = Programs.of(arguments, streams, CapturePolicy.UNION, false);
    CapturePolicy policy = CommonOptions.policy(arguments, CapturePolicy.WHOLE);
    String file = arguments.operands().isEmpty() ? null : arguments.operands().getFirst();
    Prompting prompting = new Prompting();
    try (LineSource lines = opener.open(prompting)) {
      boolean linked = links && lines.isTyped() && streams.colour();
      Session session = new Session(file, policy, others, programs, lines, linked);
      prompting.serve(session);
      return session.run();
    } catch (NoSuchFileException e) {
      throw new UserDataException(e.getMessage() + ": no such file");
    } catch (IOException e) {
      throw new UserDataException("cannot read commands: " + e.getMessage());
    }
  }

  private static LineSource lines(Arguments arguments, Streams streams, Prompting prompting)
      throws IOException {
    if (arguments.value("commands").isPresent()) {
      return new PipedLines(
          Files.newInputStream(Programs.path(arguments.value("commands").get())),
          prompting::isComplete);
    }
    if (!streams.interactive()) {
      return new PipedLines(streams.in(), prompting::isComplete);
    }
    Path history = Path.of(System.getProperty("user.home", "."), ".lexscope_history");
    return TypedLines.open(prompting, history);
  }
}
