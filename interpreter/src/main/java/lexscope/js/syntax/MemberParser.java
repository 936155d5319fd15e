package lexscope.js.syntax;

import java.util.List;

/// Left-hand-side expressions: members, calls, `new`, `super`, `import`, optional chains. ECMA-262
/// section 13.3.
final class MemberParser extends GrammarPart {
  MemberParser(ParseState parse) {
    super(parse);
  }

  /// LeftHandSideExpression.
  Expression leftHandSide() {
    int start = lexer.start;
    Expression base =
        switch (lexer.kind) {
          case NEW -> newExpression();
          case SUPER -> superExpression(true);
          case IMPORT -> importExpression(true);
          default -> parse.literals.primary();
        };
    return subscripts(base, start);
  }

  /// The members, calls and templates after a base. Each counts as a level of nesting, for so deep
  /// is the tree.
  Expression subscripts(Expression primary, int start) {
    Expression base = primary;
    boolean chain = false;
    int links = 0;
    while (true) {
      parse.enter();
      links++;
      switch (lexer.kind) {
        case DOT -> {
          lexer.next();
          base = named(base, false, start);
        }
        case OPTIONAL -> {
          chain = true;
          lexer.next();
          base = optional(base, start);
        }
        case LEFT_BRACKET -> base = indexed(base, false, start);
        case LEFT_PAREN -> base = call(base, false, start);
        case TEMPLATE -> {
          if (chain) {
            throw error("Invalid tagged template on optional chain", lexer.start, lexer.end);
          }
          base = tagged(base, start);
        }
        default -> {
          parse.leave(links);
          return chain ? new Expression.OptionalChain(base, start, lexer.previousEnd) : base;
        }
      }
    }
  }

  /// What follows `?.`.
  private Expression optional(Expression base, int start) {
    return switch (lexer.kind) {
      case LEFT_BRACKET -> indexed(base, true, start);
      case LEFT_PAREN -> call(base, true, start);
      case TEMPLATE ->
          throw error("Invalid tagged template on optional chain", lexer.start, lexer.end);
      default -> named(base, true, start);
    };
  }

  private Expression named(Expression object, boolean optional, int start) {
    String name = lexer.text;
    if (lexer.kind == TokenKind.PRIVATE_NAME) {
      parse.classes.usePrivateName(name, lexer.start, lexer.end);
      lexer.next();
      return new Expression.PrivateMember(object, name, optional, start, lexer.previousEnd);
    }
    if (!lexer.kind.isName) {
      throw unexpected();
    }
    lexer.next();
    return new Expression.Member(object, name, optional, start, lexer.previousEnd);
  }

  private Expression indexed(Expression object, boolean optional, int start) {
    Expression index = bracketed();
    return new Expression.Index(object, index, optional, start, lexer.previousEnd);
  }

  private Expression bracketed() {
    lexer.next();
    Expression index = parse.expressions.expression(true);
    expect(TokenKind.RIGHT_BRACKET);
    return index;
  }

  private Expression call(Expression callee, boolean optional, int start) {
    boolean directEval =
        !optional
            && callee instanceof Expression.IdentifierReference reference
            && reference.name().equals("eval");
    if (directEval) {
      parse.function.facts |= FunctionContext.DIRECT_EVAL;
    }
    List<ListElement> arguments = arguments();
    return new Expression.Call(callee, arguments, optional, directEval, start, lexer.previousEnd);
  }

