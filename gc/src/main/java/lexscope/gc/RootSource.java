package lexscope.gc;

/// Something that holds roots. Sources are asked in the order in which they were added, so markings
/// are deterministic.
@FunctionalInterface
public interface RootSource {
  /// Reports every root that the source holds under the rule.
  void visitRoots(TracingRule rule, RootVisitor visitor);
}
