package lexscope.js.syntax;

/// Unary, update and await expressions, ECMA-262 sections 13.4, 13.5 and 15.8.
final class UnaryParser extends GrammarPart {
  UnaryParser(ParseState parse) {
    super(parse);
  }

  /// UnaryExpression.
  Expression unary() {
    switch (lexer.kind) {
      case DELETE:
        return prefix(UnaryOperator.DELETE);
      case VOID:
        return prefix(UnaryOperator.VOID);
      case TYPEOF:
        return prefix(UnaryOperator.TYPEOF);
      case PLUS:
        return prefix(UnaryOperator.PLUS);
      case MINUS:
        return prefix(UnaryOperator.MINUS);
      case TILDE:
        return prefix(UnaryOperator.BIT_NOT);
      case NOT:
        return prefix(UnaryOperator.NOT);
      case INCREMENT, DECREMENT:
        return prefixUpdate();
      case AWAIT:
        if (parse.function.awaitIsKeyword) {
          return awaitExpression();
        }
        break;
      default:
        break;
    }
    int start = lexer.start;
    return postfix(parse.members.leftHandSide(), start);
  }

  private Expression prefix(UnaryOperator operator) {
    int start = lexer.start;
    parse.enter();
    lexer.next();
    Expression operand = unary();
    parse.leave(1);
    if (operator == UnaryOperator.DELETE) {
      checkDelete(operand);
    }
    return new Expression.Unary(operator, operand, start, lexer.previousEnd);
  }

  /// Early errors of `delete`, ECMA-262 section 13.5.1.1.
  private void checkDelete(Expression operand) {
    if (parse.function.strict && operand instanceof Expression.IdentifierReference) {
      throw error("Delete of an unqualified identifier in strict mode.", operand);
    }
    Expression deleted =
        operand instanceof Expression.OptionalChain chain ? chain.expression() : operand;
    if (deleted instanceof Expression.PrivateMember) {
      throw error("Private fields can not be deleted", operand);
    }
  }

  private Expression prefixUpdate() {
    int start = lexer.start;
    boolean increment = lexer.kind == TokenKind.INCREMENT;
    parse.enter();
    lexer.next();
    Expression operand = unary();
    parse.leave(1);
    Target target =
        parse.coverGrammar.toSimpleTarget(
            operand, "Invalid left-hand side expression in prefix operation", true);
    return new Expression.Update(target, increment, true, start, lexer.previousEnd);
  }

  /// UpdateExpression with its operator behind the operand.
  Expression postfix(Expression operand, int start) {
    TokenKind kind = lexer.kind;
    boolean update = kind == TokenKind.INCREMENT || kind == TokenKind.DECREMENT;
    if (!update || lexer.newlineBefore) {
      return operand;
    }
    Target target =
        parse.coverGrammar.toSimpleTarget(
            operand, "Invalid left-hand side expression in postfix operation", true);
    lexer.next();
    boolean increment = kind == TokenKind.INCREMENT;
    return new Expression.Update(target, increment, false, start, lexer.previousEnd);
  }

  private Expression awaitExpression() {
    int start = lexer.start;
    FunctionContext function = parse.function;
    if (lexer.escaped) {
      throw error("Keyword must not contain escaped characters", start, lexer.end);
    }
    if (!function.awaitAllowed || function.inParameters) {
      String message =
          function.inParameters
              ? "Illegal await-expression in formal parameters of async function"
              : "Unexpected reserved word";
      throw error(message, start, lexer.end);
    }
    if (parse.awaitExpression < 0) {
      parse.awaitExpression = start;
    }
    if (function.outer == null) {
      parse.hasTopLevelAwait = true;
    }
    parse.enter();
    lexer.next();
    Expression operand = unary();
    parse.leave(1);
    return new Expression.Await(operand, start, lexer.previousEnd);
  }
}
