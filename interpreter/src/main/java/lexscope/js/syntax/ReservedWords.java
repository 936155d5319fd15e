package lexscope.js.syntax;

import java.util.Set;

/// The words of ECMAScript for those who look at source texts without parsing them, ECMA-262
/// section 12.7.2.
public final class ReservedWords {
  private static final Set<String> ALWAYS =
      Set.of(
          "break",
          "case",
          "catch",
          "class",
          "const",
          "continue",
          "debugger",
          "default",
          "delete",
          "do",
          "else",
          "enum",
          "export",
          "extends",
          "false",
          "finally",
          "for",
          "function",
          "if",
          "import",
          "in",
          "instanceof",
          "new",
          "null",
          "return",
          "super",
          "switch",
          "this",
          "throw",
          "true",
          "try",
          "typeof",
          "var",
          "void",
          "while",
          "with");

  /// Names in some places, which hardly anybody gives to a binding.
  private static final Set<String> MOSTLY = Set.of("async", "await", "let", "yield");

  private ReservedWords() {}

  /// Whether a word is never an identifier, whatever is around it.
  public static boolean contains(String word) {
    return ALWAYS.contains(word);
  }

  /// Whether a word reads as a keyword: it is reserved, or `async`, `await`, `let` or `yield`,
  /// which may be names in some places.
  public static boolean isKeyword(String word) {
    return ALWAYS.contains(word) || MOSTLY.contains(word);
  }
}
