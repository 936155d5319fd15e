package lexscope.scenarios.leaks;

/// A scenario file that is no program or ends with an uncaught error when it is loaded. The message
/// is the program's report with its place.
public final class UnusableScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableScenarioException(String report) {
    super(report);
  }
}
