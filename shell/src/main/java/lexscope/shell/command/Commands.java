package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;

/// All verbs, in the order of the overview.
final class Commands {
  private Commands() {}

  static List<Command> all() {
    List<Command> commands = new ArrayList<>();
    commands.add(new ShellCommand(commands));
    return List.copyOf(commands);
  }
}
