package lexscope.js.bytecode;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.SourcePlace;
import lexscope.gc.TracingRule;
import lexscope.js.scope.FunctionInfo;
import lexscope.js.scope.Scope;
import lexscope.js.scope.ScopeTree;
import lexscope.js.source.Position;
import lexscope.js.source.SourceText;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.value.Shape;
import org.jspecify.annotations.Nullable;

/// What all closures of one function have in common: its syntax, its scopes, and its code once it
/// was called.
///
/// A default constructor has the class as its text and no function node.
public final class FunctionTemplate extends Cell {
  /// How a call is set up.
  public enum Setup {
    /// The code runs at once: ordinary functions, methods, arrows, generators (which stop after
    /// their parameters).
    PLAIN,
    /// The code runs at once under a promise.
    ASYNC,
    /// A class constructor: only `new` calls it.
    CLASS_CONSTRUCTOR,
    /// The constructor that a class without one has.
    DEFAULT_CONSTRUCTOR
  }

  private final ScopeTree tree;
  private final FunctionInfo info;
  private final @Nullable PrivateNames privateNames;
  private final String name;
  private final Setup setup;
  private final boolean derived;
  private final int start;
  private final int end;
  private final boolean generator;
  private final boolean async;
  private final boolean constructor;
  private final @Nullable Scope nameScope;
  private @Nullable CodeBlock code;
  private @Nullable Shape closureShape;
  private @Nullable Object[] closureSlots = {};
  private @Nullable ClassLayouts classLayouts;
  private String inferredName = "";
  private boolean dynamic;

  /// Makes a template.
  ///
  /// @param info the function, the top level, or for a default constructor what stands around the
  ///   class
  /// @param name the function's name, or the one it is given where it is defined
  /// @param start where its text begins
  FunctionTemplate(
      ScopeTree tree,
      FunctionInfo info,
      @Nullable PrivateNames privateNames,
      String name,
      Setup setup,
      boolean derived,
      int start,
      int end) {
    this.tree = tree;
    this.info = info;
    this.privateNames = privateNames;
    this.name = name;
    this.setup = setup;
    this.derived = derived;
    this.start = start;
    this.end = end;
    FunctionNode node = setup == Setup.DEFAULT_CONSTRUCTOR ? null : info.functionNode();
    generator = node != null && node.isGenerator();
    async = node != null && node.isAsync();
    boolean ofClass = setup == Setup.CLASS_CONSTRUCTOR || setup == Setup.DEFAULT_CONSTRUCTOR;
    constructor =
        node == null
            ? setup == Setup.DEFAULT_CONSTRUCTOR
            : !async && !generator && (ofClass || node.kind() == FunctionKind.NORMAL);
    nameScope = setup == Setup.DEFAULT_CONSTRUCTOR ? null : info.nameScope();
  }

  /// The top level of a script, module or eval code.
  ///
  /// @param privateNames the names that are visible around a direct eval
  public static FunctionTemplate topLevel(ScopeTree tree, @Nullable PrivateNames privateNames) {
    return new FunctionTemplate(
        tree,
        tree.topLevel(),
        privateNames,
        "",
        Setup.PLAIN,
        false,
        tree.program().start(),
        tree.program().end());
  }

  /// A function that was made from texts.
  public static FunctionTemplate dynamic(ScopeTree tree, FunctionNode node) {
    var template =
        new FunctionTemplate(
            tree,
            tree.function(node),
            null,
            "anonymous",
            node.isAsync() && !node.isGenerator() ? Setup.ASYNC : Setup.PLAIN,
            false,
            node.start(),
            node.end());
    template.dynamic = true;
    return template;
  }

  /// Whether it was made from texts.
  public boolean isDynamic() {
    return dynamic;
  }

  /// Where its text is assigned to, such as `o.p`, for stack traces of functions without a name;
  /// mostly empty.
  public String inferredName() {
    return inferredName;
  }

  /// Sets where its text is assigned to, and gives this template.
  FunctionTemplate inferred(String name) {
    inferredName = name;
    return this;
  }

