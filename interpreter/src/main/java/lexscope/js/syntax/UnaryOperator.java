package lexscope.js.syntax;

/// A unary operator.
public enum UnaryOperator {
  /// `delete`.
  DELETE("delete"),
  /// `void`.
  VOID("void"),
  /// `typeof`.
  TYPEOF("typeof"),
  /// `+`.
  PLUS("+"),
  /// `-`.
  MINUS("-"),
  /// `~`.
  BIT_NOT("~"),
  /// `!`.
  NOT("!");

  private final String text;

  UnaryOperator(String text) {
    this.text = text;
  }

  /// The operator as it is written.
  public String text() {
    return text;
  }
}
