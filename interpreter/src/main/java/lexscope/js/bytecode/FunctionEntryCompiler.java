package lexscope.js.bytecode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lexscope.js.scope.Binding;
import lexscope.js.scope.Scope;
import lexscope.js.syntax.FunctionNode;
import lexscope.js.syntax.Parameter;
import lexscope.js.syntax.Statement;
import lexscope.js.syntax.Target;

/// FunctionDeclarationInstantiation, ECMA-262 section 10.2.11: what happens between a call and the
/// first statement.
///
/// The arguments come in the first registers. A parameter of a scope without record just stays
/// there.
final class FunctionEntryCompiler {
  private final BytecodeCompiler c;
  private final FunctionNode node;
  private final int positional;

  FunctionEntryCompiler(BytecodeCompiler compiler, FunctionNode node) {
    c = compiler;
    this.node = node;
    int count = node.parameters().size();
    positional = count > 0 && node.parameters().getLast().rest() ? count - 1 : count;
    for (int i = 0; i < positional; i++) {
      c.code.register();
    }
  }

  /// How many registers the call fills with arguments.
  int argumentRegisters() {
    return positional;
  }

  void compile() {
    if (!c.isStrict() && !node.isArrow() && usesThis()) {
      c.code.emit(Opcode.COERCE_THIS);
    }
    functionName();
    Scope functionScope = c.info.functionScope();
    c.scope = functionScope;
    enterFunctionScope(functionScope);
    if (node.facts().containsDirectEval()) {
      c.code.emit(Opcode.SET_VARIABLE_ENVIRONMENT);
    }
    Scope parameterScope = c.info.parameterScope();
    if (parameterScope != functionScope) {
      enterFunctionScope(parameterScope);
    }
    arguments(parameterScope);
    // The activation's record, and what it constructs, are there: with their arguments, unless
    // expressions come first.
    if (!hasOnlyNames()) {
      c.expressions.made(node.start());
    }
    parameters(parameterScope);
    if (hasOnlyNames()) {
      c.expressions.made(node.start());
    }
    body(parameterScope, c.info.bodyScope());
    if (node.isGenerator()) {
      c.code.emit(Opcode.CREATE_GENERATOR);
    }
  }

  private boolean hasOnlyNames() {
    return node.parameters().stream()
        .allMatch(parameter ->
            parameter.initializer() == null
                && parameter.target() instanceof Target.BindingIdentifier);
  }

  private boolean usesThis() {
    return node.facts().usesThis()
        || node.facts().containsDirectEval()
        || c.info.functionScope().isMaterialized();
  }

  /// The name of a function expression, if its scope has no record: the active function itself.
  private void functionName() {
    Scope scope = c.info.nameScope();
    if (scope != null && !scope.isMaterialized()) {
      for (Binding binding : scope.bindings()) {
        int register = c.code.register();
        c.code.emit(Opcode.LOAD_FUNCTION, register);
        c.assignRegister(binding, register);
      }
    }
  }

  /// A function's scopes are entered once; simple parameters without record live in the argument
  /// registers.
  private void enterFunctionScope(Scope scope) {
    c.scope = scope;
    if (scope.isMaterialized()) {
      c.code.emit(Opcode.PUSH_SCOPE, c.code.uniqueConstant(scope));
      return;
    }
    if (scope != c.info.functionScope()) {
      c.code.emit(Opcode.ELIDE_SCOPE);
    }
    for (Binding binding : scope.bindings()) {
      if (!binding.isNamed() || isUnusedArguments(binding)) {
        continue;
      }
      int argument = argumentOf(binding);
      if (argument >= 0) {
        c.assignRegister(binding, argument);
      } else {
        c.scopes.declareRegister(binding, c.code.register());
      }
    }
  }

  private boolean isUnusedArguments(Binding binding) {
    return binding.kind() == Binding.Kind.ARGUMENTS && !c.info.needsArgumentsObject();
  }

