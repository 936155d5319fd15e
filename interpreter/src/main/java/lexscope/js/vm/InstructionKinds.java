package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

/// How compiled code treats the instructions.
final class InstructionKinds {
  /// Where the registers of an instruction are.
  enum Kind {
    /// In JVM locals. What guest code may see of them is written to the frame only if it comes to
    /// guest code at all.
    LOCAL,
    /// In JVM locals, except the arguments. Guest code runs for certain.
    CALL,
    /// In the frame, as for the interpreter.
    IN_FRAME
  }

  private InstructionKinds() {}

  /// The kind of an instruction.
  static Kind kind(int opcode) {
    return switch (opcode) {
      case LOAD_CONSTANT, LOAD_UNDEFINED, LOAD_EMPTY, MOVE, LOAD_THIS, LOAD_FUNCTION -> Kind.LOCAL;
      case COERCE_THIS, CHECK_INITIALIZED, CHECK_THIS -> Kind.LOCAL;
      case GET_SLOT, GET_SLOT_CHECKED, PUT_SLOT, PUT_SLOT_CHECKED, GET_GLOBAL -> Kind.LOCAL;
      case PUSH_SCOPE, POP_SCOPE, COPY_SCOPE, ELIDE_SCOPE, SURPLUS_ARGUMENTS -> Kind.LOCAL;
      case SAVE_ENVIRONMENT, RESTORE_ENVIRONMENT, CATCH -> Kind.LOCAL;
      case GET_PROPERTY, GET_LENGTH, GET_ELEMENT, PUT_PROPERTY, PUT_ELEMENT -> Kind.LOCAL;
      case DEFINE_FIELD, NEW_OBJECT, NEW_ARRAY, ARRAY_PUSH, CLOSURE, MAKE_METHOD -> Kind.LOCAL;
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> Kind.LOCAL;
      case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> Kind.LOCAL;
      case BIT_AND, BIT_OR, BIT_XOR, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> Kind.LOCAL;
      case EQUAL, NOT_EQUAL, STRICT_EQUAL, STRICT_NOT_EQUAL, NOT, TYPEOF -> Kind.LOCAL;
      case ADD_INT, SUBTRACT_INT, MULTIPLY_INT, REMAINDER_INT -> Kind.LOCAL;
      case BIT_AND_INT, BIT_OR_INT, SIGNED_RIGHT_SHIFT_INT -> Kind.LOCAL;
      case INCREMENT, DECREMENT, TO_NUMERIC -> Kind.LOCAL;
      case JUMP, LOOP, JUMP_IF_TRUE, JUMP_IF_FALSE -> Kind.LOCAL;
      case JUMP_IF_NULLISH, JUMP_IF_NOT_NULLISH -> Kind.LOCAL;
      case JUMP_IF_UNDEFINED, JUMP_IF_NOT_UNDEFINED, JUMP_IF_NOT_EMPTY -> Kind.LOCAL;
      case JUMP_IF_NOT_SAME, JUMP_IF_STRICT_EQUAL, JUMP_IF_STRICT_NOT_EQUAL -> Kind.LOCAL;
      case JUMP_IF_LESS, JUMP_IF_NOT_LESS, JUMP_IF_LESS_EQUAL, JUMP_IF_NOT_LESS_EQUAL -> Kind.LOCAL;
      case JUMP_IF_GREATER, JUMP_IF_NOT_GREATER -> Kind.LOCAL;
      case JUMP_IF_GREATER_EQUAL, JUMP_IF_NOT_GREATER_EQUAL -> Kind.LOCAL;
      case JUMP_IF_LESS_INT, JUMP_IF_NOT_LESS_INT -> Kind.LOCAL;
      case JUMP_IF_STRICT_EQUAL_INT, JUMP_IF_STRICT_NOT_EQUAL_INT -> Kind.LOCAL;
      case ITERATOR_STEP, RETURN, RETURN_CONSTRUCTED, THROW -> Kind.LOCAL;
      case CALL, CALL_UNDEFINED, CONSTRUCT -> Kind.CALL;
      default -> Kind.IN_FRAME;
    };
  }

  /// Whether the activation ends its run there, to be entered again after it.
  static boolean suspends(int opcode) {
    return opcode == YIELD
        || opcode == AWAIT
        || opcode == CREATE_GENERATOR
        || opcode == SUSPEND_MODULE;
  }

  /// Whether it is a back-edge, which never goes on to the next instruction.
  static boolean isLoop(int opcode) {
    return opcode == LOOP;
  }
}