  /// The scopes of the program that it belongs to.
  public ScopeTree tree() {
    return tree;
  }

  /// What the scope analysis knows of it. A default constructor has none of its own: see [#setup].
  public FunctionInfo info() {
    return info;
  }

  /// The Private Names that are visible in it.
  public @Nullable PrivateNames privateNames() {
    return privateNames;
  }

  /// How a call is set up.
  public Setup setup() {
    return setup;
  }

  /// The function; null for top levels and default constructors.
  public @Nullable FunctionNode node() {
    return setup == Setup.DEFAULT_CONSTRUCTOR ? null : info.functionNode();
  }

  /// Whether its code is strict.
  public boolean isStrict() {
    return setup == Setup.DEFAULT_CONSTRUCTOR || info.isStrict();
  }

  /// Whether it is the constructor of a class with `extends`.
  public boolean isDerivedConstructor() {
    return derived;
  }

  /// Whether it is a class constructor, with or without text of its own.
  public boolean isClassConstructor() {
    return setup == Setup.CLASS_CONSTRUCTOR || setup == Setup.DEFAULT_CONSTRUCTOR;
  }

  /// Whether it is an arrow function.
  public boolean isArrow() {
    FunctionNode node = node();
    return node != null && node.isArrow();
  }

  /// Whether it is a generator or an async generator.
  public boolean isGenerator() {
    return generator;
  }

  /// Whether it is an async function or an async generator.
  public boolean isAsync() {
    return async;
  }

  /// Whether closures have `[[Construct]]`: functions that are not arrows, methods, async or
  /// generators.
  public boolean isConstructor() {
    return constructor;
  }

  /// The `length` property.
  public int expectedArgumentCount() {
    FunctionNode node = node();
    return node == null ? 0 : node.expectedArgumentCount();
  }

  /// The scope of a function expression's own name, made with the closure; null if there is none.
  public @Nullable Scope nameScope() {
    return nameScope;
  }

  /// The text that it was parsed from.
  public SourceText source() {
    return tree.program().source();
  }

  /// What `Function.prototype.toString` shows.
  public String text() {
    return source().text().substring(start, end);
  }

  /// Where its text begins.
  public int start() {
    return start;
  }

  /// Its code, compiled at the first call.
  ///
  /// @throws lexscope.js.source.SyntaxErrorException if it nests too deep
  public CodeBlock code(Constants constants) {
    CodeBlock compiled = code;
    if (compiled == null) {
      compiled = constants.code(new BytecodeCompiler(this, constants).compile());
      code = compiled;
    }
    return compiled;
  }

  /// Its code if it was compiled.
  public @Nullable CodeBlock codeOrNull() {
    return code;
  }

  /// The shape with which closures begin; null before the first was made.
  public @Nullable Shape closureShape() {
    return closureShape;
  }

  /// The values with which closures begin, shared by all of them until they change.
  public @Nullable Object[] closureSlots() {
    return closureSlots;
  }

  /// Sets how closures begin.
  public void setClosureLayout(Shape shape, @Nullable Object[] slots) {
    closureShape = shape;
    closureSlots = slots;
  }

  /// Sets how the class of a constructor is laid out, and gives this template.
  FunctionTemplate ofClass(ClassLayouts layouts) {
    classLayouts = layouts;
    return this;
  }

  /// How the class of a constructor is laid out; null for other functions.
  public @Nullable ClassLayouts classLayouts() {
    return classLayouts;
  }

  @Override
  public long shallowBytes() {
    return 64;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "code", code);
    visitor.edge(EdgeKind.INTERNAL, "initial_map", closureShape);
    for (int i = 0; i < closureSlots.length; i++) {
      if (closureSlots[i] instanceof Cell value) {
        visitor.edge(EdgeKind.HIDDEN, i, value);
      }
    }
  }

  @Override
  public CellKind kind() {
    return CellKind.CODE;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SourcePlace place() {
    Position position = source().position(start);
    return new SourcePlace(source().name(), position.line(), position.column());
  }

  @Override
  public String toString() {
    return "function " + name;
  }
}
