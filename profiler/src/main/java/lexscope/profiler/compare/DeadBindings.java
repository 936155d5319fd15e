package lexscope.profiler.compare;

import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;

/// The bindings of one heap that no living closure uses, and what would go with them. All figures
/// are joint: what goes if all bindings of a group go at once, never a sum.
///
/// @param rule the edge rule of all figures
/// @param thresholdBytes bindings that keep less are counted as harmless and not listed
/// @param bytes what would go if all bindings went that no living closure uses
/// @param nodes how many nodes would go
/// @param allBytes the same if also those went whose users would go with them
/// @param allNodes how many nodes would go then
/// @param bindings the bindings, those that keep most first
/// @param functions the same by function
/// @param harmless how many bindings were left out because each keeps less than the threshold
/// @param harmlessBytes what would go if all of those went together
/// @param chosen what goes together of what was chosen; as everything if nothing was
/// @param judgedRecords how many living records could be judged
/// @param otherRecords how many could not: something sees them of which too little is known
/// @param unknownClosures how many closures with an environment are of unknown functions
/// @param notes what else a user should know of how functions were found
public record DeadBindings(
    EdgeRule rule,
    long thresholdBytes,
    long bytes,
    int nodes,
    long allBytes,
    int allNodes,
    List<DeadBinding> bindings,
    List<FunctionFinding> functions,
    int harmless,
    long harmlessBytes,
    Chosen chosen,
    int judgedRecords,
    int otherRecords,
    int unknownClosures,
    List<String> notes) {
  /// What goes of a chosen set.
  ///
  /// @param names `FUNCTION` or `FUNCTION.NAME`, as asked for; empty for everything
  /// @param unknown those of the names that no dead binding has
  /// @param bindings how many dead bindings they name
  /// @param bytes what would go if those went together
  /// @param nodes how many nodes would go
  public record Chosen(
      List<String> names, List<String> unknown, int bindings, long bytes, int nodes) {
    /// Keeps copies of the lists.
    public Chosen {
      names = List.copyOf(names);
      unknown = List.copyOf(unknown);
    }
  }

  /// Keeps copies of the lists.
  public DeadBindings {
    bindings = List.copyOf(bindings);
    functions = List.copyOf(functions);
    notes = List.copyOf(notes);
  }

  /// Finds them.
  ///
  /// @param knowledge what is known of the scopes
  /// @param thresholdBytes what a binding must keep to be listed
  /// @param chosen `FUNCTION` or `FUNCTION.NAME` of the bindings whose joint saving is wanted
  public static DeadBindings of(
      DominatorTree tree, ScopeKnowledge knowledge, long thresholdBytes, List<String> chosen) {
    return new DeadBindingSearch(tree, knowledge, thresholdBytes).run(chosen);
  }
}
