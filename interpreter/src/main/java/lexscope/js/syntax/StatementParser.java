package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements, ECMA-262 section 14, but for loops, jumps and declarations.
final class StatementParser extends GrammarPart {
  StatementParser(ParseState parse) {
    super(parse);
  }

  /// StatementListItem.
  Statement listItem() {
    TokenKind kind = lexer.kind;
    switch (kind) {
      case FUNCTION:
        return parse.declarations.function(lexer.start, false);
      case CLASS:
        return parse.classes.declaration(false);
      case CONST:
        return parse.declarations.lexical(Statement.DeclarationKind.CONST);
      case LET:
        if (parse.declarations.letStartsDeclaration()) {
          return parse.declarations.lexical(Statement.DeclarationKind.LET);
        }
        break;
      case USING:
        if (parse.declarations.usingStartsDeclaration()) {
          return parse.declarations.using(Statement.DeclarationKind.USING);
        }
        break;
      case AWAIT:
        if (parse.declarations.awaitUsingStartsDeclaration()) {
          return parse.declarations.using(Statement.DeclarationKind.AWAIT_USING);
        }
        break;
      case ASYNC:
        if (atAsyncFunction()) {
          int start = lexer.start;
          lexer.next();
          return parse.declarations.function(start, true);
        }
        break;
      default:
        break;
    }
    return statement(true);
  }

  private boolean atAsyncFunction() {
    return !lexer.escaped && ahead.peek() == TokenKind.FUNCTION && !ahead.newline;
  }

  /// Statement.
  ///
  /// @param inList whether it stands in a statement list, where labelled functions are allowed
  Statement statement(boolean inList) {
    parse.enter();
    Statement result = statementAt(lexer.start, inList);
    parse.leave(1);
    return result;
  }

  /// The body of an iteration statement, `with` or `if`.
  Statement body() {
    return statement(false);
  }

  private Statement statementAt(int start, boolean inList) {
    TokenKind kind = lexer.kind;
    switch (kind) {
      case LEFT_BRACE:
        return block();
      case SEMICOLON:
        lexer.next();
        return new Statement.Empty(start, lexer.previousEnd);
      case VAR:
        return parse.declarations.variable();
      case IF:
        return ifStatement();
      case FOR:
        return parse.loops.forStatement();
      case WHILE:
        return parse.loops.whileStatement();
      case DO:
        return parse.loops.doStatement();
      case CONTINUE, BREAK:
        return parse.jumps.jump(kind == TokenKind.CONTINUE);
      case RETURN:
        return parse.jumps.returnStatement();
      case WITH:
        return with();
      case SWITCH:
        return switchStatement();
      case THROW:
        return parse.jumps.throwStatement();
      case TRY:
        return tryStatement();
      case DEBUGGER:
        lexer.next();
        semicolon();
        return new Statement.Debugger(start, lexer.previousEnd);
      case FUNCTION:
        throw misplacedFunction();
      case CLASS, CONST:
        throw unexpected();
      case IMPORT:
        return importStatement();
      default:
        return kind.isIdentifier ? identifierStatement(kind, inList) : expressionStatement();
    }
  }

  private Statement importStatement() {
    TokenKind next = ahead.peek();
    if (next == TokenKind.LEFT_PAREN || next == TokenKind.DOT) {
      return expressionStatement();
    }
    throw parse.isModule
        ? unexpected()
        : error("Cannot use import statement outside a module", lexer.start, lexer.end);
  }

  /// The error of a function declaration as a statement.
  RuntimeException misplacedFunction() {
    return error(
        parse.function.strict
            ? "In strict mode code, functions can only be declared at top level or inside a block."
            : "In non-strict mode code, functions can only be declared at top level, inside a"
                + " block, or as the body of an if statement.",
        lexer.start,
        lexer.end);
  }

  private Statement identifierStatement(TokenKind kind, boolean inList) {
    if (ahead.colonFollows()
        && !(kind == TokenKind.YIELD && parse.function.yieldIsKeyword)
        && !(kind == TokenKind.AWAIT && parse.function.awaitIsKeyword)) {
      return parse.jumps.labelled(inList);
    }
    if (kind == TokenKind.LET && !lexer.escaped) {
      checkLetOutsideList();
    }
    if (kind == TokenKind.ASYNC && atAsyncFunction()) {
      throw error(
          "Async functions can only be declared at the top level or inside a block.",
          lexer.start,
          lexer.end);
    }
    return expressionStatement();
  }

  private void checkLetOutsideList() {
    TokenKind next = ahead.peek();
    boolean declares =
        next == TokenKind.LEFT_BRACKET
            || ((next.isIdentifier || next == TokenKind.LEFT_BRACE) && !ahead.newline);
    if (declares) {
      throw error(
          "Lexical declaration cannot appear in a single-statement context",
          lexer.start,
          ahead.end);
    }
  }

  private Statement expressionStatement() {
    int start = lexer.start;
    Expression expression = parse.expressions.expression(true);
    semicolon();
    return new Statement.ExpressionStatement(expression, false, start, lexer.previousEnd);
  }

  /// Block.
  Statement.Block block() {
    parse.scopes.openBlockScope();
    Statement.Block block = blockInScope();
    parse.scopes.closeBlockScope();
    return block;
  }

