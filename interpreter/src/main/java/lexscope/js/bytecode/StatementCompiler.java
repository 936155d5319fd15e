package lexscope.js.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Resolution;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.ModuleItem;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.SwitchCase;
import lexscope.js.syntax.Target;
import lexscope.js.syntax.VariableDeclarator;
import org.jspecify.annotations.Nullable;

/// Statements and declarations, ECMA-262 section 14; loops and try have classes of their own.
final class StatementCompiler {
  private final BytecodeCompiler c;

  StatementCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// StatementList.
  void list(List<Statement> body) {
    body.forEach(this::statement);
  }

  /// A statement without labels.
  void statement(Statement statement) {
    labelled(statement, Set.of());
  }

  private void labelled(Statement statement, Set<String> labels) {
    int mark = c.code.registerMark();
    if (!(statement instanceof Statement.ClassDeclaration) || c.constants.isStepping()) {
      c.code.position(statement.start());
    }
    if (c.constants.isStepping() && !(statement instanceof Statement.Block)) {
      c.code.emit(Opcode.STATEMENT);
    }
    if (!labels.isEmpty() && !isLoop(statement)) {
      labelledPlain(statement, labels);
    } else {
      compile(statement, labels);
    }
    c.code.releaseRegisters(mark);
  }

  private static boolean isLoop(Statement statement) {
    return switch (statement) {
      case Statement.For _,
          Statement.ForIn _,
          Statement.ForOf _,
          Statement.While _,
          Statement.DoWhile _,
          Statement.Labelled _ ->
          true;
      default -> false;
    };
  }

  /// A labelled statement that only `break label` can name.
  private void labelledPlain(Statement statement, Set<String> labels) {
    var end = new Label();
    c.control.push(new ControlFlow.Target(labels, false, end, null, c.scope));
    compile(statement, Set.of());
    c.control.pop();
    c.code.bind(end);
  }

  private void compile(Statement statement, Set<String> labels) {
    switch (statement) {
      case Statement.VariableDeclaration node -> variableDeclaration(node);
      case Statement.FunctionDeclaration node -> functionDeclaration(node);
      case Statement.ClassDeclaration node -> c.classes.declaration(node);
      case Statement.Block node -> block(node);
      case Statement.Empty _ -> {}
      case Statement.ExpressionStatement node -> {
        if (c.completion >= 0) {
          int value = c.code.register();
          c.expressions.into(node.expression(), value);
          c.scopes.move(c.completion, value);
        } else {
          c.expressions.effect(node.expression());
        }
      }
      case Statement.If node -> ifStatement(node);
      case Statement.For node -> c.loops.forLoop(node, labels);
      case Statement.ForIn node -> c.loops.forIn(node, labels);
      case Statement.ForOf node -> c.loops.forOf(node, labels);
      case Statement.While node -> c.loops.whileLoop(node, labels);
      case Statement.DoWhile node -> c.loops.doWhile(node, labels);
      case Statement.Continue node -> c.control.emitContinue(node.label());
      case Statement.Break node -> c.control.emitBreak(node.label());
      case Statement.Return node -> returnStatement(node);
      case Statement.With node -> with(node);
      case Statement.Switch node -> switchStatement(node);
      case Statement.Labelled node -> {
        Set<String> all = new LinkedHashSet<>(labels);
        all.add(node.label());
        labelled(node.body(), all);
      }
      case Statement.Throw node -> {
        int value = c.expressions.operand(node.argument());
        c.code.position(node.start());
        c.code.subject(node.argument());
        c.code.emit(Opcode.THROW, value);
      }
      case Statement.Try node -> c.tries.tryStatement(node);
      case Statement.Debugger _ -> c.code.emit(Opcode.DEBUGGER);
      case ModuleItem item -> moduleItem(item);
    }
  }

  /// The completion value of a statement that has none of its own so far.
  void resetCompletion() {
    if (c.completion >= 0) {
      c.code.emit(Opcode.LOAD_UNDEFINED, c.completion);
    }
  }

