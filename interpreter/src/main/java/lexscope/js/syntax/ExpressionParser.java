package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions from the comma operator down to binary operators, ECMA-262 sections 13.6 to 13.16.
///
/// Binary operators are parsed by precedence climbing; operators of one level are collected in a
/// loop, so that a long chain costs no Java stack. A node whose start differs from that of its
/// first token stood in parentheses: the rules that ask for parentheses use that.
final class ExpressionParser extends GrammarPart {
  private static final int COALESCE_LEVEL = 1;
  private static final int RELATIONAL_LEVEL = 7;
  private static final int EXPONENT_LEVEL = 11;

  ExpressionParser(ParseState parse) {
    super(parse);
  }

  /// Expression.
  ///
  /// @param in `[In]`: whether the operator `in` is allowed
  Expression expression(boolean in) {
    int start = lexer.start;
    Expression first = assignment(in);
    return lexer.kind == TokenKind.COMMA ? sequence(first, start, in) : first;
  }

  private Expression sequence(Expression first, int start, boolean in) {
    int mark = parse.stack.mark();
    parse.stack.push(first);
    while (eat(TokenKind.COMMA)) {
      parse.stack.push(assignment(in));
    }
    return new Expression.Sequence(parse.stack.take(mark), start, lexer.previousEnd);
  }

  /// AssignmentExpression, which stays an expression.
  Expression assignment(boolean in) {
    CoverErrors cover = parse.cover;
    int initializer = cover.initializer;
    int duplicateProto = cover.duplicateProto;
    int notBinding = cover.notBinding;
    int notTarget = cover.notTarget;
    Expression result = coverAssignment(in);
    requireExpression();
    cover.initializer = initializer;
    cover.duplicateProto = duplicateProto;
    cover.notBinding = notBinding;
    cover.notTarget = notTarget;
    return result;
  }

  /// Expression that may yet become an assignment pattern: what it leaves undecided is in
  /// `parse.cover`, which held nothing before.
  Expression coverExpression(boolean in) {
    int start = lexer.start;
    Expression first = coverAssignment(in);
    if (lexer.kind != TokenKind.COMMA) {
      return first;
    }
    requireExpression();
    return sequence(first, start, in);
  }

  /// AssignmentExpression that may become a pattern if it is an object or array literal. It starts
  /// from clean cover errors and leaves its own there.
  Expression coverAssignment(boolean in) {
    parse.enter();
    parse.cover.clear();
    int start = lexer.start;
    Expression result = coverAssignmentAt(start, in);
    parse.leave(1);
    return result;
  }

  /// An element of a literal, argument list or parenthesised list that may become part of a
  /// pattern: its cover errors join those of the elements before it.
  Expression coverElement() {
    CoverErrors cover = parse.cover;
    int initializer = cover.initializer;
    int duplicateProto = cover.duplicateProto;
    int notBinding = cover.notBinding;
    int notTarget = cover.notTarget;
    int start = lexer.start;
    Expression element = coverAssignment(true);
    cover.noteElement(element, start);
    cover.initializer = initializer >= 0 ? initializer : cover.initializer;
    cover.duplicateProto = duplicateProto >= 0 ? duplicateProto : cover.duplicateProto;
    cover.notBinding = notBinding >= 0 ? notBinding : cover.notBinding;
    cover.notTarget = notTarget >= 0 ? notTarget : cover.notTarget;
    return element;
  }

  private Expression coverAssignmentAt(int start, boolean in) {
    TokenKind kind = lexer.kind;
    Expression primary = null;
    if (kind == TokenKind.LEFT_PAREN) {
      primary = parse.arrows.parenthesized(in);
    } else if (kind.isIdentifier) {
      if (kind == TokenKind.YIELD && parse.function.yieldIsKeyword) {
        return yieldExpression(in);
      }
      if (kind == TokenKind.ASYNC && !lexer.escaped) {
        primary = parse.arrows.asyncArrowOrCall(in);
      }
      if (primary == null && ahead.arrowFollows()) {
        return parse.arrows.fromIdentifier(in);
      }
    }
    if (primary instanceof FunctionNode function
        && function.isArrow()
        && function.start() == start) {
      return function;
    }
    Expression left;
    if (primary != null) {
      left =
          binaryRest(
              parse.unaries.postfix(parse.members.subscripts(primary, start), start), start, 1, in);
    } else {
      left = operand(1, in);
    }
    kind = lexer.kind;
    if (kind == TokenKind.QUESTION) {
      requireExpression();
      return conditional(left, start, in);
    }
    return kind.isAssignment ? assignmentTo(left, start, in) : settle(left, start);
  }

