package lexscope.js.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Classes, ECMA-262 section 15.7. All their code is strict.
final class ClassParser extends GrammarPart {
  ClassParser(ParseState parse) {
    super(parse);
  }

  /// Notes the use of a private name, which some class around it must declare.
  void usePrivateName(String name, int start, int end) {
    PrivateNames names = parse.privateNames;
    if (names == null || names.rejects(name)) {
      throw undeclared(name, start, end);
    }
    names.use(name, start);
  }

  private RuntimeException undeclared(String name, int start, int end) {
    return error(
        "Private field '#" + name + "' must be declared in an enclosing class", start, end);
  }

  /// ClassExpression, at the word `class`.
  Expression classExpression() {
    int start = lexer.start;
    boolean strict = parse.function.strict;
    parse.function.strict = true;
    lexer.next();
    Target.BindingIdentifier name = null;
    if (lexer.kind != TokenKind.LEFT_BRACE && lexer.kind != TokenKind.EXTENDS) {
      name = parse.patterns.bindingIdentifier();
    }
    ClassNode result = tail(name, start);
    parse.function.strict = strict;
    return result;
  }

  /// ClassDeclaration, at the word `class`; its name is declared in the current scope.
  ///
  /// @param nameless whether the name may be missing
  Statement.ClassDeclaration declaration(boolean nameless) {
    int start = lexer.start;
    boolean strict = parse.function.strict;
    parse.function.strict = true;
    lexer.next();
    boolean unnamed = lexer.kind == TokenKind.LEFT_BRACE || lexer.kind == TokenKind.EXTENDS;
    Target.BindingIdentifier name = null;
    if (!(unnamed && nameless)) {
      name = parse.patterns.bindingIdentifier();
      parse.patterns.declare(name, PatternParser.Naming.LEXICAL);
    }
    ClassNode node = tail(name, start);
    parse.function.strict = strict;
    return new Statement.ClassDeclaration(node, start, lexer.previousEnd);
  }

  private ClassNode tail(Target.@Nullable BindingIdentifier name, int start) {
    parse.enter();
    PrivateNames outer = parse.privateNames;
    PrivateNames names = new PrivateNames();
    Expression heritage = eat(TokenKind.EXTENDS) ? parse.members.leftHandSide() : null;
    parse.privateNames = names;
    expect(TokenKind.LEFT_BRACE);
    int mark = parse.stack.mark();
    FunctionNode constructor = null;
    while (lexer.kind != TokenKind.RIGHT_BRACE) {
      if (eat(TokenKind.SEMICOLON)) {
        continue;
      }
      Element element = new Element(names, heritage != null);
      ClassElement parsed = element.parse();
      if (parsed != null) {
        parse.stack.push(parsed);
      } else if (constructor == null) {
        constructor = element.constructor;
      } else {
        throw error("A class may only have one constructor", element.start, element.nameEnd);
      }
    }
    List<ClassElement> elements = parse.stack.take(mark);
    closeNames(names, outer);
    lexer.next();
    parse.leave(1);
    return new ClassNode(name, heritage, constructor, elements, start, lexer.previousEnd);
  }

  private void closeNames(PrivateNames names, @Nullable PrivateNames outer) {
    parse.privateNames = outer;
    for (PrivateNames.Use use : names.unresolved()) {
      usePrivateName(use.name(), use.offset(), use.offset() + use.name().length() + 1);
    }
  }

  /// One element while it is parsed.
  private final class Element {
    private final PrivateNames names;
    private final boolean derived;
    private final int start = lexer.start;
    private int functionStart = lexer.start;
    private int nameEnd;
    private boolean isStatic;
    private boolean async;
    private boolean generator;
    private FunctionKind kind = FunctionKind.METHOD;

    /// The constructor, if the element is it.
    private @Nullable FunctionNode constructor;

    Element(PrivateNames names, boolean derived) {
      this.names = names;
      this.derived = derived;
    }

    /// The element, or null if it is the constructor.
    @Nullable ClassElement parse() {
      if (atModifier(TokenKind.STATIC)) {
        lexer.next();
        if (lexer.kind == TokenKind.LEFT_BRACE) {
          return staticBlock();
        }
        isStatic = true;
        functionStart = lexer.start;
      }
      readModifiers();
      int nameStart = lexer.start;
      PropertyName name = name();
      nameEnd = lexer.previousEnd;
      boolean plain = kind == FunctionKind.METHOD && !async && !generator;
      if (plain && lexer.kind != TokenKind.LEFT_PAREN) {
        return field(name, nameStart);
      }
      if (name instanceof PropertyName.LiteralName literal) {
        checkMethodName(literal, plain);
        if (!isStatic && literal.value().equals("constructor")) {
          kind = derived ? FunctionKind.DERIVED_CONSTRUCTOR : FunctionKind.CONSTRUCTOR;
          constructor = parse.functions.method(kind, false, false, functionStart);
          return null;
        }
      }
      declarePrivate(name);
      FunctionNode function = parse.functions.method(kind, async, generator, functionStart);
      return new ClassElement.Method(name, function, isStatic, start, lexer.previousEnd);
    }

