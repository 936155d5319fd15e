package lexscope.shell.session;

import java.util.List;
import lexscope.shell.Verbs;
import lexscope.shell.command.Arguments;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;

/// Runs the shell as its command does, with lines from elsewhere.
final class Shells {
  private Shells() {}

  /// Runs `shell` with these words.
  static ExitCode run(
      Streams streams, ShellCommand.Opener opener, boolean links, List<String> words) {
    ShellCommand shell = new ShellCommand(Verbs.all());
    return shell.run(Arguments.parse(shell.options(), words), streams, opener, links);
  }
}
