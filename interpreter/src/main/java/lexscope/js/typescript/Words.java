package lexscope.js.typescript;

import java.util.Set;

/// Sets of words and operators; asked only whether they hold one.
final class Words {
  private static final Set<String> BINARY =
      Set.of(
          "??", "||", "&&", "|", "^", "&", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "<<",
          ">>", ">>>", "+", "-", "*", "/", "%", "**");
  private static final Set<String> ASSIGNMENT =
      Set.of(
          "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=",
          "||=", "??=");
  private static final Set<String> MODIFIERS =
      Set.of("public", "private", "protected", "readonly", "override", "declare", "abstract");

  private Words() {}

  /// Whether it is a binary operator that is no word.
  static boolean isBinary(String operator) {
    return BINARY.contains(operator);
  }

  /// Whether it is an assignment operator.
  static boolean isAssignment(String operator) {
    return ASSIGNMENT.contains(operator);
  }

  /// Whether it is a modifier that only TypeScript has.
  static boolean isModifier(String word) {
    return MODIFIERS.contains(word);
  }
}
