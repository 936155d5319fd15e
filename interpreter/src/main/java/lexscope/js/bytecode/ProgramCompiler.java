package lexscope.js.bytecode;

import java.util.LinkedHashSet;
import java.util.Set;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.Program;
import lexscope.js.syntax.Statement;

/// The top level of scripts, eval code and modules, ECMA-262 sections 16.1.6, 16.1.7, 19.2.1.3 and
/// 16.2.1.6.
final class ProgramCompiler {
  private final BytecodeCompiler c;
  private final Program program;

  ProgramCompiler(BytecodeCompiler compiler, Program program) {
    c = compiler;
    this.program = program;
  }

  void compile() {
    Scope scope = c.info.functionScope();
    if (scope.kind() == Scope.Kind.MODULE) {
      module();
      return;
    }
    c.completion = c.code.register();
    c.code.emit(Opcode.LOAD_UNDEFINED, c.completion);
    c.code.position(program.start());
    boolean global = scope.kind() == Scope.Kind.GLOBAL;
    if (global) {
      c.code.emit(Opcode.DECLARE_GLOBALS);
      declare((Program.Script) program);
    } else {
      if (!c.isStrict()) {
        c.code.emit(Opcode.DECLARE_EVAL);
      }
      c.scopes.enterBare(scope);
      if (c.isStrict()) {
        c.code.emit(Opcode.SET_VARIABLE_ENVIRONMENT);
        c.instantiate(c.info.functionsToInitialize());
      } else {
        declare((Program.Script) program);
      }
    }
    c.statements.list(program.body());
    c.control.finish(c.completion);
  }

  /// Functions and `var`s become bindings of the global environment, or of the one that runs a
  /// direct eval.
  private void declare(Program.Script script) {
    Set<String> functions = new LinkedHashSet<>();
    for (Statement.FunctionDeclaration declaration : c.info.functionsToInitialize()) {
      int mark = c.code.registerMark();
      int closure = c.code.register();
      String name = ScopeCompiler.declaredName(declaration);
      functions.add(name);
      c.literals.closure(declaration.function(), name, closure);
      c.code.emit(Opcode.DECLARE_FUNCTION, c.key(name), closure);
      c.code.releaseRegisters(mark);
    }
    Set<String> names = new LinkedHashSet<>(c.info.varNames());
    names.removeAll(functions);
    for (Statement.FunctionDeclaration declaration : script.annexBFunctions()) {
      String name = ScopeCompiler.declaredName(declaration);
      if (!functions.contains(name) && !names.contains(name)) {
        c.code.emit(Opcode.DECLARE_VARIABLE, c.key(name), 1);
      }
    }
    for (String name : names) {
      c.code.emit(Opcode.DECLARE_VARIABLE, c.key(name), 0);
    }
  }

  /// A module's functions are instantiated when it is linked; its statements run when it is
  /// evaluated.
  private void module() {
    c.instantiate(c.info.functionsToInitialize());
    c.code.emit(Opcode.SUSPEND_MODULE);
    c.usings.list(program.body());
    int result = c.code.register();
    c.code.emit(Opcode.LOAD_UNDEFINED, result);
    c.control.finish(result);
  }
}
