package lexscope.scenarios;

import java.nio.file.Path;

/// A scenario file whose header cannot be understood. The message names file and line and is meant
/// for the author of the scenario.
public final class ScenarioFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScenarioFormatException(Path file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
