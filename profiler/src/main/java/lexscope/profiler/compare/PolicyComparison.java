package lexscope.profiler.compare;

import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.Monitor;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.graph.SnapshotGraph;

/// One heap state as several capture policies see it.
///
/// @param rule the edge rule of all figures
/// @param thresholdBytes bindings that keep less are counted as harmless and not listed
/// @param totals what is alive under each policy
/// @param gaps each policy against each that keeps less: next neighbours from the lean end first
public record PolicyComparison(
    EdgeRule rule, long thresholdBytes, List<PolicyTotals> totals, List<PolicyGap> gaps) {
  /// A binding that keeps less than this many bytes is harmless unless asked otherwise.
  public static final long DEFAULT_THRESHOLD_BYTES = 1024;

  /// Keeps copies of the lists.
  public PolicyComparison {
    totals = List.copyOf(totals);
    gaps = List.copyOf(gaps);
  }

  /// Compares graphs of one heap state, the policy that keeps most first (`whole`, `v8`, `used`);
  /// each graph's policy is in its info. A program that ran under a policy can be asked about fewer
  /// of them.
  ///
  /// @throws IllegalArgumentException if there are fewer than two graphs
  public static PolicyComparison of(List<SnapshotGraph> graphs, long thresholdBytes) {
    if (graphs.size() < 2) {
      throw new IllegalArgumentException("a comparison needs two policies or more");
    }
    List<KeptBindings> kept = graphs.stream().map(KeptBindings::new).toList();
    List<PolicyTotals> totals = new ArrayList<>();
    for (KeptBindings each : kept) {
      totals.add(totals(each));
    }
    List<PolicyGap> gaps = new ArrayList<>();
    for (int distance = 1; distance < graphs.size(); distance++) {
      for (int other = graphs.size() - 1; other >= distance; other--) {
        gaps.add(new GapAnalysis(kept, totals, other - distance, other, thresholdBytes).run());
      }
    }
    return new PolicyComparison(EdgeRule.STRONG, thresholdBytes, totals, gaps);
  }

  private static PolicyTotals totals(KeptBindings kept) {
    SnapshotGraph graph = kept.graph();
    int nodes = 0;
    long bytes = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      Monitor.poll(node);
      if (kept.tree().isAlive(node) && graph.kind(node) != NodeKind.SYNTHETIC) {
        nodes++;
        bytes += graph.shallowBytes(node);
      }
    }
    return new PolicyTotals(graph.info().policy(), nodes, bytes);
  }
}
