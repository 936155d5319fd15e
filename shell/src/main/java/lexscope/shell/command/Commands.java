package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;
import lexscope.shell.page.UserBrowser;

/// All verbs, in the order of the overview.
final class Commands {
  private Commands() {}

  static List<Command> all() {
    List<Command> commands = new ArrayList<>();
    commands.add(new RunCommand());
    commands.add(new WhyCommand());
    commands.add(new HistoCommand());
    commands.add(new DominatorsCommand());
    commands.add(new RecordsCommand());
    commands.add(new CompareCommand());
    commands.add(new DeadCommand());
    commands.add(new DrawCommand());
    commands.add(new SnapshotCommand());
    commands.add(new DiffCommand());
    commands.add(new RetainedCommand());
    commands.add(new CutCommand());
    commands.add(new ClustersCommand());
    commands.add(new FindCommand());
    commands.add(new SuspectsCommand());
    commands.add(new ReportCommand(UserBrowser.ofThisMachine()));
    commands.add(new TestCommand());
    commands.add(new TraceCommand());
    commands.add(new JfrCommand());
    commands.add(new ShellCommand(commands));
    commands.add(new CompletionsCommand(commands));
    return List.copyOf(commands);
  }
}
