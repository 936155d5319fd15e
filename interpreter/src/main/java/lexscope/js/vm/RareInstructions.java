package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import lexscope.gc.HandleStack;
import lexscope.js.bytecode.InlineCache;
import lexscope.js.bytecode.Opcode;
import lexscope.js.value.PropertyKey;

/// The instructions that the loop leaves to another method, since they are rare or slow by nature.
final class RareInstructions {
  private final Machine machine;
  private final HandleStack handles;
  private final NameInstructions names;
  private final ObjectInstructions objects;
  private final OperatorInstructions operators;
  private final CallInstructions calls;
  private final ClassInstructions classes;
  private final IterationInstructions iteration;

  RareInstructions(Machine machine) {
    this.machine = machine;
    handles = machine.handles();
    names = new NameInstructions(machine);
    objects = new ObjectInstructions(machine);
    operators = new OperatorInstructions(machine);
    calls = new CallInstructions(machine);
    classes = new ClassInstructions(machine);
    iteration = new IterationInstructions(machine);
  }

  /// Executes the instruction at `pc`; the answer is where to go on.
  int execute(Frame f, int pc) {
    int[] code = f.code.code();
    Object[] r = f.registers;
    int opcode = code[pc];
    int next = pc + Opcode.of(opcode).length();
    switch (opcode) {
      case JUMP_IF_NOT_EMPTY -> {
        return r[code[pc + 1]] != null ? code[pc + 2] : next;
      }
      case NEXT_KEY -> {
        int mark = handles.mark();
        Object key = ((ForInKeys) r[code[pc + 2]]).next(machine);
        handles.release(mark);
        if (key == null) {
          return code[pc + 3];
        }
        r[code[pc + 1]] = key;
        return next;
      }
      default -> {}
    }
    if (opcode <= DECLARE_VARIABLE) {
      names.execute(f, opcode, code, r, pc);
    } else if (opcode <= GET_TEMPLATE) {
      objects.execute(f, opcode, code, r, pc);
    } else if (opcode <= DEBUGGER || opcode == STATEMENT || opcode == MADE) {
      operators.execute(f, opcode, code, r, pc);
    } else if (opcode <= IMPORT_META) {
      calls.execute(f, opcode, code, r, pc);
    } else if (opcode <= INITIALIZE_FIELD) {
      classes.execute(f, opcode, code, r, pc);
    } else {
      iteration.execute(f, opcode, code, r, pc);
    }
    return next;
  }

  static Object constant(Frame f, int index) {
    return f.code.constants()[index];
  }

  static PropertyKey key(Frame f, int index) {
    return (PropertyKey) f.code.constants()[index];
  }

  static InlineCache cache(Frame f, int index) {
    return f.code.caches()[index];
  }

  static IllegalStateException unknown(int opcode) {
    return new IllegalStateException("no handler for " + Opcode.of(opcode).mnemonic());
  }
}
