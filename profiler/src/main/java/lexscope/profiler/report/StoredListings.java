package lexscope.profiler.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.NodeDescription;

/// Keeps listings of dominator trees as numbers of nodes, and gives them back.
public final class StoredListings {
  private StoredListings() {}

  /// Keeps a listing.
  ///
  /// @throws IOException if `out` does
  public static void store(DominatorListing listing, ColumnOutput out) throws IOException {
    out.number(listing.rows().size());
    for (DominatorListing.Row row : listing.rows()) {
      out.number(row.depth());
      out.number(row.node().node());
      out.number(row.hidden());
    }
  }

  /// Gives back a listing of a tree.
  ///
  /// @throws IOException if `in` does
  public static DominatorListing restore(ColumnInput in, DominatorTree tree) throws IOException {
    List<DominatorListing.Row> rows = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      int depth = (int) in.number();
      int node = (int) in.number();
      rows.add(
          new DominatorListing.Row(
              depth,
              NodeDescription.of(tree.graph(), node),
              tree.retainedSizes().bytes(node),
              tree.retainedSizes().nodes(node),
              (int) in.number()));
    }
    return new DominatorListing(tree.retainedSizes().totalBytes(), rows);
  }
}
