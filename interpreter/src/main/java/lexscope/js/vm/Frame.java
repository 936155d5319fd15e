package lexscope.js.vm;

import lexscope.gc.Cell;
import lexscope.gc.CellKind;
import lexscope.gc.EdgeKind;
import lexscope.gc.EdgeVisitor;
import lexscope.gc.Liveness;
import lexscope.gc.ScopeLayout;
import lexscope.gc.ScopedCell;
import lexscope.gc.SourcePlace;
import lexscope.gc.TracingRule;
import lexscope.gc.Untraced;
import lexscope.gc.WeakHolder;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.NamedRegister;
import lexscope.js.environment.ClosureEdges;
import lexscope.js.environment.EnvironmentRecord;
import lexscope.js.intrinsics.Realm;
import lexscope.js.source.Position;
import lexscope.js.source.SourceText;
import lexscope.js.value.Undefined;
import org.jspecify.annotations.Nullable;

/// An execution context, ECMA-262 section 9.4: code, registers, environments, the place in the
/// code.
///
/// While it runs it is a root; a suspended generator's or async function's is an edge of what will
/// resume it. Bindings that live in registers are edges with their names while their scope is
/// entered; of the other registers those that the code may still read.
public final class Frame extends Cell implements ScopedCell, WeakHolder {
  /// What a call to the interpreter ended with.
  public enum State {
    /// It runs, or waits for a callee.
    RUNNING,
    /// It stopped at a `yield`.
    YIELDED,
    /// It stopped at a `yield*` with a result object as it is.
    YIELDED_RESULT,
    /// It stopped at an `await`.
    AWAITING,
    /// It stopped before the first statement: a generator that was not resumed yet, a module that
    /// was linked.
    READY,
    /// It ended.
    COMPLETED
  }

  /// Resumed by `next`, or with an awaited value.
  public static final int NEXT = 0;

  /// Resumed by `throw`, or with a rejection.
  public static final int THROW = 1;

  /// Resumed by `return`.
  public static final int RETURN = 2;

  final CodeBlock code;
  final Object[] registers;
  final Realm realm;
  @Nullable EcmaScriptFunction function;

  @Untraced("only compared with; what is outside of it is the business of the function")
  final @Nullable EnvironmentRecord boundary;

  EnvironmentRecord environment;

  @Untraced("the environment, or a record on the chain from there to the boundary, or the boundary")
  EnvironmentRecord variableEnvironment;

  @Nullable PrivateEnvironment privateEnvironment;
  int pc;
  int depth;

  /// Where its handles begin: native activations above are those that it called, or their callees.
  int handleBase;

  @Untraced("the stack is a root; a suspended activation has no caller")
  @Nullable Frame caller;

  @Untraced("it belongs to whoever waits for the end of the run")
  @Nullable Realm callerRealm;

  @Nullable Object thisValue;
  Object newTarget = Undefined.UNDEFINED;
  Object[] arguments = NO_ARGUMENTS;
  State state = State.RUNNING;
  int resumeMode;
  Object resumeValue = Undefined.UNDEFINED;
  @Nullable Object thrown;
  @Nullable ScriptOrModule scriptOrModule;
  long recordNumber;

  private static final Object[] NO_ARGUMENTS = {};

  /// A new activation.
  ///
  /// @param environment the record that its code starts in
  Frame(
      CodeBlock code,
      Realm realm,
      @Nullable EcmaScriptFunction function,
      EnvironmentRecord environment,
      @Nullable Object thisValue) {
    this.code = code;
    this.realm = realm;
    this.function = function;
    this.environment = environment;
    this.variableEnvironment = environment;
    this.thisValue = thisValue;
    boundary = environment;
    registers = new Object[code.registerCount()];
    if (function != null) {
      privateEnvironment = function.privateEnvironment;
      scriptOrModule = function.scriptOrModule;
    }
  }

  /// The code.
  public CodeBlock code() {
    return code;
  }

  /// The active function; null at top level.
  public @Nullable EcmaScriptFunction function() {
    return function;
  }

  /// The context below it on the execution context stack.
  public @Nullable Frame caller() {
    return caller;
  }

  /// The running LexicalEnvironment.
  public EnvironmentRecord environment() {
    return environment;
  }

  /// The VariableEnvironment of code that is no function's.
  public EnvironmentRecord variableEnvironment() {
    return variableEnvironment;
  }

  /// The Script or Module Record that the code belongs to; null if it was given none.
  public @Nullable ScriptOrModule scriptOrModule() {
    return function == null ? scriptOrModule : function.scriptOrModule;
  }

  /// The running PrivateEnvironment; null outside of classes with private names.
  public @Nullable PrivateEnvironment privateEnvironment() {
    return privateEnvironment;
  }

  /// How the last run ended.
  public State state() {
    return state;
  }

