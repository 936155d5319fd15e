package lexscope.js.host;

/// Ends a program because a promise was rejected and nobody handled it, as Node ends it.
public final class UnhandledRejectionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Object reason;

  UnhandledRejectionException(Object reason) {
    super(null, null, false, false);
    this.reason = reason;
  }

  /// What the promise was rejected with.
  public Object reason() {
    return reason;
  }
}
