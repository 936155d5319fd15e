package lexscope.js.regexp;

import java.util.List;
import java.util.Random;

/// Random patterns that are right most of the time, and random inputs that they have a chance to
/// match.
public final class PatternGenerator {
  private static final List<String> CHARACTERS =
      List.of(
          "a",
          "b",
          "c",
          "A",
          "B",
          "k",
          "s",
          "1",
          "_",
          "-",
          " ",
          "\n",
          "\u00df",
          "\u017f",
          "\u212a",
          "\u00e9",
          "\u03c3",
          "\u03c2",
          "\ud83d\ude00",
          "\ud83d\ude01",
          "\ud83d",
          "\ude00",
          "\u0130",
          "\u01c5",
          "\u1e9e",
          "\uab70",
          "\u13a0",
          "\ud801\udc00",
          "\ud801\udc28");
  private static final List<String> CLASS_ESCAPES =
      List.of(
          "\\d",
          "\\D",
          "\\s",
          "\\S",
          "\\w",
          "\\W",
          "\\p{L}",
          "\\P{Lu}",
          "\\p{Ll}",
          "\\p{Script=Greek}",
          "\\p{Emoji}");
  private static final List<String> ESCAPES =
      List.of(
          "\\n",
          "\\t",
          "\\cA",
          "\\c",
          "\\x61",
          "\\x6",
          "\\u0061",
          "\\u{61}",
          "\\u{1f600}",
          "\\ud83d\\ude00",
          "\\0",
          "\\01",
          "\\141",
          "\\8",
          "\\/",
          "\\.",
          "\\-",
          "\\a",
          "\\k",
          "\\_",
          "\\}");
  private static final List<String> QUANTIFIERS =
      List.of(
          "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{1,}", "{0}", "{2,}?", "{,2}",
          "{0,1}");

  private final Random random;
  private int groups;
  private String flags = "";

  /// Makes the same patterns and inputs for the same seed.
  public PatternGenerator(long seed) {
    random = new Random(seed);
  }

  /// Flags, which the next patterns are made for.
  public String flags() {
    var text = new StringBuilder();
    for (String flag : List.of("i", "m", "s", "y", "g")) {
      if (random.nextInt(4) == 0) {
        text.append(flag);
      }
    }
    text.append(pick(List.of("", "", "u", "v")));
    flags = text.toString();
    return flags;
  }

  /// A pattern for the flags that came last.
  public String pattern() {
    groups = 0;
    String pattern = disjunction(3);
    if (random.nextInt(12) == 0 && !pattern.isEmpty()) {
      int at = random.nextInt(pattern.length());
      pattern = pattern.substring(0, at) + pattern.substring(at + 1);
    }
    if (random.nextInt(20) == 0) {
      int at = random.nextInt(pattern.length() + 1);
      pattern =
          pattern.substring(0, at)
              + pick(List.of("(", ")", "[", "]", "{", "}", "\\", "*", "|", "?"))
              + pattern.substring(at);
    }
    return pattern;
  }

  /// A short text.
  public String input() {
    var text = new StringBuilder();
    int length = random.nextInt(10);
    int variety = 3 + random.nextInt(CHARACTERS.size() - 2);
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.get(random.nextInt(variety)));
    }
    return text.toString();
  }

  /// A number from 0 on.
  public int below(int bound) {
    return random.nextInt(bound);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String character() {
    return CHARACTERS.get(random.nextInt(random.nextBoolean() ? 6 : CHARACTERS.size()));
  }

  private String disjunction(int depth) {
    var text = new StringBuilder(alternative(depth));
    while (random.nextInt(4) == 0) {
      text.append('|').append(alternative(depth));
    }
    return text.toString();
  }

  private String alternative(int depth) {
    var text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(term(depth));
    }
    return text.toString();
  }

  private String term(int depth) {
    if (random.nextInt(10) == 0) {
      return pick(List.of("^", "$", "\\b", "\\B"));
    }
    String atom = atom(depth);
    return random.nextInt(3) == 0 ? atom + pick(QUANTIFIERS) : atom;
  }

  private String atom(int depth) {
    if (depth == 0) {
      return simple();
    }
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> {
        groups++;
        yield "(" + disjunction(depth - 1) + ")";
      }
      case 3 -> "(?:" + disjunction(depth - 1) + ")";
      case 4 -> "(?=" + disjunction(depth - 1) + ")";
      case 5 -> "(?!" + disjunction(depth - 1) + ")";
      case 6 -> "(?<=" + disjunction(depth - 1) + ")";
      case 7 -> "(?<!" + disjunction(depth - 1) + ")";
      case 8 -> {
        groups++;
        yield "(?<n" + groups + ">" + disjunction(depth - 1) + ")";
      }
      case 9 -> "\\" + (1 + random.nextInt(groups + 2));
      case 10 ->
          random.nextInt(3) == 0 ? "\\k<n" + (1 + random.nextInt(groups + 1)) + ">" : simple();
      default -> simple();
    };
  }

  private String simple() {
    return switch (random.nextInt(12)) {
      case 0 -> ".";
      case 1, 2 -> flags.contains("v") ? setClass(2) : rangeClass();
      case 3 -> pick(CLASS_ESCAPES);
      case 4 -> pick(ESCAPES);
      default -> character();
    };
  }

  private String rangeClass() {
    var text = new StringBuilder(random.nextInt(3) == 0 ? "[^" : "[");
    for (int i = random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append(pick(CLASS_ESCAPES));
        case 1 -> text.append(pick(ESCAPES));
        case 2 -> text.append(character()).append('-').append(character());
        case 3 -> text.append(pick(List.of("a-c", "A-C", "a-z", "\\u0000-\\uffff", "-", "0-9")));
        default -> text.append(character());
      }
    }
    return text.append(']').toString();
  }

  private String setClass(int depth) {
    var text = new StringBuilder(random.nextInt(4) == 0 ? "[^" : "[");
    String operator = pick(List.of("", "", "", "&&", "--"));
    // Never empty: V8 11 is wrong about the complement of an empty class under flag v.
    int operands = 1 + random.nextInt(3);
    for (int i = 0; i < operands; i++) {
      text.append(i == 0 ? "" : operator);
      switch (random.nextInt(depth == 0 ? 5 : 7)) {
        case 0 -> text.append(pick(CLASS_ESCAPES));
        case 1 -> text.append(operator.isEmpty() ? "a-k" : pick(ESCAPES));
        case 2 ->
            text.append(
                pick(
                    List.of(
                        "\\q{ab|a}",
                        "\\q{ab|}",
                        "\\q{a|K}",
                        "\\p{Emoji_Keycap_Sequence}",
                        "\\q{AB|ca}")));
        case 5, 6 -> text.append(setClass(depth - 1));
        default -> text.append(character());
      }
    }
    return text.append(']').toString();
  }
}
