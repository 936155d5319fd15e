package lexscope.js.vm;

import java.math.BigInteger;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;

/// The operators on numbers and strings, ECMA-262 sections 13.15.3
/// (ApplyStringOrNumericBinaryOperator), 6.1.6.1 and 6.1.6.2, with fast paths for 32-bit integers
/// and doubles.
final class Arithmetic {
  private Arithmetic() {}

  static Object add(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.add(a, b);
    return quick != null ? quick : addSlow(agent, a, b);
  }

  static Object addInt(Agent agent, Object a, int b) {
    Object quick = QuickArithmetic.addInt(a, b);
    return quick != null ? quick : addSlow(agent, a, b);
  }

  private static Object addSlow(Agent agent, Object a, Object b) {
    if (a instanceof JsString x && b instanceof JsString y) {
      return concat(agent, x, y);
    }
    int mark = agent.handles().mark();
    agent.handles().push(b);
    Object left = TypeConversion.toPrimitive(agent, a, TypeConversion.Hint.DEFAULT);
    Object right = TypeConversion.toPrimitive(agent, b, TypeConversion.Hint.DEFAULT);
    Object result;
    if (left instanceof JsString || right instanceof JsString) {
      JsString x = TypeConversion.toString(agent, left);
      result = concat(agent, x, TypeConversion.toString(agent, right));
    } else {
      result = numeric(agent, Operation.ADD, left, right);
    }
    agent.handles().release(mark);
    return result;
  }

  private static JsString concat(Agent agent, JsString x, JsString y) {
    if ((long) x.length() + y.length() > JsString.MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
    }
    return JsString.concat(agent, x, y);
  }

  static Object subtract(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.subtract(a, b);
    return quick != null ? quick : numeric(agent, Operation.SUBTRACT, a, b);
  }

  static Object subtractInt(Agent agent, Object a, int b) {
    Object quick = QuickArithmetic.subtractInt(a, b);
    return quick != null ? quick : numeric(agent, Operation.SUBTRACT, a, b);
  }

  static Object multiply(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.multiply(a, b);
    return quick != null ? quick : numeric(agent, Operation.MULTIPLY, a, b);
  }

  static Object multiplyInt(Agent agent, Object a, int b) {
    Object quick = QuickArithmetic.multiplyInt(a, b);
    return quick != null ? quick : numeric(agent, Operation.MULTIPLY, a, b);
  }

  static Object divide(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.divide(a, b);
    return quick != null ? quick : numeric(agent, Operation.DIVIDE, a, b);
  }

  static Object remainder(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.remainder(a, b);
    return quick != null ? quick : numeric(agent, Operation.REMAINDER, a, b);
  }

  static Object remainderInt(Agent agent, Object a, int b) {
    Object quick = QuickArithmetic.remainderInt(a, b);
    return quick != null ? quick : numeric(agent, Operation.REMAINDER, a, b);
  }

  static Object bitAnd(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.bitAnd(a, b);
    return quick != null ? quick : numeric(agent, Operation.AND, a, b);
  }

  static Object bitAndInt(Agent agent, Object a, int b) {
    Object quick = QuickArithmetic.bitAndInt(a, b);
    return quick != null ? quick : numeric(agent, Operation.AND, a, b);
  }

  static Object bitOr(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.bitOr(a, b);
    return quick != null ? quick : numeric(agent, Operation.OR, a, b);
  }

  static Object bitOrInt(Agent agent, Object a, int b) {
    Object quick = QuickArithmetic.bitOrInt(a, b);
    return quick != null ? quick : numeric(agent, Operation.OR, a, b);
  }

  static Object bitXor(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.bitXor(a, b);
    return quick != null ? quick : numeric(agent, Operation.XOR, a, b);
  }

  static Object leftShift(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.leftShift(a, b);
    return quick != null ? quick : numeric(agent, Operation.LEFT_SHIFT, a, b);
  }

  static Object signedRightShift(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.signedRightShift(a, b);
    return quick != null ? quick : numeric(agent, Operation.SIGNED_RIGHT_SHIFT, a, b);
  }

  static Object signedRightShiftInt(Agent agent, Object a, int b) {
    Object quick = QuickArithmetic.signedRightShiftInt(a, b);
    return quick != null ? quick : numeric(agent, Operation.SIGNED_RIGHT_SHIFT, a, b);
  }

  static Object unsignedRightShift(Agent agent, Object a, Object b) {
    Object quick = QuickArithmetic.unsignedRightShift(a, b);
    return quick != null ? quick : numeric(agent, Operation.UNSIGNED_RIGHT_SHIFT, a, b);
  }

  static Object exponentiate(Agent agent, Object a, Object b) {
    return numeric(agent, Operation.EXPONENTIATE, a, b);
  }

  static Object increment(Agent agent, Object a) {
    Object quick = QuickArithmetic.increment(a);
    return quick != null ? quick : step(agent, a, 1);
  }

  static Object decrement(Agent agent, Object a) {
    Object quick = QuickArithmetic.decrement(a);
    return quick != null ? quick : step(agent, a, -1);
  }

  private static Object step(Agent agent, Object a, int delta) {
    Object value = toNumeric(agent, a);
    return value instanceof JsBigInt big
        ? JsBigInt.of(agent, big.value().add(BigInteger.valueOf(delta)))
        : Numbers.of(Numbers.toDouble(value) + delta);
  }

