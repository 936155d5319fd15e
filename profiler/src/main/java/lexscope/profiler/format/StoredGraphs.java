package lexscope.profiler.format;

import java.io.IOException;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.SnapshotGraph;

/// Keeps graphs that {@link HeapSnapshotReader} read, strings as the bytes they were, and gives
/// them back without a look at the file. What is given back is fetched when it is asked for.
public final class StoredGraphs {
  private StoredGraphs() {}

  /// Keeps a graph.
  ///
  /// @throws IOException if `out` does
  /// @throws IllegalArgumentException if the graph was not read from a file
  public static void store(SnapshotGraph graph, ColumnOutput out) throws IOException {
    if (!(graph.strings() instanceof EncodedStrings strings)) {
      throw new IllegalArgumentException("only graphs read from files are kept");
    }
    strings.store(out);
    graph.store(out);
  }

  /// Gives back a graph that was kept.
  ///
  /// @throws IOException if `in` does
  public static SnapshotGraph restore(ColumnInput in, GraphInfo info) throws IOException {
    KeptStrings strings = KeptStrings.restore(in);
    return SnapshotGraph.restore(in, info, strings);
  }
}
