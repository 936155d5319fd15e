package lexscope.js.bytecode;

import java.util.Set;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.Node;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;
import lexscope.js.syntax.VariableDeclarator;
import org.jspecify.annotations.Nullable;

/// Iteration statements, ECMA-262 section 14.7.
final class LoopCompiler {
  private final BytecodeCompiler c;

  LoopCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// The while statement.
  void whileLoop(Statement.While node, Set<String> labels) {
    c.statements.resetCompletion();
    var top = new Label();
    var end = new Label();
    c.code.bind(top);
    c.code.position(node.test().start());
    c.operators.branch(node.test(), end, false);
    body(node.body(), labels, end, top);
    c.code.loop(top, 0);
    c.code.bind(end);
  }

  /// The do-while statement.
  void doWhile(Statement.DoWhile node, Set<String> labels) {
    c.statements.resetCompletion();
    var top = new Label();
    var test = new Label();
    var end = new Label();
    c.code.bind(top);
    body(node.body(), labels, end, test);
    c.code.bind(test);
    c.code.position(node.test().start());
    c.operators.branch(node.test(), end, false);
    c.code.loop(top, 0);
    c.code.bind(end);
  }

  private void body(Statement body, Set<String> labels, Label onBreak, Label onContinue) {
    c.control.push(new ControlFlow.Target(labels, true, onBreak, onContinue, c.scope));
    c.statements.statement(body);
    c.control.pop();
  }

  /// The for statement: ForBodyEvaluation with CreatePerIterationEnvironment.
  void forLoop(Statement.For node, Set<String> labels) {
    c.statements.resetCompletion();
    Scope scope = c.template.tree().scopeOf(node);
    ScopeCompiler.Entered entered = scope == null ? null : c.scopes.enter(scope);
    c.usings.head(node.init(), () -> forBody(node, labels, scope));
    if (entered != null) {
      c.scopes.leave(entered);
    }
  }

  private void forBody(Statement.For node, Set<String> labels, @Nullable Scope scope) {
    switch (node.init()) {
      case null -> {}
      case Statement.VariableDeclaration declaration ->
          c.statements.variableDeclaration(declaration);
      case Expression expression -> c.expressions.effect(expression);
    }
    boolean perIteration =
        node.init() instanceof Statement.VariableDeclaration declaration
            && declaration.kind() == Statement.DeclarationKind.LET
            && scope != null;
    copy(perIteration, scope);
    var top = new Label();
    var update = new Label();
    var end = new Label();
    c.code.bind(top);
    Expression test = node.test();
    if (test != null) {
      c.code.position(test.start());
      c.operators.branch(test, end, false);
    }
    body(node.body(), labels, end, update);
    c.code.bind(update);
    boolean copies = perIteration && scope != null && scope.isMaterialized();
    copy(copies, scope);
    Expression step = node.update();
    if (step != null) {
      c.code.position(step.start());
      c.expressions.effect(step);
    }
    c.code.loop(top, perIteration && !copies ? 1 : 0);
    c.code.bind(end);
  }

  private void copy(boolean perIteration, @Nullable Scope scope) {
    if (perIteration && scope != null) {
      c.code.emit(scope.isMaterialized() ? Opcode.COPY_SCOPE : Opcode.ELIDE_SCOPE);
    }
  }

  /// ForIn/OfHeadEvaluation: the expression, with the head's names in their dead zone.
  private void head(Node loop, Expression expression, int value) {
    Scope head = c.template.tree().headScopeOf(loop);
    ScopeCompiler.Entered entered = head == null ? null : c.scopes.enter(head);
    c.expressions.into(expression, value);
    if (entered != null) {
      c.scopes.leave(entered);
    }
  }

  /// The for-in statement.
  void forIn(Statement.ForIn node, Set<String> labels) {
    c.statements.resetCompletion();
    annexBInitializer(node.head());
    int value = c.code.register();
    int keys = c.code.register();
    int key = c.code.register();
    head(node, node.object(), value);
    var end = new Label();
    c.code.position(node.object().start());
    c.code.jump(Opcode.JUMP_IF_NULLISH, end, value);
    c.code.emit(Opcode.ENUMERATE_PROPERTIES, keys, value);
    c.code.emit(Opcode.LOAD_UNDEFINED, value);
    var top = new Label();
    c.code.bind(top);
    c.code.jump(Opcode.NEXT_KEY, end, key, keys);
    c.control.push(new ControlFlow.Target(labels, true, end, top, c.scope));
    iteration(node, node.head(), node.body(), key);
    c.control.pop();
    c.code.loop(top, 0);
    c.code.bind(end);
  }

