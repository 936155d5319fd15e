package lexscope.shell.invocation;

import java.util.Objects;

/// The command line cannot be understood: the message is followed by a hint at `--help`, and the
/// process ends with [ExitCode#USAGE].
public final class UserSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes a lower-case sentence that names the offending word.
  public UserSyntaxException(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