  /// The instruction that it is at.
  public int pc() {
    return pc;
  }

  /// The name of its function, or what code it is.
  public String codeName() {
    return code.name();
  }

  /// The name of the text that its code is from.
  public String sourceName() {
    return code.template().source().name();
  }

  /// The text that its code is from.
  public SourceText source() {
    return code.template().source();
  }

  /// Something that all activations of the same code share and no others.
  public Object codeIdentity() {
    return code;
  }

  /// How many execution contexts are below it; the lowest has 1.
  public int depth() {
    return depth;
  }

  /// The number of its function's Environment Record.
  @Override
  public long recordNumber() {
    return recordNumber;
  }

  /// Takes the number of the function's Environment Record when the activation begins.
  long functionRecordNumber() {
    return recordNumber;
  }

  /// The this value; null in a derived constructor before `super()`.
  public @Nullable Object thisValue() {
    return thisValue;
  }

  /// What a register holds; null for nothing, or for a binding in its dead zone.
  public @Nullable Object register(int index) {
    return registers[index];
  }

  /// The place in the source.
  public Position position() {
    return code.template().source().position(code.positions().offset(pc));
  }

  /// A completed activation keeps nothing.
  void complete() {
    state = State.COMPLETED;
    java.util.Arrays.fill(registers, null);
    arguments = NO_ARGUMENTS;
    thisValue = Undefined.UNDEFINED;
    newTarget = Undefined.UNDEFINED;
    resumeValue = Undefined.UNDEFINED;
    thrown = null;
    caller = null;
    callerRealm = null;
    function = null;
    privateEnvironment = null;
    scriptOrModule = null;
    if (realm.globalEnvironment() instanceof EnvironmentRecord global) {
      environment = global;
      variableEnvironment = global;
    }
  }

  @Override
  public long shallowBytes() {
    return state == State.RUNNING ? 0 : 8L * registers.length;
  }

  @Override
  protected void visitEdges(TracingRule rule, EdgeVisitor visitor) {
    visitor.edge(EdgeKind.INTERNAL, "code", code);
    if (state == State.COMPLETED) {
      visitor.edge(EdgeKind.INTERNAL, "LexicalEnvironment", realm.globalEnvironment());
      return;
    }
    visitor.edge(EdgeKind.INTERNAL, "function", function);
    EnvironmentRecord outside = function == null ? null : boundary;
    long named = 0;
    for (NamedRegister register : code.namedRegisters()) {
      if (register.covers(pc)) {
        visitor.edge(EdgeKind.CONTEXT, register.binding().name(), registers[register.register()]);
        if (register.register() < 64) {
          named |= 1L << register.register();
        }
      }
    }
    for (int i = 0; i < registers.length; i++) {
      if (registers[i] instanceof Cell value
          && (i < 64 ? (named & 1L << i) == 0 : !isNamed(i))
          && code.isLive(pc, i)) {
        ClosureEdges.visitTemporary(i, value, outside, rule, visitor);
      }
    }
    visitor.edge(EdgeKind.INTERNAL, "this", thisValue);
    visitor.edge(EdgeKind.INTERNAL, "new.target", newTarget);
    for (int i = 0; i < arguments.length; i++) {
      visitor.element(i, arguments[i]);
    }
    visitor.edge(EdgeKind.INTERNAL, "resumption", resumeValue);
    visitor.edge(EdgeKind.INTERNAL, "thrown", thrown);
    visitor.edge(EdgeKind.INTERNAL, "PrivateEnvironment", privateEnvironment);
    visitor.edge(EdgeKind.INTERNAL, "ScriptOrModule", scriptOrModule);
    ClosureEdges.visitActivation(environment, outside, rule, visitor);
    if (variableEnvironment != environment && function == null) {
      visitor.edge(EdgeKind.INTERNAL, "VariableEnvironment", variableEnvironment);
    }
  }

  /// Empties the registers that the code reads no more: nothing else keeps their values.
  @Override
  public void clearDead(Liveness liveness) {
    for (int i = 0; i < registers.length; i++) {
      if (registers[i] instanceof Cell && !code.isLive(pc, i) && !isNamed(i)) {
        registers[i] = Undefined.UNDEFINED;
      }
    }
  }

  private boolean isNamed(int register) {
    for (NamedRegister each : code.namedRegisters()) {
      if (each.register() == register && each.covers(pc)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable ScopeLayout scope() {
    return function == null ? null : function.scope();
  }

  @Override
  public String recordKind() {
    return "Activation";
  }

  @Override
  public CellKind kind() {
    return CellKind.HIDDEN;
  }

  @Override
  public String name() {
    return "activation of " + code.name();
  }

  @Override
  public SourcePlace place() {
    Position position = position();
    return new SourcePlace(code.template().source().name(), position.line(), position.column());
  }
}
