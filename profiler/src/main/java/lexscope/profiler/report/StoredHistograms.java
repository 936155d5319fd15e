package lexscope.profiler.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.graph.ColumnInput;
import lexscope.profiler.graph.ColumnOutput;
import lexscope.profiler.graph.NodeClass;

/// Keeps histograms and gives them back.
public final class StoredHistograms {
  private StoredHistograms() {}

  /// Keeps a histogram.
  ///
  /// @throws IOException if `out` does
  public static void store(Histogram histogram, ColumnOutput out) throws IOException {
    out.number(histogram.rows().size());
    for (Histogram.Row row : histogram.rows()) {
      out.text(row.type().kind());
      out.text(row.type().name());
      out.number(row.count());
      out.number(row.shallowBytes());
      out.number(row.retainedBytes());
    }
  }

  /// Gives back a histogram that was kept.
  ///
  /// @throws IOException if `in` does
  public static Histogram restore(ColumnInput in) throws IOException {
    List<Histogram.Row> rows = new ArrayList<>();
    for (long left = in.number(); left > 0; left--) {
      rows.add(
          new Histogram.Row(
              new NodeClass(in.text(), in.text()), (int) in.number(), in.number(), in.number()));
    }
    return new Histogram(rows);
  }
}
