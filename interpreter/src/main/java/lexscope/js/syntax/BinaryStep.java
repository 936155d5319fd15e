package lexscope.js.syntax;

/// One application in a left-associative chain: the value so far, this operator, this right
/// operand.
public record BinaryStep(BinaryOperator operator, Expression right) {}
