package lexscope.js.bytecode;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which registers may still be read, for every instruction: a backward dataflow over the code,
/// handlers included.
///
/// For an instruction that hands its operands over ([Opcode#isCallLike]) the answer is what is
/// needed after it; for the others its operands count too, since guest code may run while they are
/// still needed.
///
/// Cost: linear in the code for each nesting level of loops; asked once per code, at its first
/// collection.
final class Liveness {
  private final BitSet[] byPlace;

  Liveness(int[] code, List<Handler> handlers) {
    byPlace = new BitSet[code.length];
    BitSet[] before = new BitSet[code.length];
    int count = 0;
    for (int pc = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
      before[pc] = new BitSet();
      count++;
    }
    int[] places = new int[count];
    for (int pc = 0, i = 0; pc < code.length; pc += Opcode.of(code[pc]).length()) {
      places[i++] = pc;
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = count - 1; i >= 0; i--) {
        changed |= step(code, handlers, places[i], before);
      }
    }
    share();
  }

  private boolean step(int[] code, List<Handler> handlers, int pc, BitSet[] before) {
    Opcode opcode = Opcode.of(code[pc]);
    String operands = opcode.operands();
    BitSet live = new BitSet();
    int next = pc + opcode.length();
    if (!opcode.isTerminator() && !opcode.mnemonic().equals("Loop") && next < code.length) {
      live.or(before[next]);
    }
    for (int i = 0; i < operands.length(); i++) {
      if (operands.charAt(i) == 'l') {
        live.or(before[code[pc + 1 + i]]);
      }
    }
    for (int i = 0; i < operands.length(); i++) {
      if (operands.charAt(i) == 'w') {
        live.clear(code[pc + 1 + i]);
      }
    }
    for (Handler handler : handlers) {
      if (handler.start() <= pc && pc < handler.end()) {
        live.or(before[handler.target()]);
      }
    }
    BitSet across = opcode.isCallLike() ? (BitSet) live.clone() : live;
    for (int i = 0; i < operands.length(); i++) {
      switch (operands.charAt(i)) {
        case 'r' -> live.set(code[pc + 1 + i]);
        case 's' -> live.set(code[pc + 1 + i], code[pc + 1 + i] + code[pc + 2 + i]);
        default -> {}
      }
    }
    byPlace[pc] = across;
    if (live.equals(before[pc])) {
      return false;
    }
    before[pc] = live;
    return true;
  }

  /// Equal sets become one object.
  private void share() {
    Map<BitSet, BitSet> sets = new HashMap<>();
    for (int i = 0; i < byPlace.length; i++) {
      BitSet set = byPlace[i];
      if (set != null) {
        byPlace[i] = sets.computeIfAbsent(set, same -> same);
      }
    }
  }

  /// Whether a register's value is needed while the instruction at `pc` runs, or after it.
  boolean isLive(int pc, int register) {
    return byPlace[pc].get(register);
  }
}
