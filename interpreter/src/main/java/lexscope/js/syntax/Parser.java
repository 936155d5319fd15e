package lexscope.js.syntax;

import java.util.List;
import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;

/// Parses ECMAScript 2025 with all early errors, and explicit resource management (`using`).
///
/// Cost: one pass, linear in the text. The parser recurses over nested constructs; each level
/// counts against a budget ({@link #DEFAULT_MAX_DEPTH}), beyond which it ends with an error of kind
/// {@link SyntaxErrorException.Kind#TOO_DEEP}, which the guest sees as a RangeError. Chains of
/// operators, `else if`, statements, elements and arguments do not nest; each link of a member or
/// call chain counts as a level, since the tree nests there.
///
/// A parser has no state: it can be used for many texts.
public final class Parser {
  /// The levels of nesting that a text may have: a tree that recursion can walk on a stack of two
  /// megabytes.
  public static final int DEFAULT_MAX_DEPTH = 1_500;

  private final RegExpSyntax regExpSyntax;
  private final int maxDepth;

  /// Makes a parser with the default nesting budget.
  ///
  /// @param regExpSyntax judges regular expression literals
  public Parser(RegExpSyntax regExpSyntax) {
    this(regExpSyntax, DEFAULT_MAX_DEPTH);
  }

  /// Makes a parser.
  ///
  /// @param regExpSyntax judges regular expression literals
  /// @param maxDepth the levels of nesting that a text may have
  public Parser(RegExpSyntax regExpSyntax, int maxDepth) {
    this.regExpSyntax = regExpSyntax;
    this.maxDepth = maxDepth;
  }

  private ParseState state(SourceText source, boolean isModule, boolean hashbang) {
    return new ParseState(source, isModule, hashbang, regExpSyntax, maxDepth);
  }

  /// ParseScript, ECMA-262 section 16.1.5.
  ///
  /// @throws SyntaxErrorException if the text is not a Script
  public Program.Script parseScript(SourceText source) {
    return script(state(source, false, true));
  }

  /// Parses the code of an eval, PerformEval steps 3 to 11 (ECMA-262 section 19.2.1.1).
  ///
  /// @param strict whether the caller's code is strict (direct eval only)
  /// @param context where the eval stands; {@link EvalContext#GLOBAL} for an indirect one
  /// @throws SyntaxErrorException if the text is not a Script or may not stand there
  public Program.Script parseEval(SourceText source, boolean strict, EvalContext context) {
    ParseState parse = state(source, false, true);
    FunctionContext root = parse.function;
    root.strict = strict;
    root.newTargetAllowed = context.inFunction();
    root.superPropertyAllowed = context.inMethod();
    root.superCallAllowed = context.inDerivedConstructor();
    root.argumentsForbidden = context.inClassFieldInitializer();
    if (!context.privateNames().isEmpty()) {
      parse.privateNames = new PrivateNames(context.privateNames());
    }
    return script(parse);
  }

  private static Program.Script script(ParseState parse) {
    parse.scopes.openVariableScope();
    parse.lexer.next();
    List<Statement> body = parse.functions.statements(TokenKind.END, true);
    FunctionContext root = parse.function;
    return new Program.Script(
        parse.lexer.source,
        body,
        root.strict,
        root.toFacts(),
        parse.scopes.closeVariableScope(),
        0,
        parse.lexer.length);
  }

  /// ParseModule, ECMA-262 section 16.2.1.7.1.
  ///
  /// @throws SyntaxErrorException if the text is not a Module
  public Program.Module parseModule(SourceText source) {
    ParseState parse = state(source, true, true);
    parse.function.strict = true;
    parse.function.awaitIsKeyword = true;
    parse.function.awaitAllowed = true;
    parse.scopes.openModuleScope();
    return new ModuleParser(parse).module();
  }

  /// Parses what CreateDynamicFunction (ECMA-262 section 20.2.1.1.1) is given: the parameters and
  /// the body have to be complete by themselves, and then together.
  ///
  /// @param name what messages call the text
  /// @param async whether it is an async function
  /// @param generator whether it is a generator
  /// @param parameters the parameters' texts, joined with commas
  /// @param body the body's text
  /// @throws SyntaxErrorException if one of the texts is not what it should be
  public DynamicFunction parseFunction(
      String name, boolean async, boolean generator, String parameters, String body) {
    String bodyText = "\n" + body + "\n";
    parseParameters(new SourceText(name, parameters), async, generator);
    parseBody(new SourceText(name, bodyText), async, generator);
    String head = (async ? "async function" : "function") + (generator ? "*" : "");
    String text = head + " anonymous(" + parameters + "\n) {" + bodyText + "}";
    SourceText source = new SourceText(name, text);
    ParseState parse = state(source, false, false);
    parse.scopes.openVariableScope();
    Lexer lexer = parse.lexer;
    lexer.next();
    if (async) {
      lexer.next();
    }
    FunctionNode function = parse.functions.functionExpression(0, async);
    if (lexer.kind != TokenKind.END) {
      throw parse.functions.unexpected();
    }
    return new DynamicFunction(source, function.withoutName());
  }

  private void parseParameters(SourceText source, boolean async, boolean generator) {
    ParseState parse = dynamicState(source, async, generator);
    parse.function.inParameters = true;
    parse.lexer.next();
    parse.functions.parameters(TokenKind.END);
  }

  private void parseBody(SourceText source, boolean async, boolean generator) {
    ParseState parse = dynamicState(source, async, generator);
    parse.lexer.next();
    parse.functions.statements(TokenKind.END, true);
  }

  private ParseState dynamicState(SourceText source, boolean async, boolean generator) {
    ParseState parse = state(source, false, false);
    FunctionContext context = parse.openFunction(false);
    context.awaitIsKeyword = async;
    context.awaitAllowed = async;
    context.yieldIsKeyword = generator;
    context.returnAllowed = true;
    parse.scopes.openVariableScope();
    return parse;
  }
}
