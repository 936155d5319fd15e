package lexscope.js.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parenthesised expressions and the arrow functions that begin like them, ECMA-262 sections
/// 13.2.9, 15.3 and 15.9. The list is parsed once, as expressions; an arrow behind it turns them
/// into parameters.
final class ArrowParser extends GrammarPart {
  /// What was known before a list that may become parameters.
  private record Before(int facts, int awaitIdentifier, int yieldExpression, int awaitExpression) {}

  ArrowParser(ParseState parse) {
    super(parse);
  }

  private Before open() {
    FunctionContext function = parse.function;
    Before before =
        new Before(
            function.facts, parse.awaitIdentifier, parse.yieldExpression, parse.awaitExpression);
    function.facts = 0;
    parse.awaitIdentifier = -1;
    parse.yieldExpression = -1;
    parse.awaitExpression = -1;
    return before;
  }

  private void close(Before before) {
    parse.function.facts |= before.facts;
    if (before.awaitIdentifier >= 0) {
      parse.awaitIdentifier = before.awaitIdentifier;
    }
    if (before.yieldExpression >= 0) {
      parse.yieldExpression = before.yieldExpression;
    }
    if (before.awaitExpression >= 0) {
      parse.awaitExpression = before.awaitExpression;
    }
  }

  /// A parenthesised expression where no arrow function may start.
  Expression grouped() {
    lexer.next();
    Expression expression = parse.expressions.expression(true);
    expect(TokenKind.RIGHT_PAREN);
    return expression;
  }

  /// CoverParenthesizedExpressionAndArrowParameterList: an expression, or an arrow function.
  Expression parenthesized(boolean in) {
    int start = lexer.start;
    Before before = open();
    lexer.next();
    int innerStart = lexer.start;
    int mark = parse.stack.mark();
    boolean onlyParameters = lexer.kind == TokenKind.RIGHT_PAREN;
    Parameter rest = null;
    while (lexer.kind != TokenKind.RIGHT_PAREN) {
      if (lexer.kind == TokenKind.ELLIPSIS) {
        rest = parse.patterns.restParameter();
        onlyParameters = true;
        break;
      }
      parse.stack.push(parse.expressions.coverElement());
      if (!eat(TokenKind.COMMA)) {
        break;
      }
      onlyParameters = lexer.kind == TokenKind.RIGHT_PAREN;
    }
    int close = lexer.start;
    expect(TokenKind.RIGHT_PAREN);
    List<Expression> list = parse.stack.take(mark);
    if (lexer.kind == TokenKind.ARROW && !lexer.newlineBefore) {
      Expression arrow = arrow(parameters(list, rest), start, false, in);
      close(before);
      return arrow;
    }
    if (onlyParameters) {
      throw list.isEmpty() && rest == null && lexer.kind != TokenKind.ARROW
          ? error("Unexpected token ')'", close, close + 1)
          : unexpected();
    }
    close(before);
    parse.expressions.requireExpression();
    parse.cover.clear();
    return list.size() == 1
        ? list.getFirst()
        : new Expression.Sequence(list, innerStart, list.getLast().end());
  }

  /// At `async` without escapes: an async arrow function, a call of `async`, or null if it is
  /// neither.
  @Nullable Expression asyncArrowOrCall(boolean in) {
    int start = lexer.start;
    TokenKind next = ahead.peek();
    if (next.isIdentifier && !ahead.newline) {
      lexer.next();
      return asyncFromIdentifier(start, in);
    }
    if (next != TokenKind.LEFT_PAREN) {
      return null;
    }
    boolean newline = ahead.newline;
    Expression.IdentifierReference callee = parse.literals.identifierReference();
    Before before = open();
    List<ListElement> arguments = coverArguments();
    if (lexer.kind == TokenKind.ARROW && !newline && !lexer.newlineBefore) {
      if (parse.awaitIdentifier >= 0) {
        throw error("Unexpected reserved word", parse.awaitIdentifier, parse.awaitIdentifier + 5);
      }
      Expression arrow = arrow(parametersOfCall(arguments), start, true, in);
      close(before);
      return arrow;
    }
    close(before);
    parse.expressions.requireExpression();
    parse.cover.clear();
    return new Expression.Call(callee, arguments, false, false, start, lexer.previousEnd);
  }

