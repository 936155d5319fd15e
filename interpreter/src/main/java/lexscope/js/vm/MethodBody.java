package lexscope.js.vm;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lexscope.gc.HandleStack;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.bytecode.Handler;
import lexscope.js.bytecode.Opcode;
import lexscope.js.value.ThrowCompletion;

/// The frame of a compiled method: its entries, the way between JVM locals and the guest's frame,
/// and where throws go on.
///
/// Locals: 0 the compiled code, 1 the cell that is the frame, 2 the base of the handle stack, 3 the
/// frame, 4 its array of registers, 5 what is thrown, from 6 on the registers.
final class MethodBody {
  /// The name that the compiled classes share; they are hidden.
  static final String CLASS_NAME = "lexscope.js.vm.Compiled";

  private static final int BASE = 2;
  private static final int FRAME = 3;
  private static final int ARRAY = 4;
  private static final int THROWN = 5;
  private static final int FIRST_REGISTER = 6;

  private static final ClassDesc CD_FRAME = desc(Frame.class);
  private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();

  private final CodeBlock code;
  private final int[] instructions;
  private final RegisterSpills spills;
  private final ClassConstants constants;
  private final Label[] labels;
  private final boolean placesAll;

  /// @param placesAll whether the frame is to say at each instruction where the activation is
  MethodBody(CodeBlock code, ClassConstants constants, boolean placesAll) {
    this.code = code;
    this.constants = constants;
    this.placesAll = placesAll;
    instructions = code.code();
    spills = new RegisterSpills(code);
    labels = new Label[instructions.length];
  }

  static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }

  /// Writes the method. May be asked more than once.
  void emit(CodeBuilder b) {
    for (int pc = 0; pc < instructions.length; pc += lengthAt(pc)) {
      labels[pc] = b.newLabel();
    }
    b.aload(1).checkcast(CD_FRAME).astore(FRAME);
    b.aload(FRAME).getfield(CD_FRAME, "registers", OBJECTS).astore(ARRAY);
    b.aconst_null().astore(THROWN);
    enter(b);
    Label start = b.newBoundLabel();
    var translator = new InstructionTemplates(b, this, code, constants);
    for (int pc = 0; pc < instructions.length; pc += lengthAt(pc)) {
      if (spills.isReachable(pc)) {
        b.labelBinding(labels[pc]);
        if (placesAll) {
          place(b, pc);
        }
        translator.translate(pc);
      }
    }
    Label end = b.newBoundLabel();
    if (!code.handlers().isEmpty()) {
      catchThrows(b, start, end);
    }
  }

  private int lengthAt(int pc) {
    return Opcode.of(instructions[pc]).length();
  }

  /// An activation begins with its arguments; one that goes on has all its registers.
  private void enter(CodeBuilder b) {
    Set<Integer> entries = entries();
    Label again = b.newLabel();
    if (!entries.isEmpty()) {
      b.aload(FRAME).getfield(CD_FRAME, "pc", ConstantDescs.CD_int).ifne(again);
    }
    for (int i = 0; i < code.registerCount(); i++) {
      if (i < code.argumentRegisters()) {
        reload(b, i);
      } else {
        b.aconst_null().astore(FIRST_REGISTER + i);
      }
    }
    if (entries.isEmpty()) {
      return;
    }
    b.goto_(labels[0]);
    b.labelBinding(again);
    for (int i = 0; i < code.registerCount(); i++) {
      reload(b, i);
    }
    b.aload(FRAME).getfield(CD_FRAME, "pc", ConstantDescs.CD_int);
    switchTo(b, entries);
  }

  /// Where a run may begin besides the beginning: the heads of loops and after suspensions.
  private Set<Integer> entries() {
    Set<Integer> entries = new LinkedHashSet<>();
    for (int pc = 0; pc < instructions.length; pc += lengthAt(pc)) {
      if (spills.isReachable(pc)) {
        if (InstructionKinds.isLoop(instructions[pc])) {
          entries.add(instructions[pc + 1]);
        } else if (InstructionKinds.suspends(instructions[pc])) {
          entries.add(pc + lengthAt(pc));
        }
      }
    }
    return entries;
  }

  /// Goes to one of several instructions, whose place is on the operand stack.
  private void switchTo(CodeBuilder b, Set<Integer> places) {
    List<SwitchCase> cases =
        places.stream().sorted().map(pc -> SwitchCase.of(pc, labels[pc])).toList();
    b.lookupswitch(cases.getFirst().target(), cases);
  }

  private void catchThrows(CodeBuilder b, Label start, Label end) {
    Label caught = b.newBoundLabel();
    b.exceptionCatch(start, end, caught, desc(ThrowCompletion.class));
    b.astore(THROWN);
    constants.loadService(b, Machine.class);
    b.aload(FRAME).iload(BASE).aload(THROWN).checkcast(desc(ThrowCompletion.class));
    b.invokestatic(
        desc(Activations.class),
        "handlerOf",
        MethodTypeDesc.of(
            ConstantDescs.CD_int,
            desc(Machine.class),
            CD_FRAME,
            ConstantDescs.CD_int,
            desc(ThrowCompletion.class)));
    Set<Integer> targets = new LinkedHashSet<>();
    for (Handler handler : code.handlers()) {
      targets.add(handler.target());
    }
    switchTo(b, targets);
  }

  // ---- what instructions use -------------------------------------------------------------------

  /// The beginning of an instruction.
  Label at(int pc) {
    return labels[pc];
  }

  void loadFrame(CodeBuilder b) {
    b.aload(FRAME);
  }

  void loadArray(CodeBuilder b) {
    b.aload(ARRAY);
  }

  /// Loads a guest register.
  void load(CodeBuilder b, int register) {
    b.aload(FIRST_REGISTER + register);
  }

  /// Stores into a guest register.
  void store(CodeBuilder b, int register) {
    b.astore(FIRST_REGISTER + register);
  }

  /// Takes a register from the frame.
  void reload(CodeBuilder b, int register) {
    b.aload(ARRAY).loadConstant(register).aaload().astore(FIRST_REGISTER + register);
  }

  /// Makes the frame say where the activation is.
  void place(CodeBuilder b, int pc) {
    b.aload(FRAME).loadConstant(pc).putfield(CD_FRAME, "pc", ConstantDescs.CD_int);
  }

  /// Makes the frame complete for whoever may look at it while the instruction runs.
  void spill(CodeBuilder b, int pc) {
    place(b, pc);
    BitSet registers = spills.spilled(pc);
    for (int i = registers.nextSetBit(0); i >= 0; i = registers.nextSetBit(i + 1)) {
      b.aload(ARRAY).loadConstant(i).aload(FIRST_REGISTER + i).aastore();
    }
  }

  /// Drops the handles of natives that ran before.
  void releaseHandles(CodeBuilder b) {
    constants.loadService(b, HandleStack.class);
    b.iload(BASE)
        .invokevirtual(
            desc(HandleStack.class),
            "release",
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
  }
}
