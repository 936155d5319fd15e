package lexscope.shell.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;

/// Prints what `--help` shows: everything a command says of itself, in columns.
public final class Help {
  private static final int GAP = 2;

  private Help() {}

  /// Prints all that a command says of itself, for the command line.
  public static void command(Command command, PrintStream out) {
    command(command, Examples.line(command), out);
  }

  /// Prints the same for the interactive shell.
  public static void commandInShell(Command command, PrintStream out) {
    command(command, Examples.lineInShell(command), out);
  }

  private static void command(Command command, String example, PrintStream out) {
    out.println("Usage: lexscope " + command.name() + " " + command.synopsis());
    out.println();
    out.println(sentence(command.summary()));
    if (!command.details().isEmpty()) {
      out.println();
      out.println(command.details().strip());
    }
    if (command.options().hasLongOption("at")) {
      out.println();
      out.println(CommonOptions.SNAPSHOTS.strip());
    }
    out.println();
    out.println("Options:");
    List<String[]> rows = new ArrayList<>();
    for (Option option : Dispatcher.withHelp(command.options()).getOptions()) {
      rows.add(new String[] {left(option), option.getDescription()});
    }
    columns(rows, out);
    out.println();
    out.println("Example:");
    out.println("  " + example);
  }

  /// Prints rows of two columns.
  public static void columns(List<String[]> rows, PrintStream out) {
    int width = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0) + GAP;
    for (String[] row : rows) {
      out.println("  " + row[0] + " ".repeat(width - row[0].length()) + row[1]);
    }
  }

  private static String left(Option option) {
    String letter = option.getOpt() == null ? "    " : "-" + option.getOpt() + ", ";
    String word = option.hasLongOpt() ? "--" + option.getLongOpt() : "";
    String value =
        option.hasOptionalArg() ? "[=" + option.getArgName() + "]" : " " + option.getArgName();
    return letter + word + (option.hasArg() ? value : "");
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }
}
