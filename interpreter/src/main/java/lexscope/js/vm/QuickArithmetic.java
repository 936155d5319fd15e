package lexscope.js.vm;

import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import org.jspecify.annotations.Nullable;

/// The operators where both operands are Numbers, ECMA-262 section 6.1.6.1: nothing here runs guest
/// code, allocates a cell or throws. [Arithmetic] has the rest.
///
/// An operator gives null for operands that it is not for, a comparison [#UNKNOWN].
final class QuickArithmetic {
  /// A comparison's answer.
  static final int FALSE = 0;

  /// A comparison's answer.
  static final int TRUE = 1;

  /// The operands are not both Numbers.
  static final int UNKNOWN = -1;

  private QuickArithmetic() {}

  static @Nullable Object add(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return sum(x, y);
    }
    return areNumbers(a, b) ? Numbers.of(Numbers.toDouble(a) + Numbers.toDouble(b)) : null;
  }

  static @Nullable Object addInt(Object a, int b) {
    if (a instanceof Integer x) {
      return sum(x, b);
    }
    return a instanceof Double x ? Numbers.of(x + b) : null;
  }

  private static Object sum(int x, int y) {
    int sum = x + y;
    if (((x ^ sum) & (y ^ sum)) < 0) {
      return (double) ((long) x + y);
    }
    return sum;
  }

  static @Nullable Object subtract(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return Numbers.of((long) x - y);
    }
    return areNumbers(a, b) ? Numbers.of(Numbers.toDouble(a) - Numbers.toDouble(b)) : null;
  }

  static @Nullable Object subtractInt(Object a, int b) {
    if (a instanceof Integer x) {
      return Numbers.of((long) x - b);
    }
    return a instanceof Double x ? Numbers.of(x - b) : null;
  }

  static @Nullable Object multiply(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return product(x, y);
    }
    return areNumbers(a, b) ? Numbers.of(Numbers.toDouble(a) * Numbers.toDouble(b)) : null;
  }

  static @Nullable Object multiplyInt(Object a, int b) {
    if (a instanceof Integer x) {
      return product(x, b);
    }
    return a instanceof Double x ? Numbers.of(x * b) : null;
  }

  private static Object product(int x, int y) {
    long product = (long) x * y;
    return product != 0 && (int) product == product
        ? (Object) (int) product
        : Numbers.of((double) x * y);
  }

  static @Nullable Object divide(Object a, Object b) {
    return areNumbers(a, b) ? Numbers.of(Numbers.toDouble(a) / Numbers.toDouble(b)) : null;
  }

  static @Nullable Object remainder(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y && y != 0) {
      return rest(x, y);
    }
    return areNumbers(a, b) ? Numbers.of(Numbers.toDouble(a) % Numbers.toDouble(b)) : null;
  }

  static @Nullable Object remainderInt(Object a, int b) {
    if (a instanceof Integer x && b != 0) {
      return rest(x, b);
    }
    return a instanceof Double x ? Numbers.of(x % b) : null;
  }

  /// The sign is that of the dividend, even of zero.
  private static Object rest(int x, int y) {
    int rest = x % y;
    return rest == 0 && x < 0 ? Numbers.MINUS_ZERO : (Object) rest;
  }

  static @Nullable Object bitAnd(Object a, Object b) {
    return areNumbers(a, b) ? (Object) (bits(a) & bits(b)) : null;
  }

  static @Nullable Object bitAndInt(Object a, int b) {
    return Numbers.isNumber(a) ? (Object) (bits(a) & b) : null;
  }

  static @Nullable Object bitOr(Object a, Object b) {
    return areNumbers(a, b) ? (Object) (bits(a) | bits(b)) : null;
  }

  static @Nullable Object bitOrInt(Object a, int b) {
    return Numbers.isNumber(a) ? (Object) (bits(a) | b) : null;
  }

  static @Nullable Object bitXor(Object a, Object b) {
    return areNumbers(a, b) ? (Object) (bits(a) ^ bits(b)) : null;
  }

  static @Nullable Object leftShift(Object a, Object b) {
    return areNumbers(a, b) ? (Object) (bits(a) << bits(b)) : null;
  }

  static @Nullable Object signedRightShift(Object a, Object b) {
    return areNumbers(a, b) ? (Object) (bits(a) >> bits(b)) : null;
  }

  static @Nullable Object signedRightShiftInt(Object a, int b) {
    return Numbers.isNumber(a) ? (Object) (bits(a) >> b) : null;
  }

  static @Nullable Object unsignedRightShift(Object a, Object b) {
    return areNumbers(a, b) ? Numbers.of((bits(a) & 0xFFFF_FFFFL) >>> (bits(b) & 31)) : null;
  }

  static @Nullable Object increment(Object a) {
    return addInt(a, 1);
  }

  static @Nullable Object decrement(Object a) {
    return subtractInt(a, 1);
  }

  static int less(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x < y ? TRUE : FALSE;
    }
    return areNumbers(a, b) ? truth(Numbers.toDouble(a) < Numbers.toDouble(b)) : UNKNOWN;
  }

  static int lessInt(Object a, int b) {
    if (a instanceof Integer x) {
      return x < b ? TRUE : FALSE;
    }
    return a instanceof Double x ? truth(x < b) : UNKNOWN;
  }

  static int lessEqual(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x <= y ? TRUE : FALSE;
    }
    return areNumbers(a, b) ? truth(Numbers.toDouble(a) <= Numbers.toDouble(b)) : UNKNOWN;
  }

  static int greater(Object a, Object b) {
    return less(b, a);
  }

  static int greaterEqual(Object a, Object b) {
    return lessEqual(b, a);
  }

  /// IsLooselyEqual where no conversion is needed.
  static int equal(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x.intValue() == y.intValue() ? TRUE : FALSE;
    }
    if (TestingAndComparison.isNullish(a) && b instanceof JsObject
        || TestingAndComparison.isNullish(b) && a instanceof JsObject) {
      return UNKNOWN;
    }
    if (TestingAndComparison.isNullish(a) || TestingAndComparison.isNullish(b)) {
      return truth(TestingAndComparison.isNullish(a) && TestingAndComparison.isNullish(b));
    }
    return areNumbers(a, b) || (a instanceof JsString && b instanceof JsString)
        ? truth(TestingAndComparison.isStrictlyEqual(a, b))
        : UNKNOWN;
  }

  static @Nullable Object toNumeric(Object a) {
    return Numbers.isNumber(a) ? a : null;
  }

  private static int truth(boolean value) {
    return value ? TRUE : FALSE;
  }

  private static int bits(Object number) {
    return number instanceof Integer i ? i : TypeConversion.toInt32((double) (Double) number);
  }

  private static boolean areNumbers(Object a, Object b) {
    return Numbers.isNumber(a) && Numbers.isNumber(b);
  }
}
