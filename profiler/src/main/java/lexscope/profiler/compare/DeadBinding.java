package lexscope.profiler.compare;

import java.util.List;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// A binding that no living closure uses, in all records of one scope; or one that only closures
/// use which would go with such bindings.
///
/// @param function the function whose records hold it, empty if it is not known
/// @param binding its name; several, joined by `or`, if the file leaves open which it is
/// @param location where the scope begins, if known
/// @param records how many records hold it without need
/// @param bytes what would go if all these records let go of it together
/// @param nodes how many nodes would go
/// @param value the largest of the values
/// @param lastUser null if no living closure uses it; else the first of those that do and would go
///   with dead bindings
/// @param holder the closure or activation nearest to the roots that keeps such a record alive, or
///   null
/// @param capturers the functions whose text refers to it: because of them it is kept with the
///   bindings that are needed
public record DeadBinding(
    String function,
    String binding,
    @Nullable SourceLocation location,
    int records,
    long bytes,
    int nodes,
    NodeDescription value,
    @Nullable NodeDescription lastUser,
    @Nullable NodeDescription holder,
    List<Capturer> capturers) {
  /// Keeps a copy of the list.
  public DeadBinding {
    capturers = List.copyOf(capturers);
  }

  /// The binding as `FUNCTION.NAME`.
  public String path() {
    return function + "." + binding;
  }
}