  private void moduleItem(ModuleItem item) {
    switch (item) {
      case ModuleItem.ImportDeclaration _, ModuleItem.ExportList _ -> {}
      case ModuleItem.ExportDeclaration node -> statement(node.declaration());
      case ModuleItem.ExportDefaultDeclaration node -> statement(node.declaration());
      case ModuleItem.ExportDefaultExpression node -> {
        int value = c.code.register();
        c.expressions.named(
            node.expression(), node.expression().isAnonymousFunctionDefinition(), "default", value);
        c.scopes.initialize("*default*", value);
      }
    }
  }

  /// Variable statements and lexical declarations, ECMA-262 sections 14.3.1 and 14.3.2.
  void variableDeclaration(Statement.VariableDeclaration node) {
    if (UsingCompiler.isUsing(node)) {
      c.usings.declaration(node);
      return;
    }
    for (VariableDeclarator declarator : node.declarators()) {
      int mark = c.code.registerMark();
      c.code.position(declarator.start());
      declarator(declarator, node.kind().isLexical());
      c.code.releaseRegisters(mark);
    }
  }

  private void declarator(VariableDeclarator declarator, boolean lexical) {
    Expression initializer = declarator.initializer();
    if (initializer == null && !lexical) {
      return;
    }
    switch (declarator.target()) {
      case Target.BindingIdentifier(String name, int start, int end) -> {
        if (!lexical) {
          int own = variableRegister(name, present(initializer));
          if (own >= 0) {
            c.expressions.named(present(initializer), declarator.namesFunction(), name, own);
            return;
          }
          var reference =
              c.targets.reference(new Expression.IdentifierReference(name, start, end), true);
          int value = c.code.register();
          c.expressions.named(present(initializer), declarator.namesFunction(), name, value);
          c.targets.put(reference, value, c.places.after(declarator.target().end()));
          return;
        }
        int value = lexicalRegister(name, initializer);
        if (initializer == null) {
          c.code.emit(Opcode.LOAD_UNDEFINED, value);
        } else {
          c.expressions.named(initializer, declarator.namesFunction(), name, value);
        }
        c.scopes.initialize(name, value);
      }
      case Target target -> {
        int value = c.code.register();
        Expression source = present(initializer);
        c.expressions.into(source, value);
        if (lexical) {
          c.patterns.initialize(target, value, source);
        } else {
          c.patterns.assign(target, value, source);
        }
      }
    }
  }

  /// The binding's own register if the value can be computed right there, else a new one.
  private int lexicalRegister(String name, @Nullable Expression initializer) {
    Binding binding = c.scope.find(name);
    if (binding != null
        && !binding.scope().isMaterialized()
        && binding.isNamed()
        && (initializer == null || ExpressionCompiler.writesLast(initializer))
        && c.scope.kind() != Scope.Kind.GLOBAL) {
      return c.registerOf(binding);
    }
    return c.code.register();
  }

  /// The register of the plain variable that a `var` assigns, if the value can be computed right
  /// there; else -1.
  private int variableRegister(String name, Expression initializer) {
    return c.resolve(name) instanceof Resolution.Register(Binding binding)
            && !binding.isConstant()
            && !c.needsCheck(binding)
            && ExpressionCompiler.writesLast(initializer)
        ? c.registerOf(binding)
        : -1;
  }

  private static Expression present(@Nullable Expression initializer) {
    if (initializer == null) {
      throw new IllegalStateException("a pattern without a value");
    }
    return initializer;
  }

  /// A function declaration was instantiated when its scope was entered. In a block it also assigns
  /// the `var` of its name where Annex B.3.2 says so.
  private void functionDeclaration(Statement.FunctionDeclaration node) {
    if (!c.template.tree().assignsVar(node)) {
      return;
    }
    String name = ScopeCompiler.declaredName(node);
    int value = c.code.register();
    c.scopes.get(name, value);
    Binding var = c.info.functionNode() == null ? null : c.info.bodyScope().find(name);
    if (var != null) {
      c.scopes.store(var, value);
    } else if (c.isStrict()) {
      throw new IllegalStateException("Annex B semantics in strict code");
    } else {
      c.code.emit(Opcode.PUT_VARIABLE, c.key(name), value);
    }
  }

