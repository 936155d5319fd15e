package lexscope.js.bytecode;

import lexscope.js.scope.Resolution;
import lexscope.js.syntax.BinaryOperator;
import lexscope.js.syntax.BinaryStep;
import lexscope.js.syntax.Expression;
import lexscope.js.syntax.LogicalOperator;
import lexscope.js.syntax.UnaryOperator;

/// Unary and binary operators and conditions, ECMA-262 sections 13.5 to 13.14.
final class OperatorCompiler {
  private final BytecodeCompiler c;

  OperatorCompiler(BytecodeCompiler compiler) {
    c = compiler;
  }

  /// The instruction of a binary operator.
  static int opcode(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> Opcode.ADD;
      case SUBTRACT -> Opcode.SUBTRACT;
      case MULTIPLY -> Opcode.MULTIPLY;
      case DIVIDE -> Opcode.DIVIDE;
      case REMAINDER -> Opcode.REMAINDER;
      case EXPONENTIATE -> Opcode.EXPONENTIATE;
      case LEFT_SHIFT -> Opcode.LEFT_SHIFT;
      case SIGNED_RIGHT_SHIFT -> Opcode.SIGNED_RIGHT_SHIFT;
      case UNSIGNED_RIGHT_SHIFT -> Opcode.UNSIGNED_RIGHT_SHIFT;
      case LESS -> Opcode.LESS;
      case GREATER -> Opcode.GREATER;
      case LESS_EQUAL -> Opcode.LESS_EQUAL;
      case GREATER_EQUAL -> Opcode.GREATER_EQUAL;
      case INSTANCEOF -> Opcode.INSTANCE_OF;
      case IN -> Opcode.IN;
      case EQUAL -> Opcode.EQUAL;
      case NOT_EQUAL -> Opcode.NOT_EQUAL;
      case STRICT_EQUAL -> Opcode.STRICT_EQUAL;
      case STRICT_NOT_EQUAL -> Opcode.STRICT_NOT_EQUAL;
      case BIT_AND -> Opcode.BIT_AND;
      case BIT_XOR -> Opcode.BIT_XOR;
      case BIT_OR -> Opcode.BIT_OR;
    };
  }

  /// EvaluateStringOrNumericBinaryExpression and the relational operators, step by step.
  void binary(Expression.Binary node, int dst) {
    int steps = node.rest().size();
    int accumulator = steps == 1 ? dst : c.code.register();
    int left =
        c.expressions.operandBefore(
            node.first(), node.rest().stream().anyMatch(step -> Assignments.in(step.right())));
    int end = node.first().end();
    for (int i = 0; i < steps; i++) {
      BinaryStep step = node.rest().get(i);
      int out = i == steps - 1 ? dst : accumulator;
      int mark = c.code.registerMark();
      apply(step.operator(), out, left, step.right(), c.places.after(end));
      end = step.right().end();
      c.code.releaseRegisters(mark);
      left = out;
    }
  }

  /// One operator whose right operand is an expression.
  void apply(BinaryOperator operator, int dst, int left, Expression right, int offset) {
    int opcode = opcode(operator);
    int withInteger = withInteger(operator);
    if (withInteger >= 0 && isInteger(right)) {
      c.code.position(offset);
      c.code.emit(withInteger, dst, left, integer(right));
      return;
    }
    int register = c.expressions.operand(right);
    c.code.position(offset);
    c.code.emit(opcode, dst, left, register);
  }

  /// The instruction of the operator that takes an integer literal; -1 if there is none.
  private static int withInteger(BinaryOperator operator) {
    return switch (operator) {
      case ADD -> Opcode.ADD_INT;
      case SUBTRACT -> Opcode.SUBTRACT_INT;
      case MULTIPLY -> Opcode.MULTIPLY_INT;
      case REMAINDER -> Opcode.REMAINDER_INT;
      case BIT_AND -> Opcode.BIT_AND_INT;
      case BIT_OR -> Opcode.BIT_OR_INT;
      case SIGNED_RIGHT_SHIFT -> Opcode.SIGNED_RIGHT_SHIFT_INT;
      default -> -1;
    };
  }

  /// Whether the expression is a literal of a 32-bit integer.
  private static boolean isInteger(Expression expression) {
    return expression instanceof Expression.NumberLiteral(double value, int _, int _)
        && value == (int) value
        && (value != 0 || 1 / value > 0);
  }

  private static int integer(Expression literal) {
    return (int) ((Expression.NumberLiteral) literal).value();
  }

  /// Unary operators, ECMA-262 section 13.5.
  void unary(Expression.Unary node, int dst) {
    switch (node.operator()) {
      case DELETE -> delete(node.operand(), dst);
      case VOID -> {
        c.expressions.effect(node.operand());
        c.code.emit(Opcode.LOAD_UNDEFINED, dst);
      }
      case TYPEOF -> {
        int operand;
        if (node.operand()
            instanceof Expression.IdentifierReference(String name, int start, int _)) {
          operand = c.code.register();
          c.code.position(start);
          c.scopes.getForTypeof(name, operand);
        } else {
          operand = c.expressions.operand(node.operand());
        }
        c.code.emit(Opcode.TYPEOF, dst, operand);
      }
      case MINUS -> {
        if (node.operand() instanceof Expression.NumberLiteral(double value, int _, int _)) {
          c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(c.constants.number(-value)));
        } else {
          simple(Opcode.NEGATE, node, dst);
        }
      }
      case PLUS -> simple(Opcode.TO_NUMBER, node, dst);
      case BIT_NOT -> simple(Opcode.BIT_NOT, node, dst);
      case NOT -> simple(Opcode.NOT, node, dst);
    }
  }

  private void simple(int opcode, Expression.Unary node, int dst) {
    int operand = c.expressions.operand(node.operand());
    c.code.position(node.start());
    c.code.emit(opcode, dst, operand);
  }

  /// The delete operator, ECMA-262 section 13.5.1.
  private void delete(Expression operand, int dst) {
    switch (operand) {
      case Expression.Member node -> {
        int object = c.expressions.operand(node.object());
        c.expressions.chain(node.optional(), object);
        int key = c.code.register();
        c.code.emit(Opcode.LOAD_CONSTANT, key, c.string(node.name()));
        c.code.emit(Opcode.DELETE_PROPERTY, dst, object, key);
      }
      case Expression.Index node -> {
        int object = c.expressions.operandBefore(node.object(), node.index());
        c.expressions.chain(node.optional(), object);
        int key = c.expressions.operand(node.index());
        c.code.emit(Opcode.DELETE_PROPERTY, dst, object, key);
      }
      case Expression.SuperMember _ -> deleteSuper(dst);
      case Expression.SuperIndex node -> {
        c.expressions.loadThis(c.code.register());
        c.expressions.effect(node.index());
        c.code.emit(Opcode.THROW_REFERENCE_ERROR, c.text("Unsupported reference to 'super'"));
      }
      case Expression.IdentifierReference(String name, int start, int _) -> {
        c.code.position(start);
        if (c.resolve(name) instanceof Resolution.Global || c.scopes.isDynamic(name)) {
          c.code.emit(Opcode.DELETE_NAME, dst, c.key(name));
        } else {
          c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(false));
        }
      }
      case Expression.OptionalChain(Expression inner, int _, int _) -> {
        Label outer = c.expressions.chainEnd;
        var nullish = new Label();
        var end = new Label();
        c.expressions.chainEnd = nullish;
        delete(inner, dst);
        c.expressions.chainEnd = outer;
        c.code.jump(Opcode.JUMP, end);
        c.code.bind(nullish);
        c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(true));
        c.code.bind(end);
      }
      default -> {
        c.expressions.effect(operand);
        c.code.emit(Opcode.LOAD_CONSTANT, dst, c.code.constant(true));
      }
    }
  }

  private void deleteSuper(int dst) {
    c.expressions.loadThis(dst);
    c.code.emit(Opcode.THROW_REFERENCE_ERROR, c.text("Unsupported reference to 'super'"));
  }

  /// Jumps if the condition's truth is `when`, else goes on.
  void branch(Expression condition, Label target, boolean when) {
    int mark = c.code.registerMark();
    switch (condition) {
      case Expression.Unary(UnaryOperator operator, Expression operand, int _, int _)
          when operator == UnaryOperator.NOT ->
          branch(operand, target, !when);
      case Expression.Logical node when node.operator() != LogicalOperator.COALESCE ->
          branchLogical(node, target, when);
      case Expression.BooleanLiteral(boolean value, int _, int _) -> {
        if (value == when) {
          c.code.jump(Opcode.JUMP, target);
        }
      }
      case Expression.Binary node
          when node.rest().size() == 1 && fused(node.rest().getFirst().operator(), when) >= 0 -> {
        BinaryStep step = node.rest().getFirst();
        int left = c.expressions.operandBefore(node.first(), step.right());
        int withInteger = fusedWithInteger(step.operator(), when);
        if (withInteger >= 0 && isInteger(step.right())) {
          c.code.position(c.places.of(node));
          c.code.jump(withInteger, target, left, integer(step.right()));
          break;
        }
        int right = c.expressions.operand(step.right());
        c.code.position(c.places.of(node));
        c.code.jump(fused(step.operator(), when), target, left, right);
      }
      default -> {
        int value = c.expressions.operand(condition);
        c.code.jump(when ? Opcode.JUMP_IF_TRUE : Opcode.JUMP_IF_FALSE, target, value);
      }
    }
    c.code.releaseRegisters(mark);
  }

  private void branchLogical(Expression.Logical node, Label target, boolean when) {
    boolean isOr = node.operator() == LogicalOperator.OR;
    if (isOr == when) {
      node.operands().forEach(operand -> branch(operand, target, when));
      return;
    }
    var skip = new Label();
    int last = node.operands().size() - 1;
    for (int i = 0; i < last; i++) {
      branch(node.operands().get(i), skip, !when);
    }
    branch(node.operands().get(last), target, when);
    c.code.bind(skip);
  }

  private static int fused(BinaryOperator operator, boolean when) {
    return switch (operator) {
      case LESS -> when ? Opcode.JUMP_IF_LESS : Opcode.JUMP_IF_NOT_LESS;
      case LESS_EQUAL -> when ? Opcode.JUMP_IF_LESS_EQUAL : Opcode.JUMP_IF_NOT_LESS_EQUAL;
      case GREATER -> when ? Opcode.JUMP_IF_GREATER : Opcode.JUMP_IF_NOT_GREATER;
      case GREATER_EQUAL -> when ? Opcode.JUMP_IF_GREATER_EQUAL : Opcode.JUMP_IF_NOT_GREATER_EQUAL;
      case STRICT_EQUAL -> when ? Opcode.JUMP_IF_STRICT_EQUAL : Opcode.JUMP_IF_STRICT_NOT_EQUAL;
      case STRICT_NOT_EQUAL -> when ? Opcode.JUMP_IF_STRICT_NOT_EQUAL : Opcode.JUMP_IF_STRICT_EQUAL;
      default -> -1;
    };
  }

  private static int fusedWithInteger(BinaryOperator operator, boolean when) {
    return switch (operator) {
      case LESS -> when ? Opcode.JUMP_IF_LESS_INT : Opcode.JUMP_IF_NOT_LESS_INT;
      case STRICT_EQUAL ->
          when ? Opcode.JUMP_IF_STRICT_EQUAL_INT : Opcode.JUMP_IF_STRICT_NOT_EQUAL_INT;
      case STRICT_NOT_EQUAL ->
          when ? Opcode.JUMP_IF_STRICT_NOT_EQUAL_INT : Opcode.JUMP_IF_STRICT_EQUAL_INT;
      default -> -1;
    };
  }
}
