package lexscope.js.syntax;

import org.jspecify.annotations.Nullable;

/// Iteration statements, ECMA-262 section 14.7.
final class LoopParser extends GrammarPart {
  LoopParser(ParseState parse) {
    super(parse);
  }

  private Statement loopBody() {
    FunctionContext function = parse.function;
    function.iterations++;
    function.breakables++;
    Statement body = parse.statements.body();
    function.iterations--;
    function.breakables--;
    return body;
  }

  Statement whileStatement() {
    int start = lexer.start;
    lexer.next();
    Expression test = parse.statements.condition();
    Statement body = loopBody();
    return new Statement.While(test, body, start, lexer.previousEnd);
  }

  Statement doStatement() {
    int start = lexer.start;
    lexer.next();
    Statement body = loopBody();
    expect(TokenKind.WHILE);
    Expression test = parse.statements.condition();
    // A semicolon is inserted here even on the same line.
    eat(TokenKind.SEMICOLON);
    return new Statement.DoWhile(body, test, start, lexer.previousEnd);
  }

  /// Any `for`; its head is a scope, to which the names of a lexical head belong.
  Statement forStatement() {
    int start = lexer.start;
    lexer.next();
    boolean isAwait = false;
    if (lexer.kind == TokenKind.AWAIT && !lexer.escaped) {
      isAwait = true;
      if (!parse.function.awaitAllowed) {
        throw error("Unexpected reserved word", lexer.start, lexer.end);
      }
      if (parse.function.outer == null) {
        parse.hasTopLevelAwait = true;
      }
      lexer.next();
    }
    expect(TokenKind.LEFT_PAREN);
    parse.scopes.openBlockScope();
    Statement result = head(start, isAwait);
    parse.scopes.closeBlockScope();
    return result;
  }

  private Statement head(int start, boolean isAwait) {
    Statement.DeclarationKind kind = declarationKind();
    if (kind != null) {
      return declarationHead(kind, start, isAwait);
    }
    if (lexer.kind == TokenKind.SEMICOLON) {
      rejectAwait(isAwait);
      return classic(null, start);
    }
    return expressionHead(start, isAwait);
  }

  private Statement.@Nullable DeclarationKind declarationKind() {
    return switch (lexer.kind) {
      case VAR -> Statement.DeclarationKind.VAR;
      case CONST -> Statement.DeclarationKind.CONST;
      case LET -> parse.declarations.letStartsDeclaration() ? Statement.DeclarationKind.LET : null;
      case USING ->
          parse.declarations.usingStartsDeclarationInFor() ? Statement.DeclarationKind.USING : null;
      case AWAIT ->
          parse.declarations.awaitUsingStartsDeclaration()
              ? Statement.DeclarationKind.AWAIT_USING
              : null;
      default -> null;
    };
  }

  private void rejectAwait(boolean isAwait) {
    if (isAwait) {
      throw unexpected();
    }
  }

  private Statement declarationHead(Statement.DeclarationKind kind, int start, boolean isAwait) {
    Statement.VariableDeclaration declaration = parse.declarations.forDeclaration(kind);
    boolean of = atWord("of");
    if (!of && lexer.kind != TokenKind.IN) {
      rejectAwait(isAwait);
      parse.declarations.checkInitializers(declaration);
      return classic(declaration, start);
    }
    checkForDeclaration(declaration, of);
    if (of) {
      return forOf(declaration, start, isAwait);
    }
    rejectAwait(isAwait);
    return forIn(declaration, start);
  }

  /// ForBinding: one declarator without initializer, except for `var` in sloppy for-in (Annex
  /// B.3.5).
  private void checkForDeclaration(Statement.VariableDeclaration declaration, boolean of) {
    String loop = of ? "for-of" : "for-in";
    if (declaration.declarators().size() != 1) {
      throw error(
          "Invalid left-hand side in " + loop + " loop: Must have a single binding.", declaration);
    }
    VariableDeclarator declarator = declaration.declarators().getFirst();
    boolean annexB =
        !of
            && !parse.function.strict
            && declaration.kind() == Statement.DeclarationKind.VAR
            && declarator.target() instanceof Target.BindingIdentifier;
    if (declarator.initializer() != null && !annexB) {
      throw error(loop + " loop variable declaration may not have an initializer.", declaration);
    }
    boolean using =
        declaration.kind() == Statement.DeclarationKind.USING
            || declaration.kind() == Statement.DeclarationKind.AWAIT_USING;
    if (using && !of) {
      throw error("Invalid left-hand side in for-in loop", declaration);
    }
  }

  private Statement expressionHead(int start, boolean isAwait) {
    int headStart = lexer.start;
    boolean isLet = lexer.kind == TokenKind.LET && !lexer.escaped;
    boolean isAsync = lexer.kind == TokenKind.ASYNC && !lexer.escaped;
    boolean asyncOf = isAsync && ahead.peek() == TokenKind.OF && !ahead.escaped;
    if (asyncOf && !isAwait && ahead.peekSecond() != TokenKind.ARROW) {
      throw error("The left-hand side of a for-of loop may not be 'async'.", headStart, ahead.end);
    }
    parse.cover.clear();
    Expression expression =
        asyncOf && isAwait
            ? parse.literals.identifierReference()
            : parse.expressions.coverExpression(false);
    boolean of = atWord("of");
    if (!of && lexer.kind != TokenKind.IN) {
      parse.expressions.requireExpression();
      rejectAwait(isAwait);
      return classic(expression, start);
    }
    if (of && isLet) {
      throw error(
          "The left-hand side of a for-of loop may not be 'let'.", headStart, headStart + 3);
    }
    Target target = target(expression, headStart);
    if (of) {
      return forOf(target, start, isAwait);
    }
    rejectAwait(isAwait);
    return forIn(target, start);
  }

  private Target target(Expression expression, int headStart) {
    boolean literal =
        expression instanceof Expression.ObjectLiteral
            || expression instanceof Expression.ArrayLiteral;
    if (literal && expression.start() == headStart) {
      return parse.coverGrammar.toAssignmentPattern(expression);
    }
    parse.expressions.requireExpression();
    return parse.coverGrammar.toSimpleTarget(
        expression, "Invalid left-hand side in for-loop", true);
  }

  private Statement classic(Statement.@Nullable ForInit init, int start) {
    expect(TokenKind.SEMICOLON);
    Expression test = lexer.kind == TokenKind.SEMICOLON ? null : parse.expressions.expression(true);
    expect(TokenKind.SEMICOLON);
    Expression update =
        lexer.kind == TokenKind.RIGHT_PAREN ? null : parse.expressions.expression(true);
    expect(TokenKind.RIGHT_PAREN);
    Statement body = loopBody();
    return new Statement.For(init, test, update, body, start, lexer.previousEnd);
  }

  private Statement forIn(Statement.ForHead head, int start) {
    lexer.next();
    Expression object = parse.expressions.expression(true);
    expect(TokenKind.RIGHT_PAREN);
    Statement body = loopBody();
    return new Statement.ForIn(head, object, body, start, lexer.previousEnd);
  }

  private Statement forOf(Statement.ForHead head, int start, boolean isAwait) {
    lexer.next();
    Expression iterable = parse.expressions.assignment(true);
    expect(TokenKind.RIGHT_PAREN);
    Statement body = loopBody();
    return new Statement.ForOf(head, iterable, isAwait, body, start, lexer.previousEnd);
  }
}
