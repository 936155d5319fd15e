package lexscope.js.test262;

/// What the runner was asked for cannot be had; the message is one line for the user.
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message, null, false, false);
  }
}
