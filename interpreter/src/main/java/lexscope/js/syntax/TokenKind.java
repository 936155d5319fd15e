package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// The kinds of tokens, ECMA-262 section 12. A word that is reserved only somewhere (`let`,
/// `await`, `static`, …) has a kind of its own and counts as an identifier; who reads it asks
/// whether it is one here.
enum TokenKind {
  END(Role.OTHER),
  IDENTIFIER(Role.IDENTIFIER),
  /// A reserved word written with a Unicode escape: good as a property name only.
  ESCAPED_KEYWORD(Role.KEYWORD),
  PRIVATE_NAME(Role.OTHER),
  NUMBER(Role.OTHER),
  BIGINT(Role.OTHER),
  STRING(Role.OTHER),
  /// A template up to its end or its next `${`.
  TEMPLATE(Role.OTHER),

  LEFT_BRACE(Role.OTHER),
  RIGHT_BRACE(Role.OTHER),
  LEFT_PAREN(Role.OTHER),
  RIGHT_PAREN(Role.OTHER),
  LEFT_BRACKET(Role.OTHER),
  RIGHT_BRACKET(Role.OTHER),
  DOT(Role.OTHER),
  ELLIPSIS(Role.OTHER),
  SEMICOLON(Role.OTHER),
  COMMA(Role.OTHER),
  QUESTION(Role.OTHER),
  OPTIONAL(Role.OTHER),
  COLON(Role.OTHER),
  ARROW(Role.OTHER),
  NOT(Role.OTHER),
  TILDE(Role.OTHER),
  INCREMENT(Role.OTHER),
  DECREMENT(Role.OTHER),

  COALESCE(1, LogicalOperator.COALESCE),
  OR(1, LogicalOperator.OR),
  AND(2, LogicalOperator.AND),
  BIT_OR(3, BinaryOperator.BIT_OR),
  BIT_XOR(4, BinaryOperator.BIT_XOR),
  BIT_AND(5, BinaryOperator.BIT_AND),
  EQUAL(6, BinaryOperator.EQUAL),
  NOT_EQUAL(6, BinaryOperator.NOT_EQUAL),
  STRICT_EQUAL(6, BinaryOperator.STRICT_EQUAL),
  STRICT_NOT_EQUAL(6, BinaryOperator.STRICT_NOT_EQUAL),
  LESS(7, BinaryOperator.LESS),
  GREATER(7, BinaryOperator.GREATER),
  LESS_EQUAL(7, BinaryOperator.LESS_EQUAL),
  GREATER_EQUAL(7, BinaryOperator.GREATER_EQUAL),
  LEFT_SHIFT(8, BinaryOperator.LEFT_SHIFT),
  SIGNED_RIGHT_SHIFT(8, BinaryOperator.SIGNED_RIGHT_SHIFT),
  UNSIGNED_RIGHT_SHIFT(8, BinaryOperator.UNSIGNED_RIGHT_SHIFT),
  PLUS(9, BinaryOperator.ADD),
  MINUS(9, BinaryOperator.SUBTRACT),
  MULTIPLY(10, BinaryOperator.MULTIPLY),
  DIVIDE(10, BinaryOperator.DIVIDE),
  REMAINDER(10, BinaryOperator.REMAINDER),
  EXPONENTIATE(11, BinaryOperator.EXPONENTIATE),

  ASSIGN(Role.ASSIGNMENT),
  ASSIGN_ADD(BinaryOperator.ADD),
  ASSIGN_SUBTRACT(BinaryOperator.SUBTRACT),
  ASSIGN_MULTIPLY(BinaryOperator.MULTIPLY),
  ASSIGN_DIVIDE(BinaryOperator.DIVIDE),
  ASSIGN_REMAINDER(BinaryOperator.REMAINDER),
  ASSIGN_EXPONENTIATE(BinaryOperator.EXPONENTIATE),
  ASSIGN_LEFT_SHIFT(BinaryOperator.LEFT_SHIFT),
  ASSIGN_SIGNED_RIGHT_SHIFT(BinaryOperator.SIGNED_RIGHT_SHIFT),
  ASSIGN_UNSIGNED_RIGHT_SHIFT(BinaryOperator.UNSIGNED_RIGHT_SHIFT),
  ASSIGN_BIT_AND(BinaryOperator.BIT_AND),
  ASSIGN_BIT_XOR(BinaryOperator.BIT_XOR),
  ASSIGN_BIT_OR(BinaryOperator.BIT_OR),
  ASSIGN_AND(LogicalOperator.AND),
  ASSIGN_OR(LogicalOperator.OR),
  ASSIGN_COALESCE(LogicalOperator.COALESCE),

