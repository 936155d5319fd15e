package lexscope.js.syntax;

import java.util.ArrayList;
import java.util.List;

/// Primary expressions: names, literals, object and array literals, templates. ECMA-262 section
/// 13.2.
final class LiteralParser extends GrammarPart {
  LiteralParser(ParseState parse) {
    super(parse);
  }

  /// PrimaryExpression.
  Expression primary() {
    int start = lexer.start;
    TokenKind kind = lexer.kind;
    switch (kind) {
      case IDENTIFIER:
        return identifierReference();
      case NUMBER:
        checkLegacy();
        double number = lexer.number;
        lexer.next();
        return new Expression.NumberLiteral(number, start, lexer.previousEnd);
      case STRING:
        return string();
      case THIS:
        parse.function.facts |= FunctionContext.THIS;
        lexer.next();
        return new Expression.This(start, lexer.previousEnd);
      case NULL:
        lexer.next();
        return new Expression.NullLiteral(start, lexer.previousEnd);
      case TRUE, FALSE:
        lexer.next();
        return new Expression.BooleanLiteral(kind == TokenKind.TRUE, start, lexer.previousEnd);
      case LEFT_BRACE:
        return object();
      case LEFT_BRACKET:
        return array();
      case LEFT_PAREN:
        return parse.arrows.grouped();
      case FUNCTION:
        return parse.functions.functionExpression(start, false);
      case CLASS:
        return parse.classes.classExpression();
      case TEMPLATE:
        return template(false);
      case DIVIDE, ASSIGN_DIVIDE:
        return regExp();
      case BIGINT:
        var bigint = lexer.bigint;
        lexer.next();
        return new Expression.BigIntLiteral(bigint, start, lexer.previousEnd);
      case ASYNC:
        if (!lexer.escaped && ahead.peek() == TokenKind.FUNCTION && !ahead.newline) {
          lexer.next();
          return parse.functions.functionExpression(start, true);
        }
        return identifierReference();
      default:
        return identifierReference();
    }
  }

  private Expression.StringLiteral string() {
    checkLegacy();
    String text = lexer.text;
    int start = lexer.start;
    lexer.next();
    return new Expression.StringLiteral(text, start, lexer.previousEnd);
  }

  /// IdentifierReference.
  Expression.IdentifierReference identifierReference() {
    checkIdentifier();
    if (lexer.kind == TokenKind.ARGUMENTS) {
      noteArguments(lexer.start, lexer.end);
    }
    String name = lexer.text;
    int start = lexer.start;
    lexer.next();
    return new Expression.IdentifierReference(name, start, lexer.previousEnd);
  }

  private void noteArguments(int start, int end) {
    if (parse.function.argumentsForbidden) {
      throw error(
          "'arguments' is not allowed in class field initializer or static initialization block",
          start,
          end);
    }
    parse.function.facts |= FunctionContext.ARGUMENTS;
  }

  private Expression regExp() {
    lexer.rescanRegExp();
    int start = lexer.start;
    String pattern = lexer.text;
    String flags = lexer.flags;
    if (!validFlags(flags)) {
      throw error("Invalid regular expression flags", start, lexer.end);
    }
    String problem = parse.regExpSyntax.validate(pattern, flags);
    if (problem != null) {
      throw error(
          "Invalid regular expression: /" + pattern + "/" + flags + ": " + problem,
          start,
          lexer.end);
    }
    lexer.next();
    return new Expression.RegExpLiteral(pattern, flags, start, lexer.previousEnd);
  }

  private static boolean validFlags(String flags) {
    int seen = 0;
    for (int i = 0; i < flags.length(); i++) {
      int bit = "dgimsuvy".indexOf(flags.charAt(i));
      if (bit < 0 || (seen & (1 << bit)) != 0) {
        return false;
      }
      seen |= 1 << bit;
    }
    return flags.indexOf('u') < 0 || flags.indexOf('v') < 0;
  }

  private Expression array() {
    int start = lexer.start;
    lexer.next();
    int mark = parse.stack.mark();
    while (lexer.kind != TokenKind.RIGHT_BRACKET) {
      int elementStart = lexer.start;
      if (lexer.kind == TokenKind.COMMA) {
        parse.stack.push(new ListElement.Hole(elementStart, elementStart));
        lexer.next();
        continue;
      }
      if (eat(TokenKind.ELLIPSIS)) {
        Expression argument = parse.expressions.coverElement();
        parse.stack.push(new ListElement.Spread(argument, elementStart, lexer.previousEnd));
        if (lexer.kind == TokenKind.COMMA) {
          parse.cover.noteAfterRest(lexer.start);
        }
      } else {
        parse.stack.push(parse.expressions.coverElement());
      }
      if (lexer.kind != TokenKind.RIGHT_BRACKET) {
        expect(TokenKind.COMMA);
      }
    }
    lexer.next();
    return new Expression.ArrayLiteral(parse.stack.take(mark), start, lexer.previousEnd);
  }

