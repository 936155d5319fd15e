package lexscope.js.host;

/// How a run ended.
public sealed interface RunOutcome {
  /// What there is to tell the user; empty if all went well.
  default String report() {
    return "";
  }

  /// The program ran until it was idle.
  record Completed() implements RunOutcome {}

  /// The program ended with an exit code of its own other than 0: by `process.exit`, or because
  /// `process.exitCode` said so when it was idle.
  ///
  /// @param code the exit code
  record Exited(int code) implements RunOutcome {
    @Override
    public String report() {
      return "the program ended itself with exit code " + code;
    }
  }

  /// The program threw an error that it did not catch, or a promise was rejected and nobody handled
  /// it.
  ///
  /// @param report what Node would print: place, source line, stack
  record Failed(String report) implements RunOutcome {}

  /// The file cannot be run: it is missing, unreadable, or no program.
  ///
  /// @param report one message with place and cause
  record Unusable(String report) implements RunOutcome {}

  /// More was alive than the heap may hold.
  ///
  /// @param report how much, and what the limit is
  record HeapFull(String report) implements RunOutcome {}

  /// The run was interrupted from outside.
  record Interrupted() implements RunOutcome {
    @Override
    public String report() {
      return "interrupted";
    }
  }
}
