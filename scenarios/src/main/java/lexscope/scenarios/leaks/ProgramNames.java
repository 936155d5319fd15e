package lexscope.scenarios.leaks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lexscope.profiler.graph.ScopeTable;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.TargetQuery;

/// The names that mean something in a program: those that its texts declare, those of the global
/// object, and those of what is in the heap. A claim that something is dead holds of any other
/// name, too, so it would not notice a slip of the pen.
final class ProgramNames {
  private final Set<String> names;

  /// @param graph the heap with the scopes of the program's texts
  /// @param globals the names of the global object's properties
  ProgramNames(SnapshotGraph graph, Set<String> globals) {
    names = new LinkedHashSet<>(globals);
    for (ScopeTable.Scope scope : graph.scopes().scopes()) {
      names.add(scope.function());
      scope.variables().forEach(variable -> names.add(variable.name()));
    }
    for (int node = 0; node < graph.nodeCount(); node++) {
      // The texts in the heap are no names: those of the claims are among them.
      switch (graph.kind(node)) {
        case OBJECT, CLOSURE, NATIVE, ARRAY -> names.add(graph.name(node));
        default -> {}
      }
    }
  }

  /// The name in a target that means nothing, or nothing if there is none.
  Optional<String> unknownIn(TargetQuery target) {
    List<String> used =
        switch (target) {
          case TargetQuery.ByClass(String name) -> List.of(name);
          case TargetQuery.ByClosure(String name) -> List.of(name);
          case TargetQuery.ByRecord(String function) -> List.of(function);
          case TargetQuery.ByBinding(String function, String binding) -> List.of(function, binding);
          case TargetQuery.ById _, TargetQuery.BySite _ -> List.of();
        };
    return used.stream().filter(name -> !names.contains(name)).findFirst();
  }
}
