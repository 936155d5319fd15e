package lexscope.shell.invocation;

/// Whoever read our output has gone (`lexscope histo app.js | head -3`). There is nobody left to
/// tell, so this ends the command without a word.
public final class ClosedPipeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates one without a trace, which nobody would see.
  public ClosedPipeException() {
    super("output closed", null, false, false);
  }
}
