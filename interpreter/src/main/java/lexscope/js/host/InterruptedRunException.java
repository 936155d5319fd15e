package lexscope.js.host;

/// Ends a run from outside. Guest code cannot catch it.
public final class InterruptedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedRunException() {
    super("interrupted", null, false, false);
  }
}
