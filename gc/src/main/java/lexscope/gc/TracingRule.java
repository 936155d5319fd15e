package lexscope.gc;

/// Decides which edges leave the cells whose edges depend on a policy: closures, Environment
/// Records, activations. To the collector it is opaque: it hands the rule of a marking to each cell
/// that it visits.
public interface TracingRule {
  /// The rule's name, as answers print it.
  String ruleName();
}
