package lexscope.shell.command;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;

/// Completion for bash, 3.2 and newer.
final class BashCompletions {
  private BashCompletions() {}

  static String of(List<Command> commands) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # Completion of lexscope for bash. Made by: lexscope completions bash
        _lexscope_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }
        _lexscope_files() {
          local IFS=$'\\n'
          COMPREPLY=($(compgen -f -- "$cur"))
          compopt -o filenames 2>/dev/null
        }
        _lexscope() {
          local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
          local options='' targets='' words='' i
          COMPREPLY=()
          # bash makes three words of --policy=used
          if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi
          if ((COMP_CWORD == 1)); then
        """);
    out.append("    _lexscope_words '")
        .append(commands.stream().map(Command::name).collect(Collectors.joining(" ")))
        .append(" help --help --version'\n    return\n  fi\n");
    out.append("  for ((i = 2; i < COMP_CWORD; i++)); do\n");
    out.append("    if [[ ${COMP_WORDS[i]} == -- ]]; then _lexscope_files; return; fi\n  done\n");
    out.append("  case $verb in\n");
    for (Command command : commands) {
      command(command, out);
    }
    out.append("    help) words='")
        .append(commands.stream().map(Command::name).collect(Collectors.joining(" ")))
        .append("' ;;\n");
    out.append(
        """
          esac
          if [[ $cur == -* ]]; then
            _lexscope_words "$options"
          elif [[ -n $words ]]; then
            _lexscope_words "$words"
          else
            _lexscope_files
            if [[ -n $targets ]]; then
              COMPREPLY+=($(compgen -W "$targets" -- "$cur"))
              if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *: ]]; then compopt -o nospace 2>/dev/null; fi
            fi
          fi
        }
        complete -F _lexscope lexscope
        """);
    return out.toString();
  }

  private static void command(Command command, StringBuilder out) {
    List<Option> options = CompletedWords.options(command);
    out.append("    ").append(command.name()).append(")\n");
    out.append("      case $prev in\n");
    for (Option option : options) {
      if (option.hasArg() && !option.hasOptionalArg()) {
        out.append("        ").append(spellings(option, " | ")).append(") ");
        List<OptionValues.Value> values = OptionValues.of(command.name(), option);
        if (!values.isEmpty()) {
          out.append("_lexscope_words '")
              .append(
                  values.stream().map(OptionValues.Value::text).collect(Collectors.joining(" ")))
              .append("'; ");
        } else if (OptionValues.isFile(option)) {
          out.append("_lexscope_files; ");
        }
        out.append("return ;;\n");
      }
    }
    out.append("      esac\n      options='");
    out.append(
        options.stream().map(option -> spellings(option, " ")).collect(Collectors.joining(" ")));
    out.append("'\n");
    if (CompletedWords.takesTarget(command)) {
      out.append("      targets='")
          .append(String.join(" ", CompletedWords.targets().keySet()))
          .append("'\n");
    }
    if (!CompletedWords.operands(command).isEmpty()) {
      out.append("      words='")
          .append(String.join(" ", CompletedWords.operands(command)))
          .append("'\n");
    }
    out.append("      ;;\n");
  }

  private static String spellings(Option option, String between) {
    String word = option.hasLongOpt() ? "--" + option.getLongOpt() : "";
    String letter = option.getOpt() == null ? "" : "-" + option.getOpt();
    return word.isEmpty() || letter.isEmpty() ? letter + word : letter + between + word;
  }
}
