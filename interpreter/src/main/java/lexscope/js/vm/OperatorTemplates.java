package lexscope.js.vm;

import static lexscope.js.bytecode.Opcode.*;

import java.lang.classfile.CodeBuilder;
import lexscope.js.bytecode.CodeBlock;
import lexscope.js.operations.TestingAndComparison;

/// Translates operators, and jumps that depend on them.
final class OperatorTemplates {
  private final TemplateAssembler a;
  private final CodeBuilder b;
  private final MethodBody method;
  private final int[] code;

  OperatorTemplates(TemplateAssembler a, CodeBuilder b, MethodBody method, CodeBlock block) {
    this.a = a;
    this.b = b;
    this.method = method;
    code = block.code();
  }

  /// Writes an instruction; false if it is not an operator.
  boolean translate(int pc) {
    switch (code[pc]) {
      case ADD -> binary(pc, "add");
      case SUBTRACT -> binary(pc, "subtract");
      case MULTIPLY -> binary(pc, "multiply");
      case DIVIDE -> binary(pc, "divide");
      case REMAINDER -> binary(pc, "remainder");
      case BIT_AND -> binary(pc, "bitAnd");
      case BIT_OR -> binary(pc, "bitOr");
      case BIT_XOR -> binary(pc, "bitXor");
      case LEFT_SHIFT -> binary(pc, "leftShift");
      case SIGNED_RIGHT_SHIFT -> binary(pc, "signedRightShift");
      case UNSIGNED_RIGHT_SHIFT -> binary(pc, "unsignedRightShift");
      case ADD_INT -> withInt(pc, "addInt");
      case SUBTRACT_INT -> withInt(pc, "subtractInt");
      case MULTIPLY_INT -> withInt(pc, "multiplyInt");
      case REMAINDER_INT -> withInt(pc, "remainderInt");
      case BIT_AND_INT -> withInt(pc, "bitAndInt");
      case BIT_OR_INT -> withInt(pc, "bitOrInt");
      case SIGNED_RIGHT_SHIFT_INT -> withInt(pc, "signedRightShiftInt");
      case INCREMENT -> unary(pc, "increment");
      case DECREMENT -> unary(pc, "decrement");
      case TO_NUMERIC -> unary(pc, "toNumeric");
      case LESS -> comparison(pc, "less");
      case LESS_EQUAL -> comparison(pc, "lessEqual");
      case GREATER -> comparison(pc, "greater");
      case GREATER_EQUAL -> comparison(pc, "greaterEqual");
      case EQUAL -> looseEquality(pc, false);
      case NOT_EQUAL -> looseEquality(pc, true);
      case STRICT_EQUAL -> strictEquality(pc, false);
      case STRICT_NOT_EQUAL -> strictEquality(pc, true);
      case NOT -> {
        truth(code[pc + 2]);
        negate();
        a.box();
        a.store(code[pc + 1]);
      }
      case TYPEOF -> {
        a.service(Machine.class);
        a.load(code[pc + 2]);
        a.invokeStatic(TestingAndComparison.class, "typeOf", String.class, Object.class);
        a.invoke(Machine.class, "string", lexscope.js.value.JsString.class, String.class);
        a.store(code[pc + 1]);
      }
      default -> {
        return jump(pc);
      }
    }
    return true;
  }

