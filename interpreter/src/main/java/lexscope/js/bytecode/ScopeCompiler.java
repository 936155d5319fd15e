package lexscope.js.bytecode;

import lexscope.js.scope.Binding;
import lexscope.js.scope.Resolution;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;
import org.jspecify.annotations.Nullable;

/// Scopes and the names in them: ECMA-262 sections 9.1 and 9.4.2 (ResolveBinding), 14.2.3
/// (BlockDeclarationInstantiation), 6.2.5 (References to bindings).
final class ScopeCompiler {
  /// What was there before a scope was entered.
  record Entered(Scope outer, int registers, int names) {}

  private final BytecodeCompiler c;

  ScopeCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// The name that a function declaration binds.
  static String declaredName(Statement.FunctionDeclaration declaration) {
    Target.BindingIdentifier name = declaration.function().name();
    return name == null ? "*default*" : name.name();
  }

  /// Enters a scope and instantiates its function declarations.
  Entered enter(Scope scope) {
    Entered entered = enterBare(scope);
    c.instantiate(scope.functions());
    return entered;
  }

  /// Enters a scope: a new record, or registers.
  Entered enterBare(Scope scope) {
    Entered entered = new Entered(c.scope, c.code.registerMark(), c.code.nameMark());
    c.scope = scope;
    if (scope.isMaterialized()) {
      c.code.emit(Opcode.PUSH_SCOPE, c.code.uniqueConstant(scope));
    } else {
      c.code.emit(Opcode.ELIDE_SCOPE);
      for (Binding binding : scope.bindings()) {
        if (binding.isNamed()) {
          declareRegister(binding, c.code.register());
        }
      }
    }
    return entered;
  }

  /// Gives a binding a register with its value at entry: undefined, or none in the dead zone.
  void declareRegister(Binding binding, int register) {
    c.code.emit(binding.hasDeadZone() ? Opcode.LOAD_EMPTY : Opcode.LOAD_UNDEFINED, register);
    c.assignRegister(binding, register);
  }

  /// Leaves the innermost scope.
  void leave(Entered entered) {
    if (c.scope.isMaterialized()) {
      c.code.emit(Opcode.POP_SCOPE);
    }
    forget(entered);
  }

  /// The scope's text ends here, but its record is not popped: control does not get here.
  void forget(Entered entered) {
    c.scope = entered.outer;
    c.code.endNames(entered.names);
    c.code.releaseRegisters(entered.registers);
  }

  /// GetValue of an identifier; the answer is the binding's own register if it has one.
  int get(String name) {
    if (c.resolve(name) instanceof Resolution.Register(Binding binding)) {
      int register = c.registerOf(binding);
      if (c.needsCheck(binding)) {
        c.code.emit(Opcode.CHECK_INITIALIZED, register, c.text(name));
      }
      return register;
    }
    int register = c.code.register();
    get(name, register);
    return register;
  }

  /// GetValue of an identifier into a register.
  void get(String name, int dst) {
    switch (c.resolve(name)) {
      case Resolution.Register _ -> move(dst, get(name));
      case Resolution.Slot(Binding binding, int hops) -> {
        if (binding.kind() == Binding.Kind.IMPORT) {
          c.code.emit(Opcode.GET_IMPORT, dst, hops, binding.slot(), c.text(name));
        } else if (c.needsCheck(binding)) {
          c.code.emit(Opcode.GET_SLOT_CHECKED, dst, hops, binding.slot(), c.text(name));
        } else {
          c.code.emit(Opcode.GET_SLOT, dst, hops, binding.slot());
        }
      }
      case Resolution.Global _ -> c.code.emit(Opcode.GET_GLOBAL, dst, c.key(name), c.code.cache());
      case Resolution.Dynamic _ -> {
        c.code.emit(Opcode.RESOLVE_NAME, dst, c.key(name));
        c.code.emit(Opcode.GET_NAME, dst, dst, c.key(name));
      }
    }
  }

  /// `typeof name`: an unresolvable name is undefined.
  void getForTypeof(String name, int dst) {
    switch (c.resolve(name)) {
      case Resolution.Global _ ->
          c.code.emit(Opcode.TYPEOF_GLOBAL, dst, c.key(name), c.code.cache());
      case Resolution.Dynamic _ -> {
        c.code.emit(Opcode.RESOLVE_NAME, dst, c.key(name));
        c.code.emit(Opcode.TYPEOF_NAME, dst, dst, c.key(name));
      }
      default -> get(name, dst);
    }
  }

  /// Whether an assignment to the name must look its record up before the value is computed.
  boolean isDynamic(String name) {
    return c.resolve(name) instanceof Resolution.Dynamic;
  }

