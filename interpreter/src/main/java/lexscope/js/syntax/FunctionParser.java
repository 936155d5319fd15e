package lexscope.js.syntax;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Functions, methods, their parameters and bodies, ECMA-262 sections 15.1 to 15.8.
final class FunctionParser extends GrammarPart {
  private static final Set<String> STRICT_RESERVED =
      Set.of(
          "implements",
          "interface",
          "let",
          "package",
          "private",
          "protected",
          "public",
          "static",
          "yield");

  FunctionParser(ParseState parse) {
    super(parse);
  }

  /// A function expression, at the word `function`.
  FunctionNode functionExpression(int start, boolean async) {
    lexer.next();
    boolean generator = eat(TokenKind.MULTIPLY);
    FunctionContext context = open(async, generator);
    Target.BindingIdentifier name = null;
    if (lexer.kind != TokenKind.LEFT_PAREN) {
      name = parse.patterns.bindingIdentifier();
    }
    return function(context, FunctionKind.NORMAL, async, generator, name, start);
  }

  /// The rest of a function declaration after its name.
  FunctionNode declaration(
      boolean async, boolean generator, Target.@Nullable BindingIdentifier name, int start) {
    return function(open(async, generator), FunctionKind.NORMAL, async, generator, name, start);
  }

  /// A method at its parameter list.
  FunctionNode method(FunctionKind kind, boolean async, boolean generator, int start) {
    FunctionContext context = open(async, generator);
    context.superPropertyAllowed = true;
    context.superCallAllowed = kind == FunctionKind.DERIVED_CONSTRUCTOR;
    return function(context, kind, async, generator, null, start);
  }

  private FunctionContext open(boolean async, boolean generator) {
    FunctionContext context = parse.openFunction(false);
    context.awaitIsKeyword = async;
    context.awaitAllowed = async;
    context.yieldIsKeyword = generator;
    context.returnAllowed = true;
    parse.scopes.openVariableScope();
    return context;
  }

  private FunctionNode function(
      FunctionContext context,
      FunctionKind kind,
      boolean async,
      boolean generator,
      Target.@Nullable BindingIdentifier name,
      int start) {
    parse.enter();
    context.inParameters = true;
    int parametersStart = lexer.start;
    expect(TokenKind.LEFT_PAREN);
    List<Parameter> parameters = parameters(TokenKind.RIGHT_PAREN);
    lexer.next();
    context.inParameters = false;
    checkAccessor(kind, parameters, parametersStart);
    declareParameters(parameters);
    FunctionBody body = body(isSimple(parameters));
    parse.leave(1);
    return finish(kind, async, generator, name, parameters, body, start);
  }

  private void checkAccessor(FunctionKind kind, List<Parameter> parameters, int start) {
    if (kind == FunctionKind.GETTER && !parameters.isEmpty()) {
      throw error("Getter must not have any formal parameters.", start, lexer.previousEnd);
    }
    if (kind == FunctionKind.SETTER) {
      if (parameters.size() != 1) {
        throw error("Setter must have exactly one formal parameter.", start, lexer.previousEnd);
      }
      if (parameters.getFirst().rest()) {
        throw error(
            "Setter function argument must not be a rest parameter", start, lexer.previousEnd);
      }
    }
  }

  /// FormalParameters up to a closing token, which is left.
  List<Parameter> parameters(TokenKind close) {
    int mark = parse.stack.mark();
    while (lexer.kind != close) {
      if (lexer.kind == TokenKind.ELLIPSIS) {
        parse.stack.push(parse.patterns.restParameter());
        if (lexer.kind != close) {
          throw unexpected();
        }
        break;
      }
      int start = lexer.start;
      Target target = parse.patterns.bindingTarget();
      Expression initializer = parse.expressions.optionalInitializer(true);
      parse.stack.push(new Parameter(target, initializer, false, start, lexer.previousEnd));
      if (lexer.kind == TokenKind.COMMA) {
        lexer.next();
      } else if (lexer.kind != close) {
        throw unexpected();
      }
    }
    return parse.stack.take(mark);
  }

