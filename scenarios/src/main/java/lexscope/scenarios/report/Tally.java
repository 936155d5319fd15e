package lexscope.scenarios.report;

import java.util.List;
import lexscope.scenarios.leaks.LeakResult;

/// How many results there are of each sort.
///
/// @param run how many ran
/// @param failed how many of those failed
/// @param skipped how many did not run
record Tally(int run, int failed, int skipped) {
  static Tally of(List<LeakResult> results) {
    int failed = count(results, LeakResult.Status.FAILED);
    int skipped = count(results, LeakResult.Status.SKIPPED);
    return new Tally(results.size() - skipped, failed, skipped);
  }

  private static int count(List<LeakResult> results, LeakResult.Status status) {
    return (int) results.stream().filter(each -> each.status() == status).count();
  }
}
