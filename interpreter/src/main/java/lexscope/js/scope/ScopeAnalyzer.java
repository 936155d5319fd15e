package lexscope.js.scope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lexscope.js.policy.V8Rule;
import lexscope.js.syntax.CatchClause;
import lexscope.js.syntax.ClassElement;
import lexscope.js.syntax.ClassNode;
import lexscope.js.syntax.ExportEntry;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.FunctionBody;
import lexscope.js.syntax.FunctionKind;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.ImportEntry;
import lexscope.js.syntax.ListElement;
import lexscope.js.syntax.ModuleItem;
import lexscope.js.syntax.Node;
import lexscope.js.syntax.Parameter;
import lexscope.js.syntax.PatternElement;
import lexscope.js.syntax.PatternProperty;
import lexscope.js.syntax.Program;
import lexscope.js.syntax.Property;
import lexscope.js.syntax.PropertyName;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.SwitchCase;
import lexscope.js.syntax.Target;
import lexscope.js.syntax.VariableDeclarator;
import org.jspecify.annotations.Nullable;

/// Builds the scopes of a program: one walk over the syntax tree declares every binding and notes
/// every reference, then [ReferenceResolver] connects the two.
///
/// What is decided here once, for all capture policies: which scopes get a record (everything
/// around a closure, a class, a direct eval or a `with`), which bindings V8 would put into a
/// context, and which bindings each function uses. Cost: the size of the tree plus, per reference,
/// the number of scopes between it and its binding.
public final class ScopeAnalyzer {
  private final Set<V8Rule> rules;
  private final ScopeTree tree;
  private final ReferenceResolver resolver;
  private Scope scope;
  private Scope varScope;
  private String inferredName = "";

  private ScopeAnalyzer(Program program, FunctionInfo topLevel, Scope topScope, Set<V8Rule> rules) {
    this.rules = rules;
    tree = new ScopeTree(program, topLevel);
    tree.defaultConstructorKeepsContext = rules.contains(V8Rule.DEFAULT_CONSTRUCTOR);
    tree.add(topScope);
    resolver = new ReferenceResolver(tree, rules);
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
    switch (program) {
      case Program.Script script ->
          script.annexBFunctions().forEach(each -> tree.annexB.put(each, true));
      case Program.Module module -> {
        for (ImportEntry entry : module.imports()) {
          top.declare(entry.localName(), Binding.Kind.IMPORT, true);
        }
        for (Statement item : module.body()) {
          boolean anonymous =
              switch (item) {
                case ModuleItem.ExportDefaultExpression _ -> true;
                case ModuleItem.ExportDefaultDeclaration d ->
                    declaredFunction(d.declaration()) == null && className(d.declaration()) == null;
                default -> false;
              };
          if (anonymous) {
            top.declare("*default*", Binding.Kind.LET, false);
          }
        }
      }
    }
    functionLevelDeclarations(program.body(), info, top);
    if (program instanceof Program.Script script) {
      annexBVars(script.annexBFunctions(), top);
    }
    statements(program.body());
    if (program instanceof Program.Module module) {
      for (ExportEntry entry : module.exports()) {
        if (entry.kind() == ExportEntry.Kind.LOCAL && entry.localName() != null) {
          Binding binding = top.find(entry.localName());
          if (binding != null) {
            binding.exported = true;
          }
        }
      }
    }
  }

  // ---- declarations

  /// Declares the lexical names and functions of a statement list at function level: functions are
  /// `var`-like there.
  private void functionLevelDeclarations(List<Statement> body, FunctionInfo info, Scope target) {
    Map<String, Statement.FunctionDeclaration> functions = new LinkedHashMap<>();
    for (Statement statement : body) {
      Statement.FunctionDeclaration function = declaredFunction(statement);
      if (function != null) {
        String name = functionName(function);
        functions.remove(name);
        functions.put(name, function);
        declareVar(name, info, target);
      } else {
        declareLexical(statement, target);
      }
    }
    info.functionsToInitialize.addAll(functions.values());
  }

  private static String functionName(Statement.FunctionDeclaration declaration) {
    Target.BindingIdentifier name = declaration.function().name();
    return name == null ? "*default*" : name.name();
  }

