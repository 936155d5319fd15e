package lexscope.shell;

import java.util.List;
import lexscope.shell.command.Command;
import lexscope.shell.command.Commands;
import lexscope.shell.session.ShellCommand;

/// What the program can be asked to do: the commands, and the shell in which they can be given one
/// after the other. The commands do not know the shell, which knows them.
public final class Verbs {
  private Verbs() {}

  /// All verbs, in the order of the overview.
  public static List<Command> all() {
    return Commands.with(ShellCommand::new);
  }
}