  private List<ListElement> coverArguments() {
    lexer.next();
    int mark = parse.stack.mark();
    while (lexer.kind != TokenKind.RIGHT_PAREN) {
      int start = lexer.start;
      if (eat(TokenKind.ELLIPSIS)) {
        Expression argument = parse.expressions.coverElement();
        parse.stack.push(new ListElement.Spread(argument, start, lexer.previousEnd));
        if (lexer.kind == TokenKind.COMMA) {
          parse.cover.noteAfterRest(lexer.start);
        }
      } else {
        parse.stack.push(parse.expressions.coverElement());
      }
      if (lexer.kind == TokenKind.RIGHT_PAREN) {
        break;
      }
      if (lexer.kind != TokenKind.COMMA) {
        throw error("missing ) after argument list", lexer.start, lexer.end);
      }
      lexer.next();
    }
    lexer.next();
    return parse.stack.take(mark);
  }

  private List<Parameter> parameters(List<Expression> list, @Nullable Parameter rest) {
    checkParameterList();
    List<Parameter> parameters = new ArrayList<>(list.size() + 1);
    for (Expression expression : list) {
      parameters.add(parse.coverGrammar.toParameter(expression));
    }
    if (rest != null) {
      parameters.add(rest);
    }
    return List.copyOf(parameters);
  }

  private List<Parameter> parametersOfCall(List<ListElement> arguments) {
    checkParameterList();
    List<Parameter> parameters = new ArrayList<>(arguments.size());
    for (ListElement argument : arguments) {
      switch (argument) {
        case Expression expression -> parameters.add(parse.coverGrammar.toParameter(expression));
        case ListElement.Spread spread -> parameters.add(restParameter(spread));
        case ListElement.Hole hole -> throw error("Malformed arrow function parameter list", hole);
      }
    }
    return List.copyOf(parameters);
  }

  private Parameter restParameter(ListElement.Spread spread) {
    Parameter parameter = parse.coverGrammar.toParameter(spread.argument());
    if (parameter.initializer() != null) {
      throw error("Rest parameter may not have a default initializer", spread);
    }
    return new Parameter(parameter.target(), null, true, spread.start(), spread.end());
  }

  /// What no parameter list may have, although expressions may.
  private void checkParameterList() {
    CoverErrors cover = parse.cover;
    int bad = cover.notBinding >= 0 ? cover.notBinding : cover.notTarget;
    if (bad >= 0) {
      throw error(
          cover.notBinding >= 0 ? CoverErrors.BAD_TARGET : cover.notTargetMessage, bad, bad + 1);
    }
    if (parse.yieldExpression >= 0) {
      throw error(
          "Yield expression not allowed in formal parameter",
          parse.yieldExpression,
          parse.yieldExpression + 5);
    }
    if (parse.awaitExpression >= 0) {
      throw error(
          "Illegal await-expression in formal parameters of async function",
          parse.awaitExpression,
          parse.awaitExpression + 5);
    }
    cover.clear();
  }

  /// An arrow function whose only parameter is the current identifier.
  Expression fromIdentifier(boolean in) {
    int start = lexer.start;
    Before before = open();
    Target target = parse.patterns.bindingIdentifier();
    List<Parameter> parameters =
        List.of(new Parameter(target, null, false, start, lexer.previousEnd));
    Expression arrow = arrow(parameters, start, false, in);
    close(before);
    return arrow;
  }

  private Expression asyncFromIdentifier(int start, boolean in) {
    int parameterStart = lexer.start;
    if (lexer.kind == TokenKind.AWAIT) {
      throw error("Unexpected reserved word", parameterStart, lexer.end);
    }
    Before before = open();
    Target target = parse.patterns.bindingIdentifier();
    if (lexer.kind != TokenKind.ARROW) {
      throw unexpected();
    }
    List<Parameter> parameters =
        List.of(new Parameter(target, null, false, parameterStart, lexer.previousEnd));
    Expression arrow = arrow(parameters, start, true, in);
    close(before);
    return arrow;
  }

  /// The arrow and the body; what the parameters did is in the facts of the function around.
  private Expression arrow(List<Parameter> parameters, int start, boolean async, boolean in) {
    if (lexer.kind != TokenKind.ARROW || lexer.newlineBefore) {
      throw unexpected();
    }
    int parameterFacts = parse.function.facts;
    FunctionContext context = parse.openFunction(true);
    context.facts = parameterFacts;
    context.awaitIsKeyword = async;
    context.awaitAllowed = async;
    context.returnAllowed = true;
    parse.scopes.openVariableScope();
    parse.functions.declareParameters(parameters);
    lexer.next();
    FunctionBody body;
    boolean simple = FunctionParser.isSimple(parameters);
    if (lexer.kind == TokenKind.LEFT_BRACE) {
      body = parse.functions.body(simple);
    } else {
      Expression expression = parse.expressions.assignment(in);
      body = new FunctionBody.Concise(expression, expression.start(), lexer.previousEnd);
    }
    return parse.functions.finish(FunctionKind.ARROW, async, false, null, parameters, body, start);
  }
}
