package lexscope.profiler.index;

import java.io.IOException;
import lexscope.profiler.dominators.RetainingEdges;
import lexscope.profiler.graph.AnalysisInterruptedException;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.Retainers;
import lexscope.profiler.graph.SnapshotGraph;
import lexscope.profiler.paths.ShortestPathFinder;
import org.jspecify.annotations.Nullable;

/// What questions for paths need besides a dominator tree: all shortest paths, and the edges by
/// target. They can be made on a thread of their own while this one does other things.
final class Preparation {
  private final SnapshotGraph graph;
  private final ShortestPathFinder paths;
  private final Runnable work;
  private final Thread thread;
  private @Nullable Retainers retainers;
  private @Nullable Throwable failure;

  Preparation(RetainingEdges edges, boolean withRetainers) {
    this.graph = edges.graph();
    // Looks up strings, which only one thread may do at a time.
    this.paths = new ShortestPathFinder(edges);
    this.work = () -> run(withRetainers);
    this.thread = new Thread(work, "lexscope-preparation");
    thread.setDaemon(true);
  }

  /// Begins.
  ///
  /// @param aside whether on another thread; what fetches columns must be done on this one
  void begin(boolean aside) {
    if (aside) {
      thread.start();
    } else {
      work.run();
    }
  }

  private void run(boolean withRetainers) {
    try {
      if (withRetainers) {
        retainers = Retainers.of(graph);
      }
      paths.settleAll();
    } catch (RuntimeException | OutOfMemoryError e) {
      failure = e;
    }
  }

  /// Keeps the edges by target; waits for them.
  void storeRetainers(ColumnOutput out) throws IOException {
    await();
    Retainers made = retainers;
    (made == null ? Retainers.of(graph) : made).store(out);
    retainers = null;
  }

  /// Keeps the paths; waits for them.
  void storePaths(ColumnOutput out) throws IOException {
    await();
    paths.store(out);
  }

  private void await() throws IOException {
    try {
      thread.join();
    } catch (InterruptedException _) {
      end();
      Thread.currentThread().interrupt();
      throw new AnalysisInterruptedException();
    }
    if (failure != null) {
      throw new IOException("not prepared: " + failure.getMessage());
    }
  }

  /// Goes no further.
  void end() {
    thread.interrupt();
  }
}
