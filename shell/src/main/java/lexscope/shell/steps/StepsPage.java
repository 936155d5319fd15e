package lexscope.shell.steps;

import java.util.List;
import java.util.stream.Collectors;
import lexscope.shell.page.Page;
import lexscope.shell.page.PageParts;

/// The page on which a reader steps through one run, or through two side by side.
public final class StepsPage {
  private StepsPage() {}

  /// Makes the page; the same traces give the same bytes.
  ///
  /// @param traces one or two runs
  /// @param predicting whether the reader guesses each line of output
  public static Page of(List<Trace> traces, boolean predicting) {
    String files = traces.stream().map(Trace::file).collect(Collectors.joining(" and "));
    return new Page(files + " step by step")
        .style(PageParts.baseStyle())
        .style(PageParts.text(StepsPage.class, "steps.css"))
        .body(PageParts.text(StepsPage.class, "steps.html"))
        .data("steps", StepsData.of(traces, predicting))
        .module(PageParts.modules(StepsPage.class, "steps.js"));
  }
}
