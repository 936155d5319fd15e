package lexscope.js.scope;

import java.util.List;
import lexscope.js.policy.V8Rule;
import lexscope.js.syntax.CatchClause;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.ModuleItem;
import lexscope.js.syntax.Node;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.SwitchCase;
import lexscope.js.syntax.Target;
import lexscope.js.syntax.VariableDeclarator;

/// Walks statements, ECMA-262 section 14, and opens the scopes that they enter.
final class StatementAnalyzer {
  private final ScopeAnalyzer a;

  StatementAnalyzer(ScopeAnalyzer analyzer) {
    a = analyzer;
  }

  void statements(List<Statement> list) {
    for (Statement statement : list) {
      statement(statement);
    }
  }

  /// Walks a statement list that is a scope of its own if it declares something.
  private void block(Node node, Scope.Kind kind, List<Statement> list, Runnable walk) {
    Scope outer = a.scope;
    Scope inner = a.tree.scope(kind, outer, outer.function(), node.start(), node.end());
    a.declarations.block(list, inner);
    enter(node, inner, walk);
  }

  private void enter(Node node, Scope inner, Runnable walk) {
    Scope outer = a.scope;
    if (!inner.bindings().isEmpty()) {
      a.tree.scopes.put(node, inner);
      a.scope = inner;
    }
    walk.run();
    a.scope = outer;
  }

  void statement(Statement statement) {
    switch (statement) {
      case Statement.VariableDeclaration declaration -> variableDeclaration(declaration);
      case Statement.FunctionDeclaration declaration -> a.function(declaration.function(), false);
      case Statement.ClassDeclaration declaration -> a.classNode(declaration.node());
      case Statement.Block each ->
          block(each, Scope.Kind.BLOCK, each.body(), () -> statements(each.body()));
      case Statement.Empty _, Statement.Continue _, Statement.Break _, Statement.Debugger _ -> {}
      case Statement.ExpressionStatement each -> a.expressions.expression(each.expression());
      case Statement.If each -> {
        for (Statement.IfClause clause : each.clauses()) {
          a.expressions.expression(clause.test());
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
        a.expressions.expression(each.test());
        statement(each.body());
      }
      case Statement.DoWhile each -> {
        statement(each.body());
        a.expressions.expression(each.test());
      }
      case Statement.Return each -> a.expressions.optional(each.argument());
      case Statement.With each -> {
        a.expressions.expression(each.object());
        Scope outer = a.scope;
        ScopeAnalyzer.markMaterialized(outer);
        var inner =
            a.tree.scope(Scope.Kind.WITH, outer, outer.function(), each.start(), each.end());
        Binding object = inner.declare(".with", Binding.Kind.WITH_OBJECT, true);
        object.contextAllocated = a.rules.contains(V8Rule.WITH_OBJECT);
        enter(each, inner, () -> statement(each.body()));
      }
      case Statement.Switch each -> {
        a.expressions.expression(each.discriminant());
        List<Statement> all =
            each.cases().stream().flatMap(clause -> clause.body().stream()).toList();
        block(each, Scope.Kind.SWITCH, all, () -> switchCases(each.cases()));
      }
      case Statement.Labelled each -> statement(each.body());
      case Statement.Throw each -> a.expressions.expression(each.argument());
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
      case ModuleItem.ExportDefaultExpression each ->
          a.expressions.named(each.expression(), "default");
    }
  }

  private void switchCases(List<SwitchCase> cases) {
    for (SwitchCase clause : cases) {
      a.expressions.optional(clause.test());
      statements(clause.body());
    }
  }

  private void variableDeclaration(Statement.VariableDeclaration declaration) {
    for (VariableDeclarator declarator : declaration.declarators()) {
      if (!declaration.kind().isLexical()) {
        a.declarations.varNames(declarator.target(), a.varScope);
      }
      a.expressions.target(declarator.target());
      a.expressions.named(declarator.initializer(), declarator.target());
    }
  }

  private void forStatement(Statement.For node) {
    Scope inner =
        a.tree.scope(Scope.Kind.LOOP, a.scope, a.scope.function(), node.start(), node.end());
    if (node.init() instanceof Statement.VariableDeclaration declaration
        && declaration.kind().isLexical()) {
      a.declarations.lexical(declaration, inner);
      inner.headEnd = declaration.kind().isConstant() ? -1 : declaration.end();
    }
    enter(
        node,
        inner,
        () -> {
          switch (node.init()) {
            case Statement.VariableDeclaration declaration -> variableDeclaration(declaration);
            case Expression expression -> a.expressions.expression(expression);
            case null -> {}
          }
          a.expressions.optional(node.test());
          a.expressions.optional(node.update());
          statement(node.body());
        });
  }

  private void forEach(Statement node, Statement.ForHead head, Expression subject, Statement body) {
    Scope outer = a.scope;
    Scope iteration =
        a.tree.scope(Scope.Kind.ITERATION, outer, outer.function(), node.start(), node.end());
    if (head instanceof Statement.VariableDeclaration declaration
        && declaration.kind().isLexical()) {
      a.declarations.lexical(declaration, iteration);
      Scope dead =
          a.tree.scope(
              Scope.Kind.LOOP_HEAD, outer, outer.function(), subject.start(), subject.end());
      a.declarations.lexical(declaration, dead);
      if (!dead.bindings().isEmpty()) {
        a.tree.heads.put(node, dead);
        a.scope = dead;
      }
    }
    a.expressions.expression(subject);
    a.scope = outer;
    enter(
        node,
        iteration,
        () -> {
          switch (head) {
            case Statement.VariableDeclaration declaration -> variableDeclaration(declaration);
            case Target each -> a.expressions.target(each);
          }
          statement(body);
        });
  }

  private void catchClause(CatchClause clause) {
    Scope inner =
        a.tree.scope(Scope.Kind.CATCH, a.scope, a.scope.function(), clause.start(), clause.end());
    Target parameter = clause.parameter();
    if (parameter != null) {
      a.declarations.names(parameter, inner, Binding.Kind.CATCH, false);
      if (parameter instanceof Target.BindingIdentifier) {
        inner
            .bindings()
            .forEach(each -> each.contextAllocated = a.rules.contains(V8Rule.CATCH_VARIABLE));
      } else {
        Binding thrown = inner.declare(Scope.CATCH_VALUE, Binding.Kind.HIDDEN, true);
        thrown.contextAllocated = a.rules.contains(V8Rule.CATCH_PATTERN_VALUE);
      }
    }
    enter(
        clause,
        inner,
        () -> {
          if (parameter != null) {
            a.expressions.target(parameter);
          }
          statement(clause.body());
        });
  }
}
