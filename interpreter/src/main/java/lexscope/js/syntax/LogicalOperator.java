package lexscope.js.syntax;

/// A binary operator that may leave its right operand unevaluated.
public enum LogicalOperator {
  /// `&&`.
  AND("&&"),
  /// `||`.
  OR("||"),
  /// `??`.
  COALESCE("??");

  private final String text;

  LogicalOperator(String text) {
    this.text = text;
  }

  /// The operator as it is written.
  public String text() {
    return text;
  }
}
