package lexscope.profiler.compare;

import java.util.List;
import lexscope.profiler.graph.ScopeTable;

/// What is known of the functions that closures are made of and of the bindings in records: from a
/// file's own tables, or from source text that somebody parsed. What is not known is never guessed:
/// a closure of an unknown function counts as one that uses everything it sees.
public interface ScopeKnowledge {
  /// Told of bindings that a closure uses.
  @FunctionalInterface
  interface UseVisitor {
    /// The closure uses a binding of a record in its chain.
    void uses(int record, String binding);
  }

  /// The scopes.
  ScopeTable scopes();

  /// The function that a closure or activation is made of, or -1.
  int functionOf(int node);

  /// The scope that a record was made for, or -1.
  int scopeOf(int record);

  /// The binding that an edge of a record holds the value of. Several names if the file leaves open
  /// which of them; none if the edge is no binding, or an unknown one.
  List<String> namesOf(int record, int edge);

  /// Reports what the function of a closure, or one nested in it, refers to outside of it. Names of
  /// bindings that are not in a record may be left out.
  void visitUses(int closure, UseVisitor visitor);

  /// What a user should know of how the knowledge was come by, a line each.
  default List<String> notes() {
    return List.of();
  }
}
