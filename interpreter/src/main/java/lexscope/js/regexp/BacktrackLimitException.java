package lexscope.js.regexp;

/// A match needed a larger backtrack stack than its limits allow. The guest sees a RangeError.
public final class BacktrackLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BacktrackLimitException() {
    super("Regular expression needs too much memory to backtrack", null, false, false);
  }
}
