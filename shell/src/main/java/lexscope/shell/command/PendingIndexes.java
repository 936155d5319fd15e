package lexscope.shell.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lexscope.profiler.graph.AnalysisInterruptedException;
import lexscope.profiler.index.SnapshotAnalysis;
import lexscope.shell.invocation.ClosedPipeException;
import lexscope.shell.invocation.ExitCode;
import lexscope.shell.invocation.Interruption;
import org.jspecify.annotations.Nullable;

/// Analyses whose answers are there and whose indexes are not yet: the answer comes first. Until it
/// was told, an analysis stays open.
final class PendingIndexes implements AutoCloseable {
  private record Pending(SnapshotAnalysis analysis, ProgressLine progress) {
    void close() {
      analysis.close();
      progress.close();
    }
  }

  private final Interruption interruption;
  private final boolean recorded;
  private final Deque<Pending> waiting = new ArrayDeque<>();

  PendingIndexes(Programs programs) {
    this.interruption = programs.streams().interruption();
    this.recorded = programs.recorded();
  }

  /// Takes over an analysis.
  void add(SnapshotAnalysis analysis, ProgressLine progress) {
    waiting.add(new Pending(analysis, progress));
  }

  /// The analyses that wait.
  List<SnapshotAnalysis> analyses() {
    return waiting.stream().map(Pending::analysis).toList();
  }

  /// Tells the answers and writes them out, then writes the indexes. Whoever ends that loses no
  /// answer and leaves no half index; neither does a reader of the answers who has gone.
  ///
  /// @param earned the exit code if the process is ended meanwhile; null if there is more to do, so
  ///   that it was ended too early
  /// @return whether nobody interrupted
  /// @throws ClosedPipeException when all is done, if `telling` threw it
  boolean keepAfter(Runnable telling, @Nullable ExitCode earned) {
    try {
      telling.run();
    } catch (ClosedPipeException e) {
      keep(earned);
      throw e;
    }
    return keep(earned);
  }

  private boolean keep(@Nullable ExitCode earned) {
    if (waiting.isEmpty()) {
      return true;
    }
    // Flight Recorder writes its file while the process ends, and needs the time for that.
    return interruption.afterAnswer(
        recorded ? null : earned,
        () -> {
          try {
            for (Pending next = waiting.peek(); next != null; next = waiting.peek()) {
              next.progress.beginWriting();
              ProgressLine progress = next.progress;
              next.analysis.keep(bytes -> {
                if (bytes == 0) {
                  interruption.finishFirst();
                }
                progress.written(bytes);
              });
              waiting.remove().close();
            }
          } catch (AnalysisInterruptedException | OutOfMemoryError _) {
            // The answer is there: the next opening is slower.
          } finally {
            close();
          }
        });
  }

  /// Gives up what was not told.
  @Override
  public void close() {
    waiting.forEach(Pending::close);
    waiting.clear();
  }
}
