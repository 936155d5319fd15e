package lexscope.shell.command;

import java.util.Locale;
import java.util.OptionalLong;
import lexscope.js.policy.CapturePolicy;
import lexscope.profiler.dominators.EdgeRule;
import lexscope.profiler.report.JsonRows;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/// Options that several commands share, and what their values mean.
public final class CommonOptions {
  /// How many rows are printed at most unless one says otherwise.
  public static final int DEFAULT_ROWS = 30;

  /// The option that says how many rows are printed.
  static final String ROWS = "rows";

  /// The option that may be given several times.
  static final String CONDITIONS = "conditions";

  /// The option that leaves the index of a snapshot file alone.
  static final String NO_INDEX = "no-index";

  /// The option that has programs remember in which calls things were made.
  static final String ALLOCATION_STACKS = "allocation-stacks";

  /// How many calls are remembered unless one says otherwise.
  static final int DEFAULT_STACK_DEPTH = 16;

  /// No more are remembered.
  private static final long MOST_STACK_DEPTH = 10_000;

  private CommonOptions() {}

  static Option flag(String name, String description) {
    return Option.builder().longOpt(name).desc(description).get();
  }

  /// An option with a value.
  public static Option valued(String name, String value, String description) {
    return Option.builder().longOpt(name).hasArg().argName(value).desc(description).get();
  }

  /// How a program is run.
  public static Options ofPrograms() {
    return new Options()
        .addOption(valued("policy", "NAME", "whole, v8 or used: trace by this capture policy"))
        .addOption(
            valued("max-heap", "SIZE", "end the run when more is alive (modelled bytes; k, m, g)"))
        .addOption(valued("until", "MS", "fire timers up to this virtual time (default 1000000)"))
        .addOption(
            valued("max-turns", "N", "fire one repeating timer at most so often (default 10000)"))
        .addOption(valued("html", "FILE", "make the program's document from this file"))
        .addOption(
            Option.builder("C")
                .longOpt(CONDITIONS)
                .hasArg()
                .argName("NAME")
                .desc("a condition of 'exports' maps that holds beside node's own; repeatable")
                .get())
        .addOption(
            Option.builder()
                .longOpt(ALLOCATION_STACKS)
                .optionalArg(true)
                .hasArg()
                .argName("DEPTH")
                .desc(
                    "remember the calls that made each thing, the innermost DEPTH (default "
                        + DEFAULT_STACK_DEPTH
                        + ")")
                .get())
        .addOption(flag("stress", "collect at every safepoint and verify the heap"))
        .addOption(jfr());
  }

  /// What is recorded for Flight Recorder.
  static Option jfr() {
    return valued("jfr", "FILE", "record collections, snapshots and answers for Flight Recorder");
  }

  /// The moment that is asked about.
  static Option at() {
    return valued("at", "NAME", "ask about this moment of the run (default end: the idle program)");
  }

  /// How a program names snapshots, for `--help`.
  static final String SNAPSHOTS =
      """
      With --at NAME the answer is about a moment of the run: lexscope.snapshot("NAME") in the
      program takes a snapshot of that name, and 'debugger;' takes one named FILE:LINE (FILE with or
      without its folders). The second of one name is NAME#2, the third NAME#3.
      """;

  /// How many rows are printed.
  ///
  /// @param standard how many if that is not said, for `--help`
  static Option rows(String standard) {
    return valued(ROWS, "N", "print at most so many rows (default " + standard + ")");
  }

  /// Whether the index of a snapshot file is used.
  static Option noIndex() {
    return flag(NO_INDEX, "neither read nor write FILE.lexscope, the index beside a snapshot");
  }

  /// How programs and snapshots are asked.
  static Options ofQuestions() {
    return ofPrograms()
        .addOption(at())
        .addOption(
            valued(
                "rule", "NAME", "strong, devtools or memlab: which edges retain (default strong)"))
        .addOption(rows(DEFAULT_ROWS + ", with --json all"))
        .addOption(flag("json", "print one JSON object a line"))
        .addOption(noIndex());
  }

  /// The policy asked for, or the one that stands for "not given".
  ///
  /// @throws UserSyntaxException if there is none of that name
  public static CapturePolicy policy(Arguments arguments, CapturePolicy absent) {
    return arguments
        .value("policy")
        .map(name ->
            switch (name.toLowerCase(Locale.ROOT)) {
              case "whole" -> CapturePolicy.WHOLE;
              case "v8" -> CapturePolicy.V8;
              case "used" -> CapturePolicy.USED;
              default ->
                  throw new UserSyntaxException(
                      "no policy '" + name + "': it is one of whole, v8, used");
            })
        .orElse(absent);
  }

  /// The edge rule asked for.
  ///
  /// @throws UserSyntaxException if there is none of that name
  public static EdgeRule rule(Arguments arguments) {
    try {
      return EdgeRule.of(arguments.value("rule").orElse("strong"));
    } catch (IllegalArgumentException e) {
      throw new UserSyntaxException(String.valueOf(e.getMessage()));
    }
  }

  /// How many calls things remember of those that made them; 0 for none.
  ///
  /// @throws UserSyntaxException if it is no number
  static int stackDepth(Arguments arguments) {
    return (int) Math.min(arguments.number(ALLOCATION_STACKS, 1).orElse(0), MOST_STACK_DEPTH);
  }

  /// How many rows are printed at most.
  ///
  /// @throws UserSyntaxException if it is no number
  public static int rows(Arguments arguments) {
    return rows(arguments, DEFAULT_ROWS);
  }

  /// The same, for answers that are not of the usual length.
  ///
  /// @param standard how many if that is not said
  /// @throws UserSyntaxException if it is no number
  static int rows(Arguments arguments, int standard) {
    return (int) Math.min(arguments.number(ROWS, 1).orElse(standard), Integer.MAX_VALUE);
  }

  /// How many rows an answer has as JSON: a program that does not say wants them all.
  ///
  /// @throws UserSyntaxException if it is no number
  static JsonRows jsonRows(Arguments arguments) {
    return jsonRows(arguments, ROWS, 1);
  }

  /// The same for another list of an answer than its rows.
  ///
  /// @param option the option that says how many, a number of at least `least`
  static JsonRows jsonRows(Arguments arguments, String option, long least) {
    OptionalLong most = arguments.number(option, least);
    return most.isPresent()
        ? JsonRows.first((int) Math.min(most.getAsLong(), Integer.MAX_VALUE))
        : JsonRows.ALL;
  }
}
