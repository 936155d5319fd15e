package lexscope.shell.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Steps as text: of each the place, the stack, and what differs from the step before: what is new
/// (`+`), what has changed (`~`), what has died (`-`), what was printed (`>`), what waits.
public final class StepText {
  private final boolean colour;
  private final String heading;
  private @Nullable Step last;

  /// A writer for the steps of one program.
  ///
  /// @param colour whether terminal sequences may be in it
  public StepText(String file, String policy, boolean colour) {
    this.colour = colour;
    heading = file + ", policy " + policy + "\n";
  }

  /// The text of the next step.
  public String of(Step step) {
    StringBuilder out = new StringBuilder(last == null ? heading : "");
    out.append('\n').append(bold(title(step))).append('\n');
    stack(step, out);
    Step before = last;
    Map<String, Box> old = before == null ? new LinkedHashMap<>() : before.boxes();
    for (Box box : step.boxes().values()) {
      Box was = old.get(box.key());
      if (was == null) {
        out.append(green("  + " + described(box))).append('\n');
      } else if (!was.equals(box)) {
        out.append("  ~ ").append(changed(was, box)).append('\n');
      }
    }
    for (String key : step.gone()) {
      Box dead = old.get(key);
      if (dead != null) {
        out.append(red("  - " + name(dead) + " is dead" + why(before, key))).append('\n');
      }
    }
    step.left()
        .forEach((kind, count) ->
            out.append("  +").append(count).append(" more of ").append(kind(kind)).append('\n'));
    for (Output line : step.printed()) {
      out.append(line.error() ? "  ! " : "  > ").append(line.text()).append('\n');
    }
    if (before == null || !before.queues().equals(step.queues())) {
      queue("tick", step.queues().ticks(), out);
      queue("job", step.queues().jobs(), out);
      queue("timer", step.queues().calls(), out);
    }
    last = step;
    return out.toString();
  }

  /// What is said after the last step.
  public static String end(Trace trace) {
    return trace.cut().isEmpty() ? "" : "\n" + trace.cut() + "\n";
  }

  private static String title(Step step) {
    String where =
        switch (step.moment()) {
          case STATEMENT -> String.valueOf(step.place());
          case FAILED -> "the program failed" + (step.place() == null ? "" : " at " + step.place());
          case ENDED -> "the program has ended";
        };
    return "step " + step.number() + "  " + where;
  }

  private static void stack(Step step, StringBuilder out) {
    if (!step.contexts().isEmpty()) {
      out.append("  stack: ");
      out.append(
          step.contexts().stream()
              .map(context ->
                  context.name()
                      + (context.isSuspended() ? " (" + context.state() + ")" : "")
                      + environment(context))
              .collect(Collectors.joining(" ← ")));
      out.append('\n');
    }
  }

  private static String environment(Context context) {
    return context.rows().stream()
        .filter(row -> row.name().equals("LexicalEnvironment"))
        .map(row -> " [" + row.value() + "]")
        .findFirst()
        .orElse("");
  }

  static String name(Box box) {
    return switch (box.kind()) {
      case RECORD -> box.title() + " " + box.type();
      case FUNCTION -> "function " + box.title() + " " + box.key();
      case OBJECT -> box.title() + " " + box.key();
    };
  }

  static String described(Box box) {
    return name(box)
        + box.rows().stream()
            .filter(row -> !QUIET.contains(row.name()))
            .map(StepText::row)
            .collect(Collectors.joining(", ", " { ", " }"));
  }

  /// What every record has and hardly tells anything.
  private static final List<String> QUIET =
      List.of(
          "[[ThisBindingStatus]]",
          "[[NewTarget]]",
          "[[GlobalThisValue]]",
          "[[ObjectRecord]]",
          "[[ThisValue]]",
          "[[FunctionObject]]",
          "[[HomeObject]]");

  private static String row(Row row) {
    return row.kind() == Row.Kind.MORE ? row.value() : row.name() + ": " + row.value();
  }

  private static String changed(Box was, Box box) {
    return name(box)
        + box.rows().stream()
            .filter(row -> !was.rows().contains(row))
            .map(StepText::row)
            .collect(Collectors.joining(", ", " { ", " }"));
  }

  private static String why(@Nullable Step before, String key) {
    Hold hold = before == null ? null : before.holds().get(key);
    if (before == null || hold == null) {
      return "";
    }
    Box holder = before.boxes().get(hold.from());
    String by =
        holder != null
            ? name(holder)
            : before.contexts().stream()
                .filter(context -> context.key().equals(hold.from()))
                .map(context -> "the context of " + context.name())
                .findFirst()
                .orElse("a root");
    return ": " + by + " held it (" + hold.how() + ")";
  }

  private static String kind(Box.Kind kind) {
    return switch (kind) {
      case RECORD -> "the records";
      case FUNCTION -> "the functions";
      case OBJECT -> "the objects";
    };
  }

  private static void queue(String name, List<Waiting> waiting, StringBuilder out) {
    for (Waiting each : waiting) {
      out.append("  ").append(name).append(' ');
      if (each.dueMillis() >= 0) {
        out.append("at ").append(number(each.dueMillis())).append(" ms ");
      }
      out.append(each.text()).append('\n');
    }
  }

  static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private String green(String text) {
    return colour ? "\u001b[32m" + text + "\u001b[0m" : text;
  }

  private String red(String text) {
    return colour ? "\u001b[31m" + text + "\u001b[0m" : text;
  }
}
