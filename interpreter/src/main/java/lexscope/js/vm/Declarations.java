package lexscope.js.vm;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.environment.GlobalEnvironmentRecord;
import lexscope.js.environment.ObjectEnvironmentRecord;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.scope.Binding;
import lexscope.js.scope.FunctionInfo;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;

/// What scripts and eval code declare in records that exist already, ECMA-262 sections 16.1.7 and
/// 19.2.1.3.
final class Declarations {
  private Declarations() {}

  /// GlobalDeclarationInstantiation, without the creation of functions and `var`s.
  static void declareGlobals(Machine machine, Frame frame) {
    FunctionInfo info = frame.code.template().info();
    GlobalEnvironmentRecord global = Names.global(frame.realm);
    Map<String, Boolean> lexicals = frame.code.template().tree().globalLexicals();
    for (String name : lexicals.keySet()) {
      if (global.hasLexicalDeclaration(name) || global.hasRestrictedGlobalProperty(machine, name)) {
        throw redeclared(machine, name);
      }
    }
    Set<String> functions = functionNames(info);
    for (String name : info.varNames()) {
      if (global.hasLexicalDeclaration(name)) {
        throw redeclared(machine, name);
      }
    }
    for (String name : functions) {
      if (!global.canDeclareGlobalFunction(machine, name)) {
        throw notDefinable(machine, name);
      }
    }
    for (String name : info.varNames()) {
      if (!functions.contains(name) && !global.canDeclareGlobalVar(machine, name)) {
        throw notDefinable(machine, name);
      }
    }
    for (Map.Entry<String, Boolean> lexical : lexicals.entrySet()) {
      global.createLexicalBinding(lexical.getKey(), lexical.getValue());
      machine.bumpGlobalLexicalEpoch();
    }
  }

  private static Set<String> functionNames(FunctionInfo info) {
    Set<String> names = new LinkedHashSet<>();
    for (Statement.FunctionDeclaration declaration : info.functionsToInitialize()) {
      Target.BindingIdentifier name = declaration.function().name();
      names.add(name == null ? "*default*" : name.name());
    }
    return names;
  }

  private static ThrowCompletion redeclared(Machine machine, String name) {
    return machine.syntaxError("Identifier '" + name + "' has already been declared");
  }

  private static ThrowCompletion notDefinable(Machine machine, String name) {
    return machine.typeError("Cannot declare global variable '" + name + "'");
  }

  /// EvalDeclarationInstantiation of sloppy code, steps 3 to 8: no `var` may hop over a lexical
  /// binding of its name.
  static void checkEval(Machine machine, Frame frame) {
    FunctionInfo info = frame.code.template().info();
    Set<String> names = new LinkedHashSet<>(info.varNames());
    EnvironmentRecord target = frame.variableEnvironment;
    for (EnvironmentRecord record = frame.environment;
        record != null && record != target;
        record = record.outer()) {
      if (record instanceof ObjectEnvironmentRecord
          || (record instanceof DeclarativeEnvironmentRecord block
              && block.scope().kind() == Scope.Kind.CATCH)) {
        continue;
      }
      for (String name : names) {
        if (record.hasBinding(machine, name)) {
          throw redeclared(machine, name);
        }
      }
    }
    if (target instanceof GlobalEnvironmentRecord global) {
      checkGlobal(machine, global, info, names);
    } else if (target instanceof DeclarativeEnvironmentRecord record) {
      for (String name : names) {
        if (isLexical(record, name)) {
          throw redeclared(machine, name);
        }
      }
    }
  }

  private static void checkGlobal(
      Machine machine, GlobalEnvironmentRecord global, FunctionInfo info, Set<String> names) {
    for (String name : names) {
      if (global.hasLexicalDeclaration(name)) {
        throw redeclared(machine, name);
      }
    }
    Set<String> functions = functionNames(info);
    for (String name : functions) {
      if (!global.canDeclareGlobalFunction(machine, name)) {
        throw notDefinable(machine, name);
      }
    }
    for (String name : names) {
      if (!functions.contains(name) && !global.canDeclareGlobalVar(machine, name)) {
        throw notDefinable(machine, name);
      }
    }
  }

