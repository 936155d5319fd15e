package lexscope.js.host;

/// How a run ended.
public sealed interface RunOutcome {
  /// The program ran until it was idle.
  record Completed() implements RunOutcome {}

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
  record HeapFull(String report) implements RunOutcome {}

  /// The run was interrupted from outside.
  record Interrupted() implements RunOutcome {}
}
