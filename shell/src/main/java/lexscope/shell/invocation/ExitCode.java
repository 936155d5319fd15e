package lexscope.shell.invocation;

import org.jspecify.annotations.Nullable;

/// What the process tells its caller.
///
/// @param code the number for `exit`, 0 to 255
public record ExitCode(int code) {
  /// The question was answered.
  public static final ExitCode DONE = new ExitCode(0);

  /// The guest program ended with an uncaught error, or a scenario did not hold.
  public static final ExitCode GUEST_FAILED = new ExitCode(1);

  /// The command line was wrong; the message says how.
  public static final ExitCode USAGE = new ExitCode(2);

  /// A file could not be read or is not what it should be.
  public static final ExitCode BAD_INPUT = new ExitCode(3);

  /// The program needed more than `--max-heap`.
  public static final ExitCode HEAP_LIMIT = new ExitCode(4);

  /// A defect of Lexscope itself (`EX_SOFTWARE` of sysexits).
  public static final ExitCode INTERNAL_ERROR = new ExitCode(70);

  /// Interrupted from the keyboard (128 + SIGINT).
  public static final ExitCode INTERRUPTED = new ExitCode(130);

  /// What a guest program chose for itself: operating systems keep its low eight bits.
  public static ExitCode ofProgram(int code) {
    return new ExitCode(code & 0xff);
  }

  /// Returns the one with the higher number: with several files the worst result counts.
  public ExitCode worse(ExitCode other) {
    return other.code > code ? other : this;
  }

  // A record's own equality is linked when it is first asked for, and that takes longer than most
  // answers.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExitCode exit && exit.code == code;
  }

  @Override
  public int hashCode() {
    return code;
  }
}
