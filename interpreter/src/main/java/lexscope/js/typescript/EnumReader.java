package lexscope.js.typescript;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes enums as the objects that they are at run time: names to values, and numbers back to
/// names.
final class EnumReader {
  private final Reading r;

  EnumReader(Reading r) {
    this.r = r;
  }

  /// An enum, from the word on.
  ///
  /// @return its name
  String enumeration() {
    Scanner scan = r.scan;
    int start = scan.start;
    scan.next();
    String name = r.name();
    if (!scan.is("{")) {
      throw scan.unexpected();
    }
    String head = r.modules.variable(name) + "(function (" + name + ") {";
    r.edits.replace(start, scan.end, head);
    scan.next();
    Map<String, String> outer = r.expressions.renamed;
    r.expressions.renamed = new LinkedHashMap<>(outer);
    members(name);
    r.expressions.renamed = outer;
    r.edits.replace(scan.start, scan.end, "})(" + name + " || (" + name + " = {}));");
    scan.next();
    return name;
  }

  private void members(String name) {
    Scanner scan = r.scan;
    Set<String> strings = new HashSet<>();
    String next = "0";
    while (!scan.is("}")) {
      int from = scan.start;
      String key = key();
      int keyEnd = scan.previousEnd;
      String member = Quoting.member(name, key);
      String asNumber = name + "[" + member + " = ";
      String back = "] = " + Quoting.quote(key) + ";";
      if (scan.is("=")) {
        scan.next();
        int valueStart = scan.start;
        r.expressions.assignment(true, false);
        int valueEnd = scan.previousEnd;
        String value = scan.input.substring(valueStart, valueEnd);
        boolean string = isString(value, strings);
        r.edits.replace(from, valueStart, string ? member + " = " : asNumber);
        r.edits.insert(valueEnd, string ? ";" : back);
        if (string) {
          strings.add(key);
        }
        next = string ? null : following(value, member);
      } else if (next == null) {
        throw scan.error("Enum member must have initializer", from, keyEnd);
      } else {
        r.edits.replace(from, keyEnd, asNumber + next + back);
        next = following(next, member);
      }
      r.expressions.renamed.put(key, member);
      if (scan.is(",")) {
        r.blankToken();
      } else if (!scan.is("}")) {
        throw scan.unexpected();
      }
    }
  }

  private String key() {
    Scanner scan = r.scan;
    boolean bracket = r.take("[");
    String key = scan.text;
    switch (scan.kind) {
      case NAME -> {}
      case STRING -> key = key.substring(1, key.length() - 1);
      default -> throw scan.unexpected();
    }
    scan.next();
    if (bracket) {
      r.expect("]");
    }
    return key;
  }

  /// Whether a value is a string: a literal, a sum with one, or another member that is one.
  private static boolean isString(String value, Set<String> strings) {
    return strings.contains(value)
        || "\"'`".indexOf(value.charAt(value.length() - 1)) >= 0
        || ("\"'`".indexOf(value.charAt(0)) >= 0 && value.indexOf('+') > 0);
  }

  /// The value of the member after one.
  private static String following(String value, String member) {
    Long number = number(value);
    return number == null ? member + " + 1" : String.valueOf(number + 1);
  }

  private static @Nullable Long number(String value) {
    try {
      return Long.decode(
          value.startsWith("0") && value.length() > 1 && Character.isDigit(value.charAt(1))
              ? ""
              : value);
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
