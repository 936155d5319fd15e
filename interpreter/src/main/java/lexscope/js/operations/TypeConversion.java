package lexscope.js.operations;

import java.math.BigInteger;
import lexscope.js.intrinsics.Intrinsic;
import lexscope.js.intrinsics.PrimitiveObject;
import lexscope.js.intrinsics.StringObject;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Symbol;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// Type conversion, section 7.1.
public final class TypeConversion {
  private static final double TWO_32 = 4294967296.0;

  /// Which type ToPrimitive prefers.
  public enum Hint {
    DEFAULT("default"),
    STRING("string"),
    NUMBER("number");

    private final String text;

    Hint(String text) {
      this.text = text;
    }
  }

  private TypeConversion() {}

  /// ToPrimitive, section 7.1.1.
  ///
  /// @throws ThrowCompletion if the object's methods throw or give no primitive value
  public static Object toPrimitive(Agent agent, Object input, Hint hint) {
    if (!(input instanceof JsObject object)) {
      return input;
    }
    JsObject exotic =
        ObjectOperations.getMethod(agent, object, agent.symbols().toPrimitive().key());
    if (exotic != null) {
      Object result = ObjectOperations.call(agent, exotic, input, agent.string(hint.text));
      if (result instanceof JsObject) {
        throw agent.typeError(ErrorMessages.OBJECT_TO_PRIMITIVE);
      }
      return result;
    }
    return ordinaryToPrimitive(agent, object, hint == Hint.STRING);
  }

  /// OrdinaryToPrimitive, section 7.1.1.1.
  ///
  /// @throws ThrowCompletion if the object's methods throw or give no primitive value
  public static Object ordinaryToPrimitive(Agent agent, JsObject object, boolean stringFirst) {
    for (int turn = 0; turn < 2; turn++) {
      PropertyKey name =
          (turn == 0) == stringFirst ? PropertyKeys.TO_STRING : PropertyKeys.VALUE_OF;
      Object method = ObjectOperations.get(agent, object, name);
      if (method instanceof JsObject function && function.isCallable()) {
        Object result = ObjectOperations.call(agent, function, object);
        if (!(result instanceof JsObject)) {
          return result;
        }
      }
    }
    throw agent.typeError(ErrorMessages.OBJECT_TO_PRIMITIVE);
  }

  /// ToBoolean, section 7.1.2.
  public static boolean toBoolean(Object value) {
    return switch (value) {
      case Boolean b -> b;
      case Undefined _, Null _ -> false;
      case Integer i -> i != 0;
      case Double d -> d != 0 && !d.isNaN();
      case JsString s -> s.length() > 0;
      case JsBigInt b -> b.value().signum() != 0;
      default -> !(value instanceof JsObject o && o.emulatesUndefined());
    };
  }

