package lexscope.profiler.graph;

import java.util.Objects;

/// Where a graph comes from. Texts that are not known are empty.
///
/// @param source the program or file that the graph shows
/// @param snapshot the name of the snapshot, such as `end`
/// @param policy the capture policy under which the heap was traced: `whole`, `v8` or `used`; of
///   foreign files `v8`
/// @param run identifies the run: ids of two graphs mean the same cells only if both carry the
///   same, non-empty run
public record GraphInfo(String source, String snapshot, String policy, String run) {
  /// A graph of which nothing is known.
  public static final GraphInfo UNKNOWN = new GraphInfo("", "", "", "");

  /// Checks that nothing is null.
  public GraphInfo {
    Objects.requireNonNull(source);
    Objects.requireNonNull(snapshot);
    Objects.requireNonNull(policy);
    Objects.requireNonNull(run);
  }
}
