package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Binding patterns, ECMA-262 section 14.3.3. They are parsed first and declared afterwards, by
/// walking their names.
final class PatternParser extends GrammarPart {
  PatternParser(ParseState parse) {
    super(parse);
  }

  /// BindingIdentifier.
  Target.BindingIdentifier bindingIdentifier() {
    checkIdentifier();
    TokenKind kind = lexer.kind;
    boolean restricted = kind == TokenKind.EVAL || kind == TokenKind.ARGUMENTS;
    if (restricted && parse.function.strict) {
      throw error("Unexpected eval or arguments in strict mode", lexer.start, lexer.end);
    }
    if (kind == TokenKind.ARGUMENTS && parse.function.argumentsForbidden) {
      throw error(
          "'arguments' is not allowed in class field initializer or static initialization block",
          lexer.start,
          lexer.end);
    }
    String name = lexer.text;
    int start = lexer.start;
    lexer.next();
    return new Target.BindingIdentifier(name, start, lexer.previousEnd);
  }

  /// BindingIdentifier or BindingPattern.
  Target bindingTarget() {
    return switch (lexer.kind) {
      case LEFT_BRACE -> objectPattern();
      case LEFT_BRACKET -> arrayPattern();
      default -> bindingIdentifier();
    };
  }

  /// BindingRestElement as the last parameter of a list, at its `...`.
  Parameter restParameter() {
    int start = lexer.start;
    lexer.next();
    Target target = bindingTarget();
    if (lexer.kind == TokenKind.ASSIGN) {
      throw error("Rest parameter may not have a default initializer", lexer.start, lexer.end);
    }
    if (lexer.kind == TokenKind.COMMA) {
      throw error("Rest parameter must be last formal parameter", lexer.start, lexer.end);
    }
    return new Parameter(target, null, true, start, lexer.previousEnd);
  }

  private Target objectPattern() {
    int start = lexer.start;
    parse.enter();
    lexer.next();
    int mark = parse.stack.mark();
    Target rest = null;
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      if (eat(TokenKind.ELLIPSIS)) {
        rest = bindingIdentifier();
        requireLast(TokenKind.RIGHT_BRACE);
        break;
      }
      parse.stack.push(property());
      if (lexer.kind != TokenKind.RIGHT_BRACE) {
        expect(TokenKind.COMMA);
      }
    }
    lexer.next();
    parse.leave(1);
    return new Target.ObjectPattern(parse.stack.take(mark), rest, start, lexer.previousEnd);
  }

  private void requireLast(TokenKind close) {
    if (lexer.kind != close) {
      throw lexer.kind == TokenKind.COMMA
          ? error("Rest element must be last element", lexer.start, lexer.end)
          : unexpected();
    }
  }

  private PatternProperty property() {
    int start = lexer.start;
    TokenKind kind = lexer.kind;
    Target target;
    PropertyName name;
    if (kind.isIdentifier && ahead.peek() != TokenKind.COLON) {
      Target.BindingIdentifier identifier = bindingIdentifier();
      name = new PropertyName.LiteralName(identifier.name(), start, identifier.end());
      target = identifier;
    } else {
      name = parse.literals.propertyName();
      expect(TokenKind.COLON);
      target = bindingTarget();
    }
    Expression initializer = parse.expressions.optionalInitializer(true);
    return new PatternProperty(
        name, target, initializer, names(target, initializer), start, lexer.previousEnd);
  }

  private static boolean names(Target target, @Nullable Expression initializer) {
    return initializer != null
        && target instanceof Target.BindingIdentifier
        && initializer.isAnonymousFunctionDefinition();
  }

  private Target arrayPattern() {
    int start = lexer.start;
    parse.enter();
    lexer.next();
    int mark = parse.stack.mark();
    Target rest = null;
    while (lexer.kind != TokenKind.RIGHT_BRACKET) {
      if (eat(TokenKind.COMMA)) {
        parse.stack.push(null);
        continue;
      }
      if (eat(TokenKind.ELLIPSIS)) {
        rest = bindingTarget();
        requireLast(TokenKind.RIGHT_BRACKET);
        break;
      }
      int elementStart = lexer.start;
      Target target = bindingTarget();
      Expression initializer = parse.expressions.optionalInitializer(true);
      parse.stack.push(
          new PatternElement(
              target, initializer, names(target, initializer), elementStart, lexer.previousEnd));
      if (lexer.kind != TokenKind.RIGHT_BRACKET) {
        expect(TokenKind.COMMA);
      }
    }
    lexer.next();
    parse.leave(1);
    List<@Nullable PatternElement> elements = parse.stack.takeNullable(mark);
    return new Target.ArrayPattern(elements, rest, start, lexer.previousEnd);
  }

  /// How the names of a pattern are declared.
  enum Naming {
    VAR,
    LEXICAL,
    CATCH,
    PARAMETER
  }

  /// Declares the BoundNames of a target in the current scope.
  void declare(Target target, Naming naming) {
    switch (target) {
      case Target.BindingIdentifier identifier -> declare(identifier, naming);
      case Target.ObjectPattern pattern -> {
        for (PatternProperty property : pattern.properties()) {
          declare(property.target(), naming);
        }
        if (pattern.rest() != null) {
          declare(pattern.rest(), naming);
        }
      }
      case Target.ArrayPattern pattern -> {
        for (PatternElement element : pattern.elements()) {
          if (element != null) {
            declare(element.target(), naming);
          }
        }
        if (pattern.rest() != null) {
          declare(pattern.rest(), naming);
        }
      }
      case Target.AssignmentTarget _ -> throw unexpected();
    }
  }

  private void declare(Target.BindingIdentifier identifier, Naming naming) {
    String name = identifier.name();
    int start = identifier.start();
    switch (naming) {
      case VAR -> {
        if (!parse.scopes.declareVariable(name)) {
          throw alreadyDeclared(name, start, identifier.end());
        }
      }
      case LEXICAL, CATCH -> {
        if (naming == Naming.LEXICAL && name.equals("let")) {
          throw error("let is disallowed as a lexically bound name", identifier);
        }
        if (!parse.scopes.declareLexical(name)) {
          throw alreadyDeclared(name, start, identifier.end());
        }
      }
      case PARAMETER -> {
        if (!parse.scopes.declareParameter(name) && parse.function.duplicateParameter < 0) {
          parse.function.duplicateParameter = start;
        }
      }
    }
  }
}