  /// Annex B.3.5: `for (var a = 1 in object)`.
  private void annexBInitializer(Statement.ForHead head) {
    if (head instanceof Statement.VariableDeclaration declaration
        && declaration.declarators().getFirst().initializer() != null) {
      c.statements.variableDeclaration(declaration);
    }
  }

  /// One iteration: binds or assigns the value, then runs the body.
  private void iteration(Node loop, Statement.ForHead head, Statement body, int value) {
    Scope scope = c.template.tree().scopeOf(loop);
    ScopeCompiler.Entered entered = scope == null ? null : c.scopes.enter(scope);
    c.code.position(loop.start());
    c.usings.head(head, () -> bound(head, body, value));
    if (entered != null) {
      c.scopes.leave(entered);
    }
  }

  private void bound(Statement.ForHead head, Statement body, int value) {
    switch (head) {
      case Statement.VariableDeclaration declaration -> {
        VariableDeclarator declarator = declaration.declarators().getFirst();
        if (UsingCompiler.isUsing(declaration)
            && declarator.target() instanceof Target.BindingIdentifier(String name, int _, int _)) {
          c.usings.bind(declaration, name, value);
        } else if (declaration.kind().isLexical()) {
          c.patterns.initialize(declarator.target(), value);
        } else {
          c.patterns.assign(declarator.target(), value);
        }
      }
      case Target target -> c.patterns.assign(target, value);
    }
    c.statements.statement(body);
  }

  /// The for-of and for-await-of statements.
  void forOf(Statement.ForOf node, Set<String> labels) {
    c.statements.resetCompletion();
    int value = c.code.register();
    int iterator = c.code.register();
    int next = c.code.register();
    int environment = c.code.register();
    head(node, node.iterable(), value);
    c.code.position(c.places.of(node.iterable()));
    c.code.subject(node.iterable());
    c.code.emit(
        node.isAwait() ? Opcode.GET_ASYNC_ITERATOR : Opcode.GET_ITERATOR, iterator, next, value);
    c.code.emit(Opcode.SAVE_ENVIRONMENT, environment);
    var top = new Label();
    var onContinue = new Label();
    var end = new Label();
    c.code.bind(top);
    step(node, value, iterator, next, end);
    c.control.push(new ControlFlow.Target(labels, true, end, null, c.scope));
    ControlFlow.Region region = c.control.openRegion();
    Runnable close =
        node.isAwait()
            ? () -> c.generators.asyncIteratorClose(iterator)
            : () -> c.code.emit(Opcode.ITERATOR_CLOSE, iterator);
    c.control.push(new ControlFlow.OpenIterator(region, c.scope, close));
    c.control.push(new ControlFlow.Target(labels, true, null, onContinue, c.scope));
    iteration(node, node.head(), node.body(), value);
    c.control.pop();
    c.control.pop();
    c.control.pop();
    int regionEnd = c.code.here();
    c.code.bind(onContinue);
    c.code.loop(top, 0);
    int handler = c.code.here();
    int error = c.code.register();
    c.code.emit(Opcode.CATCH, error);
    c.code.emit(Opcode.RESTORE_ENVIRONMENT, environment);
    if (node.isAwait()) {
      c.generators.asyncIteratorCloseQuietly(iterator);
    } else {
      c.code.emit(Opcode.ITERATOR_CLOSE_QUIETLY, iterator);
    }
    c.code.emit(Opcode.THROW, error);
    c.control.closeRegion(region, handler, regionEnd);
    c.code.bind(end);
  }

  private void step(Statement.ForOf node, int value, int iterator, int next, Label end) {
    c.code.position(
        node.head() instanceof Statement.VariableDeclaration declaration
            ? declaration.declarators().getFirst().target().start()
            : ((Target) node.head()).start());
    if (!node.isAwait()) {
      c.code.jump(Opcode.ITERATOR_STEP, end, value, iterator, next);
      return;
    }
    int mark = c.code.registerMark();
    int result = c.code.register();
    c.code.emit(Opcode.CALL, result, next, iterator, result, 0);
    c.generators.awaitRegister(result);
    c.code.emit(Opcode.CHECK_OBJECT, result, 0);
    int done = c.code.register();
    c.code.emit(Opcode.ITERATOR_COMPLETE, done, result);
    c.code.jump(Opcode.JUMP_IF_TRUE, end, done);
    c.code.emit(Opcode.ITERATOR_VALUE, value, result);
    c.code.releaseRegisters(mark);
  }
}
