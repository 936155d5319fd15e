package lexscope.shell.report;

import lexscope.js.host.Host;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.report.Histogram;

/// The heap that a report is about. It keeps the graphs and trees that it was asked for, so that
/// each policy is traced once.
public interface ReportedHeap {
  /// What is alive under a policy; a snapshot file shows what it was taken of.
  SnapshotGraph graph(CapturePolicy policy);

  /// The dominator tree under a policy and a rule.
  DominatorTree tree(CapturePolicy policy, EdgeRule rule);

  /// The histogram under a policy and a rule.
  Histogram histogram(CapturePolicy policy, EdgeRule rule);

  /// Where the heap comes from.
  GraphInfo info();

  /// Whether it is that of a program, so that it can be traced under any policy.
  boolean isProgram();

  /// The program.
  ///
  /// @throws IllegalStateException if this is a snapshot file
  Host program();
}