  /// The function declaration behind labels and exports, or null.
  private static Statement.@Nullable FunctionDeclaration declaredFunction(Statement statement) {
    return switch (statement) {
      case Statement.FunctionDeclaration function -> function;
      case Statement.Labelled labelled -> declaredFunction(labelled.body());
      case ModuleItem.ExportDeclaration export -> declaredFunction(export.declaration());
      case ModuleItem.ExportDefaultDeclaration export -> declaredFunction(export.declaration());
      default -> null;
    };
  }

  private static @Nullable String className(Statement statement) {
    return statement instanceof Statement.ClassDeclaration declaration
            && declaration.node().name() != null
        ? declaration.node().name().name()
        : null;
  }

  private void declareLexical(Statement statement, Scope target) {
    switch (statement) {
      case Statement.VariableDeclaration declaration when declaration.kind().isLexical() -> {
        for (VariableDeclarator declarator : declaration.declarators()) {
          declareNames(
              declarator.target(),
              target,
              declaration.kind().isConstant() ? Binding.Kind.CONST : Binding.Kind.LET,
              declaration.kind().isConstant());
        }
      }
      case Statement.ClassDeclaration _ -> {
        String name = className(statement);
        if (name != null) {
          declareLexicalName(name, target, Binding.Kind.CLASS, false);
        }
      }
      case ModuleItem.ExportDeclaration export -> declareLexical(export.declaration(), target);
      case ModuleItem.ExportDefaultDeclaration export ->
          declareLexical(export.declaration(), target);
      default -> {}
    }
  }

  private void declareLexicalName(String name, Scope target, Binding.Kind kind, boolean constant) {
    if (target.kind() == Scope.Kind.GLOBAL) {
      tree.globalLexicals.put(name, constant);
    } else if (target.find(name) == null) {
      Binding binding = target.declare(name, kind, constant);
      if (target.kind() == Scope.Kind.EVAL && rules.contains(V8Rule.EVAL_LEXICAL)) {
        binding.contextAllocated = true;
      }
    }
  }

  private void declareNames(Target target, Scope into, Binding.Kind kind, boolean constant) {
    switch (target) {
      case Target.BindingIdentifier identifier ->
          declareLexicalName(identifier.name(), into, kind, constant);
      case Target.ObjectPattern pattern -> {
        for (PatternProperty property : pattern.properties()) {
          declareNames(property.target(), into, kind, constant);
        }
        if (pattern.rest() != null) {
          declareNames(pattern.rest(), into, kind, constant);
        }
      }
      case Target.ArrayPattern pattern -> {
        for (PatternElement element : pattern.elements()) {
          if (element != null) {
            declareNames(element.target(), into, kind, constant);
          }
        }
        if (pattern.rest() != null) {
          declareNames(pattern.rest(), into, kind, constant);
        }
      }
      case Target.AssignmentTarget _ -> {}
    }
  }

  private void declareVarNames(Target target) {
    switch (target) {
      case Target.BindingIdentifier identifier ->
          declareVar(identifier.name(), varScope.function(), varScope);
      case Target.ObjectPattern pattern -> {
        pattern.properties().forEach(property -> declareVarNames(property.target()));
        if (pattern.rest() != null) {
          declareVarNames(pattern.rest());
        }
      }
      case Target.ArrayPattern pattern -> {
        for (PatternElement element : pattern.elements()) {
          if (element != null) {
            declareVarNames(element.target());
          }
        }
        if (pattern.rest() != null) {
          declareVarNames(pattern.rest());
        }
      }
      case Target.AssignmentTarget _ -> {}
    }
  }

  private void declareVar(String name, FunctionInfo info, Scope target) {
    info.varNames.add(name);
    boolean elsewhere =
        target.kind() == Scope.Kind.GLOBAL
            || (target.kind() == Scope.Kind.EVAL && !info.isStrict());
    if (!elsewhere && target.find(name) == null) {
      target.declare(name, Binding.Kind.VAR, false);
    }
  }

  /// Annex B.3.2: a block-level function may also have a `var` of its name at function level.
  private void annexBVars(List<Statement.FunctionDeclaration> declarations, Scope target) {
    for (Statement.FunctionDeclaration declaration : declarations) {
      tree.annexB.put(declaration, true);
      String name = functionName(declaration);
      boolean elsewhere = target.kind() == Scope.Kind.GLOBAL || target.kind() == Scope.Kind.EVAL;
      if (!elsewhere && target.find(name) == null) {
        target.declare(name, Binding.Kind.VAR, false);
      }
    }
  }

