package lexscope.js.module;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a CommonJS text exports by name, as far as its text tells: the forms that Node's own search
/// knows, found anywhere in the text but in comments, strings and regular expressions.
///
/// @param names the names that it gives its exports
/// @param reexports the specifiers of the modules whose exports it hands on
record ExportNames(Set<String> names, Set<String> reexports) {
  private static final String SPACE = "(?:\\s|/\\*.*?\\*/|//[^\\n]*\\n)*+";
  private static final String EXPORTS = "(?:module" + SPACE + "\\." + SPACE + ")?exports\\b";
  private static final String NAME =
      "([\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*)";
  private static final String QUOTED = "(?:'([^'\\\\\\n]*)'|\"([^\"\\\\\\n]*)\")";
  private static final String REQUIRE = spaced("require", "\\(", QUOTED, "\\)");

  private static final Pattern ASSIGNED =
      pattern(EXPORTS, "(?:\\." + SPACE + NAME + "|\\[" + SPACE + QUOTED + SPACE + "\\])", "=");
  private static final Pattern WHOLE = pattern(EXPORTS, "=");
  private static final Pattern DEFINED =
      pattern("Object", "\\.", "defineProperty", "\\(", EXPORTS, ",", QUOTED, ",", "\\{");
  private static final Pattern VALUE =
      pattern("(?:enumerable", ":", "(?:true|!0)", ",)?", "(?:value", ":|value", "[,}])");
  private static final Pattern GETTER =
      pattern(
          "(?:enumerable",
          ":",
          "(?:true|!0)",
          ",)?",
          "get(?:",
          ":",
          "function)?",
          "(?:" + NAME + ")?",
          "\\(",
          "\\)",
          "\\{",
          "return",
          NAME,
          "(?:\\." + SPACE + NAME + "|\\[" + SPACE + QUOTED + SPACE + "\\])?",
          ";?",
          "\\}",
          ",?",
          "\\}",
          "\\)");
  private static final Pattern HANDED_ON = pattern(REQUIRE);
  private static final Pattern STAR =
      pattern("(?:" + NAME + SPACE + "\\." + SPACE + ")?__export(?:Star)?", "\\(", REQUIRE);
  private static final Pattern REQUIRED =
      pattern("(?:var|let|const)", NAME, "=", "(?:" + NAME + SPACE + "\\(" + SPACE + ")?", REQUIRE);
  private static final Pattern COPIED_KEYS =
      pattern("Object", "\\.", "keys", "\\(", NAME, "\\)", "\\.", "forEach", "\\(");
  private static final Pattern VALUE_NAME = pattern(NAME);
  private static final Pattern MEMBER =
      pattern("(?:" + NAME + "|" + QUOTED + "|\\.\\.\\.", "(?:" + REQUIRE + "|" + NAME + "))");

  private static String spaced(String... parts) {
    return String.join(SPACE, parts);
  }

  private static Pattern pattern(String... parts) {
    return Pattern.compile(spaced(parts), Pattern.DOTALL);
  }

  /// Finds the names in a text. Cost: linear in its length.
  static ExportNames in(String text) {
    var found = new ExportNames(new LinkedHashSet<>(), new LinkedHashSet<>());
    Map<String, String> required = new LinkedHashMap<>();
    var words = new CommonJsWords(text);
    while (words.next()) {
      switch (words.word()) {
        case "exports", "module" -> found.assigned(text, words.start());
        case "Object" -> found.defined(text, words.start(), required);
        case "var", "let", "const" -> {
          Matcher matcher = at(REQUIRED, text, words.start());
          if (matcher.lookingAt()) {
            required.put(matcher.group(1), either(matcher, 3));
          }
        }
        default -> {
          Matcher matcher = at(STAR, text, words.start());
          if (words.mayBeStar() && matcher.lookingAt()) {
            found.reexports.add(either(matcher, 2));
          }
        }
      }
    }
    return found;
  }

  private static Matcher at(Pattern pattern, String text, int start) {
    return pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
  }

  private static String either(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? String.valueOf(matcher.group(group + 1)) : text;
  }

  private void assigned(String text, int start) {
    Matcher member = at(ASSIGNED, text, start);
    if (member.lookingAt()) {
      names.add(member.group(1) == null ? either(member, 2) : member.group(1));
      return;
    }
    Matcher whole = at(WHOLE, text, start);
    if (!text.startsWith("module", start) || !whole.lookingAt()) {
      return;
    }
    // Of several assignments the last one hands exports on.
    reexports.clear();
    int at = skipSpace(text, whole.end());
    Matcher required = at(HANDED_ON, text, at);
    if (required.lookingAt()) {
      reexports.add(either(required, 1));
    } else if (text.startsWith("{", at)) {
      literal(text, at + 1);
    }
  }

  /// The members of `module.exports = { … }`, up to the first one whose value is no identifier.
  private void literal(String text, int start) {
    int at = skipSpace(text, start);
    while (true) {
      Matcher member = at(MEMBER, text, at);
      if (!member.lookingAt()) {
        return;
      }
      at = skipSpace(text, member.end());
      boolean spread = member.group().startsWith("...");
      if (spread && (member.group(4) != null || member.group(5) != null)) {
        reexports.add(either(member, 4));
      } else if (!spread) {
        if (text.startsWith(":", at)) {
          Matcher value = at(VALUE_NAME, text, skipSpace(text, at + 1));
          if (!value.lookingAt()) {
            return;
          }
          at = skipSpace(text, value.end());
        } else if (member.group(1) == null) {
          return;
        }
        names.add(member.group(1) == null ? either(member, 2) : member.group(1));
      }
      if (!text.startsWith(",", at)) {
        return;
      }
      at = skipSpace(text, at + 1);
    }
  }

  private void defined(String text, int start, Map<String, String> required) {
    Matcher definition = at(DEFINED, text, start);
    if (definition.lookingAt()) {
      int at = skipSpace(text, definition.end());
      if (at(VALUE, text, at).lookingAt() || at(GETTER, text, at).lookingAt()) {
        names.add(either(definition, 1));
      }
      return;
    }
    Matcher copied = at(COPIED_KEYS, text, start);
    if (copied.lookingAt() && required.containsKey(copied.group(1))) {
      reexports.add(String.valueOf(required.get(copied.group(1))));
    }
  }

  private static int skipSpace(String text, int start) {
    Matcher space = at(SPACES, text, start);
    return space.lookingAt() ? space.end() : start;
  }

  private static final Pattern SPACES = Pattern.compile(SPACE, Pattern.DOTALL);
}
