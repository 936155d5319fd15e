package lexscope.js.host;

/// Ends a run from outside. Guest code cannot catch it.
public final class InterruptedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Ends the run, whatever it is about.
  public InterruptedRunException() {
    super("interrupted", null, false, false);
  }
}