  // ---- functions and classes

  /// @param expression whether a name of its own is bound in a scope around it (a function
  ///   expression)
  private FunctionInfo function(FunctionNode node, boolean expression) {
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
    declareFunctionSlots(node, functionScope);
    Scope parameters = functionScope;
    if (info.parameterExpressions && !node.isStrict() && node.facts().containsDirectEval()) {
      parameters = tree.scope(Scope.Kind.PARAMETERS, functionScope, info, node.start(), node.end());
    }
    info.parameterScope = parameters;
    parameters.parameterDeadZone = info.parameterExpressions;
    List<Statement> body =
        node.body() instanceof FunctionBody.Statements list ? list.statements() : List.of();
    if (bindsArguments(node, body, info.parameterExpressions)) {
      parameters.declare(Binding.ARGUMENTS, Binding.Kind.ARGUMENTS, false);
      info.mappedArguments = !node.isStrict() && node.hasSimpleParameterList();
    }
    for (Parameter parameter : node.parameters()) {
      declareNames(parameter.target(), parameters, Binding.Kind.PARAMETER, false);
    }
    scope = parameters;
    varScope = parameters;
    for (Parameter parameter : node.parameters()) {
      target(parameter.target());
      named(parameter.initializer(), parameter.target());
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
      case FunctionBody.Concise concise -> expression(concise.expression());
      case FunctionBody.Statements _ -> {
        functionLevelDeclarations(body, info, bodyScope);
        annexBVars(node.annexBFunctions(), bodyScope);
        statements(body);
      }
    }
    scope = outer;
    varScope = outerVar;
    return info;
  }

  private static void declareFunctionSlots(FunctionNode node, Scope scope) {
    if (!node.isArrow()) {
      scope.declare(Binding.THIS, Binding.Kind.FUNCTION_SLOT, true);
      scope.declare(Binding.NEW_TARGET, Binding.Kind.FUNCTION_SLOT, true);
      if (node.kind() != FunctionKind.NORMAL) {
        scope.declare(Binding.HOME_OBJECT, Binding.Kind.FUNCTION_SLOT, true);
      }
    }
    scope.declare(
        node.isArrow() ? Binding.ARROW_OBJECT : Binding.FUNCTION_OBJECT,
        Binding.Kind.FUNCTION_SLOT,
        true);
  }

