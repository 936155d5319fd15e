package lexscope.js.syntax;

/// Variable, lexical, using and function declarations, ECMA-262 sections 14.3 and 15.2.
final class DeclarationParser extends GrammarPart {
  DeclarationParser(ParseState parse) {
    super(parse);
  }

  /// Whether `let` starts a declaration in a statement list rather than an expression.
  boolean letStartsDeclaration() {
    if (lexer.escaped) {
      return false;
    }
    TokenKind next = ahead.peek();
    return next.isIdentifier || next == TokenKind.LEFT_BRACKET || next == TokenKind.LEFT_BRACE;
  }

  /// Whether `using` starts a declaration: an identifier follows on the same line.
  boolean usingStartsDeclaration() {
    return !lexer.escaped && ahead.peek().isIdentifier && !ahead.newline;
  }

  /// The same in the head of a `for`: `using of` is a declaration only if an initializer follows.
  boolean usingStartsDeclarationInFor() {
    return usingStartsDeclaration()
        && (ahead.peek() != TokenKind.OF || ahead.peekSecond() == TokenKind.ASSIGN);
  }

  /// Whether `await` starts an `await using` declaration.
  boolean awaitUsingStartsDeclaration() {
    return parse.function.awaitIsKeyword && !lexer.escaped && ahead.usingDeclarationFollows();
  }

  /// VariableStatement.
  Statement variable() {
    Statement.VariableDeclaration declaration =
        list(Statement.DeclarationKind.VAR, lexer.start, true);
    checkInitializers(declaration);
    return terminated(declaration);
  }

  /// LexicalDeclaration.
  Statement lexical(Statement.DeclarationKind kind) {
    Statement.VariableDeclaration declaration = list(kind, lexer.start, true);
    checkInitializers(declaration);
    return terminated(declaration);
  }

  /// UsingDeclaration or AwaitUsingDeclaration.
  Statement using(Statement.DeclarationKind kind) {
    int start = lexer.start;
    if (parse.function.outer == null && !parse.isModule && !parse.scopes.inBlock()) {
      throw error(
          "Using declarations are not allowed at the top level of a script", start, lexer.end);
    }
    if (kind == Statement.DeclarationKind.AWAIT_USING) {
      lexer.next();
      noteAwait(start);
    }
    Statement.VariableDeclaration declaration = list(kind, start, true);
    checkInitializers(declaration);
    return terminated(declaration);
  }

  private void noteAwait(int start) {
    if (!parse.function.awaitAllowed) {
      throw error("Unexpected reserved word", start, lexer.end);
    }
    if (parse.function.outer == null) {
      parse.hasTopLevelAwait = true;
    }
  }

  /// The declaration in the head of a `for`, up to `of`, `in` or `;`.
  Statement.VariableDeclaration forDeclaration(Statement.DeclarationKind kind) {
    int start = lexer.start;
    if (kind == Statement.DeclarationKind.AWAIT_USING) {
      lexer.next();
      noteAwait(start);
    }
    return list(kind, start, false);
  }

  private Statement terminated(Statement.VariableDeclaration declaration) {
    semicolon();
    return new Statement.VariableDeclaration(
        declaration.kind(), declaration.declarators(), declaration.start(), lexer.previousEnd);
  }

  /// The declarators after the declaring word, which is the current token.
  private Statement.VariableDeclaration list(
      Statement.DeclarationKind kind, int start, boolean in) {
    lexer.next();
    int mark = parse.stack.mark();
    do {
      parse.stack.push(declarator(kind, in));
    } while (eat(TokenKind.COMMA));
    return new Statement.VariableDeclaration(
        kind, parse.stack.take(mark), start, lexer.previousEnd);
  }

  private VariableDeclarator declarator(Statement.DeclarationKind kind, boolean in) {
    int start = lexer.start;
    boolean using =
        kind == Statement.DeclarationKind.USING || kind == Statement.DeclarationKind.AWAIT_USING;
    Target target = using ? parse.patterns.bindingIdentifier() : parse.patterns.bindingTarget();
    parse.patterns.declare(
        target,
        kind == Statement.DeclarationKind.VAR
            ? PatternParser.Naming.VAR
            : PatternParser.Naming.LEXICAL);
    Expression initializer = parse.expressions.optionalInitializer(in);
    return new VariableDeclarator(target, initializer, start, lexer.previousEnd);
  }

  /// Patterns and constants need initializers outside for-in and for-of.
  void checkInitializers(Statement.VariableDeclaration declaration) {
    for (VariableDeclarator declarator : declaration.declarators()) {
      if (declarator.initializer() != null) {
        continue;
      }
      if (declarator.target() instanceof Target.Pattern) {
        throw error("Missing initializer in destructuring declaration", declarator);
      }
      if (declaration.kind().isConstant()) {
        String what = declaration.kind() == Statement.DeclarationKind.CONST ? "const" : "using";
        throw error("Missing initializer in " + what + " declaration", declarator);
      }
    }
  }

  /// FunctionDeclaration and its kin, at the word `function`.
  ///
  /// @param start where it starts, at `async` if there is one
  Statement.FunctionDeclaration function(int start, boolean async) {
    lexer.next();
    boolean generator = eat(TokenKind.MULTIPLY);
    return named(start, async, generator);
  }

  /// FunctionDeclaration in `export default`, where the name may be missing.
  Statement.FunctionDeclaration defaultFunction(int start, boolean async) {
    lexer.next();
    boolean generator = eat(TokenKind.MULTIPLY);
    if (lexer.kind != TokenKind.LEFT_PAREN) {
      return named(start, async, generator);
    }
    FunctionNode function = parse.functions.declaration(async, generator, null, start);
    return new Statement.FunctionDeclaration(function, start, lexer.previousEnd);
  }

  private Statement.FunctionDeclaration named(int start, boolean async, boolean generator) {
    if (lexer.kind == TokenKind.LEFT_PAREN) {
      throw error("Function statements require a function name", lexer.start, lexer.end);
    }
    Target.BindingIdentifier name = parse.patterns.bindingIdentifier();
    boolean plain = !async && !generator;
    boolean sloppy = !parse.function.strict;
    declareFunction(name, plain && sloppy);
    FunctionNode function = parse.functions.declaration(async, generator, name, start);
    Statement.FunctionDeclaration declaration =
        new Statement.FunctionDeclaration(function, start, lexer.previousEnd);
    if (plain && sloppy) {
      parse.scopes.functionParsed(name.name(), declaration);
    }
    return declaration;
  }

  /// Declares a function's name at the current level.
  void declareFunction(Target.BindingIdentifier name, boolean repeatable) {
    if (!parse.scopes.declareFunction(name.name(), repeatable)) {
      throw alreadyDeclared(name.name(), name.start(), name.end());
    }
  }
}
