package lexscope.js.intrinsics;

import static lexscope.js.operations.TypeConversion.toIntegerOrInfinity;
import static lexscope.js.operations.TypeConversion.toNumber;

import java.text.Normalizer;
import java.util.Locale;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.NumberConversion;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %String.prototype%, section 22.1.3: what reads and cuts strings. Those methods that work with
/// patterns are in [StringPatternMethods], those that make HTML in [StringHtmlMethods].
final class StringPrototype {
  private StringPrototype() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    JsObject prototype =
        StringObject.create(agent, agent.emptyString(), realm.get(Intrinsic.OBJECT_PROTOTYPE));
    realm.set(Intrinsic.STRING_PROTOTYPE, prototype);
    var builder = new IntrinsicBuilder(realm, prototype);
    builder
        .method("at", 1, StringPrototype::at)
        .method("charAt", 1, StringPrototype::charAt)
        .method("charCodeAt", 1, StringPrototype::charCodeAt)
        .method("codePointAt", 1, StringPrototype::codePointAt)
        .method("concat", 1, StringPrototype::concat)
        .method("endsWith", 1, StringPrototype::endsWith)
        .method("includes", 1, StringPrototype::includes)
        .method("indexOf", 1, StringPrototype::indexOf)
        .method("isWellFormed", 0, StringPrototype::isWellFormed)
        .method("lastIndexOf", 1, StringPrototype::lastIndexOf)
        .method("localeCompare", 1, StringPrototype::localeCompare)
        .method("normalize", 0, StringPrototype::normalize)
        .method("padEnd", 1, StringPrototype::padEnd)
        .method("padStart", 1, StringPrototype::padStart)
        .method("repeat", 1, StringPrototype::repeat)
        .method("slice", 2, StringPrototype::slice)
        .method("startsWith", 1, StringPrototype::startsWith)
        .method("substr", 2, StringPrototype::substr)
        .method("substring", 2, StringPrototype::substring)
        .method("toLocaleLowerCase", 0, StringPrototype::toLowerCase)
        .method("toLocaleUpperCase", 0, StringPrototype::toUpperCase)
        .method("toLowerCase", 0, StringPrototype::toLowerCase)
        .method("toString", 0, StringPrototype::toStringMethod)
        .method("toUpperCase", 0, StringPrototype::toUpperCase)
        .method("toWellFormed", 0, StringPrototype::toWellFormed)
        .method("trim", 0, StringPrototype::trim)
        .method("trimEnd", 0, StringPrototype::trimEnd)
        .method("trimStart", 0, StringPrototype::trimStart)
        .method("valueOf", 0, StringPrototype::valueOf)
        .method(agent.symbols().iterator(), 0, StringPrototype::iterator);
    alias(builder, "trimLeft", "trimStart");
    alias(builder, "trimRight", "trimEnd");
    StringPatternMethods.define(builder);
    StringHtmlMethods.define(builder);
  }

  private static void alias(IntrinsicBuilder builder, String name, String of) {
    Object method = builder.object().peek(PropertyKey.of(of));
    builder.value(name, method == null ? Undefined.UNDEFINED : method, Attributes.HIDDEN);
  }

  /// Steps 1 and 2 of most methods: the receiver as a String.
  static JsString thisString(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof JsString string) {
      return string;
    }
    if (TestingAndComparison.isNullish(thisValue)) {
      throw agent.typeError(ErrorMessages.nullishThis("String.prototype." + method));
    }
    return TypeConversion.toString(agent, thisValue);
  }

  private static int clamp(double position, int length) {
    return (int) Math.min(Math.max(position, 0), length);
  }

  private static int relative(double position, int length) {
    return (int) (position < 0 ? Math.max(length + position, 0) : Math.min(position, length));
  }

  /// 22.1.3.1 String.prototype.at ( index ).
  private static Object at(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "at");
    double relative = toIntegerOrInfinity(agent, Args.get(args, 0));
    double k = relative >= 0 ? relative : s.length() + relative;
    return k < 0 || k >= s.length()
        ? Undefined.UNDEFINED
        : JsString.ofUnit(agent, s.charAt((int) k));
  }

  /// 22.1.3.2 String.prototype.charAt ( pos ).
  private static Object charAt(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "charAt");
    double position = toIntegerOrInfinity(agent, Args.get(args, 0));
    return position < 0 || position >= s.length()
        ? agent.emptyString()
        : JsString.ofUnit(agent, s.charAt((int) position));
  }

  /// 22.1.3.3 String.prototype.charCodeAt ( pos ).
  private static Object charCodeAt(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "charCodeAt");
    double position = toIntegerOrInfinity(agent, Args.get(args, 0));
    return position < 0 || position >= s.length()
        ? Numbers.NAN
        : (Object) (int) s.charAt((int) position);
  }

  /// 22.1.3.4 String.prototype.codePointAt ( pos ).
  private static Object codePointAt(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "codePointAt");
    double position = toIntegerOrInfinity(agent, Args.get(args, 0));
    return position < 0 || position >= s.length()
        ? Undefined.UNDEFINED
        : (Object) s.toString().codePointAt((int) position);
  }

  /// 22.1.3.5 String.prototype.concat ( ...args ).
  private static Object concat(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString result = thisString(agent, thisValue, "concat");
    for (Object arg : args) {
      result = JsString.concat(agent, result, TypeConversion.toString(agent, arg));
    }
    return result;
  }

  /// The search string of the three methods that refuse regular expressions.
  private static JsString searchString(Agent agent, Object value, String method) {
    if (TestingAndComparison.isRegExp(agent, value)) {
      throw agent.typeError(ErrorMessages.regExpArgument("String.prototype." + method));
    }
    return TypeConversion.toString(agent, value);
  }

  /// 22.1.3.7 `String.prototype.endsWith ( searchString [ , endPosition ] )`.
  private static Object endsWith(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "endsWith");
    JsString search = searchString(agent, Args.get(args, 0), "endsWith");
    Object endPosition = Args.get(args, 1);
    int end =
        endPosition == Undefined.UNDEFINED
            ? s.length()
            : clamp(toIntegerOrInfinity(agent, endPosition), s.length());
    int start = end - search.length();
    return start >= 0 && s.toString().startsWith(search.toString(), start);
  }

  /// 22.1.3.8 `String.prototype.includes ( searchString [ , position ] )`.
  private static Object includes(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "includes");
    JsString search = searchString(agent, Args.get(args, 0), "includes");
    int start = clamp(toIntegerOrInfinity(agent, Args.get(args, 1)), s.length());
    return s.toString().indexOf(search.toString(), start) >= 0;
  }

  /// 22.1.3.9 `String.prototype.indexOf ( searchString [ , position ] )`.
  private static Object indexOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "indexOf");
    JsString search = TypeConversion.toString(agent, Args.get(args, 0));
    int start = clamp(toIntegerOrInfinity(agent, Args.get(args, 1)), s.length());
    return s.toString().indexOf(search.toString(), start);
  }

  /// 22.1.3.10 String.prototype.isWellFormed ( ).
  private static Object isWellFormed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return loneSurrogate(thisString(agent, thisValue, "isWellFormed").toString(), 0) < 0;
  }

  /// The place of the first surrogate without a partner from `start` on; -1 if there is none.
  private static int loneSurrogate(String s, int start) {
    for (int i = start; i < s.length(); i++) {
      char c = s.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < s.length()
            && Character.isLowSurrogate(s.charAt(i + 1))) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }

  /// 22.1.3.11 `String.prototype.lastIndexOf ( searchString [ , position ] )`.
  private static Object lastIndexOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "lastIndexOf");
    JsString search = TypeConversion.toString(agent, Args.get(args, 0));
    double position = toNumber(agent, Args.get(args, 1));
    int start = Double.isNaN(position) ? s.length() : clamp(position, s.length());
    return s.toString().lastIndexOf(search.toString(), start);
  }

  /// 22.1.3.12 `String.prototype.localeCompare ( that [ , reserved1 [ , reserved2 ] ] )`.
  private static Object localeCompare(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "localeCompare");
    JsString that = TypeConversion.toString(agent, Args.get(args, 0));
    return Integer.signum(Collation.compare(s.toString(), that.toString()));
  }

  /// 22.1.3.15 `String.prototype.normalize ( [ form ] )`.
  private static Object normalize(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "normalize");
    Object form = Args.get(args, 0);
    String name =
        form == Undefined.UNDEFINED ? "NFC" : TypeConversion.toString(agent, form).toString();
    Normalizer.Form normalForm =
        switch (name) {
          case "NFC" -> Normalizer.Form.NFC;
          case "NFD" -> Normalizer.Form.NFD;
          case "NFKC" -> Normalizer.Form.NFKC;
          case "NFKD" -> Normalizer.Form.NFKD;
          default ->
              throw agent.rangeError(
                  "The normalization form should be one of NFC, NFD, NFKC, NFKD.");
        };
    return JsString.of(agent, Normalizer.normalize(s.toString(), normalForm));
  }

  /// 22.1.3.16 `String.prototype.padEnd ( maxLength [ , fillString ] )`.
  private static Object padEnd(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "padEnd");
    return JsString.concat(agent, s, padding(agent, s, args));
  }

  /// 22.1.3.17 `String.prototype.padStart ( maxLength [ , fillString ] )`.
  private static Object padStart(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "padStart");
    return JsString.concat(agent, padding(agent, s, args), s);
  }

  /// 22.1.3.17.1 StringPaddingBuiltinsImpl ( O, maxLength, fillString, placement ): the filler.
  private static JsString padding(Agent agent, JsString s, Object[] args) {
    long maxLength = TypeConversion.toLength(agent, Args.get(args, 0));
    if (maxLength <= s.length()) {
      return agent.emptyString();
    }
    Object fill = Args.get(args, 1);
    String filler =
        fill == Undefined.UNDEFINED ? " " : TypeConversion.toString(agent, fill).toString();
    if (filler.isEmpty()) {
      return agent.emptyString();
    }
    if (maxLength > JsString.MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
    }
    int length = (int) maxLength - s.length();
    String repeated = filler.repeat(length / filler.length() + 1);
    return JsString.of(agent, repeated.substring(0, length));
  }

  /// 22.1.3.18 String.prototype.repeat ( count ).
  private static Object repeat(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "repeat");
    double n = toIntegerOrInfinity(agent, Args.get(args, 0));
    if (n < 0 || Double.isInfinite(n)) {
      throw agent.rangeError("Invalid count value: " + ErrorMessages.show(Args.get(args, 0)));
    }
    if (n == 0 || s.isEmpty()) {
      return agent.emptyString();
    }
    if (n * s.length() > JsString.MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
    }
    return JsString.of(agent, s.toString().repeat((int) n));
  }

  /// 22.1.3.22 String.prototype.slice ( start, end ).
  private static Object slice(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "slice");
    int length = s.length();
    int from = relative(toIntegerOrInfinity(agent, Args.get(args, 0)), length);
    Object end = Args.get(args, 1);
    int to =
        end == Undefined.UNDEFINED ? length : relative(toIntegerOrInfinity(agent, end), length);
    return from >= to ? agent.emptyString() : s.substring(agent, from, to);
  }

  /// 22.1.3.24 `String.prototype.startsWith ( searchString [ , position ] )`.
  private static Object startsWith(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "startsWith");
    JsString search = searchString(agent, Args.get(args, 0), "startsWith");
    int start = clamp(toIntegerOrInfinity(agent, Args.get(args, 1)), s.length());
    return s.toString().startsWith(search.toString(), start);
  }

  /// B.2.2.1 String.prototype.substr ( start, length ).
  private static Object substr(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "substr");
    int size = s.length();
    int from = relative(toIntegerOrInfinity(agent, Args.get(args, 0)), size);
    Object length = Args.get(args, 1);
    double count = length == Undefined.UNDEFINED ? size : toIntegerOrInfinity(agent, length);
    int to = (int) Math.min(from + Math.max(count, 0), size);
    return from >= to ? agent.emptyString() : s.substring(agent, from, to);
  }

  /// 22.1.3.25 String.prototype.substring ( start, end ).
  private static Object substring(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "substring");
    int length = s.length();
    int start = clamp(toIntegerOrInfinity(agent, Args.get(args, 0)), length);
    Object endValue = Args.get(args, 1);
    int end =
        endValue == Undefined.UNDEFINED
            ? length
            : clamp(toIntegerOrInfinity(agent, endValue), length);
    return s.substring(agent, Math.min(start, end), Math.max(start, end));
  }

  /// 22.1.3.28 String.prototype.toLowerCase ( ), and 22.1.3.26 toLocaleLowerCase, which is the same
  /// without ECMA-402.
  private static Object toLowerCase(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "toLowerCase");
    String text = s.toString();
    String lower = FinalSigma.decide(text).toLowerCase(Locale.ROOT);
    return lower.equals(text) ? s : JsString.of(agent, lower);
  }

  /// 22.1.3.30 String.prototype.toUpperCase ( ), and 22.1.3.27 toLocaleUpperCase, which is the same
  /// without ECMA-402.
  private static Object toUpperCase(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "toUpperCase");
    String text = s.toString();
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals(text) ? s : JsString.of(agent, upper);
  }

  /// 22.1.3.31 String.prototype.toWellFormed ( ).
  private static Object toWellFormed(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s = thisString(agent, thisValue, "toWellFormed");
    int lone = loneSurrogate(s.toString(), 0);
    if (lone < 0) {
      return s;
    }
    var text = new StringBuilder(s.toString());
    for (; lone >= 0; lone = loneSurrogate(s.toString(), lone + 1)) {
      text.setCharAt(lone, '\uFFFD');
    }
    return JsString.of(agent, text.toString());
  }

  /// 22.1.3.32 String.prototype.trim ( ).
  private static Object trim(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return trimString(agent, thisString(agent, thisValue, "trim"), true, true);
  }

  /// 22.1.3.33 String.prototype.trimEnd ( ).
  private static Object trimEnd(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return trimString(agent, thisString(agent, thisValue, "trimEnd"), false, true);
  }

  /// 22.1.3.34 String.prototype.trimStart ( ).
  private static Object trimStart(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return trimString(agent, thisString(agent, thisValue, "trimStart"), true, false);
  }

  /// 22.1.3.32.1 TrimString ( string, where ).
  private static JsString trimString(Agent agent, JsString s, boolean start, boolean end) {
    int from = 0;
    int to = s.length();
    while (start && from < to && NumberConversion.isWhiteSpace(s.charAt(from))) {
      from++;
    }
    while (end && to > from && NumberConversion.isWhiteSpace(s.charAt(to - 1))) {
      to--;
    }
    return s.substring(agent, from, to);
  }

  /// 22.1.3.35.1 ThisStringValue ( value ).
  private static JsString thisStringValue(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof JsString string) {
      return string;
    }
    if (thisValue instanceof StringObject object) {
      return object.data();
    }
    throw agent.typeError(ErrorMessages.notGeneric("String.prototype." + method, "String"));
  }

  /// 22.1.3.29 String.prototype.toString ( ).
  private static Object toStringMethod(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisStringValue(agent, thisValue, "toString");
  }

  /// 22.1.3.35 String.prototype.valueOf ( ).
  private static Object valueOf(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return thisStringValue(agent, thisValue, "valueOf");
  }

  /// 22.1.3.36 `String.prototype [ %Symbol.iterator% ] ( )`.
  private static Object iterator(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    return StringIteratorPrototype.createIterator(
        agent, thisString(agent, thisValue, "[Symbol.iterator]"));
  }
}