  /// The argument register that is the binding's home; -1 if it needs one of its own.
  private int argumentOf(Binding binding) {
    if (binding.kind() != Binding.Kind.PARAMETER || binding.hasDeadZone()) {
      return -1;
    }
    for (int i = positional - 1; i >= 0; i--) {
      if (node.parameters().get(i).target() instanceof Target.BindingIdentifier target
          && target.name().equals(binding.name())) {
        return i;
      }
    }
    return -1;
  }

  /// From which argument on the implicit arguments object is what keeps it: those that no parameter
  /// takes, and those that a pattern takes apart.
  private int unboundArguments() {
    List<Parameter> parameters = node.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (!(parameters.get(i).target() instanceof Target.BindingIdentifier)) {
        return i;
      }
    }
    return parameters.size();
  }

  private void arguments(Scope scope) {
    Binding binding = scope.find(Binding.ARGUMENTS);
    if (binding == null || binding.kind() != Binding.Kind.ARGUMENTS) {
      return;
    }
    int mark = c.code.registerMark();
    if (c.info.needsArgumentsObject()) {
      int object = c.code.register();
      c.code.emit(Opcode.CREATE_ARGUMENTS, object, c.info.hasMappedArguments() ? 1 : 0);
      c.scopes.store(binding, object);
    } else if (scope.isMaterialized()) {
      int surplus = c.code.register();
      c.code.emit(Opcode.SURPLUS_ARGUMENTS, surplus, unboundArguments());
      c.scopes.store(binding, surplus);
    }
    c.code.releaseRegisters(mark);
  }

  /// IteratorBindingInitialization of the formal parameters.
  private void parameters(Scope scope) {
    List<Parameter> parameters = node.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      int mark = c.code.registerMark();
      c.code.position(parameter.start());
      int value = i;
      if (parameter.rest()) {
        value = c.code.register();
        c.code.emit(Opcode.REST_ARGUMENTS, value, positional);
      }
      c.patterns.initializer(
          parameter.initializer(), parameter.namesFunction(), parameter.target(), value);
      if (parameter.target() instanceof Target.BindingIdentifier(String name, int _, int _)) {
        Binding binding = scope.find(name);
        if (binding == null) {
          throw new IllegalStateException("no binding for parameter " + name);
        }
        if (scope.isMaterialized() || argumentOf(binding) < 0) {
          c.scopes.store(binding, value);
        }
        c.markInitialized(binding);
      } else {
        c.patterns.initialize(parameter.target(), value);
      }
      c.code.releaseRegisters(mark);
    }
  }

  /// `var`s, lexical declarations and functions of the body.
  private void body(Scope parameterScope, Scope bodyScope) {
    if (bodyScope != parameterScope) {
      enterFunctionScope(bodyScope);
      if (node.facts().containsDirectEval()) {
        c.code.emit(Opcode.SET_VARIABLE_ENVIRONMENT);
      }
      copyParameters(parameterScope, bodyScope);
    }
    c.instantiate(c.info.functionsToInitialize());
  }

  /// A `var` of the body that is also a parameter starts with the parameter's value.
  private void copyParameters(Scope parameterScope, Scope bodyScope) {
    Set<String> functions = new HashSet<>();
    for (Statement.FunctionDeclaration declaration : c.info.functionsToInitialize()) {
      functions.add(ScopeCompiler.declaredName(declaration));
    }
    for (Binding binding : bodyScope.bindings()) {
      Binding parameter = parameterScope.find(binding.name());
      if (binding.kind() != Binding.Kind.VAR
          || parameter == null
          || !parameter.isNamed()
          || isUnusedArguments(parameter)
          || functions.contains(binding.name())) {
        continue;
      }
      int mark = c.code.registerMark();
      int value = c.code.register();
      c.scopes.load(parameter, value);
      c.scopes.store(binding, value);
      c.code.releaseRegisters(mark);
    }
  }
}