  /// Rejects now what only a literal by itself may leave undecided.
  private Expression settle(Expression left, int start) {
    boolean literal = isLiteralPattern(left) && left.start() == start;
    if (!literal) {
      requireExpression();
    }
    return left;
  }

  private static boolean isLiteralPattern(Expression expression) {
    return expression instanceof Expression.ObjectLiteral
        || expression instanceof Expression.ArrayLiteral;
  }

  /// Rejects what is good in patterns only.
  void requireExpression() {
    CoverErrors cover = parse.cover;
    if (cover.initializer >= 0) {
      throw error(
          "Invalid shorthand property initializer", cover.initializer, cover.initializer + 1);
    }
    if (cover.duplicateProto >= 0) {
      throw error(
          "Duplicate __proto__ fields are not allowed in object literals",
          cover.duplicateProto,
          cover.duplicateProto + "__proto__".length());
    }
  }

  private Expression conditional(Expression test, int start, boolean in) {
    lexer.next();
    Expression consequent = assignment(true);
    expect(TokenKind.COLON);
    Expression alternate = assignment(in);
    return new Expression.Conditional(test, consequent, alternate, start, lexer.previousEnd);
  }

  private Expression assignmentTo(Expression left, int start, boolean in) {
    TokenKind operator = lexer.kind;
    CoverErrors cover = parse.cover;
    boolean parenthesized = left.start() != start;
    Target target;
    if (operator == TokenKind.ASSIGN && isLiteralPattern(left) && !parenthesized) {
      target = parse.coverGrammar.toAssignmentPattern(left);
    } else {
      requireExpression();
      boolean logical = operator.logical != null;
      target =
          parse.coverGrammar.toSimpleTarget(left, "Invalid left-hand side in assignment", !logical);
      if (parenthesized) {
        cover.notBinding = start;
      }
    }
    int notBinding = cover.notBinding;
    lexer.next();
    Expression value = assignment(in);
    cover.clear();
    cover.notBinding = notBinding;
    boolean named =
        !parenthesized
            && target instanceof Expression.IdentifierReference
            && value.isAnonymousFunctionDefinition();
    int end = lexer.previousEnd;
    LogicalOperator logical = operator.logical;
    BinaryOperator binary = operator.binary;
    if (logical != null) {
      return new Expression.LogicalAssign(logical, target, value, named, start, end);
    }
    return binary != null
        ? new Expression.CompoundAssign(binary, target, value, start, end)
        : new Expression.Assign(target, value, named, start, end);
  }

  private Expression yieldExpression(boolean in) {
    int start = lexer.start;
    if (lexer.escaped) {
      throw error("Keyword must not contain escaped characters", start, lexer.end);
    }
    if (parse.function.inParameters) {
      throw error("Yield expression not allowed in formal parameter", start, lexer.end);
    }
    if (parse.yieldExpression < 0) {
      parse.yieldExpression = start;
    }
    lexer.next();
    if (!lexer.newlineBefore && eat(TokenKind.MULTIPLY)) {
      Expression argument = assignment(in);
      return new Expression.YieldStar(argument, start, lexer.previousEnd);
    }
    Expression argument = null;
    if (!lexer.newlineBefore) {
      switch (lexer.kind) {
        case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE, COMMA, SEMICOLON, COLON, IN, END -> {}
        default -> argument = assignment(in);
      }
    }
    return new Expression.Yield(argument, start, lexer.previousEnd);
  }

