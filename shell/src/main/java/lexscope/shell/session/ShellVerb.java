package lexscope.shell.session;

import java.util.List;
import lexscope.shell.invocation.ExitCode;

/// A verb that only the interactive shell has.
///
/// @param name the word that the user types
/// @param synopsis what follows it, as in `FILE:LINE`
/// @param summary one line: lower case, no full stop
/// @param details some lines of explanation; empty if the summary says all
/// @param example a line as a user would type it
/// @param operand what its operands are, for completion
/// @param action what it does
record ShellVerb(
    String name,
    String synopsis,
    String summary,
    String details,
    String example,
    Operand operand,
    Action action) {
  /// What stands after a verb.
  enum Operand {
    NOTHING,
    TARGET,
    FILE,
    POLICY,
    MARK,
    BREAKPOINT,
    VERB
  }

  /// Does what was asked.
  @FunctionalInterface
  interface Action {
    /// Runs the verb.
    ///
    /// @param words what follows the verb
    /// @throws lexscope.shell.invocation.UserSyntaxException if the words make no sense
    /// @throws lexscope.shell.invocation.UserDataException if that cannot be answered
    ExitCode run(List<String> words);
  }
}
