package lexscope.shell.command;

import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Option;

/// Completion for fish.
final class FishCompletions {
  private FishCompletions() {}

  static String of(List<Command> commands) {
    StringBuilder out =
        new StringBuilder(
            """
            # Completion of lexscope for fish. Made by: lexscope completions fish
            complete -c lexscope -f
            complete -c lexscope -n __fish_use_subcommand -s h -l help -d 'print this'
            complete -c lexscope -n __fish_use_subcommand -s V -l version -d 'print the version'
            """);
    for (Command command : commands) {
      out.append("complete -c lexscope -n __fish_use_subcommand -a ")
          .append(command.name())
          .append(" -d ")
          .append(quoted(command.summary()))
          .append('\n');
    }
    out.append("complete -c lexscope -n __fish_use_subcommand -a help -d 'explain a command'\n");
    for (Command command : commands) {
      String begin =
          "complete -c lexscope -n '__fish_seen_subcommand_from " + command.name() + "' ";
      operands(command, begin, out);
      for (Option option : CompletedWords.options(command)) {
        out.append(begin);
        if (option.getOpt() != null) {
          out.append("-s ").append(option.getOpt()).append(' ');
        }
        out.append("-l ").append(option.getLongOpt());
        value(command, option, out);
        out.append(" -d ").append(quoted(option.getDescription())).append('\n');
      }
      out.append("complete -c lexscope -n '__fish_seen_subcommand_from help' -a ")
          .append(command.name())
          .append('\n');
    }
    return out.toString();
  }

  private static void operands(Command command, String begin, StringBuilder out) {
    List<String> words = CompletedWords.operands(command);
    if (!words.isEmpty()) {
      out.append(begin).append("-a '").append(String.join(" ", words)).append("'\n");
      return;
    }
    out.append(begin).append("-F\n");
    if (CompletedWords.takesTarget(command)) {
      for (Map.Entry<String, String> each : CompletedWords.targets().entrySet()) {
        out.append(begin)
            .append("-a ")
            .append(each.getKey())
            .append(" -d ")
            .append(quoted(each.getValue()))
            .append('\n');
      }
    }
  }

  private static void value(Command command, Option option, StringBuilder out) {
    if (!option.hasArg() || option.hasOptionalArg()) {
      return;
    }
    List<OptionValues.Value> values = OptionValues.of(command.name(), option);
    if (values.isEmpty()) {
      out.append(OptionValues.isFile(option) ? " -r -F" : " -x");
      return;
    }
    StringBuilder list = new StringBuilder();
    for (OptionValues.Value each : values) {
      list.append(list.isEmpty() ? "" : " ")
          .append(each.text())
          .append("\\t\"")
          .append(each.meaning())
          .append('"');
    }
    out.append(" -x -a ").append(quoted(list.toString()));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
