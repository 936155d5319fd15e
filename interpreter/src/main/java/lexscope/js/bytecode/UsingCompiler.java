package lexscope.js.bytecode;

import java.util.List;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;
import lexscope.js.syntax.VariableDeclarator;
import org.jspecify.annotations.Nullable;

/// Using declarations, ECMA-262 section 14.3.1: what they declare is disposed of however control
/// leaves the statement list, as a `finally` would do it.
final class UsingCompiler {
  private static final int THROWN = 1;

  private final BytecodeCompiler c;
  private int capability = -1;

  UsingCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// A StatementList that may have using declarations.
  void list(List<Statement> body) {
    boolean async = false;
    boolean any = false;
    for (Statement statement : body) {
      if (statement instanceof Statement.VariableDeclaration declaration && isUsing(declaration)) {
        any = true;
        async |= declaration.kind() == Statement.DeclarationKind.AWAIT_USING;
      }
    }
    if (any) {
      disposing(async, () -> c.statements.list(body));
    } else {
      c.statements.list(body);
    }
  }

  /// What the head of a loop declares, and what is to run before it is disposed of.
  void head(@Nullable Object head, Runnable body) {
    if (head instanceof Statement.VariableDeclaration declaration && isUsing(declaration)) {
      disposing(declaration.kind() == Statement.DeclarationKind.AWAIT_USING, body);
    } else {
      body.run();
    }
  }

  /// Whether it is a using declaration.
  static boolean isUsing(Statement.VariableDeclaration declaration) {
    return switch (declaration.kind()) {
      case USING, AWAIT_USING -> true;
      case VAR, LET, CONST -> false;
    };
  }

  /// UsingDeclaration and AwaitUsingDeclaration.
  void declaration(Statement.VariableDeclaration node) {
    for (VariableDeclarator declarator : node.declarators()) {
      if (!(declarator.target() instanceof Target.BindingIdentifier(String name, int _, int _))
          || declarator.initializer() == null) {
        throw new IllegalStateException("a using declaration without name or value");
      }
      int mark = c.code.registerMark();
      c.code.position(declarator.start());
      int value = c.code.register();
      c.expressions.named(declarator.initializer(), declarator.namesFunction(), name, value);
      bind(node, name, value);
      c.code.releaseRegisters(mark);
    }
  }

  /// InitializeBinding (9.1.1.1.4) with a hint: the value must be disposable.
  void bind(Statement.VariableDeclaration node, String name, int value) {
    boolean async = node.kind() == Statement.DeclarationKind.AWAIT_USING;
    c.code.emit(Opcode.ADD_DISPOSABLE, capability, value, async ? 1 : 0);
    c.scopes.initialize(name, value);
  }

  private void disposing(boolean async, Runnable body) {
    int kind = c.code.register();
    int value = c.code.register();
    int environment = c.code.register();
    int resources = c.code.register();
    int completion = c.completion >= 0 ? c.code.register() : -1;
    c.code.emit(Opcode.NEW_DISPOSE_CAPABILITY, resources);
    c.code.emit(Opcode.LOAD_UNDEFINED, value);
    c.code.emit(Opcode.SAVE_ENVIRONMENT, environment);
    ControlFlow.Region region = c.control.openRegion();
    var block = new ControlFlow.Finally(region, c.scope, kind, value);
    c.control.push(block);
    int around = capability;
    capability = resources;
    body.run();
    capability = around;
    c.control.pop();
    int end = c.code.here();
    c.code.emit(Opcode.LOAD_CONSTANT, kind, c.code.constant(0));
    c.code.jump(Opcode.JUMP, block.entry);
    int target = c.code.here();
    c.tries.startHandler(value, environment);
    c.code.emit(Opcode.LOAD_CONSTANT, kind, c.code.constant(THROWN));
    c.control.closeRegion(region, target, end);
    c.code.bind(block.entry);
    if (completion >= 0) {
      c.scopes.move(completion, c.completion);
    }
    dispose(resources, kind, value, environment, async);
    if (completion >= 0) {
      c.scopes.move(c.completion, completion);
    }
    c.control.dispatch(block);
  }

  /// DisposeResources, section 9.2.8. If something was thrown it is thrown again at its end.
  private void dispose(int resources, int kind, int value, int environment, boolean async) {
    var begin = new Label();
    c.code.jump(Opcode.JUMP_IF_NOT_SAME, begin, kind, THROWN);
    c.code.emit(Opcode.DISPOSE_FAILED, resources, value);
    c.code.bind(begin);
    int more = c.code.register();
    int awaited = c.code.register();
    if (!async) {
      c.code.emit(Opcode.DISPOSE, more, awaited, resources);
      return;
    }
    var top = new Label();
    var done = new Label();
    c.code.bind(top);
    c.code.emit(Opcode.DISPOSE, more, awaited, resources);
    c.code.jump(Opcode.JUMP_IF_FALSE, done, more);
    ControlFlow.Region region = c.control.openRegion();
    c.control.push(region);
    c.generators.awaitRegister(awaited);
    c.control.pop();
    int end = c.code.here();
    c.code.loop(top, 0);
    int target = c.code.here();
    int error = c.code.register();
    c.tries.startHandler(error, environment);
    c.control.closeRegion(region, target, end);
    c.code.emit(Opcode.DISPOSE_FAILED, resources, error);
    c.code.loop(top, 0);
    c.code.bind(done);
  }
}
