package lexscope.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lexscope.shell.invocation.ClosedPipeException;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import lexscope.shell.invocation.UserDataException;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// Finds the command for a verb, and turns whatever goes wrong into one line and an exit code.
public final class Dispatcher {
  private final Streams streams;
  private final List<Command> commands;

  /// Creates one that knows these commands.
  public Dispatcher(Streams streams, List<Command> commands) {
    this.streams = streams;
    this.commands = commands;
  }

  /// Runs one command line, given without the program's own name.
  public ExitCode run(List<String> words) {
    return run(words, UnaryOperator.identity());
  }

  /// Runs one command line of the interactive shell.
  ///
  /// @param completion adds a file to the arguments of a command that needs one and was given none
  public ExitCode run(List<String> words, UnaryOperator<Arguments> completion) {
    if (words.isEmpty()) {
      overview(streams.err());
      return ExitCode.USAGE;
    }
    String verb = words.getFirst();
    List<String> rest = words.subList(1, words.size());
    return switch (verb) {
      case "--version", "-V" -> version();
      case "--help", "-h" -> {
        overview(streams.out());
        yield ExitCode.DONE;
      }
      case "help" -> help(rest);
      default -> {
        Optional<Command> command = find(verb);
        yield command.isPresent() ? guarded(command.get(), rest, completion) : unknown(verb);
      }
    };
  }

  /// Does something and turns what goes wrong into one line and an exit code.
  ///
  /// @param hint where to read more about wrong words
  public ExitCode guarded(String hint, Supplier<ExitCode> work) {
    try {
      return work.get();
    } catch (UserSyntaxException e) {
      complain(e.getMessage() + " (see: " + hint + ")");
      return ExitCode.USAGE;
    } catch (UserDataException e) {
      complain(e.getMessage());
      return ExitCode.BAD_INPUT;
    } catch (ClosedPipeException e) {
      throw e;
    } catch (OutOfMemoryError _) {
      complain("out of memory: give --max-heap for a larger heap, or a limit to the program");
      return ExitCode.HEAP_LIMIT;
    } catch (RuntimeException | Error e) {
      complain("internal error: " + e);
      return ExitCode.INTERNAL_ERROR;
    }
  }

  private ExitCode guarded(
      Command command, List<String> words, UnaryOperator<Arguments> completion) {
    return guarded(
        "lexscope " + command.name() + " --help",
        () -> {
          Arguments arguments = Arguments.parse(withHelp(command.options()), words);
          if (arguments.has("help")) {
            Help.command(command, streams.out());
            return ExitCode.DONE;
          }
          boolean lacksFile = arguments.operands().size() == command.operandsBeforeFile();
          return recorded(command, lacksFile ? completion.apply(arguments) : arguments);
        });
  }

  private ExitCode recorded(Command command, Arguments arguments) {
    if (!arguments.has("jfr")) {
      return command.run(arguments, streams);
    }
    try (FlightRecording _ =
        FlightRecording.start(arguments.value("jfr").orElse(""), streams.interruption())) {
      return command.run(arguments, streams);
    }
  }

  private ExitCode help(List<String> words) {
    if (words.isEmpty()) {
      overview(streams.out());
      return ExitCode.DONE;
    }
    Optional<Command> command = find(words.getFirst());
    if (command.isEmpty()) {
      return unknown(words.getFirst());
    }
    Help.command(command.get(), streams.out());
    return ExitCode.DONE;
  }

  private ExitCode unknown(String verb) {
    complain("unknown command '" + verb + "' (see: lexscope --help)");
    return ExitCode.USAGE;
  }

  private ExitCode version() {
    String version = Dispatcher.class.getPackage().getImplementationVersion();
    streams.out().println("lexscope " + (version == null ? "(unpackaged)" : version));
    return ExitCode.DONE;
  }

  private void complain(String message) {
    streams.out().flush();
    streams.err().println("lexscope: " + message);
  }

  private void overview(java.io.PrintStream out) {
    out.println("Usage: lexscope COMMAND [OPTIONS] [ARGUMENTS]");
    out.println();
    out.println("Says why an Environment Record is alive, under three capture policies.");
    out.println();
    out.println("Commands:");
    List<String[]> rows = new ArrayList<>();
    for (Command command : commands) {
      rows.add(new String[] {command.name(), command.summary()});
    }
    rows.add(new String[] {"help", "explain a command, as its option --help does"});
    Help.columns(rows, out);
    out.println();
    out.println("Options:");
    Help.columns(
        List.of(
            new String[] {"-h, --help", "print this"},
            new String[] {"-V, --version", "print the version"}),
        out);
  }

  private Optional<Command> find(String verb) {
    return commands.stream().filter(command -> command.name().equals(verb)).findFirst();
  }

  /// The options of a command with `--help`.
  public static Options withHelp(Options options) {
    return options.addOption(Option.builder("h").longOpt("help").desc("print this").get());
  }
}
