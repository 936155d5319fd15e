package lexscope.profiler.graph;

/// Numbers the places in guest source where nodes were made or defined: nodes of one place have one
/// number. A question costs a few look-ups.
public final class PlaceNumbers {
  private final SourceLocations locations;
  private final PairNumbers lines = new PairNumbers();
  private final PairNumbers places = new PairNumbers();

  /// Places of `graph`.
  public PlaceNumbers(SnapshotGraph graph) {
    this.locations = graph.locations();
  }

  /// The number of a node's place, from 0 on; -1 if it has none.
  public int of(int node) {
    int row = locations.rowOf(node);
    return row < 0
        ? -1
        : places.of(
            lines.of(locations.scriptNumber(row), locations.line(row)), locations.column(row));
  }
}
