package lexscope.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lexscope.shell.ExitCode;
import lexscope.shell.Streams;
import lexscope.shell.UserDataException;
import lexscope.shell.UserSyntaxException;
import lexscope.shell.repl.LineSource;
import lexscope.shell.repl.PipedLines;
import lexscope.shell.repl.TypedLines;
import lexscope.shell.repl.VerbCompleter;
import org.apache.commons.cli.Options;
import org.jline.reader.Completer;
import org.jspecify.annotations.Nullable;

/// `shell [FILE]`: one command after the other, typed or piped.
final class ShellCommand implements Command {
  private final List<Command> others;

  /// Takes the commands that it may run.
  ShellCommand(List<Command> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public String name() {
    return "shell";
  }

  @Override
  public String summary() {
    return "take commands one after the other, from a terminal or a pipe";
  }

  @Override
  public String synopsis() {
    return "[FILE]";
  }

  @Override
  public String details() {
    return """
    Lines are the command lines of this program without its name. FILE, or the one named by
    'open FILE', is what a command without a file of its own is about. 'exit' or the end of the
    input ends the shell. From a pipe the exit code is the highest of the commands'.
    """;
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(CommonOptions.valued("commands", "SCRIPT", "read the lines from this file"));
  }

  @Override
  public ExitCode run(Arguments arguments, Streams streams) {
    if (arguments.operands().size() > 1) {
      throw new UserSyntaxException("shell takes one file at most");
    }
    try (LineSource lines = lines(arguments, streams)) {
      return new Session(streams, arguments.operands()).run(lines);
    } catch (NoSuchFileException e) {
      throw new UserDataException(e.getMessage() + ": no such file");
    } catch (IOException e) {
      throw new UserDataException("cannot read commands: " + e.getMessage());
    }
  }

  private LineSource lines(Arguments arguments, Streams streams) throws IOException {
    if (arguments.value("commands").isPresent()) {
      return new PipedLines(Files.newInputStream(Programs.path(arguments.value("commands").get())));
    }
    if (!streams.interactive()) {
      return new PipedLines(streams.in());
    }
    Path history = Path.of(System.getProperty("user.home", "."), ".lexscope_history");
    return TypedLines.open(completer(), history);
  }

  private Completer completer() {
    Map<String, List<String>> options = new LinkedHashMap<>();
    options.put("open", List.of());
    options.put("exit", List.of());
    options.put("help", List.of());
    for (Command command : others) {
      options.put(
          command.name(),
          Dispatcher.withHelp(command.options()).getOptions().stream()
              .map(option -> "--" + option.getLongOpt())
              .toList());
    }
    return new VerbCompleter(options);
  }

  /// What lasts from one line to the next.
  private final class Session {
    private final Dispatcher dispatcher;
    private final Streams streams;
    private @Nullable String file;

    Session(Streams streams, List<String> files) {
      this.streams = streams;
      this.dispatcher = new Dispatcher(streams, others);
      this.file = files.isEmpty() ? null : files.getFirst();
    }

    ExitCode run(LineSource lines) throws IOException {
      ExitCode worst = ExitCode.DONE;
      lines.onInterrupt(streams.interruption()::request);
      for (List<String> words = lines.next(); words != null; words = lines.next()) {
        if (words.isEmpty()) {
          continue;
        }
        if (words.equals(List.of("exit"))) {
          break;
        }
        if (words.getFirst().equals("open")) {
          worst = worst.worse(open(words));
        } else {
          worst = worst.worse(dispatcher.run(words, file));
        }
        streams.flush();
      }
      return lines.isTyped() ? ExitCode.DONE : worst;
    }

    private ExitCode open(List<String> words) {
      if (words.size() != 2) {
        streams.err().println("lexscope: open takes one file");
        return ExitCode.USAGE;
      }
      file = words.get(1);
      return ExitCode.DONE;
    }
  }
}