  static Object toNumeric(Agent agent, Object a) {
    return Numbers.isNumber(a) ? a : TypeConversion.toNumeric(agent, a);
  }

  static Object negate(Agent agent, Object a) {
    Object value = toNumeric(agent, a);
    return value instanceof JsBigInt big
        ? JsBigInt.of(agent, big.value().negate())
        : Numbers.of(-Numbers.toDouble(value));
  }

  static Object bitNot(Agent agent, Object a) {
    Object value = toNumeric(agent, a);
    return value instanceof JsBigInt big
        ? JsBigInt.of(agent, big.value().not())
        : (Object) ~TypeConversion.toInt32(Numbers.toDouble(value));
  }

  static boolean less(Agent agent, Object a, Object b) {
    int quick = QuickArithmetic.less(a, b);
    return quick == QuickArithmetic.UNKNOWN
        ? Boolean.TRUE.equals(TestingAndComparison.isLessThan(agent, a, b, true))
        : quick == QuickArithmetic.TRUE;
  }

  static boolean lessInt(Agent agent, Object a, int b) {
    return a instanceof Integer x ? x < b : less(agent, a, b);
  }

  static boolean lessEqual(Agent agent, Object a, Object b) {
    int quick = QuickArithmetic.lessEqual(a, b);
    return quick == QuickArithmetic.UNKNOWN
        ? Boolean.FALSE.equals(TestingAndComparison.isLessThan(agent, b, a, false))
        : quick == QuickArithmetic.TRUE;
  }

  static boolean greater(Agent agent, Object a, Object b) {
    int quick = QuickArithmetic.greater(a, b);
    return quick == QuickArithmetic.UNKNOWN
        ? Boolean.TRUE.equals(TestingAndComparison.isLessThan(agent, b, a, false))
        : quick == QuickArithmetic.TRUE;
  }

  static boolean greaterEqual(Agent agent, Object a, Object b) {
    int quick = QuickArithmetic.greaterEqual(a, b);
    return quick == QuickArithmetic.UNKNOWN
        ? Boolean.FALSE.equals(TestingAndComparison.isLessThan(agent, a, b, true))
        : quick == QuickArithmetic.TRUE;
  }

  /// IsStrictlyEqual, ECMA-262 section 7.2.14.
  static boolean same(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x.intValue() == y.intValue();
    }
    return TestingAndComparison.isStrictlyEqual(a, b);
  }

  /// Whether a value is exactly an integer.
  static boolean isInt(Object a, int b) {
    return a instanceof Integer x && x == b;
  }

  /// The same with an integer: minus zero equals zero.
  static boolean sameInt(Object a, int b) {
    return a instanceof Integer x ? x == b : b == 0 && a instanceof Double y && y == 0;
  }

  private enum Operation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    EXPONENTIATE,
    LEFT_SHIFT,
    SIGNED_RIGHT_SHIFT,
    UNSIGNED_RIGHT_SHIFT,
    AND,
    OR,
    XOR
  }

  /// ApplyStringOrNumericBinaryOperator without strings.
  private static Object numeric(Agent agent, Operation operation, Object a, Object b) {
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return number(operation, Numbers.toDouble(a), Numbers.toDouble(b));
    }
    int mark = agent.handles().mark();
    agent.handles().push(b);
    Object left = TypeConversion.toNumeric(agent, a);
    agent.handles().push(left);
    Object right = TypeConversion.toNumeric(agent, b);
    agent.handles().release(mark);
    if (left instanceof JsBigInt x && right instanceof JsBigInt y) {
      return BigIntArithmetic.apply(agent, operation.ordinal(), x.value(), y.value());
    }
    if (left instanceof JsBigInt || right instanceof JsBigInt) {
      throw agent.typeError(ErrorMessages.MIXED_BIGINT);
    }
    return number(operation, Numbers.toDouble(left), Numbers.toDouble(right));
  }

  private static Object number(Operation operation, double x, double y) {
    return switch (operation) {
      case ADD -> Numbers.of(x + y);
      case SUBTRACT -> Numbers.of(x - y);
      case MULTIPLY -> Numbers.of(x * y);
      case DIVIDE -> Numbers.of(x / y);
      case REMAINDER -> Numbers.of(x % y);
      case EXPONENTIATE -> Numbers.of(power(x, y));
      case LEFT_SHIFT -> TypeConversion.toInt32(x) << shift(y);
      case SIGNED_RIGHT_SHIFT -> TypeConversion.toInt32(x) >> shift(y);
      case UNSIGNED_RIGHT_SHIFT ->
          Numbers.of((TypeConversion.toInt32(x) & 0xFFFF_FFFFL) >>> shift(y));
      case AND -> TypeConversion.toInt32(x) & TypeConversion.toInt32(y);
      case OR -> TypeConversion.toInt32(x) | TypeConversion.toInt32(y);
      case XOR -> TypeConversion.toInt32(x) ^ TypeConversion.toInt32(y);
    };
  }

  private static int shift(double count) {
    return TypeConversion.toInt32(count) & 31;
  }

  /// Number::exponentiate, ECMA-262 section 6.1.6.1.3; Java differs where the base is 1 or -1.
  static double power(double base, double exponent) {
    if (Double.isNaN(exponent) || (Math.abs(base) == 1 && Double.isInfinite(exponent))) {
      return Double.NaN;
    }
    return Math.pow(base, exponent);
  }
}
