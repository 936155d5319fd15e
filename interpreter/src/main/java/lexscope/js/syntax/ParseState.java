package lexscope.js.syntax;

import lexscope.js.source.SourceText;
import lexscope.js.source.SyntaxErrorException;
import org.jspecify.annotations.Nullable;

/// One parse: the lexer, the contexts that are open, and the parts of the grammar, which call each
/// other through it.
final class ParseState {
  final Lexer lexer;
  final Lookahead ahead;
  final boolean isModule;
  final RegExpSyntax regExpSyntax;
  final NodeStack stack = new NodeStack();
  final ScopeTracker scopes = new ScopeTracker();
  final CoverErrors cover = new CoverErrors();
  final ExpressionParser expressions;
  final UnaryParser unaries;
  final MemberParser members;
  final LiteralParser literals;
  final CoverGrammar coverGrammar;
  final PatternParser patterns;
  final FunctionParser functions;
  final ArrowParser arrows;
  final ClassParser classes;
  final StatementParser statements;
  final DeclarationParser declarations;
  final LoopParser loops;
  final JumpParser jumps;
  private final int maxDepth;
  private int depth;

  /// The innermost function whose code is being parsed.
  FunctionContext function;

  /// The innermost class.
  @Nullable PrivateNames privateNames;

  /// Where `await` was first used as an identifier, a yield expression or an await expression first
  /// stood, in the part of the current function that may still become parameters of an arrow
  /// function; or -1.
  int awaitIdentifier = -1;

  int yieldExpression = -1;
  int awaitExpression = -1;

  /// Whether `await` occurs at the top level of a module.
  boolean hasTopLevelAwait;

  ParseState(
      SourceText source,
      boolean isModule,
      boolean hashbang,
      RegExpSyntax regExpSyntax,
      int maxDepth) {
    this.lexer = new Lexer(source, !isModule, hashbang);
    this.ahead = new Lookahead(lexer);
    this.isModule = isModule;
    this.regExpSyntax = regExpSyntax;
    this.maxDepth = maxDepth;
    this.function = new FunctionContext(null, false);
    expressions = new ExpressionParser(this);
    unaries = new UnaryParser(this);
    members = new MemberParser(this);
    literals = new LiteralParser(this);
    coverGrammar = new CoverGrammar(this);
    patterns = new PatternParser(this);
    functions = new FunctionParser(this);
    arrows = new ArrowParser(this);
    classes = new ClassParser(this);
    statements = new StatementParser(this);
    declarations = new DeclarationParser(this);
    loops = new LoopParser(this);
    jumps = new JumpParser(this);
  }

  /// Counts one level of nesting.
  void enter() {
    if (++depth > maxDepth) {
      throw new SyntaxErrorException(
          SyntaxErrorException.Kind.TOO_DEEP,
          "Maximum call stack size exceeded",
          lexer.source,
          lexer.start,
          lexer.end);
    }
  }

  /// Leaves levels of nesting.
  void leave(int levels) {
    depth -= levels;
  }

  /// Opens a function's context; what may become arrow parameters outside is not affected by what
  /// is inside.
  FunctionContext openFunction(boolean isArrow) {
    FunctionContext context = new FunctionContext(function, isArrow);
    context.savedAwaitIdentifier = awaitIdentifier;
    context.savedYieldExpression = yieldExpression;
    context.savedAwaitExpression = awaitExpression;
    awaitIdentifier = -1;
    yieldExpression = -1;
    awaitExpression = -1;
    function = context;
    return context;
  }

  /// Closes the innermost function's context.
  void closeFunction() {
    FunctionContext context = function;
    FunctionContext outer = context.outer;
    if (outer == null) {
      throw new IllegalStateException("no function is open");
    }
    awaitIdentifier = context.savedAwaitIdentifier;
    yieldExpression = context.savedYieldExpression;
    awaitExpression = context.savedAwaitExpression;
    if (context.isArrow) {
      outer.facts |= context.facts & ~FunctionContext.USE_STRICT;
    }
    function = outer;
  }
}
