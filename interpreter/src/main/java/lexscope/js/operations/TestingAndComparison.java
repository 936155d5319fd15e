package lexscope.js.operations;

import java.math.BigDecimal;
import java.math.BigInteger;
import lexscope.js.intrinsics.ProxyObject;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Testing and comparison operations, section 7.2.
public final class TestingAndComparison {
  private TestingAndComparison() {}

  /// RequireObjectCoercible, section 7.2.1.
  ///
  /// @param method what is called, for the message
  /// @throws ThrowCompletion with a TypeError for undefined and null
  public static Object requireObjectCoercible(Agent agent, Object value, String method) {
    if (isNullish(value)) {
      throw agent.typeError(ErrorMessages.nullishThis(method));
    }
    return value;
  }

  /// Whether the value is undefined or null.
  public static boolean isNullish(Object value) {
    return value == Undefined.UNDEFINED || value == Null.NULL;
  }

  /// IsArray, section 7.2.2.
  ///
  /// @throws ThrowCompletion with a TypeError for a revoked proxy
  public static boolean isArray(Agent agent, Object value) {
    Object v = value;
    while (v instanceof ProxyObject proxy) {
      v = proxy.requireTarget(agent, "IsArray");
    }
    return v instanceof JsArray;
  }

  /// IsCallable, section 7.2.3.
  public static boolean isCallable(Object value) {
    return value instanceof JsObject object && object.isCallable();
  }

  /// IsConstructor, section 7.2.4.
  public static boolean isConstructor(Object value) {
    return value instanceof JsObject object && object.isConstructor();
  }

  /// IsIntegralNumber, section 7.2.6.
  public static boolean isIntegralNumber(Object value) {
    return value instanceof Integer
        || (value instanceof Double d && !Double.isInfinite(d) && Math.rint(d) == d);
  }

  /// IsRegExp, section 7.2.8.
  ///
  /// @throws ThrowCompletion if reading `@@match` throws
  public static boolean isRegExp(Agent agent, Object value) {
    if (!(value instanceof JsObject object)) {
      return false;
    }
    Object matcher = ObjectOperations.get(agent, object, agent.symbols().match().key());
    return matcher == Undefined.UNDEFINED
        ? object.hasRegExpMatcher()
        : TypeConversion.toBoolean(matcher);
  }

  /// The result of `typeof`, section 13.5.3.
  public static String typeOf(Object value) {
    return switch (value) {
      case Undefined _ -> "undefined";
      case Boolean _ -> "boolean";
      case Integer _, Double _ -> "number";
      case JsString _ -> "string";
      case Symbol _ -> "symbol";
      case JsBigInt _ -> "bigint";
      case JsObject o when o.emulatesUndefined() -> "undefined";
      case JsObject o when o.isCallable() -> "function";
      default -> "object";
    };
  }

  /// SameValue, section 7.2.9.
  public static boolean sameValue(Object x, Object y) {
    return x == y || x.equals(y);
  }

  /// SameValueZero, section 7.2.10.
  public static boolean sameValueZero(Object x, Object y) {
    return x == y
        || x.equals(y)
        || (Numbers.isNumber(x)
            && Numbers.isNumber(y)
            && Numbers.toDouble(x) == Numbers.toDouble(y));
  }

  /// IsStrictlyEqual, section 7.2.15.
  public static boolean isStrictlyEqual(Object x, Object y) {
    if (x instanceof Integer a && y instanceof Integer b) {
      return a.intValue() == b.intValue();
    }
    if (Numbers.isNumber(x)) {
      return Numbers.isNumber(y) && Numbers.toDouble(x) == Numbers.toDouble(y);
    }
    return x == y
        || ((x instanceof JsString || x instanceof JsBigInt || x instanceof Boolean)
            && x.equals(y));
  }

  /// IsLooselyEqual, section 7.2.14.
  ///
  /// @throws ThrowCompletion if converting an object throws
  public static boolean isLooselyEqual(Agent agent, Object left, Object right) {
    Object x = left;
    Object y = right;
    while (true) {
      if (isNullish(x) || isNullish(y)) {
        return isLikeNullish(x) && isLikeNullish(y);
      }
      boolean xObject = x instanceof JsObject;
      boolean yObject = y instanceof JsObject;
      if (xObject && yObject) {
        return x == y;
      }
      if (x instanceof Boolean b) {
        x = b ? 1 : 0;
      } else if (y instanceof Boolean b) {
        y = b ? 1 : 0;
      } else if (xObject) {
        x = TypeConversion.toPrimitive(agent, x, TypeConversion.Hint.DEFAULT);
      } else if (yObject) {
        y = TypeConversion.toPrimitive(agent, y, TypeConversion.Hint.DEFAULT);
      } else {
        return primitivesLooselyEqual(agent, x, y);
      }
    }
  }

