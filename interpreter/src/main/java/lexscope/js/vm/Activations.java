package lexscope.js.vm;

import lexscope.gc.HandleStack;
import lexscope.gc.Heap;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.CompiledCode;
import lexscope.js.value.ThrowCompletion;
import org.jspecify.annotations.Nullable;

/// Runs activations: on the execution context stack while they run, in the interpreter as long as
/// their code is cold, as compiled code when it is warm.
final class Activations {
  /// How often code is called, or goes round in loops sixteen times, before it is compiled.
  private static final int COMPILE_AFTER = 2000;

  private final Machine machine;
  private final Heap heap;
  private final HandleStack handles;
  private final Calls calls;
  private final PropertyAccess properties;
  private final Globals globals;
  private final RareInstructions rare;
  private final Interpreter interpreter;
  private @Nullable BaselineCompiler compiler;
  private int compileAfter = Integer.getInteger("lexscope.compileAfter", COMPILE_AFTER);

  Activations(Machine machine, Calls calls, PropertyAccess properties, Globals globals) {
    this.machine = machine;
    this.calls = calls;
    this.properties = properties;
    this.globals = globals;
    heap = machine.heap();
    handles = machine.handles();
    rare = new RareInstructions(machine);
    interpreter = new Interpreter(machine, calls, properties, globals, rare);
  }

  /// Sets how warm code is when it is compiled.
  void compileAfter(int heat) {
    compileAfter = heat;
  }

  /// Runs an activation from its place until it returns, throws or suspends.
  ///
  /// @return what it returned, yielded or awaits; the frame's state tells which
  /// @throws ThrowCompletion if it threw
  Object run(Frame f) {
    if (!machine.tryEnterCall()) {
      throw overflow(f);
    }
    f.depth = machine.depth();
    f.caller = machine.pushFrame(f);
    f.state = Frame.State.RUNNING;
    f.callerRealm = machine.switchRealm(f.realm);
    int base = handles.mark();
    f.handleBase = base;
    if (heap.safepointRequested()) {
      heap.safepoint();
    }
    CompiledCode compiled = f.code.compiledCode();
    if (compiled == null) {
      compiled = warmed(f.code, 1);
    }
    Object result;
    try {
      result = compiled == null ? interpret(f, base) : compiled.execute(f, base);
    } catch (ThrowCompletion completion) {
      machine.unwindTo(f);
      leave(f, base);
      throw completion;
    }
    leave(f, base);
    return result;
  }

  /// The RangeError of an activation that did not begin: the stack trace shows it all the same.
  private ThrowCompletion overflow(Frame f) {
    Frame.State state = f.state;
    f.state = Frame.State.READY;
    f.handleBase = handles.mark();
    f.caller = machine.pushFrame(f);
    ThrowCompletion completion = machine.stackOverflow();
    machine.popFrame(f);
    f.state = state;
    return completion;
  }

  private void leave(Frame f, int base) {
    if (f.state == Frame.State.RUNNING) {
      f.state = Frame.State.COMPLETED;
    }
    handles.release(base);
    machine.popFrame(f);
    machine.setRealm(f.callerRealm);
    machine.leaveCall();
  }

  /// Interprets until the activation ends, or until its code runs on the JVM.
  private Object interpret(Frame f, int base) {
    while (true) {
      Object result = interpreter.execute(f, base);
      if (result != Interpreter.GO_ON) {
        return result;
      }
      CompiledCode compiled = warmed(f.code, Interpreter.ROUNDS / 16);
      if (compiled != null) {
        return compiled.execute(f, base);
      }
    }
  }

  /// Code that was run often is compiled for the JVM.
  private @Nullable CompiledCode warmed(CodeBlock code, int amount) {
    int heat = code.warm(amount);
    if (heat >= compileAfter && heat - amount < compileAfter) {
      compiler().compile(code);
    }
    return code.compiledCode();
  }

  /// The compiler is made when it is first needed: short programs never load it.
  private BaselineCompiler compiler() {
    BaselineCompiler present = compiler;
    if (present == null) {
      present = new BaselineCompiler(machine, calls, properties, globals, rare);
      compiler = present;
    }
    return present;
  }

  /// Where an activation goes on after a throw. Cost: the number of handlers.
  ///
  /// @throws ThrowCompletion the same if the activation does not catch it
  static int handlerOf(Machine machine, Frame f, int base, ThrowCompletion completion) {
    machine.handles().release(base);
    machine.unwindTo(f);
    int handler = f.code.handlerOf(f.pc);
    if (handler < 0) {
      throw completion;
    }
    f.thrown = completion.value();
    return handler;
  }
}