  /// Whether a function's record has the name as a lexical declaration of its body.
  private static boolean isLexical(DeclarativeEnvironmentRecord record, String name) {
    Binding binding = record.scope().find(name);
    return binding != null
        && (binding.kind() == Binding.Kind.LET
            || binding.kind() == Binding.Kind.CONST
            || binding.kind() == Binding.Kind.CLASS);
  }

  private static boolean isEval(Frame frame) {
    return frame.code.template().info().functionScope().kind() == Scope.Kind.EVAL;
  }

  /// A function of the top level: CreateGlobalFunctionBinding, or a binding in the variable
  /// environment.
  static void declareFunction(Machine machine, Frame frame, String name, Object function) {
    int mark = machine.handles().mark();
    if (frame.variableEnvironment instanceof GlobalEnvironmentRecord global) {
      global.createGlobalFunctionBinding(machine, name, function, isEval(frame));
    } else {
      storeVariable(
          machine, (DeclarativeEnvironmentRecord) frame.variableEnvironment, name, function);
    }
    machine.handles().release(mark);
  }

  /// A `var` of the top level. For a function in a block (Annex B.3.2) only where nothing stands in
  /// its way.
  static void declareVariable(Machine machine, Frame frame, String name, boolean annexB) {
    if (annexB && !mayHoist(machine, frame, name)) {
      return;
    }
    int mark = machine.handles().mark();
    if (frame.variableEnvironment instanceof GlobalEnvironmentRecord global) {
      if (annexB
          && (global.hasLexicalDeclaration(name)
              || !global.canDeclareGlobalFunction(machine, name))) {
        return;
      }
      global.createGlobalVarBinding(machine, name, isEval(frame));
    } else {
      var record = (DeclarativeEnvironmentRecord) frame.variableEnvironment;
      if (!record.hasBinding(machine, name)) {
        record.addGrown(name, Undefined.UNDEFINED);
      }
    }
    machine.handles().release(mark);
  }

  /// Annex B.3.2.3: replacing the function by a `var` must not make an eval conflict.
  private static boolean mayHoist(Machine machine, Frame frame, String name) {
    EnvironmentRecord target = frame.variableEnvironment;
    EnvironmentRecord start = frame.environment;
    for (EnvironmentRecord record = start;
        record != null && record != target;
        record = record.outer()) {
      boolean own =
          record instanceof ObjectEnvironmentRecord
              || (record instanceof DeclarativeEnvironmentRecord block
                  && block.scope().kind() == Scope.Kind.CATCH);
      if (!own && record.hasBinding(machine, name)) {
        return false;
      }
    }
    return !(target instanceof DeclarativeEnvironmentRecord record && isLexical(record, name));
  }

  /// The `var` that a function in a block also assigns (Annex B.3.2).
  static void putVariable(Machine machine, Frame frame, String name, Object value) {
    int mark = machine.handles().mark();
    if (frame.variableEnvironment instanceof GlobalEnvironmentRecord global) {
      if (global.globalObject().getOwnProperty(machine, PropertyKey.of(name)) != null) {
        ObjectOperations.set(machine, global.globalObject(), PropertyKey.of(name), value);
      }
    } else if (frame.variableEnvironment instanceof DeclarativeEnvironmentRecord record
        && record.hasBinding(machine, name)
        && !isLexical(record, name)) {
      storeVariable(machine, record, name, value);
    }
    machine.handles().release(mark);
  }

  private static void storeVariable(
      Machine machine, DeclarativeEnvironmentRecord record, String name, Object value) {
    if (record.hasBinding(machine, name)) {
      record.setMutableBinding(machine, name, value, false);
    } else {
      record.addGrown(name, value);
    }
  }
}
