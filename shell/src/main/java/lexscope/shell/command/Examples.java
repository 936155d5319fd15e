package lexscope.shell.command;

import java.util.Map;

/// A line for each command as one would type it: what `--help`, the shell's `help` and the pages
/// about commands show.
public final class Examples {
  /// The program that the lines are about.
  static final String PROGRAM = "app.js";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("run", "app.js --policy used"),
          Map.entry("why", "closure:onClick app.js"),
          Map.entry("histo", "--rows 5 app.js"),
          Map.entry("dominators", "--rows 3 app.js"),
          Map.entry("records", "--rows 3 app.js"),
          Map.entry("compare", "app.js"),
          Map.entry("dead", "app.js"),
          Map.entry("draw", "class:Session app.js -o why.svg"),
          Map.entry("snapshot", "app.js -o app.heapsnapshot"),
          Map.entry("diff", "--at first,end app.js"),
          Map.entry("retained", "class:Session app.js"),
          Map.entry("cut", "binding:attach.cache app.js"),
          Map.entry("clusters", "closure:onClick app.js"),
          Map.entry("find", "--rows 3 \"kind = closure and retained > 10 kB\" app.js"),
          Map.entry("suspects", "app.js"),
          Map.entry("test", "panel.scenario.mjs"),
          Map.entry("jfr", "app.jfr"),
          Map.entry("report", "app.js -o report.html"),
          Map.entry("trace", "app.js -o steps.html"),
          Map.entry("shell", "app.js"),
          Map.entry("completions", "bash"));

  private Examples() {}

  /// The line as it is typed at the prompt of a terminal.
  public static String line(Command command) {
    return "lexscope " + command.name() + " " + words(command);
  }

  /// The line as it is typed in the interactive shell, where the program is open.
  public static String lineInShell(Command command) {
    String words = words(command);
    String open = command.operandsBeforeFile() < 0 ? words : words.replace(PROGRAM, "").strip();
    return (command.name() + " " + open.replaceAll(" +", " ")).strip();
  }

  private static String words(Command command) {
    return WORDS.getOrDefault(command.name(), command.synopsis());
  }
}