  /// Block, ECMA-262 section 14.2.2.
  void block(Statement.Block node) {
    Scope scope = c.template.tree().scopeOf(node);
    if (scope == null) {
      list(node.body());
      return;
    }
    ScopeCompiler.Entered entered = c.scopes.enter(scope);
    c.usings.list(node.body());
    c.scopes.leave(entered);
  }

  private void ifStatement(Statement.If node) {
    resetCompletion();
    var end = new Label();
    List<Statement.IfClause> clauses = node.clauses();
    for (int i = 0; i < clauses.size(); i++) {
      var next = new Label();
      c.operators.branch(clauses.get(i).test(), next, false);
      statement(clauses.get(i).body());
      if (i < clauses.size() - 1 || node.otherwise() != null) {
        c.code.jump(Opcode.JUMP, end);
      }
      c.code.bind(next);
    }
    Statement otherwise = node.otherwise();
    if (otherwise != null) {
      statement(otherwise);
    }
    c.code.bind(end);
  }

  private void returnStatement(Statement.Return node) {
    Expression argument = node.argument();
    if (argument instanceof Expression.IdentifierReference && c.control.returnsAtOnce()) {
      c.control.emitReturn(c.expressions.operand(argument));
      return;
    }
    int value = c.code.register();
    if (argument == null) {
      c.code.emit(Opcode.LOAD_UNDEFINED, value);
    } else {
      c.expressions.into(argument, value);
      c.generators.awaitReturnValue(value);
    }
    c.control.emitReturn(value);
  }

  /// The with statement, ECMA-262 section 14.11.2.
  private void with(Statement.With node) {
    resetCompletion();
    int object = c.expressions.operand(node.object());
    Scope scope = c.template.tree().scopeOf(node);
    if (scope == null) {
      throw new IllegalStateException("a with statement without scope");
    }
    var entered = new ScopeCompiler.Entered(c.scope, c.code.registerMark(), c.code.nameMark());
    c.code.position(node.start());
    c.code.emit(Opcode.PUSH_WITH, object, c.code.uniqueConstant(scope));
    c.scope = scope;
    statement(node.body());
    c.scopes.leave(entered);
  }

  /// The switch statement, ECMA-262 section 14.12.4.
  private void switchStatement(Statement.Switch node) {
    resetCompletion();
    int value = c.code.register();
    c.expressions.into(node.discriminant(), value);
    var end = new Label();
    c.control.push(new ControlFlow.Target(Set.of(), true, end, null, c.scope));
    Scope scope = c.template.tree().scopeOf(node);
    ScopeCompiler.Entered entered = scope == null ? null : c.scopes.enter(scope);
    List<Label> bodies = new ArrayList<>();
    Label byDefault = null;
    for (SwitchCase clause : node.cases()) {
      var body = new Label();
      bodies.add(body);
      Expression test = clause.test();
      if (test == null) {
        byDefault = body;
        continue;
      }
      int mark = c.code.registerMark();
      int register = c.expressions.operand(test);
      c.code.jump(Opcode.JUMP_IF_STRICT_EQUAL, body, value, register);
      c.code.releaseRegisters(mark);
    }
    var none = new Label();
    c.code.jump(Opcode.JUMP, byDefault == null ? none : byDefault);
    for (int i = 0; i < bodies.size(); i++) {
      c.code.bind(bodies.get(i));
      list(node.cases().get(i).body());
    }
    c.code.bind(none);
    c.control.pop();
    if (entered != null) {
      c.scopes.leave(entered);
    }
    c.code.bind(end);
  }
}