  private static boolean isLikeNullish(Object value) {
    return isNullish(value) || (value instanceof JsObject object && object.emulatesUndefined());
  }

  private static boolean primitivesLooselyEqual(Agent agent, Object x, Object y) {
    if (x instanceof Symbol || y instanceof Symbol) {
      return x == y;
    }
    if (x instanceof JsString && y instanceof JsString) {
      return x.equals(y);
    }
    if (x instanceof JsBigInt || y instanceof JsBigInt) {
      BigInteger a = x instanceof JsString s ? NumberConversion.stringToBigInt(s.toString()) : null;
      BigInteger b = y instanceof JsString s ? NumberConversion.stringToBigInt(s.toString()) : null;
      if (x instanceof JsString || y instanceof JsString) {
        BigInteger p = x instanceof JsBigInt i ? i.value() : a;
        BigInteger q = y instanceof JsBigInt i ? i.value() : b;
        return p != null && p.equals(q);
      }
      Integer order = compareNumeric(x, y);
      return order != null && order == 0;
    }
    return TypeConversion.toNumber(agent, x) == TypeConversion.toNumber(agent, y);
  }

  /// IsLessThan, section 7.2.13: null for undefined (one of them is NaN).
  ///
  /// @param leftFirst whether `x` is converted first
  /// @throws ThrowCompletion if converting an object throws
  public static @Nullable Boolean isLessThan(Agent agent, Object x, Object y, boolean leftFirst) {
    Object px;
    Object py;
    if (leftFirst) {
      px = TypeConversion.toPrimitive(agent, x, TypeConversion.Hint.NUMBER);
      py = TypeConversion.toPrimitive(agent, y, TypeConversion.Hint.NUMBER);
    } else {
      py = TypeConversion.toPrimitive(agent, y, TypeConversion.Hint.NUMBER);
      px = TypeConversion.toPrimitive(agent, x, TypeConversion.Hint.NUMBER);
    }
    if (px instanceof JsString a && py instanceof JsString b) {
      return a.toString().compareTo(b.toString()) < 0;
    }
    if (px instanceof JsBigInt a && py instanceof JsString b) {
      BigInteger n = NumberConversion.stringToBigInt(b.toString());
      return n == null ? null : (Boolean) (a.value().compareTo(n) < 0);
    }
    if (px instanceof JsString a && py instanceof JsBigInt b) {
      BigInteger n = NumberConversion.stringToBigInt(a.toString());
      return n == null ? null : (Boolean) (n.compareTo(b.value()) < 0);
    }
    Object nx = TypeConversion.toNumeric(agent, px);
    Object ny = TypeConversion.toNumeric(agent, py);
    Integer order = compareNumeric(nx, ny);
    return order == null ? null : (Boolean) (order < 0);
  }

  /// The order of two numeric values of any mix; null if one is NaN. Numbers that are not numeric
  /// are converted before.
  private static @Nullable Integer compareNumeric(Object x, Object y) {
    if (x instanceof JsBigInt a && y instanceof JsBigInt b) {
      return a.value().compareTo(b.value());
    }
    if (x instanceof JsBigInt a) {
      return compare(a.value(), Numbers.toDouble(y));
    }
    if (y instanceof JsBigInt b) {
      Integer order = compare(b.value(), Numbers.toDouble(x));
      return order == null ? null : (Integer) (-order);
    }
    double a = Numbers.toDouble(x);
    double b = Numbers.toDouble(y);
    if (a < b) {
      return -1;
    }
    if (a > b) {
      return 1;
    }
    return a == b ? (Integer) 0 : null;
  }

  private static @Nullable Integer compare(BigInteger a, double b) {
    if (Double.isNaN(b)) {
      return null;
    }
    if (Double.isInfinite(b)) {
      return b > 0 ? -1 : 1;
    }
    return new BigDecimal(a).compareTo(NumberConversion.exact(b));
  }
}
