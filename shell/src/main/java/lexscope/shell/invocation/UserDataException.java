package lexscope.shell.invocation;

import java.util.Objects;

/// A file is missing, unreadable or not of the format asked for: the process ends with
/// [ExitCode#BAD_INPUT].
public final class UserDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Takes a lower-case sentence that names the file.
  public UserDataException(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