  /// Declares the BoundNames of the parameters in the function's scope, which is open.
  void declareParameters(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      parse.patterns.declare(parameter.target(), PatternParser.Naming.PARAMETER);
    }
  }

  /// IsSimpleParameterList, ECMA-262 section 15.1.3.
  static boolean isSimple(List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      boolean plain =
          parameter.target() instanceof Target.BindingIdentifier
              && parameter.initializer() == null
              && !parameter.rest();
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /// ExpectedArgumentCount, ECMA-262 section 15.1.5.
  private static int expectedArgumentCount(List<Parameter> parameters) {
    int count = 0;
    for (Parameter parameter : parameters) {
      if (parameter.rest() || parameter.initializer() != null) {
        break;
      }
      count++;
    }
    return count;
  }

  /// `{ FunctionBody }`.
  FunctionBody body(boolean simpleParameters) {
    int start = lexer.start;
    expect(TokenKind.LEFT_BRACE);
    List<Statement> statements = statements(TokenKind.RIGHT_BRACE, simpleParameters);
    lexer.next();
    return new FunctionBody.Statements(statements, start, lexer.previousEnd);
  }

  /// A Directive Prologue and statements up to a closing token, which is left.
  List<Statement> statements(TokenKind close, boolean simpleParameters) {
    int mark = parse.stack.mark();
    int firstLegacy = -1;
    Lexer.Legacy legacy = Lexer.Legacy.NONE;
    while (lexer.kind == TokenKind.STRING) {
      int start = lexer.start;
      int end = lexer.end;
      boolean useStrict = isUseStrict();
      if (lexer.legacy != Lexer.Legacy.NONE && firstLegacy < 0) {
        firstLegacy = lexer.legacyOffset;
        legacy = lexer.legacy;
      }
      Expression expression = parse.expressions.expression(true);
      semicolon();
      boolean directive = expression instanceof Expression.StringLiteral && expression.end() == end;
      parse.stack.push(
          new Statement.ExpressionStatement(expression, directive, start, lexer.previousEnd));
      if (!directive) {
        break;
      }
      if (useStrict) {
        if (!simpleParameters) {
          throw error(
              "Illegal 'use strict' directive in function with non-simple parameter list",
              start,
              end);
        }
        parse.function.strict = true;
        parse.function.facts |= FunctionContext.USE_STRICT;
      }
      if (firstLegacy >= 0 && parse.function.strict) {
        throw legacyError(legacy, firstLegacy);
      }
    }
    while (lexer.kind != close) {
      parse.stack.push(parse.statements.listItem());
    }
    return parse.stack.take(mark);
  }

  /// Whether the current string is a Use Strict Directive: without escapes and continuations.
  private boolean isUseStrict() {
    return lexer.end - lexer.start == "'use strict'".length() && lexer.text.equals("use strict");
  }

  /// Closes a function that has been parsed, after the checks that its strictness decides.
  FunctionNode finish(
      FunctionKind kind,
      boolean async,
      boolean generator,
      Target.@Nullable BindingIdentifier name,
      List<Parameter> parameters,
      FunctionBody body,
      int start) {
    FunctionContext context = parse.function;
    boolean simple = isSimple(parameters);
    boolean unique = context.strict || !simple || kind != FunctionKind.NORMAL;
    int duplicate = context.duplicateParameter;
    if (duplicate >= 0 && unique) {
      throw error("Duplicate parameter name not allowed in this context", duplicate, duplicate + 1);
    }
    if (context.has(FunctionContext.USE_STRICT)) {
      checkStrictNames(name, parameters);
    }
    FunctionNode function =
        new FunctionNode(
            kind,
            async,
            generator,
            context.strict,
            name,
            parameters,
            simple,
            expectedArgumentCount(parameters),
            body,
            context.toFacts(),
            parse.scopes.closeVariableScope(),
            start,
            lexer.previousEnd);
    parse.closeFunction();
    return function;
  }

  /// The function's own directive makes names illegal that were read before it; its parameters are
  /// simple.
  private void checkStrictNames(
      Target.@Nullable BindingIdentifier name, List<Parameter> parameters) {
    if (name != null) {
      checkStrictName(name);
    }
    for (Parameter parameter : parameters) {
      if (parameter.target() instanceof Target.BindingIdentifier identifier) {
        checkStrictName(identifier);
      }
    }
  }

  private void checkStrictName(Target.BindingIdentifier identifier) {
    String name = identifier.name();
    if (name.equals("eval") || name.equals("arguments")) {
      throw error("Unexpected eval or arguments in strict mode", identifier);
    }
    if (STRICT_RESERVED.contains(name)) {
      throw error("Unexpected strict mode reserved word", identifier);
    }
  }
}