  BREAK("break"),
  CASE("case"),
  CATCH("catch"),
  CLASS("class"),
  CONST("const"),
  CONTINUE("continue"),
  DEBUGGER("debugger"),
  DEFAULT("default"),
  DELETE("delete"),
  DO("do"),
  ELSE("else"),
  ENUM("enum"),
  EXPORT("export"),
  EXTENDS("extends"),
  FALSE("false"),
  FINALLY("finally"),
  FOR("for"),
  FUNCTION("function"),
  IF("if"),
  IMPORT("import"),
  IN("in", 7, BinaryOperator.IN),
  INSTANCEOF("instanceof", 7, BinaryOperator.INSTANCEOF),
  NEW("new"),
  NULL("null"),
  RETURN("return"),
  SUPER("super"),
  SWITCH("switch"),
  THIS("this"),
  THROW("throw"),
  TRUE("true"),
  TRY("try"),
  TYPEOF("typeof"),
  VAR("var"),
  VOID("void"),
  WHILE("while"),
  WITH("with"),

  ARGUMENTS("arguments", Role.IDENTIFIER),
  ASYNC("async", Role.IDENTIFIER),
  AWAIT("await", Role.IDENTIFIER),
  EVAL("eval", Role.IDENTIFIER),
  GET("get", Role.IDENTIFIER),
  LET("let", Role.IDENTIFIER),
  OF("of", Role.IDENTIFIER),
  SET("set", Role.IDENTIFIER),
  STATIC("static", Role.IDENTIFIER),
  USING("using", Role.IDENTIFIER),
  YIELD("yield", Role.IDENTIFIER),
  IMPLEMENTS("implements", Role.IDENTIFIER),
  INTERFACE("interface", Role.IDENTIFIER),
  PACKAGE("package", Role.IDENTIFIER),
  PRIVATE("private", Role.IDENTIFIER),
  PROTECTED("protected", Role.IDENTIFIER),
  PUBLIC("public", Role.IDENTIFIER);

  private enum Role {
    OTHER,
    IDENTIFIER,
    KEYWORD,
    ASSIGNMENT
  }

  /// The binding power of a binary operator from 1 (loosest), or 0.
  final int precedence;

  /// The operator of a binary or compound assignment token.
  final @Nullable BinaryOperator binary;

  /// The operator of a logical or logical assignment token.
  final @Nullable LogicalOperator logical;

  /// The spelling of a word, empty for the others.
  final String word;

  /// Whether it may be an identifier, depending on the context for those with a word.
  final boolean isIdentifier;

  /// Whether it is an identifier name: identifier or reserved word.
  final boolean isName;

  /// Whether it is `=` or another assignment operator.
  final boolean isAssignment;

  TokenKind(Role role) {
    this("", role, 0, null, null);
  }

  TokenKind(int precedence, BinaryOperator binary) {
    this("", Role.OTHER, precedence, binary, null);
  }

  TokenKind(int precedence, LogicalOperator logical) {
    this("", Role.OTHER, precedence, null, logical);
  }

  TokenKind(BinaryOperator binary) {
    this("", Role.ASSIGNMENT, 0, binary, null);
  }

  TokenKind(LogicalOperator logical) {
    this("", Role.ASSIGNMENT, 0, null, logical);
  }

  TokenKind(String word) {
    this(word, Role.KEYWORD, 0, null, null);
  }

  TokenKind(String word, Role role) {
    this(word, role, 0, null, null);
  }

  TokenKind(String word, int precedence, BinaryOperator binary) {
    this(word, Role.KEYWORD, precedence, binary, null);
  }

  TokenKind(
      String word,
      Role role,
      int precedence,
      @Nullable BinaryOperator binary,
      @Nullable LogicalOperator logical) {
    this.word = word;
    this.precedence = precedence;
    this.binary = binary;
    this.logical = logical;
    this.isIdentifier = role == Role.IDENTIFIER;
    this.isName = role == Role.IDENTIFIER || role == Role.KEYWORD;
    this.isAssignment = role == Role.ASSIGNMENT;
  }

  /// Whether strict code reserves the word: ECMA-262 section 12.7.2.
  boolean isStrictReserved() {
    return switch (this) {
      case LET, STATIC, YIELD, IMPLEMENTS, INTERFACE, PACKAGE, PRIVATE, PROTECTED, PUBLIC -> true;
      default -> false;
    };
  }
}
