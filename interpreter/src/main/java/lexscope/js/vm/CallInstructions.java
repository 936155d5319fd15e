package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import lexscope.gc.HandleStack;
import lexscope.js.environment.DeclarativeEnvironmentRecord;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;

/// Calls that are not plain, `super`, direct eval and import: what the loop leaves to another
/// method.
final class CallInstructions {
  private final Machine machine;
  private final HandleStack handles;

  CallInstructions(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
  }

  /// Executes the instruction at `pc`.
  void execute(Frame f, int opcode, int[] code, Object[] r, int pc) {
    Calls calls = machine.calls();
    int mark = handles.mark();
    switch (opcode) {
      case CALL_SPREAD ->
          r[code[pc + 1]] =
              calls.callOther(f, r[code[pc + 2]], r[code[pc + 3]], list(r[code[pc + 4]]));
      case CONSTRUCT_SPREAD ->
          r[code[pc + 1]] = calls.constructOther(f, r[code[pc + 2]], list(r[code[pc + 3]]));
      case GET_SUPER_CONSTRUCTOR -> {
        JsObject parent = ((JsObject) r[code[pc + 2]]).getPrototypeOf(machine);
        r[code[pc + 1]] = parent == null ? Null.NULL : parent;
      }
      case SUPER_CALL -> {
        Object[] arguments = new Object[code[pc + 5]];
        System.arraycopy(r, code[pc + 4], arguments, 0, arguments.length);
        r[code[pc + 1]] = superCall(f, r[code[pc + 2]], r[code[pc + 3]], arguments);
      }
      case SUPER_CALL_SPREAD ->
          r[code[pc + 1]] = superCall(f, r[code[pc + 2]], r[code[pc + 3]], list(r[code[pc + 4]]));
      case BIND_THIS -> bindThis(f, r[code[pc + 1]], code[pc + 2], code[pc + 3]);
      case INITIALIZE_INSTANCE ->
          calls.initializeInstance(
              (JsObject) r[code[pc + 1]], (EcmaScriptFunction) r[code[pc + 2]]);
      case DIRECT_EVAL -> {
        Object[] arguments = new Object[code[pc + 5]];
        System.arraycopy(r, code[pc + 4], arguments, 0, arguments.length);
        r[code[pc + 1]] =
            machine
                .evaluation()
                .directEval(
                    f,
                    r[code[pc + 2]],
                    r[code[pc + 3]],
                    arguments,
                    RareInstructions.constant(f, code[pc + 6]));
      }
      case DIRECT_EVAL_SPREAD ->
          r[code[pc + 1]] =
              machine
                  .evaluation()
                  .directEval(
                      f,
                      r[code[pc + 2]],
                      r[code[pc + 3]],
                      list(r[code[pc + 4]]),
                      RareInstructions.constant(f, code[pc + 5]));
      case IMPORT_CALL ->
          r[code[pc + 1]] =
              machine
                  .modules()
                  .importModule(machine, f.scriptOrModule, r[code[pc + 2]], r[code[pc + 3]]);
      case IMPORT_META -> r[code[pc + 1]] = machine.modules().importMeta(machine, f.scriptOrModule);
      default -> throw RareInstructions.unknown(opcode);
    }
    handles.release(mark);
  }

  private static Object[] list(Object array) {
    return PropertyAccess.elements((JsArray) array);
  }

  private Object superCall(Frame f, Object constructor, Object newTarget, Object[] arguments) {
    if (!(constructor instanceof JsObject parent) || !parent.isConstructor()) {
      String name = f.function == null ? "" : f.function.functionName();
      throw machine.typeError(ErrorMessages.superNotConstructor(constructor, name));
    }
    machine.heap().setSite(f.code.siteBase() + f.pc);
    return parent.construct(machine, arguments, (JsObject) newTarget);
  }

  private void bindThis(Frame f, Object value, int hops, int slot) {
    if (hops < 0) {
      if (f.thisValue != null) {
        throw machine.referenceError("Super constructor may only be called once");
      }
      f.thisValue = value;
      return;
    }
    var record = (DeclarativeEnvironmentRecord) f.environment.outward(hops);
    if (record.get(slot) != null) {
      throw machine.referenceError("Super constructor may only be called once");
    }
    record.set(slot, value);
  }
}