  /// Arguments, ECMA-262 section 13.3.8, at the left parenthesis.
  private List<ListElement> arguments() {
    lexer.next();
    int mark = parse.stack.mark();
    while (lexer.kind != TokenKind.RIGHT_PAREN) {
      int start = lexer.start;
      if (eat(TokenKind.ELLIPSIS)) {
        Expression argument = parse.expressions.assignment(true);
        parse.stack.push(new ListElement.Spread(argument, start, lexer.previousEnd));
      } else {
        parse.stack.push(parse.expressions.assignment(true));
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

  private Expression tagged(Expression tag, int start) {
    Expression.TemplateLiteral quasi = parse.literals.template(true);
    return new Expression.TaggedTemplate(tag, quasi, start, lexer.previousEnd);
  }

  /// `new.target`, or `new` with a callee that has no call of its own.
  private Expression newExpression() {
    int start = lexer.start;
    parse.enter();
    lexer.next();
    if (eat(TokenKind.DOT)) {
      parse.leave(1);
      return newTarget(start);
    }
    int calleeStart = lexer.start;
    Expression callee =
        switch (lexer.kind) {
          case NEW -> newExpression();
          case SUPER -> superExpression(false);
          case IMPORT -> importExpression(false);
          default -> parse.literals.primary();
        };
    callee = memberSubscripts(callee, calleeStart);
    if (lexer.kind == TokenKind.OPTIONAL) {
      throw error("Invalid optional chain from new expression", lexer.start, lexer.end);
    }
    List<ListElement> arguments = lexer.kind == TokenKind.LEFT_PAREN ? arguments() : List.of();
    parse.leave(1);
    return new Expression.New(callee, arguments, start, lexer.previousEnd);
  }

  private Expression newTarget(int start) {
    if (!atWord("target")) {
      throw unexpected();
    }
    if (!parse.function.newTargetAllowed) {
      throw error("new.target expression is not allowed here", start, lexer.end);
    }
    parse.function.facts |= FunctionContext.NEW_TARGET;
    lexer.next();
    return new Expression.NewTarget(start, lexer.previousEnd);
  }

  /// The members and templates after the callee of `new`.
  private Expression memberSubscripts(Expression primary, int start) {
    Expression base = primary;
    int links = 0;
    while (true) {
      parse.enter();
      links++;
      switch (lexer.kind) {
        case DOT -> {
          lexer.next();
          base = named(base, false, start);
        }
        case LEFT_BRACKET -> base = indexed(base, false, start);
        case TEMPLATE -> base = tagged(base, start);
        default -> {
          parse.leave(links);
          return base;
        }
      }
    }
  }

  /// SuperProperty or SuperCall, ECMA-262 section 13.3.7.
  private Expression superExpression(boolean callAllowed) {
    int start = lexer.start;
    int end = lexer.end;
    lexer.next();
    FunctionContext function = parse.function;
    boolean call = lexer.kind == TokenKind.LEFT_PAREN;
    boolean allowed =
        call ? callAllowed && function.superCallAllowed : function.superPropertyAllowed;
    if (!allowed) {
      throw error("'super' keyword unexpected here", start, end);
    }
    function.facts |= FunctionContext.THIS;
    switch (lexer.kind) {
      case LEFT_PAREN -> {
        function.facts |= FunctionContext.SUPER_CALL;
        List<ListElement> arguments = arguments();
        return new Expression.SuperCall(arguments, start, lexer.previousEnd);
      }
      case LEFT_BRACKET -> {
        function.facts |= FunctionContext.SUPER_PROPERTY;
        Expression index = bracketed();
        return new Expression.SuperIndex(index, start, lexer.previousEnd);
      }
      case DOT -> {
        function.facts |= FunctionContext.SUPER_PROPERTY;
        lexer.next();
        if (lexer.kind == TokenKind.PRIVATE_NAME) {
          throw error("Unexpected private field", lexer.start, lexer.end);
        }
        if (!lexer.kind.isName) {
          throw unexpected();
        }
        String name = lexer.text;
        lexer.next();
        return new Expression.SuperMember(name, start, lexer.previousEnd);
      }
      default -> throw error("'super' keyword unexpected here", start, end);
    }
  }

  /// `import.meta` or `import(…)`, ECMA-262 sections 13.3.10 and 13.3.12.
  private Expression importExpression(boolean callAllowed) {
    int start = lexer.start;
    int end = lexer.end;
    lexer.next();
    if (eat(TokenKind.DOT)) {
      if (!atWord("meta")) {
        throw unexpected();
      }
      if (!parse.isModule) {
        throw error("Cannot use 'import.meta' outside a module", start, lexer.end);
      }
      lexer.next();
      return new Expression.ImportMeta(start, lexer.previousEnd);
    }
    if (lexer.kind != TokenKind.LEFT_PAREN) {
      throw lexer.kind == TokenKind.END || !callAllowed
          ? unexpected()
          : error("Cannot use import statement outside a module", start, end);
    }
    if (!callAllowed) {
      throw error("Cannot use new with import", start, lexer.end);
    }
    lexer.next();
    Expression specifier = parse.expressions.assignment(true);
    Expression options = null;
    if (eat(TokenKind.COMMA) && lexer.kind != TokenKind.RIGHT_PAREN) {
      options = parse.expressions.assignment(true);
      eat(TokenKind.COMMA);
    }
    expect(TokenKind.RIGHT_PAREN);
    return new Expression.ImportCall(specifier, options, start, lexer.previousEnd);
  }
}
