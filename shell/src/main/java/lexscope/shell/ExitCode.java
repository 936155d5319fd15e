package lexscope.shell;

/// What the process tells its caller.
public enum ExitCode {
  /// The question was answered.
  DONE(0),
  /// The guest program ended with an uncaught error, or a scenario did not hold.
  GUEST_FAILED(1),
  /// The command line was wrong; the message says how.
  USAGE(2),
  /// A file could not be read or is not what it should be.
  BAD_INPUT(3),
  /// The program needed more than `--max-heap`.
  HEAP_LIMIT(4),
  /// A defect of Lexscope itself (`EX_SOFTWARE` of sysexits).
  INTERNAL_ERROR(70),
  /// Interrupted from the keyboard (128 + SIGINT).
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /// Returns the number for `exit`.
  public int code() {
    return code;
  }

  /// Returns the one with the higher number: with several files the worst result counts.
  public ExitCode worse(ExitCode other) {
    return other.code > code ? other : this;
  }
}