    /// Whether the current token is a word that modifies what follows rather than a name.
    private boolean atModifier(TokenKind word) {
      if (lexer.kind != word || lexer.escaped) {
        return false;
      }
      return switch (ahead.peek()) {
        case LEFT_PAREN, ASSIGN, SEMICOLON, RIGHT_BRACE, END -> false;
        case LEFT_BRACE -> word == TokenKind.STATIC;
        case MULTIPLY -> word == TokenKind.STATIC || (word == TokenKind.ASYNC && !ahead.newline);
        default -> word != TokenKind.ASYNC || !ahead.newline;
      };
    }

    private void readModifiers() {
      if (atModifier(TokenKind.ASYNC)) {
        async = true;
        lexer.next();
      } else if (atModifier(TokenKind.GET)) {
        kind = FunctionKind.GETTER;
        lexer.next();
      } else if (atModifier(TokenKind.SET)) {
        kind = FunctionKind.SETTER;
        lexer.next();
      }
      if (kind == FunctionKind.METHOD && eat(TokenKind.MULTIPLY)) {
        generator = true;
      }
    }

    private PropertyName name() {
      if (lexer.kind != TokenKind.PRIVATE_NAME) {
        return parse.literals.propertyName();
      }
      String text = lexer.text;
      int nameStart = lexer.start;
      if (text.equals("constructor")) {
        throw error(
            "Classes may not have a private field named '#constructor'", nameStart, lexer.end);
      }
      lexer.next();
      return new PropertyName.PrivateName(text, nameStart, lexer.previousEnd);
    }

    private void declarePrivate(PropertyName name) {
      if (!(name instanceof PropertyName.PrivateName privateName)) {
        return;
      }
      PrivateNames.Declaration declaration =
          switch (kind) {
            case GETTER ->
                isStatic ? PrivateNames.Declaration.STATIC_GETTER : PrivateNames.Declaration.GETTER;
            case SETTER ->
                isStatic ? PrivateNames.Declaration.STATIC_SETTER : PrivateNames.Declaration.SETTER;
            default -> PrivateNames.Declaration.OTHER;
          };
      if (!names.declare(privateName.name(), declaration)) {
        throw alreadyDeclared("#" + privateName.name(), name.start(), name.end());
      }
    }

    private void checkMethodName(PropertyName.LiteralName name, boolean plain) {
      if (isStatic) {
        if (name.value().equals("prototype")) {
          throw error("Classes may not have a static property named 'prototype'", name);
        }
      } else if (name.value().equals("constructor") && !plain) {
        String what =
            kind != FunctionKind.METHOD ? "an accessor" : async ? "an async method" : "a generator";
        throw error("Class constructor may not be " + what, name);
      }
    }

    private ClassElement field(PropertyName name, int nameStart) {
      if (name instanceof PropertyName.LiteralName literal) {
        String value = literal.value();
        if (value.equals("constructor")) {
          throw error("Classes may not have a field named 'constructor'", name);
        }
        if (isStatic && value.equals("prototype")) {
          throw error("Classes may not have a static property named 'prototype'", name);
        }
      }
      declarePrivate(name);
      FunctionNode initializer = eat(TokenKind.ASSIGN) ? initializer() : null;
      semicolon();
      int fieldStart = isStatic ? start : nameStart;
      return new ClassElement.Field(name, initializer, isStatic, fieldStart, lexer.previousEnd);
    }

    /// A field's initializer as a function.
    private FunctionNode initializer() {
      openElementFunction();
      int initializerStart = lexer.start;
      Expression value = parse.expressions.assignment(true);
      FunctionBody body = new FunctionBody.Concise(value, initializerStart, lexer.previousEnd);
      return parse.functions.finish(
          FunctionKind.FIELD_INITIALIZER, false, false, null, List.of(), body, initializerStart);
    }

    private FunctionContext openElementFunction() {
      FunctionContext context = parse.openFunction(false);
      context.superPropertyAllowed = true;
      context.argumentsForbidden = true;
      parse.scopes.openVariableScope();
      return context;
    }

    private ClassElement staticBlock() {
      FunctionContext context = openElementFunction();
      context.awaitIsKeyword = true;
      int blockStart = lexer.start;
      lexer.next();
      int mark = parse.stack.mark();
      while (lexer.kind != TokenKind.RIGHT_BRACE) {
        parse.stack.push(parse.statements.listItem());
      }
      lexer.next();
      List<Statement> statements = parse.stack.take(mark);
      FunctionBody body = new FunctionBody.Statements(statements, blockStart, lexer.previousEnd);
      FunctionNode function =
          parse.functions.finish(
              FunctionKind.STATIC_BLOCK, false, false, null, List.of(), body, start);
      return new ClassElement.StaticBlock(function, start, lexer.previousEnd);
    }
  }
}
