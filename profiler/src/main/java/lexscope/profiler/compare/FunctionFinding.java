package lexscope.profiler.compare;

import java.util.List;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// All bindings of a function's records that one policy keeps and another does not.
///
/// @param function the function's name
/// @param location where it begins, if known
/// @param bindings the names
/// @param records how many records hold them
/// @param bytes what would go if all of them went together, which is more than each alone where
///   they share
/// @param nodes how many nodes would go
public record FunctionFinding(
    String function,
    @Nullable SourceLocation location,
    List<String> bindings,
    int records,
    long bytes,
    int nodes) {
  /// Keeps a copy of the list.
  public FunctionFinding {
    bindings = List.copyOf(bindings);
  }
}