  private Expression object() {
    int start = lexer.start;
    lexer.next();
    int mark = parse.stack.mark();
    boolean hasPrototype = false;
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      int propertyStart = lexer.start;
      Property property = property();
      if (property instanceof Property.Prototype) {
        if (hasPrototype && parse.cover.duplicateProto < 0) {
          parse.cover.duplicateProto = propertyStart;
        }
        hasPrototype = true;
      }
      parse.stack.push(property);
      if (lexer.kind != TokenKind.RIGHT_BRACE) {
        if (property instanceof Property.Spread) {
          parse.cover.noteAfterRest(lexer.start);
        }
        expect(TokenKind.COMMA);
      }
    }
    lexer.next();
    return new Expression.ObjectLiteral(parse.stack.take(mark), start, lexer.previousEnd);
  }

  private Property property() {
    int start = lexer.start;
    TokenKind kind = lexer.kind;
    if (kind == TokenKind.ELLIPSIS) {
      lexer.next();
      Expression argument = parse.expressions.coverElement();
      return new Property.Spread(argument, start, lexer.previousEnd);
    }
    if (kind == TokenKind.MULTIPLY) {
      lexer.next();
      return method(propertyName(), FunctionKind.METHOD, false, true, start);
    }
    boolean modifier =
        (kind == TokenKind.ASYNC || kind == TokenKind.GET || kind == TokenKind.SET)
            && !lexer.escaped
            && !endsPropertyName(ahead.peek());
    if (!modifier) {
      return plainProperty(start);
    }
    lexer.next();
    if (kind != TokenKind.ASYNC) {
      FunctionKind accessor = kind == TokenKind.GET ? FunctionKind.GETTER : FunctionKind.SETTER;
      return method(propertyName(), accessor, false, false, start);
    }
    if (lexer.newlineBefore) {
      throw unexpected();
    }
    boolean generator = eat(TokenKind.MULTIPLY);
    return method(propertyName(), FunctionKind.METHOD, true, generator, start);
  }

  private static boolean endsPropertyName(TokenKind kind) {
    return switch (kind) {
      case COMMA, COLON, LEFT_PAREN, RIGHT_BRACE, ASSIGN, END -> true;
      default -> false;
    };
  }

  private Property plainProperty(int start) {
    TokenKind kind = lexer.kind;
    boolean literalName = kind.isName || kind == TokenKind.STRING;
    boolean prototype = literalName && lexer.text.equals("__proto__");
    PropertyName name = propertyName();
    if (eat(TokenKind.COLON)) {
      Expression value = parse.expressions.coverElement();
      return prototype
          ? new Property.Prototype(value, start, lexer.previousEnd)
          : new Property.KeyValue(name, value, false, start, lexer.previousEnd);
    }
    if (lexer.kind == TokenKind.LEFT_PAREN) {
      return method(name, FunctionKind.METHOD, false, false, start);
    }
    if (!kind.isIdentifier || !(name instanceof PropertyName.LiteralName literal)) {
      throw unexpected();
    }
    return shorthand(literal, kind);
  }

  /// `name`, or CoverInitializedName `name = value`, kept as an assignment until it becomes a
  /// pattern.
  private Property shorthand(PropertyName.LiteralName name, TokenKind kind) {
    int start = name.start();
    if (kind != TokenKind.IDENTIFIER) {
      checkContextualIdentifier(kind, start, name.end());
      if (kind == TokenKind.ARGUMENTS) {
        noteArguments(start, name.end());
      }
    }
    Expression.IdentifierReference value =
        new Expression.IdentifierReference(name.value(), start, name.end());
    if (lexer.kind != TokenKind.ASSIGN) {
      return new Property.KeyValue(name, value, true, start, name.end());
    }
    if (parse.cover.initializer < 0) {
      parse.cover.initializer = lexer.start;
    }
    lexer.next();
    Expression initializer = parse.expressions.assignment(true);
    boolean named = initializer.isAnonymousFunctionDefinition();
    int end = lexer.previousEnd;
    Expression assign = new Expression.Assign(value, initializer, named, start, end);
    return new Property.KeyValue(name, assign, true, start, end);
  }

  private Property method(
      PropertyName name, FunctionKind kind, boolean async, boolean generator, int start) {
    FunctionNode function = parse.functions.method(kind, async, generator, start);
    return new Property.Method(name, function, start, lexer.previousEnd);
  }

  /// PropertyName, ECMA-262 section 13.2.5.
  PropertyName propertyName() {
    int start = lexer.start;
    switch (lexer.kind) {
      case STRING:
        Expression.StringLiteral string = string();
        return new PropertyName.LiteralName(string.value(), start, string.end());
      case NUMBER:
        checkLegacy();
        double number = lexer.number;
        lexer.next();
        return new PropertyName.NumericName(number, start, lexer.previousEnd);
      case BIGINT:
        String digits = lexer.bigint.toString();
        lexer.next();
        return new PropertyName.LiteralName(digits, start, lexer.previousEnd);
      case LEFT_BRACKET:
        lexer.next();
        Expression expression = parse.expressions.assignment(true);
        expect(TokenKind.RIGHT_BRACKET);
        return new PropertyName.ComputedName(expression, start, lexer.previousEnd);
      default:
        if (!lexer.kind.isName) {
          throw unexpected();
        }
        String text = lexer.text;
        lexer.next();
        return new PropertyName.LiteralName(text, start, lexer.previousEnd);
    }
  }

  /// A template at its first part.
  ///
  /// @param tagged whether invalid escapes are allowed
  Expression.TemplateLiteral template(boolean tagged) {
    int start = lexer.start;
    List<TemplatePart> parts = new ArrayList<>();
    int mark = parse.stack.mark();
    while (true) {
      if (lexer.cooked == null && !tagged) {
        int at = lexer.templateErrorOffset;
        throw error(lexer.templateError, at, at + 2);
      }
      int partEnd = lexer.end - (lexer.templateEnds ? 1 : 2);
      parts.add(new TemplatePart(lexer.cooked, lexer.raw, lexer.start + 1, partEnd));
      boolean ends = lexer.templateEnds;
      lexer.next();
      if (ends) {
        List<Expression> expressions = parse.stack.take(mark);
        return new Expression.TemplateLiteral(
            List.copyOf(parts), expressions, start, lexer.previousEnd);
      }
      parse.stack.push(parse.expressions.expression(true));
      if (lexer.kind != TokenKind.RIGHT_BRACE) {
        throw unexpected();
      }
      lexer.rescanTemplateContinuation();
    }
  }
}
