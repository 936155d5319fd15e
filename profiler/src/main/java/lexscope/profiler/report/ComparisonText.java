package lexscope.profiler.report;

import java.util.List;
import java.util.stream.Collectors;
import lexscope.profiler.compare.BindingFinding;
import lexscope.profiler.compare.Capturer;
import lexscope.profiler.compare.ClosureFinding;
import lexscope.profiler.compare.FunctionFinding;
import lexscope.profiler.compare.PolicyComparison;
import lexscope.profiler.compare.PolicyGap;
import lexscope.profiler.compare.PolicyTotals;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// The text of a comparison of capture policies.
public final class ComparisonText {
  private static final int MOST_NAMES = 6;

  private ComparisonText() {}

  /// `compare`, at most `most` bindings for each pair of policies.
  public static String text(GraphInfo info, PolicyComparison comparison, int most) {
    StringBuilder out = new StringBuilder();
    out.append(JsonReport.name(info))
        .append(", edge rule ")
        .append(comparison.rule().label())
        .append("\n\n");
    TextTable totals = new TextTable("lrr").row("policy", "alive", "nodes");
    for (PolicyTotals each : comparison.totals()) {
      totals.row(each.policy(), ByteSize.text(each.bytes()), TextReport.number(each.nodes()));
    }
    totals.writeTo(out, "");
    for (PolicyGap gap : comparison.gaps()) {
      write(out, gap, comparison.thresholdBytes(), most);
    }
    return out.toString();
  }

  private static void write(StringBuilder out, PolicyGap gap, long threshold, int most) {
    if (gap.extraBytes() == 0 && gap.bindings().isEmpty() && gap.harmless() == 0) {
      out.append('\n').append(gap.keeper()).append(" keeps no more than ");
      out.append(gap.other()).append('\n');
      return;
    }
    out.append('\n')
        .append(gap.keeper())
        .append(" keeps ")
        .append(ByteSize.signed(gap.extraBytes()));
    out.append(" and ")
        .append(TextReport.counted(gap.extraNodes(), "node"))
        .append(" against ")
        .append(gap.other());
    out.append("; its bindings alone account for ")
        .append(ByteSize.text(gap.bindingBytes()))
        .append('\n');
    int shown = 0;
    for (BindingFinding finding : gap.bindings()) {
      if (shown++ == most) {
        out.append("  … and ")
            .append(TextReport.counted(gap.bindings().size() - most, "more binding"))
            .append('\n');
        break;
      }
      write(out, finding, gap);
    }
    for (FunctionFinding finding : gap.functions()) {
      if (finding.bindings().size() > 1) {
        out.append("  ")
            .append(ByteSize.text(finding.bytes()))
            .append("  all of ")
            .append(functionName(finding.function()));
        out.append(place(finding.location()))
            .append(" together: ")
            .append(beginning(finding.bindings()))
            .append('\n');
      }
    }
    for (ClosureFinding finding : gap.closures().stream().limit(most).toList()) {
      out.append("  ").append(ByteSize.text(finding.bytes())).append("  seen by ");
      out.append(TextReport.counted(finding.closures(), "closure"))
          .append(" of ")
          .append(functionName(finding.function()));
      out.append(place(finding.location()))
          .append(": ")
          .append(beginning(finding.bindings()))
          .append('\n');
    }
    if (gap.harmless() > 0) {
      out.append("  ").append(TextReport.counted(gap.harmless(), "more binding")).append(" below ");
      out.append(ByteSize.text(threshold))
          .append(" each, ")
          .append(ByteSize.text(gap.harmlessBytes()))
          .append(" together\n");
    }
  }

  private static void write(StringBuilder out, BindingFinding finding, PolicyGap gap) {
    out.append("  ")
        .append(ByteSize.text(finding.bytes()))
        .append("  binding ")
        .append(finding.binding());
    out.append(" of ").append(functionName(finding.function())).append(place(finding.location()));
    out.append(
        finding.records() == 1 ? "" : ", in " + TextReport.counted(finding.records(), "record"));
    out.append(": ").append(finding.value().textWithId());
    out.append(", kept under ").append(String.join(", ", finding.keptUnder())).append('\n');
    NodeDescription holder = finding.holder();
    if (holder != null) {
      out.append("      held by ").append(holder.textWithId()).append('\n');
    }
    if (!finding.capturers().isEmpty()) {
      out.append("      captured because of ");
      out.append(
          finding.capturers().stream()
              .map(capturer -> text(capturer, gap))
              .collect(Collectors.joining("; ")));
      out.append('\n');
    }
  }

  private static String text(Capturer capturer, PolicyGap gap) {
    String life;
    if (capturer.living() == 0) {
      life = "no closure of it is alive";
    } else if (capturer.livingOtherwise() == 0) {
      life = capturer.living() + " alive, but only under " + gap.keeper();
    } else {
      life = capturer.living() + " alive";
    }
    return functionName(capturer.function()) + place(capturer.location()) + " (" + life + ")";
  }

  /// The first names of a list that may be long: a file's own record holds all its functions.
  private static String beginning(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() <= MOST_NAMES
        ? shown
        : shown + " and " + (names.size() - MOST_NAMES) + " more";
  }

  private static String functionName(String name) {
    return name.isEmpty() ? "(anonymous)" : name;
  }

  private static String place(@Nullable SourceLocation location) {
    return location == null ? "" : " (" + location + ")";
  }
}
