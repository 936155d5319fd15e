package lexscope.shell.report;

import java.util.ArrayList;
import java.util.List;
import lexscope.profiler.attribution.GroupedHistogram;
import lexscope.profiler.compare.DeadBindings;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.compare.PolicyGap;
import lexscope.profiler.diff.GrowthReport;
import lexscope.profiler.paths.RetentionPath;
import lexscope.profiler.report.Histogram;
import lexscope.profiler.suspects.Suspect;
import lexscope.profiler.suspects.Suspects;

/// Answers with the first rows of their lists only: a page must open fast, whatever the heap. All
/// figures about the whole stay.
final class Shortened {
  /// So many steps of a long path are shown from its beginning, an even number of edges and nodes
  /// after the root.
  static final int FIRST_STEPS = 42;

  private static final int LAST_STEPS = 20;

  private Shortened() {}

  static Histogram histogram(Histogram all, int most) {
    return new Histogram(first(all.rows(), most));
  }

  static GroupedHistogram groups(GroupedHistogram all, int most) {
    return new GroupedHistogram(all.grouping(), all.totalBytes(), first(all.rows(), most));
  }

  static Suspects suspects(Suspects all, int most) {
    return new Suspects(
        all.totalBytes(),
        all.thresholdBytes(),
        first(all.suspects(), most).stream().map(Shortened::suspect).toList());
  }

  private static Suspect suspect(Suspect all) {
    return new Suspect(
        all.sort(),
        all.title(),
        all.evidence(),
        all.count(),
        all.bytes(),
        all.example(),
        path(all.path()));
  }

  /// A long path without its middle.
  private static RetentionPath path(RetentionPath all) {
    List<RetentionPath.Step> steps = all.steps();
    if (steps.size() <= FIRST_STEPS + LAST_STEPS) {
      return all;
    }
    List<RetentionPath.Step> ends = new ArrayList<>(steps.subList(0, FIRST_STEPS));
    ends.addAll(steps.subList(steps.size() - LAST_STEPS, steps.size()));
    return new RetentionPath(ends);
  }

  static GrowthReport growth(GrowthReport all, int most) {
    return new GrowthReport(all.key(), all.snapshots(), first(all.rows(), most));
  }

  static PolicyComparison comparison(PolicyComparison all, int most) {
    return new PolicyComparison(
        all.rule(),
        all.thresholdBytes(),
        all.totals(),
        all.gaps().stream()
            .map(gap ->
                new PolicyGap(
                    gap.keeper(),
                    gap.other(),
                    gap.extraNodes(),
                    gap.extraBytes(),
                    gap.bindingBytes(),
                    first(gap.bindings(), most),
                    first(gap.functions(), most),
                    first(gap.closures(), most),
                    first(gap.records(), most),
                    gap.harmless(),
                    gap.harmlessBytes()))
            .toList());
  }

  static DeadBindings dead(DeadBindings all, int most) {
    return new DeadBindings(
        all.rule(),
        all.thresholdBytes(),
        all.bytes(),
        all.nodes(),
        all.allBytes(),
        all.allNodes(),
        first(all.bindings(), most),
        first(all.functions(), most),
        all.harmless(),
        all.harmlessBytes(),
        all.chosen(),
        all.judgedRecords(),
        all.otherRecords(),
        all.unknownClosures(),
        all.notes());
  }

  private static <T> List<T> first(List<T> list, int most) {
    return list.subList(0, Math.min(most, list.size()));
  }
}
