package lexscope.js.scope;

import java.util.List;
import java.util.Set;
import lexscope.js.policy.V8Rule;
import lexscope.js.syntax.ClassElement;
import lexscope.js.syntax.ClassNode;
import lexscope.js.syntax.FunctionBody;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Parameter;
import lexscope.js.syntax.Program;
import lexscope.js.syntax.Statement;
import org.jspecify.annotations.Nullable;

/// Builds the scopes of a program: one walk over the syntax tree declares every binding and notes
/// every reference, then [ReferenceResolver] connects the two.
///
/// What is decided here once, for all capture policies: which scopes get a record (everything
/// around a closure, a class, a direct eval or a `with`), which bindings V8 would put into a
/// context, and which bindings each function uses. Cost: the size of the tree plus, per reference,
/// the number of scopes between it and its binding.
public final class ScopeAnalyzer {
  final Set<V8Rule> rules;
  final ScopeTree tree;
  final ReferenceResolver resolver;
  final DeclarationInstantiation declarations;
  private final StatementAnalyzer statements = new StatementAnalyzer(this);
  final ExpressionAnalyzer expressions = new ExpressionAnalyzer(this);

  /// The innermost scope where the walk stands.
  Scope scope;

  /// The scope that a `var` declares in there.
  Scope varScope;

  /// The name that the next function or class takes if it has none of its own.
  String inferredName = "";

  private ScopeAnalyzer(Program program, FunctionInfo topLevel, Scope topScope, Set<V8Rule> rules) {
    this.rules = rules;
    tree = new ScopeTree(program, topLevel);
    tree.defaultConstructorKeepsContext = rules.contains(V8Rule.DEFAULT_CONSTRUCTOR);
    tree.add(topScope);
    resolver = new ReferenceResolver(tree, rules);
    declarations = new DeclarationInstantiation(tree, rules);
    topLevel.functionScope = topScope;
    topLevel.parameterScope = topScope;
    topLevel.bodyScope = topScope;
    scope = topScope;
    varScope = topScope;
  }

  /// Analyses a script: its top-level declarations are bindings of the Global Environment Record.
  public static ScopeTree analyzeScript(Program.Script script, Set<V8Rule> rules) {
    return analyzeProgram(script, Scope.Kind.GLOBAL, null, rules);
  }

  /// Analyses a module.
  public static ScopeTree analyzeModule(Program.Module module, Set<V8Rule> rules) {
    return analyzeProgram(module, Scope.Kind.MODULE, null, rules);
  }

  /// Analyses eval code.
  ///
  /// @param site the scope in which a direct eval stands; null for indirect eval
  public static ScopeTree analyzeEval(
      Program.Script script, @Nullable Scope site, Set<V8Rule> rules) {
    return analyzeProgram(script, Scope.Kind.EVAL, site, rules);
  }

  /// A scope for code that an observer evaluates in a standing activation: as if a block began
  /// there whose bindings are those that the activation has in registers. It always has a record,
  /// and takes the `var`s of sloppy code.
  ///
  /// @param tree the scopes of the activation's program
  /// @param function the activation's function or top level
  /// @param around the scope of the activation's innermost record; null if that is the global one
  /// @param held the bindings in registers, at most one of each name
  /// @param self whether `this` is the activation's own, as it is save in arrow functions
  public static Scope observerScope(
      ScopeTree tree,
      FunctionInfo function,
      @Nullable Scope around,
      List<Binding> held,
      boolean self) {
    var scope =
        new Scope(
            Scope.Kind.BLOCK, around, function, function.node().start(), function.node().end());
    scope.tree = tree;
    scope.materialized = true;
    scope.sloppyDirectEval = !function.isStrict();
    for (Binding binding : held) {
      scope.declare(binding.name(), binding.kind(), binding.isConstant());
    }
    if (self) {
      scope.declare(Binding.THIS, Binding.Kind.FUNCTION_SLOT, true);
    }
    return scope;
  }

  /// Analyses a function that was parsed by itself, as `new Function` does; it is defined in the
  /// global scope.
  ///
  /// @param holder an empty script over the same source text
  public static ScopeTree analyzeFunction(
      FunctionNode function, Program.Script holder, Set<V8Rule> rules) {
    var topLevel = new FunctionInfo(holder, null, false);
    var top = new Scope(Scope.Kind.GLOBAL, null, topLevel, holder.start(), holder.end());
    var analyzer = new ScopeAnalyzer(holder, topLevel, top, rules);
    analyzer.function(function, true);
    analyzer.resolver.resolveAll();
    return analyzer.tree;
  }

  private static ScopeTree analyzeProgram(
      Program program, Scope.Kind kind, @Nullable Scope site, Set<V8Rule> rules) {
    var topLevel = new FunctionInfo(program, site, program.isStrict());
    var top = new Scope(kind, site, topLevel, program.start(), program.end());
    var analyzer = new ScopeAnalyzer(program, topLevel, top, rules);
    analyzer.program(program, topLevel, top);
    analyzer.resolver.resolveAll();
    return analyzer.tree;
  }

  private void program(Program program, FunctionInfo info, Scope top) {
    if (program instanceof Program.Module module) {
      DeclarationInstantiation.moduleNames(module, top);
    }
    declarations.functionLevel(program.body(), info, top);
    if (program instanceof Program.Script script) {
      declarations.annexB(script.annexBFunctions(), top);
    }
    statements.statements(program.body());
    if (program instanceof Program.Module module) {
      DeclarationInstantiation.markExported(module, top);
    }
  }

