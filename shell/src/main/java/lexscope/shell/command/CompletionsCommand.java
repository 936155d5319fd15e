package lexscope.shell.command;

import java.util.List;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Options;

/// `completions SHELL`: what makes the Tab key of another shell know the commands.
final class CompletionsCommand implements Command {
  private final List<Command> commands;

  /// @param commands all commands; read when it is asked
  CompletionsCommand(List<Command> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "completions";
  }

  @Override
  public String summary() {
    return "print what completes this program's words in bash, zsh or fish";
  }

  @Override
  public String synopsis() {
    return "bash|zsh|fish";
  }

  @Override
  public String details() {
    return """
    Completed are commands, options, the values of options, the beginnings of targets, and files:
      bash   lexscope completions bash > ~/.local/share/bash-completion/completions/lexscope
      zsh    lexscope completions zsh > _lexscope, in a folder of $fpath
      fish   lexscope completions fish > ~/.config/fish/completions/lexscope.fish
    """;
  }

  @Override
  public Options options() {
    return new Options();
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    String shell = arguments.operands().size() == 1 ? arguments.operands().getFirst() : "";
    streams
        .out()
        .print(
            switch (shell) {
              case "bash" -> BashCompletions.of(commands);
              case "zsh" -> ZshCompletions.of(commands);
              case "fish" -> FishCompletions.of(commands);
              default -> throw new UserSyntaxException("completions needs one of bash, zsh, fish");
            });
    return ExitCode.DONE;
  }
}
