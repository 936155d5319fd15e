package lexscope.js.syntax;

/// Labels and the statements that jump: ECMA-262 sections 14.8 to 14.10, 14.13 and 14.14.
final class JumpParser extends GrammarPart {
  JumpParser(ParseState parse) {
    super(parse);
  }

  /// `continue` or `break`.
  Statement jump(boolean isContinue) {
    int start = lexer.start;
    lexer.next();
    FunctionContext function = parse.function;
    String label = null;
    if (lexer.kind.isIdentifier && !lexer.newlineBefore) {
      label = lexer.text;
      checkIdentifier();
      FunctionContext.Label target = function.findLabel(label);
      if (target == null) {
        throw error("Undefined label '" + label + "'", lexer.start, lexer.end);
      }
      if (isContinue && !target.isIteration) {
        throw error(
            "Illegal continue statement: '" + label + "' does not denote an iteration statement",
            lexer.start,
            lexer.end);
      }
      lexer.next();
    } else if (isContinue ? function.iterations == 0 : function.breakables == 0) {
      throw error(
          isContinue
              ? "Illegal continue statement: no surrounding iteration statement"
              : "Illegal break statement",
          start,
          lexer.previousEnd);
    }
    semicolon();
    int end = lexer.previousEnd;
    return isContinue
        ? new Statement.Continue(label, start, end)
        : new Statement.Break(label, start, end);
  }

  Statement returnStatement() {
    int start = lexer.start;
    if (!parse.function.returnAllowed) {
      throw error("Illegal return statement", start, lexer.end);
    }
    lexer.next();
    boolean bare =
        lexer.newlineBefore
            || lexer.kind == TokenKind.SEMICOLON
            || lexer.kind == TokenKind.RIGHT_BRACE
            || lexer.kind == TokenKind.END;
    Expression argument = bare ? null : parse.expressions.expression(true);
    semicolon();
    return new Statement.Return(argument, start, lexer.previousEnd);
  }

  Statement throwStatement() {
    int start = lexer.start;
    lexer.next();
    if (lexer.newlineBefore) {
      throw error("Illegal newline after throw", lexer.previousEnd, lexer.start);
    }
    Expression argument = parse.expressions.expression(true);
    semicolon();
    return new Statement.Throw(argument, start, lexer.previousEnd);
  }

  /// LabelledStatement.
  ///
  /// @param inList whether a function may be labelled
  Statement labelled(boolean inList) {
    int start = lexer.start;
    checkIdentifier();
    String label = lexer.text;
    FunctionContext function = parse.function;
    if (function.findLabel(label) != null) {
      throw error("Label '" + label + "' has already been declared", start, lexer.end);
    }
    lexer.next();
    lexer.next();
    function.labels = new FunctionContext.Label(label, function.labels, lexer.start);
    switch (lexer.kind) {
      case FOR, WHILE, DO -> function.markIterationLabels(start, lexer.start);
      default -> function.moveLabels(start, lexer.start);
    }
    Statement body =
        lexer.kind == TokenKind.FUNCTION && inList
            ? labelledFunction()
            : parse.statements.statement(inList);
    FunctionContext.Label own = function.labels;
    function.labels = own == null ? null : own.outer;
    return new Statement.Labelled(label, body, start, lexer.previousEnd);
  }

  private Statement labelledFunction() {
    if (parse.function.strict) {
      throw parse.statements.misplacedFunction();
    }
    Statement.FunctionDeclaration declaration = parse.declarations.function(lexer.start, false);
    if (declaration.function().isGenerator()) {
      throw error(
          "Generators can only be declared at the top level or inside a block.", declaration);
    }
    return declaration;
  }
}