  /// FunctionDeclarationInstantiation, ECMA-262 section 10.2.11, steps 15 to 18: whether the
  /// function has an `arguments` binding.
  private static boolean bindsArguments(
      FunctionNode node, List<Statement> body, boolean parameterExpressions) {
    if (node.isArrow()
        || node.kind() == FunctionKind.FIELD_INITIALIZER
        || node.kind() == FunctionKind.STATIC_BLOCK
        || node.parameters().stream()
            .anyMatch(each -> BoundNames.contains(each.target(), Binding.ARGUMENTS))) {
      return false;
    }
    if (parameterExpressions) {
      return true;
    }
    for (Statement statement : body) {
      Statement.FunctionDeclaration function = declaredFunction(statement);
      if (function != null
          ? functionName(function).equals(Binding.ARGUMENTS)
          : BoundNames.lexicallyDeclares(statement, Binding.ARGUMENTS)) {
        return false;
      }
    }
    return true;
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

  private void classNode(ClassNode node) {
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
    optional(node.heritage());
    var group = new ReferenceResolver.ClassGroup(classScope);
    if (node.constructor() != null) {
      inferredName = className;
      group.instanceMembers.add(function(node.constructor(), false));
    }
    for (ClassElement element : node.elements()) {
      switch (element) {
        case ClassElement.Method method -> {
          propertyName(method.name());
          inferredName = staticName(method.name());
          FunctionInfo info = function(method.function(), false);
          (method.isStatic() ? group.staticMembers : group.instanceMembers).add(info);
        }
        case ClassElement.Field field -> {
          propertyName(field.name());
          if (field.initializer() != null) {
            inferredName = staticName(field.name());
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

  // ---- statements

  private void statements(List<Statement> list) {
    for (Statement statement : list) {
      statement(statement);
    }
  }

  /// Walks a statement list that is a scope of its own if it declares something.
  private void block(Node node, Scope.Kind kind, List<Statement> list, Runnable walk) {
    Scope outer = scope;
    Scope inner = tree.scope(kind, outer, outer.function(), node.start(), node.end());
    for (Statement statement : list) {
      Statement.FunctionDeclaration function = declaredFunction(statement);
      if (function != null) {
        declareLexicalName(functionName(function), inner, Binding.Kind.BLOCK_FUNCTION, false);
        inner.functions.add(function);
      } else {
        declareLexical(statement, inner);
      }
    }
    enter(node, inner, walk);
  }

  private void enter(Node node, Scope inner, Runnable walk) {
    Scope outer = scope;
    if (!inner.bindings().isEmpty()) {
      tree.scopes.put(node, inner);
      scope = inner;
    }
    walk.run();
    scope = outer;
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.VariableDeclaration declaration -> variableDeclaration(declaration);
      case Statement.FunctionDeclaration declaration -> function(declaration.function(), false);
      case Statement.ClassDeclaration declaration -> classNode(declaration.node());
      case Statement.Block each ->
          block(each, Scope.Kind.BLOCK, each.body(), () -> statements(each.body()));
      case Statement.Empty _, Statement.Continue _, Statement.Break _, Statement.Debugger _ -> {}
      case Statement.ExpressionStatement each -> expression(each.expression());
      case Statement.If each -> {
        for (Statement.IfClause clause : each.clauses()) {
          expression(clause.test());
          statement(clause.body());
        }
        if (each.otherwise() != null) {
          statement(each.otherwise());
        }
      }
      case Statement.For each -> forStatement(each);
      case Statement.ForIn each -> forEach(each, each.head(), each.object(), each.body());
      case Statement.ForOf each -> forEach(each, each.head(), each.iterable(), each.body());
      case Statement.While each -> {
        expression(each.test());
        statement(each.body());
      }
      case Statement.DoWhile each -> {
        statement(each.body());
        expression(each.test());
      }
      case Statement.Return each -> optional(each.argument());
      case Statement.With each -> {
        expression(each.object());
        Scope outer = scope;
        markMaterialized(outer);
        var inner = tree.scope(Scope.Kind.WITH, outer, outer.function(), each.start(), each.end());
        Binding object = inner.declare(".with", Binding.Kind.WITH_OBJECT, true);
        object.contextAllocated = rules.contains(V8Rule.WITH_OBJECT);
        enter(each, inner, () -> statement(each.body()));
      }
      case Statement.Switch each -> {
        expression(each.discriminant());
        List<Statement> all =
            each.cases().stream().flatMap(clause -> clause.body().stream()).toList();
        block(each, Scope.Kind.SWITCH, all, () -> switchCases(each.cases()));
      }
      case Statement.Labelled each -> statement(each.body());
      case Statement.Throw each -> expression(each.argument());
      case Statement.Try each -> {
        statement(each.block());
        if (each.handler() != null) {
          catchClause(each.handler());
        }
        if (each.finalizer() != null) {
          statement(each.finalizer());
        }
      }
      case ModuleItem.ImportDeclaration _, ModuleItem.ExportList _ -> {}
      case ModuleItem.ExportDeclaration each -> statement(each.declaration());
      case ModuleItem.ExportDefaultDeclaration each -> statement(each.declaration());
      case ModuleItem.ExportDefaultExpression each -> named(each.expression(), "default");
    }
  }

  private void switchCases(List<SwitchCase> cases) {
    for (SwitchCase clause : cases) {
      optional(clause.test());
      statements(clause.body());
    }
  }

  /// Scopes around a `with` or a direct eval are looked up by name, so they need records.
  private static void markMaterialized(Scope from) {
    for (Scope each = from; each != null; each = each.outer()) {
      if (each.kind() != Scope.Kind.GLOBAL) {
        each.materialized = true;
      }
    }
  }

  private void variableDeclaration(Statement.VariableDeclaration declaration) {
    for (VariableDeclarator declarator : declaration.declarators()) {
      if (!declaration.kind().isLexical()) {
        declareVarNames(declarator.target());
      }
      target(declarator.target());
      named(declarator.initializer(), declarator.target());
    }
  }

  private void forStatement(Statement.For node) {
    Scope inner = tree.scope(Scope.Kind.LOOP, scope, scope.function(), node.start(), node.end());
    if (node.init() instanceof Statement.VariableDeclaration declaration
        && declaration.kind().isLexical()) {
      declareLexical(declaration, inner);
      inner.headEnd = declaration.kind().isConstant() ? -1 : declaration.end();
    }
    enter(
        node,
        inner,
        () -> {
          switch (node.init()) {
            case Statement.VariableDeclaration declaration -> variableDeclaration(declaration);
            case Expression expression -> expression(expression);
            case null -> {}
          }
          optional(node.test());
          optional(node.update());
          statement(node.body());
        });
  }

  private void forEach(Statement node, Statement.ForHead head, Expression subject, Statement body) {
    Scope outer = scope;
    Scope iteration =
        tree.scope(Scope.Kind.ITERATION, outer, outer.function(), node.start(), node.end());
    if (head instanceof Statement.VariableDeclaration declaration
        && declaration.kind().isLexical()) {
      declareLexical(declaration, iteration);
      Scope dead =
          tree.scope(Scope.Kind.LOOP_HEAD, outer, outer.function(), subject.start(), subject.end());
      declareLexical(declaration, dead);
      if (!dead.bindings().isEmpty()) {
        tree.heads.put(node, dead);
        scope = dead;
      }
    }
    expression(subject);
    scope = outer;
    enter(
        node,
        iteration,
        () -> {
          switch (head) {
            case Statement.VariableDeclaration declaration -> variableDeclaration(declaration);
            case Target each -> target(each);
          }
          statement(body);
        });
  }

  private void catchClause(CatchClause clause) {
    Scope inner =
        tree.scope(Scope.Kind.CATCH, scope, scope.function(), clause.start(), clause.end());
    Target parameter = clause.parameter();
    if (parameter != null) {
      declareNames(parameter, inner, Binding.Kind.CATCH, false);
      if (parameter instanceof Target.BindingIdentifier) {
        inner
            .bindings()
            .forEach(each -> each.contextAllocated = rules.contains(V8Rule.CATCH_VARIABLE));
      } else {
        Binding thrown = inner.declare(Scope.CATCH_VALUE, Binding.Kind.HIDDEN, true);
        thrown.contextAllocated = rules.contains(V8Rule.CATCH_PATTERN_VALUE);
      }
    }
    enter(
        clause,
        inner,
        () -> {
          if (parameter != null) {
            target(parameter);
          }
          statement(clause.body());
        });
  }

  // ---- targets and expressions

  private void target(Target target) {
    switch (target) {
      case Target.BindingIdentifier identifier -> reference(identifier.name());
      case Target.ObjectPattern pattern -> {
        for (PatternProperty property : pattern.properties()) {
          propertyName(property.name());
          target(property.target());
          named(property.initializer(), property.target());
        }
        if (pattern.rest() != null) {
          target(pattern.rest());
        }
      }
      case Target.ArrayPattern pattern -> {
        for (PatternElement element : pattern.elements()) {
          if (element != null) {
            target(element.target());
            named(element.initializer(), element.target());
          }
        }
        if (pattern.rest() != null) {
          target(pattern.rest());
        }
      }
      case Expression.IdentifierReference each -> expression(each);
      case Expression.Member each -> expression(each);
      case Expression.Index each -> expression(each);
      case Expression.PrivateMember each -> expression(each);
      case Expression.SuperMember each -> expression(each);
      case Expression.SuperIndex each -> expression(each);
      case Expression.Call each -> expression(each);
    }
  }

  private void propertyName(PropertyName name) {
    if (name instanceof PropertyName.ComputedName computed) {
      expression(computed.expression());
    }
  }

  private void reference(String name) {
    resolver.reference(scope, name);
  }

  private void optional(@Nullable Expression expression) {
    if (expression != null) {
      expression(expression);
    }
  }

  /// Walks an expression whose function, if it is one without a name, takes the target's name
  /// (NamedEvaluation, 8.4.5). For members the specification gives no name, but answers are better
  /// with one.
  private void named(@Nullable Expression value, Target target) {
    String name =
        switch (target) {
          case Target.BindingIdentifier identifier -> identifier.name();
          case Expression.IdentifierReference identifier -> identifier.name();
          case Expression.Member member -> member.name();
          default -> "";
        };
    named(value, name);
  }

  private void named(@Nullable Expression value, String name) {
    if (value != null) {
      inferredName = value.isAnonymousFunctionDefinition() ? name : "";
      expression(value);
    }
  }

  private String takeInferredName() {
    String name = inferredName;
    inferredName = "";
    return name;
  }

  private static String staticName(PropertyName name) {
    return switch (name) {
      case PropertyName.LiteralName literal -> literal.value();
      case PropertyName.PrivateName secret -> "#" + secret.name();
      case PropertyName.NumericName _, PropertyName.ComputedName _ -> "";
    };
  }

  private void expressions(List<? extends Expression> list) {
    for (Expression each : list) {
      expression(each);
    }
  }

  private void elements(List<ListElement> list) {
    for (ListElement element : list) {
      switch (element) {
        case Expression each -> expression(each);
        case ListElement.Spread spread -> expression(spread.argument());
        case ListElement.Hole _ -> {}
      }
    }
  }

  private void superReference() {
    reference(Binding.THIS);
    reference(Binding.HOME_OBJECT);
  }

  private void expression(Expression expression) {
    switch (expression) {
      case FunctionNode function -> function(function, true);
      case ClassNode node -> classNode(node);
      case Expression.IdentifierReference each -> reference(each.name());
      case Expression.This _ -> reference(Binding.THIS);
      case Expression.NewTarget _ -> reference(Binding.NEW_TARGET);
      case Expression.ImportMeta _, Expression.NullLiteral _, Expression.BooleanLiteral _ -> {}
      case Expression.NumberLiteral _, Expression.BigIntLiteral _ -> {}
      case Expression.StringLiteral _, Expression.RegExpLiteral _ -> {}
      case Expression.TemplateLiteral each -> expressions(each.expressions());
      case Expression.TaggedTemplate each -> {
        expression(each.tag());
        expressions(each.quasi().expressions());
      }
      case Expression.ArrayLiteral each -> elements(each.elements());
      case Expression.ObjectLiteral each -> objectLiteral(each);
      case Expression.Member each -> expression(each.object());
      case Expression.Index each -> {
        expression(each.object());
        expression(each.index());
      }
      case Expression.PrivateMember each -> expression(each.object());
      case Expression.SuperMember _ -> superReference();
      case Expression.SuperIndex each -> {
        superReference();
        expression(each.index());
      }
      case Expression.Call each -> {
        expression(each.callee());
        elements(each.arguments());
        if (each.directEval()) {
          markMaterialized(scope);
          resolver.directEval(scope, varScope);
        }
      }
      case Expression.SuperCall each -> {
        reference(Binding.THIS);
        reference(Binding.FUNCTION_OBJECT);
        reference(Binding.NEW_TARGET);
        elements(each.arguments());
      }
      case Expression.New each -> {
        expression(each.callee());
        elements(each.arguments());
      }
      case Expression.ImportCall each -> {
        expression(each.specifier());
        optional(each.options());
      }
      case Expression.OptionalChain each -> expression(each.expression());
      case Expression.Unary each -> expression(each.operand());
      case Expression.Update each -> target(each.target());
      case Expression.Binary each -> {
        expression(each.first());
        each.rest().forEach(step -> expression(step.right()));
      }
      case Expression.Logical each -> expressions(each.operands());
      case Expression.PrivateIn each -> expression(each.object());
      case Expression.Conditional each -> {
        expression(each.test());
        expression(each.consequent());
        expression(each.alternate());
      }
      case Expression.Assign each -> {
        target(each.target());
        named(each.value(), each.target());
      }
      case Expression.CompoundAssign each -> {
        target(each.target());
        expression(each.value());
      }
      case Expression.LogicalAssign each -> {
        target(each.target());
        named(each.value(), each.target());
      }
      case Expression.Sequence each -> expressions(each.expressions());
      case Expression.Yield each -> optional(each.argument());
      case Expression.YieldStar each -> expression(each.argument());
      case Expression.Await each -> expression(each.argument());
    }
  }

  private void objectLiteral(Expression.ObjectLiteral literal) {
    List<FunctionInfo> methods = new java.util.ArrayList<>();
    for (Property property : literal.properties()) {
      switch (property) {
        case Property.KeyValue each -> {
          propertyName(each.name());
          named(each.value(), staticName(each.name()));
        }
        case Property.Prototype each -> expression(each.value());
        case Property.Method each -> {
          propertyName(each.name());
          inferredName = staticName(each.name());
          methods.add(function(each.function(), false));
        }
        case Property.Spread each -> expression(each.argument());
      }
    }
    if (!methods.isEmpty()) {
      resolver.literals.add(methods);
    }
  }
}
