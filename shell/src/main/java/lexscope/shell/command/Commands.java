package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lexscope.shell.page.UserBrowser;

/// The commands, in the order of the overview.
public final class Commands {
  private Commands() {}

  /// All commands.
  ///
  /// @param shell makes the one that runs those before it one after the other
  public static List<Command> with(Function<List<Command>, Command> shell) {
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
    commands.add(shell.apply(List.copyOf(commands)));
    commands.add(new CompletionsCommand(commands));
    return List.copyOf(commands);
  }
}