  /// Whether strict code must know before the value is computed that the name is bound: the program
  /// does not declare it, and computing the value may.
  boolean isStrictlyUnknown(String name) {
    return c.isStrict()
        && c.resolve(name) instanceof Resolution.Global
        && !c.template.tree().globalLexicals().containsKey(name)
        && !c.template.tree().topLevel().varNames().contains(name);
  }

  /// PutValue of an identifier. `record` is the register of the record that was resolved before, if
  /// [#isDynamic].
  void put(String name, int record, int src) {
    switch (c.resolve(name)) {
      case Resolution.Register(Binding binding) -> {
        int register = c.registerOf(binding);
        if (c.needsCheck(binding)) {
          c.code.emit(Opcode.CHECK_INITIALIZED, register, c.text(name));
        }
        if (!refuse(binding)) {
          move(register, src);
        }
      }
      case Resolution.Slot(Binding binding, int hops) -> {
        if (binding.isConstant() && c.needsCheck(binding)) {
          int mark = c.code.registerMark();
          c.code.emit(
              Opcode.GET_SLOT_CHECKED, c.code.register(), hops, binding.slot(), c.text(name));
          c.code.releaseRegisters(mark);
        }
        if (refuse(binding)) {
          return;
        }
        if (c.needsCheck(binding)) {
          c.code.emit(Opcode.PUT_SLOT_CHECKED, hops, binding.slot(), src, c.text(name));
        } else {
          c.code.emit(Opcode.PUT_SLOT, hops, binding.slot(), src);
        }
      }
      case Resolution.Global _ -> c.code.emit(Opcode.PUT_GLOBAL, c.key(name), src, c.code.cache());
      case Resolution.Dynamic _ -> c.code.emit(Opcode.PUT_NAME, record, c.key(name), src);
    }
  }

  /// Assigning to a constant: a TypeError, or nothing for a function's own name in sloppy code.
  private boolean refuse(Binding binding) {
    if (!binding.isConstant()) {
      return false;
    }
    if (binding.kind() != Binding.Kind.FUNCTION_NAME || c.isStrict()) {
      c.code.emit(Opcode.THROW_CONSTANT_ASSIGNMENT, c.text(binding.name()));
    }
    return true;
  }

  /// InitializeBinding of a name that the current scope, or one around it in this function,
  /// declares.
  void initialize(String name, int src) {
    switch (resolveDeclared(name)) {
      case Resolution.Register(Binding binding) -> {
        move(c.registerOf(binding), src);
        c.markInitialized(binding);
      }
      case Resolution.Slot(Binding binding, int hops) -> {
        c.code.emit(Opcode.PUT_SLOT, hops, binding.slot(), src);
        c.markInitialized(binding);
      }
      case Resolution.Global _ -> c.code.emit(Opcode.INITIALIZE_GLOBAL, c.key(name), src);
      case Resolution.Dynamic _ -> throw new IllegalStateException("dynamic declaration " + name);
    }
  }

  /// Where a declaration's binding is: a declared name is never dynamic, whatever stands around it.
  private Resolution resolveDeclared(String name) {
    return switch (c.resolve(name)) {
      case Resolution.Dynamic(String _, @Nullable Binding binding) when binding != null ->
          slotOf(binding);
      case Resolution.Dynamic(String _, @Nullable Binding _) -> new Resolution.Global(name);
      case Resolution found -> found;
    };
  }

  /// The place of a binding of a scope around the current one.
  Resolution slotOf(Binding binding) {
    if (!binding.scope().isMaterialized()) {
      return new Resolution.Register(binding);
    }
    int hops = 0;
    for (Scope scope = c.scope; scope != null && scope != binding.scope(); scope = scope.outer()) {
      if (scope.isMaterialized()) {
        hops++;
      }
    }
    return new Resolution.Slot(binding, hops);
  }

  /// Stores into a binding without any check: first values of hidden and synthetic bindings.
  void store(Binding binding, int src) {
    switch (slotOf(binding)) {
      case Resolution.Slot(Binding _, int hops) ->
          c.code.emit(Opcode.PUT_SLOT, hops, binding.slot(), src);
      default -> move(c.registerOf(binding), src);
    }
    c.markInitialized(binding);
  }

  /// Loads a binding without any check.
  void load(Binding binding, int dst) {
    switch (slotOf(binding)) {
      case Resolution.Slot(Binding _, int hops) ->
          c.code.emit(Opcode.GET_SLOT, dst, hops, binding.slot());
      default -> move(dst, c.registerOf(binding));
    }
  }

  /// Copies a register unless it is the same.
  void move(int dst, int src) {
    if (dst != src) {
      c.code.emit(Opcode.MOVE, dst, src);
    }
  }
}
