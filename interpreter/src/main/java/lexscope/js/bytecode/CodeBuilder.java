package lexscope.js.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lexscope.js.scope.Binding;
import lexscope.js.syntax.Expression;
import org.jspecify.annotations.Nullable;

/// The assembler: instructions, labels, constants, handlers, positions, and a stack of registers.
final class CodeBuilder {
  /// A binding whose scope is still open.
  private record Open(int register, Binding binding, int start) {}

  private int[] code = new int[64];
  private int size;
  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Integer> constantIndex = new HashMap<>();
  private final List<Handler> handlers = new ArrayList<>();
  private final List<NamedRegister> named = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();
  private final PositionTable positions = new PositionTable();
  private final SubjectTable subjects = new SubjectTable();
  private int cacheCount;
  private int registerTop;
  private int registerCount;
  private boolean usesArgumentList;
  private int stops;

  /// Appends an instruction.
  void emit(int opcode, int... operands) {
    usesArgumentList |=
        opcode == Opcode.CREATE_ARGUMENTS
            || opcode == Opcode.SURPLUS_ARGUMENTS
            || opcode == Opcode.REST_ARGUMENTS;
    stops += opcode == Opcode.STATEMENT || opcode == Opcode.MADE ? 1 : 0;
    reserve(1 + operands.length);
    code[size++] = opcode;
    for (int operand : operands) {
      code[size++] = operand;
    }
  }

  /// Appends a jump; the label is the last operand.
  void jump(int opcode, Label label, int... before) {
    emit(opcode, before);
    reserve(1);
    use(label);
  }

  /// Appends the back-edge of a loop.
  void loop(Label label, int recordNumbers) {
    reserve(3);
    code[size++] = Opcode.LOOP;
    use(label);
    code[size++] = recordNumbers;
  }

  private void use(Label label) {
    if (label.isBound()) {
      code[size] = label.position();
    } else {
      label.use(size);
    }
    size++;
  }

  private void reserve(int count) {
    if (size + count > code.length) {
      code = Arrays.copyOf(code, Math.max(size + count, code.length * 2));
    }
  }

  /// Binds a label here.
  void bind(Label label) {
    label.bind(size, code);
  }

  /// The place of the next instruction.
  int here() {
    return size;
  }

  /// What follows comes from that offset of the source text.
  void position(int offset) {
    positions.add(size, offset);
  }

  /// Where the code so far ends in the source text.
  int lastPosition() {
    return positions.offset(size);
  }

  /// The next instruction is about that expression.
  void subject(@Nullable Expression expression) {
    if (expression != null) {
      subjects.add(size, expression);
    }
  }

  /// The index of a constant; equal ones of the same class share it.
  int constant(Object value) {
    record Key(Class<?> type, Object value) {}
    return constantIndex.computeIfAbsent(
        new Key(value.getClass(), value),
        _ -> {
          constants.add(value);
          return constants.size() - 1;
        });
  }

  /// The index of a constant that is compared by identity.
  int uniqueConstant(Object value) {
    constants.add(value);
    return constants.size() - 1;
  }

  /// A new inline cache.
  int cache() {
    return cacheCount++;
  }

  /// The places of the instructions in the source.
  PositionTable positions() {
    return positions;
  }

  /// Adds a handler; those added first count first.
  void handler(int start, int end, int target) {
    if (start < end) {
      handlers.add(new Handler(start, end, target));
    }
  }

  /// A new register on top.
  int register() {
    int register = registerTop++;
    registerCount = Math.max(registerCount, registerTop);
    return register;
  }

  /// The number of registers in use.
  int registerMark() {
    return registerTop;
  }

  /// Gives back all registers from a mark on.
  void releaseRegisters(int mark) {
    registerTop = mark;
  }

  /// A binding lives in a register from here on.
  void name(int register, Binding binding) {
    open.add(new Open(register, binding, size));
  }

  /// How many bindings are open.
  int nameMark() {
    return open.size();
  }

  /// The bindings since a mark end here.
  void endNames(int mark) {
    while (open.size() > mark) {
      Open last = open.removeLast();
      named.add(new NamedRegister(last.register, last.binding, last.start, size));
    }
  }

  /// What was assembled.
  CodeBlock build(FunctionTemplate template, int argumentRegisters, int siteBase) {
    endNames(0);
    return new CodeBlock(
        template,
        Arrays.copyOf(code, size),
        constants.toArray(),
        List.copyOf(handlers),
        List.copyOf(named.reversed()),
        positions,
        subjects,
        cacheCount,
        registerCount,
        argumentRegisters,
        usesArgumentList,
        siteBase,
        stops);
  }
}
