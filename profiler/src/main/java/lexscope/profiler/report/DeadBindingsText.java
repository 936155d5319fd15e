package lexscope.profiler.report;

import java.util.List;
import java.util.stream.Collectors;
import lexscope.profiler.compare.Capturer;
import lexscope.profiler.compare.DeadBinding;
import lexscope.profiler.compare.DeadBindings;
import lexscope.profiler.compare.FunctionFinding;
import lexscope.profiler.graph.GraphInfo;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.SourceLocation;
import org.jspecify.annotations.Nullable;

/// The text of an answer about bindings that no living closure uses.
public final class DeadBindingsText {
  private static final int MOST_NAMES = 6;

  private DeadBindingsText() {}

  /// At most `most` bindings.
  public static String text(GraphInfo info, DeadBindings dead, int most) {
    StringBuilder out = new StringBuilder();
    out.append(JsonReport.name(info));
    out.append(info.policy().isEmpty() ? "" : ", policy " + info.policy());
    out.append(", edge rule ").append(dead.rule().label()).append("\n\n");
    writeTotals(out, dead);
    int shown = 0;
    for (DeadBinding binding : dead.bindings()) {
      if (shown++ == most) {
        out.append("  … and ")
            .append(TextReport.counted(dead.bindings().size() - most, "more binding"))
            .append('\n');
        break;
      }
      write(out, binding);
    }
    for (FunctionFinding finding : dead.functions().stream().limit(most).toList()) {
      if (finding.bindings().size() > 1) {
        out.append("  ").append(ByteSize.text(finding.bytes())).append("  all of ");
        out.append(functionName(finding.function())).append(place(finding.location()));
        out.append(" together: ").append(beginning(finding.bindings())).append('\n');
      }
    }
    if (dead.harmless() > 0) {
      out.append("  ")
          .append(TextReport.counted(dead.harmless(), "more binding"))
          .append(" below ")
          .append(ByteSize.text(dead.thresholdBytes()))
          .append(" each, ")
          .append(ByteSize.text(dead.harmlessBytes()))
          .append(" together\n");
    }
    writeChosen(out, dead.chosen());
    writeUnknown(out, dead);
    dead.notes().forEach(note -> out.append(note).append('\n'));
    return out.toString();
  }

  private static void writeTotals(StringBuilder out, DeadBindings dead) {
    if (dead.bindings().isEmpty() && dead.harmless() == 0) {
      out.append("every binding that could be judged is used by a living closure\n");
      return;
    }
    out.append("bindings that no living closure uses keep ")
        .append(ByteSize.text(dead.bytes()))
        .append(" (")
        .append(TextReport.counted(dead.nodes(), "node"))
        .append(") alive\n");
    if (dead.allBytes() > dead.bytes()) {
      out.append("with those that only closures use which would go with them: ")
          .append(ByteSize.text(dead.allBytes()))
          .append(" (")
          .append(TextReport.counted(dead.allNodes(), "node"))
          .append(")\n");
    }
  }

  private static void write(StringBuilder out, DeadBinding binding) {
    out.append("  ").append(ByteSize.text(binding.bytes())).append("  binding ");
    out.append(binding.binding()).append(" of ").append(functionName(binding.function()));
    out.append(place(binding.location()));
    out.append(
        binding.records() == 1 ? "" : ", in " + TextReport.counted(binding.records(), "record"));
    out.append(": ").append(binding.value().textWithId()).append('\n');
    NodeDescription user = binding.lastUser();
    if (user != null) {
      out.append("      used only by what would go with dead bindings: ")
          .append(user.textWithId())
          .append('\n');
    }
    NodeDescription holder = binding.holder();
    if (holder != null) {
      out.append("      held by ").append(holder.textWithId()).append('\n');
    }
    if (!binding.capturers().isEmpty()) {
      out.append("      captured because of ")
          .append(
              binding.capturers().stream()
                  .map(DeadBindingsText::text)
                  .collect(Collectors.joining("; ")))
          .append('\n');
    }
  }

  private static String text(Capturer capturer) {
    String life =
        capturer.living() == 0
            ? "no closure of it is alive"
            : TextReport.number(capturer.living()) + " alive";
    return functionName(capturer.function()) + place(capturer.location()) + " (" + life + ")";
  }

  private static void writeChosen(StringBuilder out, DeadBindings.Chosen chosen) {
    if (!chosen.names().isEmpty()) {
      out.append("without ").append(String.join(", ", chosen.names())).append(": ");
      out.append(ByteSize.text(chosen.bytes()))
          .append(" (")
          .append(TextReport.counted(chosen.nodes(), "node"))
          .append(") would go\n");
      for (String name : chosen.unknown()) {
        out.append("  no dead binding is called ").append(name).append('\n');
      }
    }
  }

  private static void writeUnknown(StringBuilder out, DeadBindings dead) {
    if (dead.otherRecords() > 0) {
      out.append(TextReport.counted(dead.otherRecords(), "record"))
          .append(" could not be judged, ")
          .append(TextReport.number(dead.judgedRecords()))
          .append(" could");
      out.append(
          dead.unknownClosures() == 0
              ? "\n"
              : "; "
                  + TextReport.counted(dead.unknownClosures(), "closure")
                  + " of unknown functions count as users of all they see\n");
    }
  }

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
