package lexscope.profiler.compare;

import java.util.List;

/// What one policy keeps and another does not.
///
/// @param keeper the policy that keeps more
/// @param other the policy that keeps less
/// @param extraNodes nodes alive under the one more than under the other
/// @param extraBytes their bytes
/// @param bindingBytes what would go under `keeper` if all bindings that only it keeps went
///   together
/// @param bindings the bindings, those that keep most first; harmless ones are left out
/// @param functions the same by function
/// @param closures the same by the functions whose closures see the records
/// @param records the records with most to let go
/// @param harmless how many bindings were left out because each keeps less than the threshold
/// @param harmlessBytes what would go if all of those went together
public record PolicyGap(
    String keeper,
    String other,
    int extraNodes,
    long extraBytes,
    long bindingBytes,
    List<BindingFinding> bindings,
    List<FunctionFinding> functions,
    List<ClosureFinding> closures,
    List<RecordFinding> records,
    int harmless,
    long harmlessBytes) {
  /// Keeps copies of the lists.
  public PolicyGap {
    bindings = List.copyOf(bindings);
    functions = List.copyOf(functions);
    closures = List.copyOf(closures);
    records = List.copyOf(records);
  }
}
