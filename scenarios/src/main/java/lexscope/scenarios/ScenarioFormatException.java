package lexscope.scenarios;

import java.nio.file.Path;

/// A scenario file that cannot be understood. The message names file and line and is meant for the
/// author of the scenario.
public final class ScenarioFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Says what is wrong with a line of a file.
  public ScenarioFormatException(Path file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
