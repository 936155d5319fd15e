package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import lexscope.gc.HandleStack;
import lexscope.js.intrinsics.DisposeCapability;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;

/// Iterators, generators and disposal: what the loop leaves to another method.
final class IterationInstructions {
  private final Machine machine;
  private final HandleStack handles;

  IterationInstructions(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
  }

  /// Executes the instruction at `pc`.
  void execute(Frame f, int opcode, int[] code, Object[] r, int pc) {
    Iteration iteration = machine.calls().iteration();
    int mark = handles.mark();
    switch (opcode) {
      case GET_ITERATOR -> iteration.open(f, code[pc + 1], code[pc + 2], r[code[pc + 3]]);
      case GET_ASYNC_ITERATOR ->
          iteration.openAsync(r, code[pc + 1], code[pc + 2], r[code[pc + 3]]);
      case ITERATOR_COMPLETE -> {
        var result = (JsObject) r[code[pc + 2]];
        r[code[pc + 1]] = TypeConversion.toBoolean(result.get(machine, PropertyKeys.DONE, result));
      }
      case ITERATOR_VALUE -> {
        var result = (JsObject) r[code[pc + 2]];
        r[code[pc + 1]] = result.get(machine, PropertyKeys.VALUE, result);
      }
      case ITERATOR_CLOSE -> iteration.close(r[code[pc + 1]]);
      case ITERATOR_CLOSE_QUIETLY -> iteration.closeQuietly(f, r[code[pc + 1]]);
      case ITERATOR_REST -> r[code[pc + 1]] = iteration.rest(f, r[code[pc + 2]], r[code[pc + 3]]);
      case SUPER_BASE -> {
        JsObject base = ((JsObject) r[code[pc + 2]]).getPrototypeOf(machine);
        r[code[pc + 1]] = base == null ? Null.NULL : base;
      }
      case NEW_DISPOSE_CAPABILITY -> r[code[pc + 1]] = DisposeCapability.create(machine);
      case ADD_DISPOSABLE ->
          ((DisposeCapability) r[code[pc + 1]]).add(machine, r[code[pc + 2]], code[pc + 3] == 1);
      case DISPOSE -> {
        Object awaited = ((DisposeCapability) r[code[pc + 3]]).step(machine);
        r[code[pc + 1]] = awaited != null;
        r[code[pc + 2]] = awaited == null ? Undefined.UNDEFINED : awaited;
      }
      case DISPOSE_FAILED -> ((DisposeCapability) r[code[pc + 1]]).failed(machine, r[code[pc + 2]]);
      case GET_DELEGATE_METHOD -> r[code[pc + 1]] = iteration.method(r[code[pc + 2]], code[pc + 3]);
      case CHECK_OBJECT -> {
        if (!(r[code[pc + 1]] instanceof JsObject)) {
          throw machine.typeError(ErrorMessages.iteratorResultNotAnObject(r[code[pc + 1]]));
        }
      }
      case ENUMERATE_PROPERTIES -> r[code[pc + 1]] = iteration.enumerate(r[code[pc + 2]]);
      case RESUME_AWAIT -> {
        Object value = f.resumeValue;
        f.resumeValue = Undefined.UNDEFINED;
        if (f.resumeMode == Frame.THROW) {
          throw new ThrowCompletion(value);
        }
        r[code[pc + 1]] = value;
      }
      case RESUME_DELEGATE -> {
        r[code[pc + 1]] = f.resumeValue;
        r[code[pc + 2]] = f.resumeMode;
        f.resumeValue = Undefined.UNDEFINED;
      }
      default -> throw RareInstructions.unknown(opcode);
    }
    handles.release(mark);
  }
}
