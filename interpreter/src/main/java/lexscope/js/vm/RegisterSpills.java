package lexscope.js.vm;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.Handler;
import lexscope.js.bytecode.NamedRegister;
import lexscope.js.bytecode.Opcode;
import org.jspecify.annotations.Nullable;

/// Which guest registers differ between the JVM's locals and the frame at each instruction of
/// compiled code, and which of these an instruction has to write to the frame before anybody can
/// look at it: a forward dataflow over the code.
///
/// Cost: linear in the code for each nesting level of loops.
final class RegisterSpills {
  private final CodeBlock code;
  private final int[] instructions;
  private final @Nullable BitSet[] dirty;
  private final BitSet written = new BitSet();
  private final Deque<Integer> work = new ArrayDeque<>();

  RegisterSpills(CodeBlock code) {
    this.code = code;
    instructions = code.code();
    dirty = new BitSet[instructions.length];
    for (int pc = 0; pc < instructions.length; pc += Opcode.of(instructions[pc]).length()) {
      eachOperand(pc, 'w', written);
    }
    reach(0, new BitSet());
    for (Handler handler : code.handlers()) {
      // A throw may come from anywhere: whatever was ever written may differ.
      reach(handler.target(), written);
    }
    while (!work.isEmpty()) {
      flow(work.pop());
    }
  }

  private void reach(int pc, BitSet state) {
    BitSet known = dirty[pc];
    if (known == null) {
      dirty[pc] = (BitSet) state.clone();
      work.push(pc);
      return;
    }
    int before = known.cardinality();
    known.or(state);
    if (known.cardinality() != before) {
      work.push(pc);
    }
  }

  private void flow(int pc) {
    Opcode opcode = Opcode.of(instructions[pc]);
    BitSet state = (BitSet) at(pc).clone();
    switch (InstructionKinds.kind(instructions[pc])) {
      case LOCAL -> eachOperand(pc, 'w', state);
      case CALL -> {
        state.andNot(spilled(pc));
        eachOperand(pc, 'w', state);
      }
      case IN_FRAME -> {
        state.andNot(spilled(pc));
        BitSet fresh = new BitSet();
        eachOperand(pc, 'w', fresh);
        state.andNot(fresh);
      }
    }
    if (InstructionKinds.suspends(instructions[pc])) {
      state.clear();
    }
    int next = pc + opcode.length();
    if (!opcode.isTerminator() && !InstructionKinds.isLoop(instructions[pc])) {
      reach(next, state);
    }
    String operands = opcode.operands();
    for (int i = 0; i < operands.length(); i++) {
      if (operands.charAt(i) == 'l') {
        reach(instructions[pc + 1 + i], state);
      }
    }
  }

  private void eachOperand(int pc, char letter, BitSet into) {
    String operands = Opcode.of(instructions[pc]).operands();
    for (int i = 0; i < operands.length(); i++) {
      if (operands.charAt(i) == letter) {
        into.set(instructions[pc + 1 + i]);
      }
    }
  }

  private BitSet at(int pc) {
    BitSet state = dirty[pc];
    return state == null ? written : state;
  }

  /// Whether control ever comes to an instruction.
  boolean isReachable(int pc) {
    return dirty[pc] != null;
  }

  /// What has to be written before guest code runs, or the collector, at an instruction: what is
  /// needed later, what is shown with its name, and what the instruction takes from the frame.
  BitSet spilled(int pc) {
    var spilled = new BitSet();
    BitSet state = at(pc);
    boolean everything = InstructionKinds.suspends(instructions[pc]);
    for (int i = state.nextSetBit(0); i >= 0; i = state.nextSetBit(i + 1)) {
      if (everything || code.isLive(pc, i) || isNamed(pc, i)) {
        spilled.set(i);
      }
    }
    var taken = new BitSet();
    switch (InstructionKinds.kind(instructions[pc])) {
      case IN_FRAME -> {
        eachOperand(pc, 'r', taken);
        ranges(pc, taken);
      }
      case CALL -> ranges(pc, taken);
      case LOCAL -> {}
    }
    taken.and(state);
    spilled.or(taken);
    return spilled;
  }

  private void ranges(int pc, BitSet into) {
    String operands = Opcode.of(instructions[pc]).operands();
    int at = operands.indexOf('s');
    if (at >= 0) {
      int first = instructions[pc + 1 + at];
      into.set(first, first + instructions[pc + 2 + at]);
    }
  }

  private boolean isNamed(int pc, int register) {
    for (NamedRegister named : code.namedRegisters()) {
      if (named.register() == register && named.covers(pc)) {
        return true;
      }
    }
    return false;
  }
}
