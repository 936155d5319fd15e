package lexscope.js.regexp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `\p{...}` stands for: UnicodeMatchProperty and UnicodeMatchPropertyValue of section
/// 22.2.2.9.
///
/// Names are matched exactly, as the specification demands: no case folding, no `Is` or `In`.
final class UnicodeProperties {
  /// Categories that are made of others, with the first letters of their parts, or the parts
  /// themselves.
  private static final List<List<String>> GROUPS =
      List.of(
          List.of("LC Cased_Letter", "Lu Ll Lt"),
          List.of("L Letter", "Lu Ll Lt Lm Lo"),
          List.of("M Mark Combining_Mark", "Mn Mc Me"),
          List.of("N Number", "Nd Nl No"),
          List.of("P Punctuation punct", "Pc Pd Ps Pe Pi Pf Po"),
          List.of("S Symbol", "Sm Sc Sk So"),
          List.of("Z Separator", "Zs Zl Zp"),
          List.of("C Other", "Cc Cf Cs Co Cn"));

  private static final List<String> EMOJI_SEQUENCES =
      List.of(
          "Basic_Emoji",
          "Emoji_Keycap_Sequence",
          "RGI_Emoji_Modifier_Sequence",
          "RGI_Emoji_Flag_Sequence",
          "RGI_Emoji_Tag_Sequence",
          "RGI_Emoji_ZWJ_Sequence");

  private UnicodeProperties() {}

  /// The set of `\p{name=value}`.
  ///
  /// @return null if there is no such property or value
  static @Nullable CodePointSet valued(String name, String value) {
    var tables = UnicodeTables.instance();
    return switch (name) {
      case "General_Category", "gc" -> category(value);
      case "Script", "sc" -> tables.set('s', value);
      case "Script_Extensions", "scx" -> {
        CodePointSet script = tables.set('s', value);
        String canonical = tables.name('s', value);
        if (script == null || canonical == null) {
          yield null;
        }
        CodePointSet difference = tables.set('x', canonical);
        yield difference == null ? script : script.symmetricDifference(difference);
      }
      default -> null;
    };
  }

  /// The set of `\p{name}`: a binary property or a value of General_Category.
  ///
  /// @return null if there is no such name
  static @Nullable CodePointSet lone(String name) {
    return switch (name) {
      case "Any" -> CodePointSet.ALL;
      case "Assigned" -> {
        CodePointSet unassigned = category("Cn");
        yield unassigned == null ? null : unassigned.complement(CodePointSet.LIMIT);
      }
      default -> {
        CodePointSet binary = UnicodeTables.instance().set('b', name);
        yield binary != null ? binary : category(name);
      }
    };
  }

  private static @Nullable CodePointSet category(String value) {
    for (List<String> group : GROUPS) {
      if (Set.of(group.getFirst().split(" ", -1)).contains(value)) {
        var union = new CodePointSet.Builder();
        for (String part : group.getLast().split(" ", -1)) {
          CodePointSet set = UnicodeTables.instance().set('g', part);
          if (set != null) {
            union.add(set);
          }
        }
        return union.build();
      }
    }
    return UnicodeTables.instance().set('g', value);
  }

  /// Whether a name is one of the binary properties of strings, which only flag `v` knows.
  static boolean isPropertyOfStrings(String name) {
    return name.equals("RGI_Emoji") || EMOJI_SEQUENCES.contains(name);
  }

  /// The strings of a binary property of strings, single code points among them.
  static List<String> strings(String name) {
    if (name.equals("RGI_Emoji")) {
      var all = new ArrayList<String>();
      EMOJI_SEQUENCES.forEach(part -> all.addAll(strings(part)));
      return all;
    }
    int[] numbers = UnicodeTables.instance().numbers('q', name);
    var strings = new ArrayList<String>();
    String before = "";
    for (int i = 0; numbers != null && i < numbers.length; ) {
      int shared = numbers[i];
      int added = numbers[i + 1];
      String kept = before.substring(0, before.offsetByCodePoints(0, shared));
      before = kept + new String(numbers, i + 2, added);
      strings.add(before);
      i += 2 + added;
    }
    return strings;
  }
}
