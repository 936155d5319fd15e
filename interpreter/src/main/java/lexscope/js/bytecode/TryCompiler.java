package lexscope.js.bytecode;

import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.CatchClause;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;

/// The try statement, ECMA-262 section 14.15.
final class TryCompiler {
  private final BytecodeCompiler c;

  TryCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// `try … catch … finally …`.
  void tryStatement(Statement.Try node) {
    c.statements.resetCompletion();
    Statement.Block finalizer = node.finalizer();
    if (finalizer == null) {
      tryCatch(node);
    } else {
      tryFinally(node, finalizer);
    }
  }

  private void tryCatch(Statement.Try node) {
    CatchClause handler = node.handler();
    if (handler == null) {
      c.statements.block(node.block());
      return;
    }
    int environment = c.code.register();
    c.code.emit(Opcode.SAVE_ENVIRONMENT, environment);
    ControlFlow.Region region = c.control.openRegion();
    c.control.push(region);
    c.statements.block(node.block());
    c.control.pop();
    int end = c.code.here();
    var over = new Label();
    c.code.jump(Opcode.JUMP, over);
    int target = c.code.here();
    int error = c.code.register();
    startHandler(error, environment);
    c.control.closeRegion(region, target, end);
    catchClause(handler, error);
    c.code.bind(over);
  }

  /// The beginning of an exception handler: takes what was thrown and what was saved.
  void startHandler(int error, int environment) {
    c.code.emit(Opcode.CATCH, error);
    c.code.emit(Opcode.RESTORE_ENVIRONMENT, environment);
    int depth = 0;
    for (PrivateNames names = c.privateNames; names != null; names = names.outer()) {
      depth++;
    }
    c.code.emit(Opcode.TRIM_PRIVATE_NAMES, depth);
  }

  /// CatchClauseEvaluation.
  private void catchClause(CatchClause node, int error) {
    c.statements.resetCompletion();
    Target parameter = node.parameter();
    Scope scope = c.template.tree().scopeOf(node);
    if (parameter == null) {
      c.statements.block(node.body());
      return;
    }
    ScopeCompiler.Entered entered = scope == null ? null : c.scopes.enter(scope);
    if (scope != null && scope.find(".catch") instanceof Binding thrown && scope.isMaterialized()) {
      c.scopes.store(thrown, error);
    }
    c.patterns.initialize(parameter, error);
    c.statements.block(node.body());
    if (entered != null) {
      c.scopes.leave(entered);
    }
  }

  /// The finally block exists once; a register says how to go on after it: 0 normally, 1 by
  /// throwing, others by a jump.
  private void tryFinally(Statement.Try node, Statement.Block finalizer) {
    int kind = c.code.register();
    int value = c.code.register();
    int environment = c.code.register();
    int completion = c.completion >= 0 ? c.code.register() : -1;
    c.code.emit(Opcode.LOAD_UNDEFINED, value);
    c.code.emit(Opcode.SAVE_ENVIRONMENT, environment);
    ControlFlow.Region region = c.control.openRegion();
    var block = new ControlFlow.Finally(region, c.scope, kind, value);
    c.control.push(block);
    tryCatch(node);
    c.control.pop();
    int end = c.code.here();
    c.code.emit(Opcode.LOAD_CONSTANT, kind, c.code.constant(0));
    c.code.jump(Opcode.JUMP, block.entry);
    int target = c.code.here();
    startHandler(value, environment);
    c.code.emit(Opcode.LOAD_CONSTANT, kind, c.code.constant(1));
    c.control.closeRegion(region, target, end);
    c.code.bind(block.entry);
    if (completion >= 0) {
      c.scopes.move(completion, c.completion);
      c.code.emit(Opcode.LOAD_UNDEFINED, c.completion);
    }
    c.statements.block(finalizer);
    if (completion >= 0) {
      c.scopes.move(c.completion, completion);
    }
    c.control.dispatch(block);
  }
}
