package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import lexscope.gc.HandleStack;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.Numbers;

/// Operators and statements: what the loop leaves to another method.
final class OperatorInstructions {
  private final Machine machine;
  private final HandleStack handles;

  OperatorInstructions(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
  }

  /// Executes the instruction at `pc`.
  void execute(Frame f, int opcode, int[] code, Object[] r, int pc) {
    switch (opcode) {
      case GET_PRIVATE ->
          r[code[pc + 1]] =
              PrivateElements.get(machine, f, r[code[pc + 2]], code[pc + 3], code[pc + 4]);
      case PUT_PRIVATE ->
          PrivateElements.set(
              machine, f, r[code[pc + 1]], code[pc + 2], code[pc + 3], r[code[pc + 4]]);
      case HAS_PRIVATE ->
          r[code[pc + 1]] =
              PrivateElements.has(machine, f, r[code[pc + 2]], code[pc + 3], code[pc + 4]);
      case EXPONENTIATE ->
          r[code[pc + 1]] = Arithmetic.exponentiate(machine, r[code[pc + 2]], r[code[pc + 3]]);
      case INSTANCE_OF -> {
        int mark = handles.mark();
        r[code[pc + 1]] =
            ConstructorOperations.instanceOf(machine, r[code[pc + 2]], r[code[pc + 3]]);
        handles.release(mark);
      }
      case IN -> {
        int mark = handles.mark();
        if (!(r[code[pc + 3]] instanceof JsObject object)) {
          throw machine.typeError(ErrorMessages.rightSideOfIn(r[code[pc + 2]], r[code[pc + 3]]));
        }
        r[code[pc + 1]] =
            object.hasProperty(machine, TypeConversion.toPropertyKey(machine, r[code[pc + 2]]));
        handles.release(mark);
      }
      case NEGATE -> r[code[pc + 1]] = Arithmetic.negate(machine, r[code[pc + 2]]);
      case TO_NUMBER -> {
        Object value = r[code[pc + 2]];
        r[code[pc + 1]] =
            value instanceof Integer ? value : Numbers.of(TypeConversion.toNumber(machine, value));
      }
      case BIT_NOT -> r[code[pc + 1]] = Arithmetic.bitNot(machine, r[code[pc + 2]]);
      case TYPEOF -> r[code[pc + 1]] = machine.string(TestingAndComparison.typeOf(r[code[pc + 2]]));
      case TO_STRING -> {
        int mark = handles.mark();
        r[code[pc + 1]] = TypeConversion.toString(machine, r[code[pc + 2]]);
        handles.release(mark);
      }
      case DEBUGGER -> machine.debuggerStatement(f);
      case STATEMENT -> {
        Stepper stepper = machine.stepper();
        if (stepper != null) {
          stepper.statement(f);
        }
      }
      case MADE -> {
        Stepper stepper = machine.stepper();
        if (stepper != null) {
          stepper.made(f);
        }
      }
      default -> throw RareInstructions.unknown(opcode);
    }
  }
}