  /// An operand with everything that binds at least as tightly as a level.
  private Expression operand(int level, boolean in) {
    int start = lexer.start;
    Expression left =
        lexer.kind == TokenKind.PRIVATE_NAME && level <= RELATIONAL_LEVEL
            ? privateIn(in)
            : parse.unaries.unary();
    return lexer.kind.precedence < level ? left : binaryRest(left, start, level, in);
  }

  /// `#name in ShiftExpression`.
  private Expression privateIn(boolean in) {
    int start = lexer.start;
    String name = lexer.text;
    int nameEnd = lexer.end;
    lexer.next();
    if (lexer.kind != TokenKind.IN || !in) {
      throw error("Unexpected identifier '#" + name + "'", start, nameEnd);
    }
    parse.classes.usePrivateName(name, start, nameEnd);
    lexer.next();
    Expression object = operand(RELATIONAL_LEVEL + 1, true);
    return new Expression.PrivateIn(name, object, start, lexer.previousEnd);
  }

  private Expression binaryRest(Expression first, int start, int level, boolean in) {
    Expression left = first;
    while (true) {
      TokenKind operator = lexer.kind;
      if (operator.precedence < level || (operator == TokenKind.IN && !in)) {
        return left;
      }
      LogicalOperator logical = operator.logical;
      parse.enter();
      if (logical != null) {
        left = logicalChain(left, logical, start, in);
      } else if (operator == TokenKind.EXPONENTIATE) {
        left = exponentiation(left, start, in);
      } else {
        left = binaryChain(left, operator.precedence, start, in);
      }
      parse.leave(1);
    }
  }

  private Expression binaryChain(Expression first, int level, int start, boolean in) {
    int mark = parse.stack.mark();
    BinaryOperator operator = lexer.kind.binary;
    while (operator != null) {
      lexer.next();
      parse.stack.push(new BinaryStep(operator, operand(level + 1, in)));
      TokenKind kind = lexer.kind;
      boolean continues = kind.precedence == level && (in || kind != TokenKind.IN);
      operator = continues ? kind.binary : null;
    }
    return new Expression.Binary(first, parse.stack.take(mark), start, lexer.previousEnd);
  }

  private Expression logicalChain(
      Expression first, LogicalOperator operator, int start, boolean in) {
    TokenKind kind = lexer.kind;
    checkMixedCoalesce(first, operator, start);
    int mark = parse.stack.mark();
    parse.stack.push(first);
    while (lexer.kind == kind) {
      lexer.next();
      int operandStart = lexer.start;
      Expression operand = operand(kind.precedence + 1, in);
      if (kind.precedence == COALESCE_LEVEL) {
        checkMixedCoalesce(operand, operator, operandStart);
      }
      parse.stack.push(operand);
    }
    return new Expression.Logical(operator, parse.stack.take(mark), start, lexer.previousEnd);
  }

  /// `??` does not mix with `&&` and `||` without parentheses.
  private void checkMixedCoalesce(Expression operand, LogicalOperator operator, int operandStart) {
    boolean unparenthesized = operand.start() == operandStart;
    if (operand instanceof Expression.Logical inner && unparenthesized) {
      boolean coalesce = operator == LogicalOperator.COALESCE;
      if (coalesce != (inner.operator() == LogicalOperator.COALESCE)) {
        throw error("Unexpected token '" + operator.text() + "'", lexer.start, lexer.end);
      }
    }
  }

  private Expression exponentiation(Expression base, int start, boolean in) {
    boolean unary = base instanceof Expression.Unary || base instanceof Expression.Await;
    if (unary && base.start() == start) {
      throw error(
          "Unary operator used immediately before exponentiation expression. Parenthesis must be"
              + " used to disambiguate operator precedence",
          start,
          lexer.previousEnd);
    }
    lexer.next();
    Expression exponent = operand(EXPONENT_LEVEL, in);
    List<BinaryStep> step = List.of(new BinaryStep(BinaryOperator.EXPONENTIATE, exponent));
    return new Expression.Binary(base, step, start, lexer.previousEnd);
  }

  /// Initializer, if the current token starts one.
  @Nullable Expression optionalInitializer(boolean in) {
    return eat(TokenKind.ASSIGN) ? assignment(in) : null;
  }
}
