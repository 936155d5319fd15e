package lexscope.js.syntax;

/// A binary operator that evaluates both operands.
public enum BinaryOperator {
  /// `+`.
  ADD("+"),
  /// `-`.
  SUBTRACT("-"),
  /// `*`.
  MULTIPLY("*"),
  /// `/`.
  DIVIDE("/"),
  /// `%`.
  REMAINDER("%"),
  /// `**`.
  EXPONENTIATE("**"),
  /// `<<`.
  LEFT_SHIFT("<<"),
  /// `>>`.
  SIGNED_RIGHT_SHIFT(">>"),
  /// `>>>`.
  UNSIGNED_RIGHT_SHIFT(">>>"),
  /// `<`.
  LESS("<"),
  /// `>`.
  GREATER(">"),
  /// `<=`.
  LESS_EQUAL("<="),
  /// `>=`.
  GREATER_EQUAL(">="),
  /// `instanceof`.
  INSTANCEOF("instanceof"),
  /// `in`.
  IN("in"),
  /// `==`.
  EQUAL("=="),
  /// `!=`.
  NOT_EQUAL("!="),
  /// `===`.
  STRICT_EQUAL("==="),
  /// `!==`.
  STRICT_NOT_EQUAL("!=="),
  /// `&`.
  BIT_AND("&"),
  /// `^`.
  BIT_XOR("^"),
  /// `|`.
  BIT_OR("|");

  private final String text;

  BinaryOperator(String text) {
    this.text = text;
  }

  /// The operator as it is written.
  public String text() {
    return text;
  }
}
