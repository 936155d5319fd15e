package lexscope.shell.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import lexscope.gc.SourcePlace;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/// A step as a screen of a terminal: the source around the place, the stack, what is alive, the
/// console, the queues. Every line fits the width; what does not fit the height is counted.
final class StepScreen {
  private static final int AROUND = 3;
  private static final int OUTPUT = 5;
  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  private static final AttributedStyle QUIET = PLAIN.faint();

  private final Trace trace;
  private final int index;
  private final boolean coloured;
  private final List<AttributedString> lines = new ArrayList<>();

  private StepScreen(Trace trace, int index, boolean coloured) {
    this.trace = trace;
    this.index = index;
    this.coloured = coloured;
  }

  /// The lines of a step.
  ///
  /// @param coloured whether they may have colours; nothing is said by colour alone
  static List<AttributedString> of(
      Trace trace, int index, int columns, int rows, boolean coloured) {
    StepScreen screen = new StepScreen(trace, index, coloured);
    screen.write();
    List<AttributedString> cut = new ArrayList<>();
    for (AttributedString line : screen.lines) {
      cut.add(
          line.columnLength() <= columns
              ? line
              : AttributedString.join(
                  AttributedString.EMPTY,
                  line.columnSubSequence(0, columns - 1),
                  new AttributedString("…")));
    }
    if (cut.size() <= rows) {
      return cut;
    }
    List<AttributedString> fitting = new ArrayList<>(cut.subList(0, rows - 1));
    fitting.add(new AttributedString("… and " + (cut.size() - rows + 1) + " more lines", QUIET));
    return fitting;
  }

  private void write() {
    Step step = trace.steps().get(index);
    String title =
        "step "
            + step.number()
            + " of "
            + trace.steps().size()
            + "  "
            + switch (step.moment()) {
              case STATEMENT -> String.valueOf(step.place());
              case FAILED -> "the program failed";
              case ENDED -> "the program has ended";
            };
    line(title, PLAIN.bold());
    excerpt(step.place());
    stack(step);
    Map<String, Box> before = index == 0 ? Map.of() : trace.steps().get(index - 1).boxes();
    output(step);
    queues(step.queues());
    alive(step, before);
    if (index == trace.steps().size() - 1 && !trace.cut().isEmpty()) {
      line(trace.cut(), colour(AttributedStyle.YELLOW));
    }
  }

  private AttributedStyle colour(int colour) {
    return coloured ? PLAIN.foreground(colour) : PLAIN;
  }

  private void line(String text, AttributedStyle style) {
    lines.add(new AttributedString(text, style));
  }

  private void excerpt(@Nullable SourcePlace place) {
    if (place == null) {
      return;
    }
    for (Trace.Source source : trace.sources()) {
      if (!source.name().equals(place.file())) {
        continue;
      }
      int first = Math.max(1, place.line() - AROUND);
      int last = Math.min(source.lines().size(), place.line() + AROUND);
      for (int number = first; number <= last; number++) {
        boolean here = number == place.line();
        line(
            "%s%4d  %s".formatted(here ? "→" : " ", number, source.lines().get(number - 1)),
            here ? PLAIN.bold() : QUIET);
      }
    }
  }

  private void stack(Step step) {
    for (Context context : step.contexts()) {
      AttributedStringBuilder text = new AttributedStringBuilder();
      text.append(context.isSuspended() ? "  " : "▸ ").append(context.name());
      text.style(QUIET).append(" ").append(context.state());
      for (Row row : context.rows()) {
        if (row.name().endsWith("Environment")) {
          text.append("  ").append(row.name()).append(": ").append(row.value());
        }
      }
      lines.add(text.toAttributedString());
    }
  }

  private void alive(Step step, Map<String, Box> before) {
    for (Box.Kind kind : Box.Kind.values()) {
      boxes(step, before, box -> box.kind() == kind);
      Integer left = step.left().get(kind);
      if (left != null) {
        line("  and " + left + " more", QUIET);
      }
    }
    for (String key : step.gone()) {
      Box dead = before.get(key);
      if (dead != null) {
        line("- " + StepText.name(dead) + " is dead", colour(AttributedStyle.RED));
      }
    }
  }

  private void boxes(Step step, Map<String, Box> before, Predicate<Box> shown) {
    for (Box box : step.boxes().values()) {
      if (shown.test(box)) {
        Box was = before.get(box.key());
        boolean born = was == null && index > 0;
        boolean changed = was != null && !was.equals(box);
        line(
            (born ? "+ " : changed ? "~ " : "  ") + StepText.described(box),
            born
                ? colour(AttributedStyle.GREEN)
                : changed ? colour(AttributedStyle.YELLOW) : PLAIN);
      }
    }
  }

  private void output(Step step) {
    List<Output> all = new ArrayList<>();
    for (int i = 0; i <= index; i++) {
      all.addAll(trace.steps().get(i).printed());
    }
    int end = all.size();
    int fresh = all.size() - step.printed().size();
    for (int i = Math.max(0, end - OUTPUT); i < end; i++) {
      Output each = all.get(i);
      line(
          (each.error() ? "! " : "> ") + each.text(),
          i >= fresh ? colour(AttributedStyle.CYAN).bold() : PLAIN);
    }
  }

  private void queues(Queues queues) {
    for (Waiting each : queues.ticks()) {
      line("tick   " + each.text(), QUIET);
    }
    for (Waiting each : queues.jobs()) {
      line("job    " + each.text(), QUIET);
    }
    for (Waiting each : queues.calls()) {
      line("timer  at " + StepText.number(each.dueMillis()) + " ms  " + each.text(), QUIET);
    }
  }
}
