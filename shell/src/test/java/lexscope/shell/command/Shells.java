package lexscope.shell.command;

import java.util.List;
import lexscope.shell.ExitCode;
import lexscope.shell.Streams;

/// Runs the shell as its command does, with lines from elsewhere.
public final class Shells {
  private Shells() {}

  /// All commands, in the order of the overview.
  public static List<Command> commands() {
    return Commands.all();
  }

  /// Runs `shell` with these words.
  public static ExitCode run(
      Streams streams, ShellCommand.Opener opener, boolean links, List<String> words) {
    ShellCommand shell = new ShellCommand(Commands.all());
    return shell.run(Arguments.parse(shell.options(), words), streams, opener, links);
  }
}
