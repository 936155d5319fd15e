package lexscope.profiler.compare;

import java.util.List;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// The closures of one function, and what they keep under a policy although another would not have
/// them keep it.
///
/// @param function the function's name, empty if it has none
/// @param location where it stands, if known
/// @param closures how many of them see a record with such bindings
/// @param livingOtherwise how many of these are alive under the policy that keeps less
/// @param bindings the bindings, as `FUNCTION.NAME`
/// @param bytes what would go if every record that they see let go of these bindings
public record ClosureFinding(
    String function,
    @Nullable SourceLocation location,
    int closures,
    int livingOtherwise,
    List<String> bindings,
    long bytes) {
  /// Keeps a copy of the list.
  public ClosureFinding {
    bindings = List.copyOf(bindings);
  }
}