  /// Walks a function.
  ///
  /// @param expression whether a name of its own is bound in a scope around it (a function
  ///   expression)
  FunctionInfo function(FunctionNode node, boolean expression) {
    markClosure(scope);
    Scope outer = scope;
    Scope outerVar = varScope;
    Scope nameScope = null;
    if (expression && node.name() != null && node.kind() == FunctionKind.NORMAL) {
      nameScope =
          tree.scope(Scope.Kind.FUNCTION_NAME, outer, outer.function(), node.start(), node.end());
      nameScope.materialized = true;
      nameScope.declare(node.name().name(), Binding.Kind.FUNCTION_NAME, true);
    }
    Scope definition = nameScope == null ? outer : nameScope;
    var info = new FunctionInfo(node, definition, node.isStrict());
    info.inferredName = takeInferredName();
    info.nameScope = nameScope;
    tree.functions.put(node, info);
    var functionScope = tree.scope(Scope.Kind.FUNCTION, definition, info, node.start(), node.end());
    info.functionScope = functionScope;
    info.parameterExpressions = ParameterExpressions.in(node.parameters());
    DeclarationInstantiation.functionSlots(node, functionScope);
    Scope parameters = functionScope;
    if (info.parameterExpressions && !node.isStrict() && node.facts().containsDirectEval()) {
      parameters = tree.scope(Scope.Kind.PARAMETERS, functionScope, info, node.start(), node.end());
    }
    info.parameterScope = parameters;
    parameters.parameterDeadZone = info.parameterExpressions;
    List<Statement> body =
        node.body() instanceof FunctionBody.Statements list ? list.statements() : List.of();
    if (DeclarationInstantiation.bindsArguments(node, body, info.parameterExpressions)) {
      parameters.declare(Binding.ARGUMENTS, Binding.Kind.ARGUMENTS, false);
      info.mappedArguments = !node.isStrict() && node.hasSimpleParameterList();
    }
    for (Parameter parameter : node.parameters()) {
      declarations.names(parameter.target(), parameters, Binding.Kind.PARAMETER, false);
    }
    scope = parameters;
    varScope = parameters;
    for (Parameter parameter : node.parameters()) {
      expressions.target(parameter.target());
      expressions.named(parameter.initializer(), parameter.target());
    }
    Scope bodyScope = parameters;
    if (info.parameterExpressions) {
      bodyScope =
          tree.scope(Scope.Kind.BODY, parameters, info, node.body().start(), node.body().end());
    }
    info.bodyScope = bodyScope;
    scope = bodyScope;
    varScope = bodyScope;
    switch (node.body()) {
      case FunctionBody.Concise concise -> expressions.expression(concise.expression());
      case FunctionBody.Statements _ -> {
        declarations.functionLevel(body, info, bodyScope);
        declarations.annexB(node.annexBFunctions(), bodyScope);
        statements.statements(body);
      }
    }
    scope = outer;
    varScope = outerVar;
    return info;
  }

  /// A closure stands here: every scope around it can outlive its activation.
  private static void markClosure(Scope from) {
    for (Scope each = from;
        each != null && !(each.materialized && each.closureInside);
        each = each.outer()) {
      each.closureInside = true;
      if (each.kind() != Scope.Kind.GLOBAL) {
        each.materialized = true;
      }
    }
  }

  /// Walks a class: its scope, and the functions that its elements are.
  void classNode(ClassNode node) {
    String inferred = takeInferredName();
    String className = node.name() == null ? inferred : node.name().name();
    markClosure(scope);
    Scope outer = scope;
    var classScope =
        tree.scope(Scope.Kind.CLASS, outer, outer.function(), node.start(), node.end());
    tree.scopes.put(node, classScope);
    if (node.name() != null) {
      classScope.declare(node.name().name(), Binding.Kind.CLASS, true);
    }
    scope = classScope;
    markClosure(scope);
    expressions.optional(node.heritage());
    var group = new ReferenceResolver.ClassGroup(classScope);
    if (node.constructor() != null) {
      inferredName = className;
      group.instanceMembers.add(function(node.constructor(), false));
    }
    for (ClassElement element : node.elements()) {
      switch (element) {
        case ClassElement.Method method -> {
          expressions.propertyName(method.name());
          inferredName = ExpressionAnalyzer.staticName(method.name());
          FunctionInfo info = function(method.function(), false);
          (method.isStatic() ? group.staticMembers : group.instanceMembers).add(info);
        }
        case ClassElement.Field field -> {
          expressions.propertyName(field.name());
          if (field.initializer() != null) {
            inferredName = ExpressionAnalyzer.staticName(field.name());
            FunctionInfo info = function(field.initializer(), false);
            (field.isStatic() ? group.staticMembers : group.instanceMembers).add(info);
            (field.isStatic() ? group.staticInitializers : group.instanceInitializers).add(info);
          }
        }
        case ClassElement.StaticBlock block -> {
          FunctionInfo info = function(block.body(), false);
          group.staticMembers.add(info);
          group.staticInitializers.add(info);
        }
      }
    }
    resolver.classes.add(group);
    scope = outer;
  }

  /// Scopes around a `with` or a direct eval are looked up by name, so they need records.
  static void markMaterialized(Scope from) {
    for (Scope each = from; each != null; each = each.outer()) {
      if (each.kind() != Scope.Kind.GLOBAL) {
        each.materialized = true;
      }
    }
  }

  private String takeInferredName() {
    String name = inferredName;
    inferredName = "";
    return name;
  }
}
