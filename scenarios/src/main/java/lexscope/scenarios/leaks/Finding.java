package lexscope.scenarios.leaks;

import java.util.List;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// One thing that is not as a scenario claims, and why.
///
/// @param claim the claim that does not hold
/// @param line where it stands in the scenario's file
/// @param message what is the case instead
/// @param details more about it, a line each
/// @param evidence why the worst offender is alive, or null if nothing alive is to blame
public record Finding(
    String claim, int line, String message, List<String> details, @Nullable Evidence evidence) {
  /// Keeps a copy of the list.
  public Finding {
    details = List.copyOf(details);
  }

  /// Why something is alive.
  ///
  /// @param offender what it is
  /// @param retainedBytes what would go with it
  /// @param path how a root holds it, a step a line
  /// @param binding the last binding on that path and who uses it, empty if there is none
  /// @param culprits the functions because of which a closure holds the binding that it does not
  ///   use
  /// @param place where the offender was made, if that is known
  /// @param excerpt the line of that place and a caret below it, empty if it cannot be read
  /// @param repair what would free it, a line each
  public record Evidence(
      String offender,
      long retainedBytes,
      List<String> path,
      String binding,
      List<String> culprits,
      @Nullable SourceLocation place,
      List<String> excerpt,
      List<String> repair) {
    /// Keeps copies of the lists.
    public Evidence {
      path = List.copyOf(path);
      culprits = List.copyOf(culprits);
      excerpt = List.copyOf(excerpt);
      repair = List.copyOf(repair);
    }
  }
}
