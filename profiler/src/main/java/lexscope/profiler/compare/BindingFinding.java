package lexscope.profiler.compare;

import java.util.List;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// A binding, in all records of one scope, that one policy keeps and another does not.
///
/// @param function the function whose records hold it
/// @param binding its name
/// @param location where the scope begins, if known
/// @param keptUnder the policies that keep it in at least one record
/// @param records how many records hold it without need
/// @param bytes what would go if all these records let go of it together
/// @param nodes how many nodes would go
/// @param value the largest of the values
/// @param holder the closure or activation nearest to the roots that keeps such a record alive, or
///   null
/// @param capturers the functions that refer to it
public record BindingFinding(
    String function,
    String binding,
    @Nullable SourceLocation location,
    List<String> keptUnder,
    int records,
    long bytes,
    int nodes,
    NodeDescription value,
    @Nullable NodeDescription holder,
    List<Capturer> capturers) {
  /// Keeps copies of the lists.
  public BindingFinding {
    keptUnder = List.copyOf(keptUnder);
    capturers = List.copyOf(capturers);
  }
}