  /// A block whose scope is open already.
  private Statement.Block blockInScope() {
    int start = lexer.start;
    expect(TokenKind.LEFT_BRACE);
    int mark = parse.stack.mark();
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      parse.stack.push(listItem());
    }
    lexer.next();
    return new Statement.Block(parse.stack.take(mark), start, lexer.previousEnd);
  }

  /// Expression in parentheses.
  Expression condition() {
    expect(TokenKind.LEFT_PAREN);
    Expression condition = parse.expressions.expression(true);
    expect(TokenKind.RIGHT_PAREN);
    return condition;
  }

  private Statement ifStatement() {
    int start = lexer.start;
    int mark = parse.stack.mark();
    Statement otherwise = null;
    do {
      lexer.next();
      Expression test = condition();
      parse.stack.push(new Statement.IfClause(test, ifBody()));
      if (!eat(TokenKind.ELSE)) {
        break;
      }
      otherwise = lexer.kind == TokenKind.IF ? null : ifBody();
    } while (otherwise == null);
    List<Statement.IfClause> clauses = parse.stack.take(mark);
    return new Statement.If(clauses, otherwise, start, lexer.previousEnd);
  }

  /// A function declaration as the body of an if in sloppy code stands as if in a block (Annex
  /// B.3.3).
  private Statement ifBody() {
    if (lexer.kind != TokenKind.FUNCTION || parse.function.strict) {
      return body();
    }
    int start = lexer.start;
    parse.scopes.openBlockScope();
    Statement.FunctionDeclaration declaration = parse.declarations.function(start, false);
    if (declaration.function().isGenerator()) {
      throw error(
          "Generators can only be declared at the top level or inside a block.", declaration);
    }
    parse.scopes.closeBlockScope();
    return new Statement.Block(List.of(declaration), start, lexer.previousEnd);
  }

  private Statement with() {
    int start = lexer.start;
    if (parse.function.strict) {
      throw error("Strict mode code may not include a with statement", start, lexer.end);
    }
    lexer.next();
    Expression object = condition();
    Statement body = body();
    return new Statement.With(object, body, start, lexer.previousEnd);
  }

  private Statement switchStatement() {
    int start = lexer.start;
    lexer.next();
    Expression discriminant = condition();
    expect(TokenKind.LEFT_BRACE);
    parse.scopes.openBlockScope();
    parse.function.breakables++;
    int mark = parse.stack.mark();
    boolean hasDefault = false;
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      if (lexer.kind == TokenKind.DEFAULT) {
        if (hasDefault) {
          throw error("More than one default clause in switch statement", lexer.start, lexer.end);
        }
        hasDefault = true;
      }
      parse.stack.push(switchCase());
    }
    lexer.next();
    parse.function.breakables--;
    parse.scopes.closeBlockScope();
    return new Statement.Switch(discriminant, parse.stack.take(mark), start, lexer.previousEnd);
  }

  private SwitchCase switchCase() {
    int start = lexer.start;
    Expression test = null;
    if (eat(TokenKind.CASE)) {
      test = parse.expressions.expression(true);
    } else {
      expect(TokenKind.DEFAULT);
    }
    expect(TokenKind.COLON);
    int mark = parse.stack.mark();
    while (true) {
      switch (lexer.kind) {
        case CASE, DEFAULT, RIGHT_BRACE -> {
          return new SwitchCase(test, parse.stack.take(mark), start, lexer.previousEnd);
        }
        default -> {
          Statement item = listItem();
          if (item instanceof Statement.VariableDeclaration declaration) {
            checkUsingInCase(declaration);
          }
          parse.stack.push(item);
        }
      }
    }
  }

  /// A using declaration must not stand in a case clause itself.
  private void checkUsingInCase(Statement.VariableDeclaration declaration) {
    switch (declaration.kind()) {
      case USING, AWAIT_USING ->
          throw error("Using declarations are not allowed in case clauses", declaration);
      case VAR, LET, CONST -> {}
    }
  }

  private Statement tryStatement() {
    int start = lexer.start;
    lexer.next();
    Statement.Block block = block();
    CatchClause handler = lexer.kind == TokenKind.CATCH ? catchClause() : null;
    Statement.Block finalizer = eat(TokenKind.FINALLY) ? block() : null;
    if (handler == null && finalizer == null) {
      throw error("Missing catch or finally after try", lexer.start, lexer.end);
    }
    return new Statement.Try(block, handler, finalizer, start, lexer.previousEnd);
  }

  private CatchClause catchClause() {
    int start = lexer.start;
    lexer.next();
    parse.scopes.openBlockScope();
    @Nullable Target parameter = null;
    if (eat(TokenKind.LEFT_PAREN)) {
      parameter = parse.patterns.bindingTarget();
      if (parameter instanceof Target.BindingIdentifier identifier) {
        parse.scopes.declareSimpleCatch(identifier.name());
      } else {
        parse.patterns.declare(parameter, PatternParser.Naming.CATCH);
      }
      expect(TokenKind.RIGHT_PAREN);
    }
    Statement.Block body = blockInScope();
    parse.scopes.closeBlockScope();
    return new CatchClause(parameter, body, start, lexer.previousEnd);
  }
}