  private boolean jump(int pc) {
    switch (code[pc]) {
      case JUMP_IF_TRUE -> {
        truth(code[pc + 1]);
        b.ifne(method.at(code[pc + 2]));
      }
      case JUMP_IF_FALSE -> {
        truth(code[pc + 1]);
        b.ifeq(method.at(code[pc + 2]));
      }
      case JUMP_IF_NULLISH -> {
        nullish(code[pc + 1]);
        b.ifne(method.at(code[pc + 2]));
      }
      case JUMP_IF_NOT_NULLISH -> {
        nullish(code[pc + 1]);
        b.ifeq(method.at(code[pc + 2]));
      }
      case JUMP_IF_UNDEFINED -> {
        a.load(code[pc + 1]);
        a.undefined();
        b.if_acmpeq(method.at(code[pc + 2]));
      }
      case JUMP_IF_NOT_UNDEFINED -> {
        a.load(code[pc + 1]);
        a.undefined();
        b.if_acmpne(method.at(code[pc + 2]));
      }
      case JUMP_IF_NOT_EMPTY -> {
        a.load(code[pc + 1]);
        b.ifnonnull(method.at(code[pc + 2]));
      }
      case JUMP_IF_NOT_SAME -> {
        a.load(code[pc + 1]);
        b.loadConstant(code[pc + 2]);
        a.invokeStatic(Arithmetic.class, "isInt", boolean.class, Object.class, int.class);
        b.ifeq(method.at(code[pc + 3]));
      }
      case JUMP_IF_LESS -> jumpIf(pc, "less", true);
      case JUMP_IF_NOT_LESS -> jumpIf(pc, "less", false);
      case JUMP_IF_LESS_EQUAL -> jumpIf(pc, "lessEqual", true);
      case JUMP_IF_NOT_LESS_EQUAL -> jumpIf(pc, "lessEqual", false);
      case JUMP_IF_GREATER -> jumpIf(pc, "greater", true);
      case JUMP_IF_NOT_GREATER -> jumpIf(pc, "greater", false);
      case JUMP_IF_GREATER_EQUAL -> jumpIf(pc, "greaterEqual", true);
      case JUMP_IF_NOT_GREATER_EQUAL -> jumpIf(pc, "greaterEqual", false);
      case JUMP_IF_LESS_INT -> jumpIfLessInt(pc, true);
      case JUMP_IF_NOT_LESS_INT -> jumpIfLessInt(pc, false);
      case JUMP_IF_STRICT_EQUAL -> {
        same(code[pc + 1], code[pc + 2]);
        b.ifne(method.at(code[pc + 3]));
      }
      case JUMP_IF_STRICT_NOT_EQUAL -> {
        same(code[pc + 1], code[pc + 2]);
        b.ifeq(method.at(code[pc + 3]));
      }
      case JUMP_IF_STRICT_EQUAL_INT -> {
        sameInt(pc);
        b.ifne(method.at(code[pc + 3]));
      }
      case JUMP_IF_STRICT_NOT_EQUAL_INT -> {
        sameInt(pc);
        b.ifeq(method.at(code[pc + 3]));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void binary(int pc, String name) {
    operation(
        pc,
        name,
        () -> {
          a.load(code[pc + 2]);
          a.load(code[pc + 3]);
        },
        Object.class,
        Object.class);
  }

  private void withInt(int pc, String name) {
    operation(
        pc,
        name,
        () -> {
          a.load(code[pc + 2]);
          b.loadConstant(code[pc + 3]);
        },
        Object.class,
        int.class);
  }

  private void unary(int pc, String name) {
    operation(pc, name, () -> a.load(code[pc + 2]), Object.class);
  }

  /// Tries an operator on Numbers, then by all rules: the two have the same name, and the second
  /// takes the agent as well.
  private void operation(int pc, String name, Runnable loadOperands, Class<?>... operands) {
    loadOperands.run();
    a.invokeStatic(QuickArithmetic.class, name, Object.class, operands);
    a.orElse(
        pc,
        () -> {
          a.service(Machine.class);
          loadOperands.run();
          Class<?>[] withAgent = new Class<?>[operands.length + 1];
          withAgent[0] = Agent.class;
          System.arraycopy(operands, 0, withAgent, 1, operands.length);
          a.invokeStatic(Arithmetic.class, name, Object.class, withAgent);
        });
    a.store(code[pc + 1]);
  }

  /// Leaves the boolean of a comparison on the operand stack.
  private void compare(int pc, String name, int left, int right) {
    a.load(left);
    a.load(right);
    a.invokeStatic(QuickArithmetic.class, name, int.class, Object.class, Object.class);
    a.orCompare(
        pc,
        () -> {
          a.service(Machine.class);
          a.load(left);
          a.load(right);
          a.invokeStatic(
              Arithmetic.class, name, boolean.class, Agent.class, Object.class, Object.class);
        });
  }

  private void comparison(int pc, String name) {
    compare(pc, name, code[pc + 2], code[pc + 3]);
    a.box();
    a.store(code[pc + 1]);
  }

  private void jumpIf(int pc, String name, boolean expected) {
    compare(pc, name, code[pc + 1], code[pc + 2]);
    branch(expected, code[pc + 3]);
  }

  private void branch(boolean expected, int target) {
    if (expected) {
      b.ifne(method.at(target));
    } else {
      b.ifeq(method.at(target));
    }
  }

  private void jumpIfLessInt(int pc, boolean expected) {
    a.load(code[pc + 1]);
    b.loadConstant(code[pc + 2]);
    a.invokeStatic(QuickArithmetic.class, "lessInt", int.class, Object.class, int.class);
    a.orCompare(
        pc,
        () -> {
          a.service(Machine.class);
          a.load(code[pc + 1]);
          b.loadConstant(code[pc + 2]);
          a.invokeStatic(
              Arithmetic.class, "lessInt", boolean.class, Agent.class, Object.class, int.class);
        });
    branch(expected, code[pc + 3]);
  }

  private void looseEquality(int pc, boolean negated) {
    a.load(code[pc + 2]);
    a.load(code[pc + 3]);
    a.invokeStatic(QuickArithmetic.class, "equal", int.class, Object.class, Object.class);
    a.orCompare(
        pc,
        () -> {
          a.service(Machine.class);
          a.load(code[pc + 2]);
          a.load(code[pc + 3]);
          a.invokeStatic(
              TestingAndComparison.class,
              "isLooselyEqual",
              boolean.class,
              Agent.class,
              Object.class,
              Object.class);
        });
    finish(pc, negated);
  }

  private void strictEquality(int pc, boolean negated) {
    same(code[pc + 2], code[pc + 3]);
    finish(pc, negated);
  }

  private void finish(int pc, boolean negated) {
    if (negated) {
      negate();
    }
    a.box();
    a.store(code[pc + 1]);
  }

  private void negate() {
    b.iconst_1().ixor();
  }

  private void same(int left, int right) {
    a.load(left);
    a.load(right);
    a.invokeStatic(Arithmetic.class, "same", boolean.class, Object.class, Object.class);
  }

  private void sameInt(int pc) {
    a.load(code[pc + 1]);
    b.loadConstant(code[pc + 2]);
    a.invokeStatic(Arithmetic.class, "sameInt", boolean.class, Object.class, int.class);
  }

  private void truth(int register) {
    a.load(register);
    a.invokeStatic(Interpreter.class, "truth", boolean.class, Object.class);
  }

  private void nullish(int register) {
    a.load(register);
    a.invokeStatic(TestingAndComparison.class, "isNullish", boolean.class, Object.class);
  }
}
