package lexscope.shell.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lexscope.shell.invocation.UserSyntaxException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/// The parsed words after a verb: options, operands, and what follows `--`.
public final class Arguments {
  private final CommandLine parsed;
  private final List<String> operands;
  private final List<String> guestArguments;
  private final @Nullable HeapFile standing;

  private Arguments(
      CommandLine parsed,
      List<String> operands,
      List<String> guestArguments,
      @Nullable HeapFile standing) {
    this.parsed = parsed;
    this.operands = operands;
    this.guestArguments = guestArguments;
    this.standing = standing;
  }

  /// Parses the words after the verb. Options may stand before and after operands; everything after
  /// the first `--` is left as it is.
  ///
  /// @throws UserSyntaxException if an option is unknown, lacks its value or is given twice
  public static Arguments parse(Options options, List<String> words) {
    int separator = words.indexOf("--");
    List<String> own = separator < 0 ? words : words.subList(0, separator);
    List<String> rest = separator < 0 ? List.of() : words.subList(separator + 1, words.size());
    try {
      DefaultParser parser = DefaultParser.builder().setAllowPartialMatching(false).get();
      CommandLine parsed =
          parser.parse(
              options, own.stream().map(word -> valued(options, word)).toArray(String[]::new));
      for (Option option : options.getOptions()) {
        rejectRepetition(parsed, option);
      }
      return new Arguments(parsed, List.copyOf(parsed.getArgList()), List.copyOf(rest), null);
    } catch (ParseException e) {
      throw new UserSyntaxException(lowerFirst(String.valueOf(e.getMessage())));
    }
  }

  /// An option whose value may be left out has one only behind `=`: without this the parser would
  /// take the next word for it.
  private static String valued(Options options, String word) {
    Option option = word.startsWith("--") ? options.getOption(word) : null;
    return option != null && option.hasOptionalArg()
        ? "--" + option.getLongOpt() + "=" + CommonOptions.DEFAULT_STACK_DEPTH
        : word;
  }

  private static final Set<String> REPEATABLE =
      Set.of(CommonOptions.CONDITIONS, DeadCommand.SOURCES, DeadCommand.ONLY);

  /// Options that change no answer about a snapshot file.
  private static final Set<String> SILENT = Set.of("--" + CommonOptions.NO_INDEX, "--at");

  private static void rejectRepetition(CommandLine parsed, Option option) {
    String[] values = parsed.getOptionValues(option);
    if (values != null
        && values.length > 1
        && !(option.hasLongOpt() && REPEATABLE.contains(option.getLongOpt()))) {
      throw new UserSyntaxException(spelling(option) + " is given " + values.length + " times");
    }
  }

  /// Returns all values of an option that may be given several times, in their order.
  public List<String> values(String option) {
    String[] values = parsed.getOptionValues(option);
    return values == null ? List.of() : List.of(values);
  }

  /// Returns whether the option is there.
  public boolean has(String option) {
    return parsed.hasOption(option);
  }

  /// Returns the option's value, or empty if the option is absent.
  public Optional<String> value(String option) {
    return Optional.ofNullable(parsed.getOptionValue(option));
  }

  /// Returns the option's value as a whole number of at least `least`.
  ///
  /// @throws UserSyntaxException if it is something else
  public OptionalLong number(String option, long least) {
    Optional<String> text = value(option);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= least) {
        return OptionalLong.of(number);
      }
    } catch (NumberFormatException _) {
      // Falls through to the message.
    }
    throw new UserSyntaxException(
        "--"
            + option
            + " needs a whole number of at least "
            + least
            + ", not '"
            + text.get()
            + "'");
  }

  /// Returns the option's value in bytes; `k`, `m` and `g` multiply by powers of 1024.
  ///
  /// @throws UserSyntaxException if it is no size
  public OptionalLong bytes(String option) {
    Optional<String> text = value(option);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    String lower = text.get().toLowerCase(Locale.ROOT);
    int shift =
        switch (lower.isEmpty() ? ' ' : lower.charAt(lower.length() - 1)) {
          case 'k' -> 10;
          case 'm' -> 20;
          case 'g' -> 30;
          default -> 0;
        };
    try {
      long number = Long.parseLong(shift == 0 ? lower : lower.substring(0, lower.length() - 1));
      if (number > 0 && number <= Long.MAX_VALUE >> shift) {
        return OptionalLong.of(number << shift);
      }
    } catch (NumberFormatException _) {
      // Falls through to the message.
    }
    throw new UserSyntaxException(
        "--" + option + " needs a size such as 64m or 1g, not '" + text.get() + "'");
  }

  /// Returns the words that belong to no option.
  public List<String> operands() {
    return operands;
  }

  /// Returns what is asked: the first `count` operands and all options but those that change no
  /// answer, each with its length, so that no two questions look alike.
  String question(int count) {
    StringBuilder text = new StringBuilder();
    operands.subList(0, count).forEach(operand -> part(text, operand));
    Arrays.stream(parsed.getOptions())
        .filter(option -> !SILENT.contains(spelling(option)))
        .sorted(Comparator.comparing(Arguments::spelling))
        .forEach(option -> {
          part(text, spelling(option));
          for (String value : option.getValuesList()) {
            part(text, value);
          }
        });
    return text.toString();
  }

  private static void part(StringBuilder text, String part) {
    text.append(' ').append(part.length()).append(':').append(part);
  }

  /// Returns the same with one more operand.
  public Arguments withOperand(String operand) {
    List<String> more = new ArrayList<>(operands);
    more.add(operand);
    return new Arguments(parsed, List.copyOf(more), guestArguments, standing);
  }

  /// Returns the same with one more operand, the file of a heap that is to be asked as it stands.
  public Arguments withStanding(HeapFile heap) {
    List<String> more = new ArrayList<>(operands);
    more.add(heap.file());
    return new Arguments(parsed, List.copyOf(more), guestArguments, heap);
  }

  /// Returns the heap that is to be asked instead of reading or running its file, or null.
  @Nullable HeapFile standing() {
    return standing;
  }

  /// Returns the words after `--`.
  public List<String> guestArguments() {
    return guestArguments;
  }

  private static String spelling(Option option) {
    return option.hasLongOpt() ? "--" + option.getLongOpt() : "-" + option.getOpt();
  }

  private static String lowerFirst(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
