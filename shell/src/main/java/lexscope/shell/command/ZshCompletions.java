package lexscope.shell.command;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/// Completion for zsh.
final class ZshCompletions {
  private ZshCompletions() {}

  static String of(List<Command> commands) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        #compdef lexscope
        # Completion of lexscope for zsh. Made by: lexscope completions zsh
        _lexscope_targets() {
          local -a targets
          targets=(
        """);
    CompletedWords.targets()
        .forEach((target, meaning) ->
            out.append("    '").append(quoted(target)).append(":").append(meaning).append("'\n"));
    out.append("  )\n  _describe -t targets target targets -S ''\n}\n");
    out.append("_lexscope_commands() {\n  local -a commands\n  commands=(\n");
    for (Command command : commands) {
      out.append("    '")
          .append(command.name())
          .append(':')
          .append(quoted(command.summary()))
          .append("'\n");
    }
    out.append("    'help:explain a command, as its option --help does'\n  )\n");
    out.append("  _describe -t commands command commands\n}\n");
    out.append(
        """
        _lexscope() {
          if ((CURRENT == 2)); then
            _arguments '(- *)'{-h,--help}'[print this]' '(- *)'{-V,--version}'[print the version]' \\
              '1:command:_lexscope_commands'
            return
          fi
          local verb=$words[2]
          shift words
          ((CURRENT--))
          case $verb in
        """);
    for (Command command : commands) {
      command(command, out);
    }
    out.append("    help) _lexscope_commands ;;\n");
    out.append(
        """
            *) _files ;;
          esac
        }
        if [[ $funcstack[1] == _lexscope ]]; then _lexscope "$@"; else compdef _lexscope lexscope; fi
        """);
    return out.toString();
  }

  private static void command(Command command, StringBuilder out) {
    out.append("    ").append(command.name()).append(") _arguments");
    for (Option option : CompletedWords.options(command)) {
      out.append(" \\\n      ").append(specification(command, option));
    }
    List<String> operands = CompletedWords.operands(command);
    if (!operands.isEmpty()) {
      out.append(" \\\n      '1:word:(").append(String.join(" ", operands)).append(")'");
    } else if (CompletedWords.takesTarget(command)) {
      out.append(" \\\n      '1:target:_lexscope_targets' '*:file:_files'");
    } else if (command.operandsBeforeFile() == 1) {
      out.append(" \\\n      '1:predicate: ' '*:file:_files'");
    } else {
      out.append(" \\\n      '*:file:_files'");
    }
    out.append(" ;;\n");
  }

  private static String specification(Command command, Option option) {
    String text = "[" + quoted(option.getDescription()) + "]" + value(command, option);
    String often = option.getDescription().contains("repeatable") ? "*" : "";
    String word =
        "--" + option.getLongOpt() + (option.hasOptionalArg() ? "=-" : option.hasArg() ? "=" : "");
    if (option.getOpt() == null) {
      return "'" + often + word + text + "'";
    }
    String letter = "-" + option.getOpt() + (option.hasArg() ? "+" : "");
    String either =
        often.isEmpty() ? "'(-" + option.getOpt() + " --" + option.getLongOpt() + ")'" : "'*'";
    return either + "{" + letter + "," + word + "}'" + text + "'";
  }

  private static String value(Command command, Option option) {
    if (!option.hasArg()) {
      return "";
    }
    List<OptionValues.Value> values = OptionValues.of(command.name(), option);
    String name = (option.hasOptionalArg() ? "::" : ":") + option.getArgName() + ":";
    if (!values.isEmpty()) {
      return name
          + values.stream()
              .map(value -> value.text() + "\\:\"" + quoted(value.meaning()) + "\"")
              .collect(Collectors.joining(" ", "((", "))"));
    }
    return name + (OptionValues.isFile(option) ? "_files" : " ");
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''").replaceAll("[\\[\\]:]", "\\\\$0");
  }
}
