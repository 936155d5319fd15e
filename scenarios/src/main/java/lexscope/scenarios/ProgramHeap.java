package lexscope.scenarios;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lexscope.js.host.ConsoleSink;
import lexscope.js.host.Host;
import lexscope.js.host.HostOptions;
import lexscope.js.host.RunOutcome;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.capture.HeapCapture;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.format.HeapSnapshotWriter;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.paths.TargetResolver;
import lexscope.profiler.report.TextReport;
import lexscope.profiler.why.WhyAnswer;

/// The heap of a program that was run until it was idle, to be asked from Java:
///
/// ```java
/// ProgramHeap heap = ProgramHeap.run(Path.of("app.js"), CapturePolicy.V8);
/// assertThat(heap.count("class:Session")).isZero();
/// ```
///
/// Targets are those of the command line: `class:NAME`, `closure:NAME`, `record:FUNCTION`,
/// `binding:FUNCTION.NAME`, `site:FILE:LINE`, `#ID`.
public final class ProgramHeap {
  private final DominatorTree tree;

  private ProgramHeap(DominatorTree tree) {
    this.tree = tree;
  }

  /// Runs a program file in a fresh heap and takes a snapshot.
  ///
  /// @param policy what the collector traces by
  /// @throws IllegalStateException if the program does not run to its end; the message is its
  ///   report
  public static ProgramHeap run(Path file, CapturePolicy policy) {
    return Host.onGuestThread(() -> {
      Host host =
          Host.create(
              HostOptions.defaults(ConsoleSink.silent())
                  .withPolicy(policy)
                  .withProgram(file.toString()));
      RunOutcome outcome = host.run(file);
      if (!(outcome instanceof RunOutcome.Completed)) {
        throw new IllegalStateException(outcome.report());
      }
      SnapshotGraph graph =
          HeapCapture.capture(
              host.machine().heap(),
              policy,
              new GraphInfo(file.toString(), "end", "", file.toString()),
              new ProgramSites(host.machine().sites()));
      return new ProgramHeap(DominatorTree.of(graph, EdgeRule.STRONG));
    });
  }

  /// The snapshot.
  public SnapshotGraph graph() {
    return tree.graph();
  }

  /// How many living things a target means.
  ///
  /// @throws IllegalArgumentException if the text is no target
  public int count(String target) {
    return new TargetResolver(tree).resolveAll(TargetQuery.parse(target)).size();
  }

  /// The bytes that the largest of what a target means retains; 0 if nothing of it is alive.
  ///
  /// @throws IllegalArgumentException if the text is no target
  public long retainedBytes(String target) {
    return new TargetResolver(tree)
        .resolve(TargetQuery.parse(target))
        .map(found -> found.retainedBytes())
        .orElse(0L);
  }

  /// Why a target is alive, as `lexscope why` says it.
  ///
  /// @throws IllegalArgumentException if the text is no target
  public String why(String target) {
    return TextReport.why(tree, WhyAnswer.of(tree, TargetQuery.parse(target)));
  }

  /// Writes the snapshot as a V8 `.heapsnapshot` file.
  ///
  /// @throws IOException if the file cannot be written
  public void writeTo(Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      HeapSnapshotWriter.write(tree.graph(), out);
    }
  }
}
