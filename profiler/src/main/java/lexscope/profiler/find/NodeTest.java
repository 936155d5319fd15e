package lexscope.profiler.find;

/// A predicate made ready for one graph.
@FunctionalInterface
interface NodeTest {
  /// Whether the predicate holds for an alive node.
  boolean holds(int node);
}
