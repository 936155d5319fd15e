package lexscope.shell.command;

import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Streams;
import org.apache.commons.cli.Options;

/// One verb of the command line.
///
/// A command holds no state between runs: the interactive shell calls the same instance again and
/// again.
public interface Command {
  /// Returns the word that the user types.
  String name();

  /// Returns one line for the list of commands: lower case, no full stop.
  String summary();

  /// Returns what follows the name, as in `TARGET FILE...`.
  String synopsis();

  /// Returns some lines of explanation for `--help`, without the options; empty if the summary says
  /// all.
  String details();

  /// Returns how many operands stand before the first file, or -1 if the command takes no file.
  default int operandsBeforeFile() {
    return -1;
  }

  /// Returns the options. `--help` is added to them.
  Options options();

  /// Does what was asked.
  ///
  /// @throws lexscope.shell.invocation.UserSyntaxException if the arguments make no sense together
  /// @throws lexscope.shell.invocation.UserDataException if a file is not what it should be
  ExitCode run(Arguments arguments, Streams streams);
}
