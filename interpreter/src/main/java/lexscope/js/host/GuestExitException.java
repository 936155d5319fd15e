package lexscope.js.host;

/// The program ends itself: `process.exit`. Guest code cannot catch it.
public final class GuestExitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  /// An end with an exit code.
  public GuestExitException(int code) {
    super("exit", null, false, false);
    this.code = code;
  }

  /// The exit code.
  public int code() {
    return code;
  }
}