  /// ToNumeric, section 7.1.3: a Number (canonical) or a BigInt.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static Object toNumeric(Agent agent, Object value) {
    if (value instanceof Integer || value instanceof Double) {
      return value;
    }
    Object primitive = toPrimitive(agent, value, Hint.NUMBER);
    return primitive instanceof JsBigInt ? primitive : Numbers.of(toNumber(agent, primitive));
  }

  /// ToNumber, section 7.1.4.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static double toNumber(Agent agent, Object value) {
    return switch (value) {
      case Integer i -> i;
      case Double d -> d;
      case Undefined _ -> Double.NaN;
      case Null _ -> 0;
      case Boolean b -> b ? 1 : 0;
      case JsString s -> NumberConversion.stringToNumber(s.toString());
      case Symbol _ -> throw agent.typeError(ErrorMessages.SYMBOL_TO_NUMBER);
      case JsBigInt _ -> throw agent.typeError(ErrorMessages.BIGINT_TO_NUMBER);
      case JsObject o -> toNumber(agent, toPrimitive(agent, o, Hint.NUMBER));
      default -> throw new IllegalStateException("not a value: " + value.getClass());
    };
  }

  /// ToIntegerOrInfinity, section 7.1.5; never -0.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static double toIntegerOrInfinity(Agent agent, Object value) {
    return value instanceof Integer i ? i : truncate(toNumber(agent, value));
  }

  /// The integer part of a number; 0 for NaN and -0.
  public static double truncate(double number) {
    if (Double.isNaN(number)) {
      return 0;
    }
    return (number < 0 ? Math.ceil(number) : Math.floor(number)) + 0.0;
  }

  /// ToInt32, section 7.1.6.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static int toInt32(Agent agent, Object value) {
    return value instanceof Integer i ? i : toInt32(toNumber(agent, value));
  }

  /// ToInt32 of a number.
  public static int toInt32(double number) {
    int i = (int) number;
    if (i == number) {
      return i;
    }
    long l = (long) number;
    if (l != Long.MAX_VALUE && l != Long.MIN_VALUE) {
      return (int) l;
    }
    if (!Double.isFinite(number)) {
      return 0;
    }
    return (int) (long) (number % TWO_32);
  }

  /// ToUint32, section 7.1.7.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static long toUint32(Agent agent, Object value) {
    return toInt32(agent, value) & 0xFFFF_FFFFL;
  }

  /// ToUint16, section 7.1.9.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static int toUint16(Agent agent, Object value) {
    return toInt32(agent, value) & 0xFFFF;
  }

  /// ToBigInt, section 7.1.13.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static JsBigInt toBigInt(Agent agent, Object value) {
    Object primitive = toPrimitive(agent, value, Hint.NUMBER);
    return switch (primitive) {
      case JsBigInt b -> b;
      case Boolean b -> JsBigInt.of(agent, b ? BigInteger.ONE : BigInteger.ZERO);
      case JsString s -> {
        BigInteger parsed = NumberConversion.stringToBigInt(s.toString());
        if (parsed == null) {
          throw agent.syntaxError(ErrorMessages.notBigInt(s));
        }
        yield JsBigInt.of(agent, parsed);
      }
      default -> throw agent.typeError(ErrorMessages.notBigInt(primitive));
    };
  }

  /// ToBigInt64 and ToBigUint64, sections 7.1.15 and 7.1.16, as the same 64 bits.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static long toBigInt64(Agent agent, Object value) {
    return toBigInt(agent, value).value().longValue();
  }

  /// ToString, section 7.1.17.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static JsString toString(Agent agent, Object value) {
    return switch (value) {
      case JsString s -> s;
      case Integer i -> agent.string(Integer.toString(i));
      case Double d -> agent.string(NumberConversion.numberToString(d));
      case Symbol _ -> throw agent.typeError(ErrorMessages.SYMBOL_TO_STRING);
      case JsObject o -> toString(agent, toPrimitive(agent, o, Hint.STRING));
      default -> agent.string(value.toString());
    };
  }

  /// ToString as a host text.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static String toText(Agent agent, Object value) {
    return toString(agent, value).toString();
  }

  /// ToObject, section 7.1.18.
  ///
  /// @throws ThrowCompletion with a TypeError for undefined and null
  public static JsObject toObject(Agent agent, Object value) {
    return switch (value) {
      case JsObject o -> o;
      case Undefined _, Null _ -> throw agent.typeError(ErrorMessages.NULLISH_TO_OBJECT);
      case JsString s ->
          StringObject.create(agent, s, agent.realm().get(Intrinsic.STRING_PROTOTYPE));
      default -> PrimitiveObject.create(agent, value, prototypeOf(agent, value));
    };
  }

  /// The prototype on which properties of a primitive value are looked up, without making an
  /// object; null for undefined and null.
  public static @Nullable JsObject prototypeOfPrimitive(Agent agent, Object value) {
    return value == Undefined.UNDEFINED || value == Null.NULL ? null : prototypeOf(agent, value);
  }

  private static JsObject prototypeOf(Agent agent, Object value) {
    return agent
        .realm()
        .get(
            switch (value) {
              case JsString _ -> Intrinsic.STRING_PROTOTYPE;
              case Boolean _ -> Intrinsic.BOOLEAN_PROTOTYPE;
              case Symbol _ -> Intrinsic.SYMBOL_PROTOTYPE;
              case JsBigInt _ -> Intrinsic.BIGINT_PROTOTYPE;
              default -> Intrinsic.NUMBER_PROTOTYPE;
            });
  }

  /// ToPropertyKey, section 7.1.19.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static PropertyKey toPropertyKey(Agent agent, Object value) {
    return switch (value) {
      case Integer i -> i >= 0 ? PropertyKey.ofIndex(i) : PropertyKey.of(Integer.toString(i));
      case JsString s -> PropertyKey.of(s);
      case Symbol s -> s.key();
      case JsObject o -> toPropertyKey(agent, toPrimitive(agent, o, Hint.STRING));
      default -> PropertyKey.of(toText(agent, value));
    };
  }

  /// ToLength, section 7.1.20.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static long toLength(Agent agent, Object value) {
    if (value instanceof Integer i) {
      return Math.max(i, 0);
    }
    double n = toIntegerOrInfinity(agent, value);
    return n <= 0 ? 0 : (long) Math.min(n, Numbers.MAX_SAFE_INTEGER);
  }

  /// ToIndex, section 7.1.22.
  ///
  /// @param what the subject of the message: `Invalid <what>`
  /// @throws ThrowCompletion with a RangeError if the value is no index
  public static long toIndex(Agent agent, Object value, String what) {
    double n = toIntegerOrInfinity(agent, value);
    if (n < 0 || n > Numbers.MAX_SAFE_INTEGER) {
      throw agent.rangeError("Invalid " + what);
    }
    return (long) n;
  }

  /// CanonicalNumericIndexString, section 7.1.21: the number, or null if the text is not one.
  public static @Nullable Double canonicalNumericIndexString(String text) {
    if (text.equals("-0")) {
      return Numbers.MINUS_ZERO;
    }
    double n = NumberConversion.stringToNumber(text);
    return NumberConversion.numberToString(n).equals(text) ? (Double) n : null;
  }

  /// A relative index argument as many methods take it: counted from the end when negative, and
  /// clamped to 0 … length.
  ///
  /// @throws ThrowCompletion if the value cannot be converted
  public static long toRelativeIndex(Agent agent, Object value, long length) {
    double n = toIntegerOrInfinity(agent, value);
    return (long) (n < 0 ? Math.max(length + n, 0) : Math.min(n, (double) length));
  }
}
