package lexscope.shell.report;

import java.util.List;
import lexscope.profiler.dominators.DominatorTree;
import lexscope.shell.page.Page;
import lexscope.shell.page.PageParts;

/// The page that shows a heap, and how it came to be one if there are several.
public final class ReportPage {
  private ReportPage() {}

  /// The page.
  ///
  /// @param name what the heap is called
  /// @param heap what {@link HeapReport} says about it
  /// @param series the heaps before it and itself, oldest first; of one alone nothing grows
  public static Page of(String name, String heap, List<DominatorTree> series) {
    Page page =
        new Page(name + " · Lexscope report")
            .notice(PageParts.chartsNotice())
            .style(PageParts.baseStyle())
            .style(PageParts.text(ReportPage.class, "report.css"))
            .body(PageParts.text(ReportPage.class, "report.html"))
            .data("report", heap);
    if (series.size() > 1) {
      page.data("growth", GrowthJson.of(series));
    }
    return page.script(PageParts.charts()).module(PageParts.modules(ReportPage.class, "main.js"));
  }
}
