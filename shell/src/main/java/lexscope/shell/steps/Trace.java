package lexscope.shell.steps;

import java.util.List;

/// A run, recorded.
///
/// @param file the program
/// @param policy the capture policy under which life and death were judged
/// @param sources the texts that statements were in, in the order in which they came
/// @param steps the steps
/// @param cut why recording ended before the program did; empty if it did not
public record Trace(
    String file, String policy, List<Source> sources, List<Step> steps, String cut) {
  /// A text.
  ///
  /// @param name what places call it
  /// @param lines its lines
  public record Source(String name, List<String> lines) {}
}
