package lexscope.profiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lexscope.profiler.graph.AllocationStacks;
import lexscope.profiler.graph.EdgeDescription;
import lexscope.profiler.graph.NodeDescription;
import lexscope.profiler.graph.NodeKind;
import lexscope.profiler.paths.DominatorStep;
import lexscope.profiler.paths.MinimalCut;
import lexscope.profiler.paths.RetentionPath;
import lexscope.profiler.paths.Target;
import lexscope.profiler.paths.TargetQuery;
import lexscope.profiler.why.WhyAnswer;

/// The text of a why-alive answer: the path one step a line, then who alone keeps it alive, then
/// what to cut.
final class WhyText {
  /// Of a longer path or chain the middle is left out.
  private static final int MOST_STEPS = 60;

  /// Of a longer stack only so many lines are shown.
  private static final int MOST_CALLS = 20;

  private WhyText() {}

  static void write(StringBuilder out, WhyAnswer.Alive alive) {
    writeTarget(out, alive.query(), alive.target(), alive.node(), alive.retainedNodes());
    out.append("\nalive because\n");
    writePath(out, alive.path(), alive.notes());
    writeDominators(out, alive.dominators());
    alive.cut().ifPresent(cut -> writeCut(out, cut));
    writeStack(out, alive.stack());
  }

  private static void writeStack(StringBuilder out, List<AllocationStacks.Call> stack) {
    if (stack.isEmpty()) {
      return;
    }
    out.append("\nmade by\n");
    for (String call : calls(stack)) {
      out.append("  ").append(call).append('\n');
    }
  }

  /// A line for each call; of a long stack its ends, JSON has all.
  static List<String> calls(List<AllocationStacks.Call> stack) {
    List<String> lines = new ArrayList<>();
    int first = stack.size() <= MOST_CALLS ? stack.size() : MOST_CALLS - 2;
    for (AllocationStacks.Call call : stack.subList(0, first)) {
      lines.add(call.text());
    }
    if (first < stack.size()) {
      lines.add("… " + TextReport.counted(stack.size() - first - 1L, "call") + " left out");
      lines.add(stack.getLast().text());
    }
    return lines;
  }

  static void writeTarget(
      StringBuilder out, TargetQuery query, Target target, NodeDescription node, int nodes) {
    out.append(query.text());
    String text = node.textWithId();
    if (!query.text().equals("#" + node.id()) || !text.equals(query.text())) {
      out.append(" is ").append(text);
    }
    out.append(", retains ").append(ByteSize.text(target.retainedBytes())).append(" in ");
    out.append(TextReport.counted(nodes, "node")).append('\n');
    if (target.matches() > 1) {
      out.append(TextReport.number(target.matches())).append(" are meant; this one retains most\n");
    }
  }

  static void writePath(StringBuilder out, RetentionPath path, List<String> notes) {
    writePath(out, path, notes, UnaryOperator.identity());
  }

  /// @param shown what becomes of a line before the lines are aligned
  static void writePath(
      StringBuilder out, RetentionPath path, List<String> notes, UnaryOperator<String> shown) {
    TextTable table = new TextTable("ll");
    List<RetentionPath.Step> steps = path.steps();
    int i = 0;
    int lines = 0;
    int total = (int) steps.stream().filter(RetentionPath.Step.Node.class::isInstance).count() + 1;
    while (i < steps.size()) {
      StringBuilder line = new StringBuilder(i == 0 ? "" : "→ ");
      String note = "";
      switch (steps.get(i)) {
        case RetentionPath.Step.Root(String kind, String place) ->
            line.append(place.isEmpty() ? kind : kind + " " + place);
        case RetentionPath.Step.Node(NodeDescription node) -> line.append(node.textWithId());
        case RetentionPath.Step.Edge(EdgeDescription edge) -> {
          note = notes.get(i);
          boolean isSaid = path.isNamedByBinding(i);
          i++;
          line.append(isSaid ? "" : edge.text());
          if (steps.get(i) instanceof RetentionPath.Step.Node(NodeDescription node)) {
            line.append(isSaid ? "" : ": ").append(node.textWithId());
          }
        }
      }
      i++;
      lines++;
      if (total <= MOST_STEPS || lines <= MOST_STEPS / 2 || lines > total - MOST_STEPS / 2) {
        table.row(shown.apply(line.toString()), note.isEmpty() ? "" : "(" + note + ")");
      } else if (lines == MOST_STEPS / 2 + 1) {
        table.row("… " + TextReport.counted(total - MOST_STEPS / 2 * 2L, "step") + " left out", "");
      }
    }
    table.writeTo(out, "  ");
  }

  private static void writeDominators(StringBuilder out, List<DominatorStep> dominators) {
    List<DominatorStep> own =
        dominators.subList(0, Math.max(0, dominators.size() - 1)).stream()
            .filter(step -> step.node().kind() != NodeKind.SYNTHETIC)
            .toList();
    if (own.isEmpty()) {
      return;
    }
    out.append("\neach of these alone keeps it alive\n");
    TextTable table = new TextTable("rl");
    for (int i = 0; i < own.size(); i++) {
      if (own.size() <= MOST_STEPS || i < MOST_STEPS / 2 || i >= own.size() - MOST_STEPS / 2) {
        table.row(ByteSize.text(own.get(i).retainedBytes()), own.get(i).node().textWithId());
      } else if (i == MOST_STEPS / 2) {
        table.row(
            "", "… " + TextReport.counted(own.size() - MOST_STEPS / 2 * 2L, "node") + " left out");
      }
    }
    table.writeTo(out, "  ");
  }

  static void writeCut(StringBuilder out, MinimalCut cut) {
    out.append("\nto free it, cut ").append(cut.edges().size() == 1 ? "this edge" : "these edges");
    out.append(
        cut.nameable() ? "\n" : " (clearing bindings, properties and elements is not enough)\n");
    int shown = 0;
    for (MinimalCut.CutEdge edge : cut.edges()) {
      if (shown++ == MOST_STEPS) {
        out.append("  … and ")
            .append(TextReport.number(cut.edges().size() - MOST_STEPS))
            .append(" more\n");
        return;
      }
      out.append("  ");
      if (edge.source().kind() == NodeKind.SYNTHETIC) {
        out.append("root ").append(edge.source().text());
        out.append(edge.edge().label().isEmpty() ? "" : " " + edge.edge().label());
      } else {
        out.append(edge.edge().text()).append(" of ").append(edge.source().textWithId());
      }
      out.append('\n');
    }
  }
}
