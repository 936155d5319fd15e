package lexscope.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What an engine did with one program.
///
/// @param output the lines it printed
/// @param tracked names of the values that were tracked, in order
/// @param alive names of the values alive at the measuring point
/// @param errors messages of uncaught errors; empty when the program ran to its end
record Observation(
    List<String> output, Set<String> tracked, Set<String> alive, List<String> errors) {

  Observation() {
    this(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
  }

  boolean isAlive(TrackedValue value) {
    return alive.contains(value.name());
  }
}
