package lexscope.js.intrinsics;

import lexscope.gc.HandleStack;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Symbol;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %String%, sections 22.1.1 and 22.1.2.
final class StringConstructor {
  private StringConstructor() {}

  static void create(Realm realm) {
    IntrinsicBuilder.constructor(
            realm,
            Intrinsic.STRING,
            "String",
            1,
            StringConstructor::construct,
            realm.get(Intrinsic.STRING_PROTOTYPE))
        .method("fromCharCode", 1, StringConstructor::fromCharCode)
        .method("fromCodePoint", 1, StringConstructor::fromCodePoint)
        .method("raw", 1, StringConstructor::raw);
  }

  /// 22.1.1.1 String ( value ).
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsString s;
    if (args.length == 0) {
      s = agent.emptyString();
    } else if (newTarget == null && args[0] instanceof Symbol symbol) {
      return JsString.of(agent, symbol.descriptiveString());
    } else {
      s = TypeConversion.toString(agent, args[0]);
    }
    if (newTarget == null) {
      return s;
    }
    JsObject prototype =
        ConstructorOperations.getPrototypeFromConstructor(
            agent, newTarget, Intrinsic.STRING_PROTOTYPE);
    return StringObject.create(agent, s, prototype);
  }

  /// 22.1.2.1 String.fromCharCode ( ...codeUnits ).
  private static Object fromCharCode(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (args.length == 1) {
      return JsString.ofUnit(agent, (char) TypeConversion.toUint16(agent, args[0]));
    }
    var text = new StringBuilder(args.length);
    for (Object codeUnit : args) {
      text.append((char) TypeConversion.toUint16(agent, codeUnit));
    }
    return JsString.of(agent, text.toString());
  }

  /// 22.1.2.2 String.fromCodePoint ( ...codePoints ).
  private static Object fromCodePoint(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    var text = new StringBuilder(args.length);
    for (Object codePoint : args) {
      double number = TypeConversion.toNumber(agent, codePoint);
      int c = (int) number;
      if (c != number || c < 0 || c > Character.MAX_CODE_POINT) {
        throw agent.rangeError("Invalid code point " + TypeConversion.toString(agent, codePoint));
      }
      text.appendCodePoint(c);
    }
    return JsString.of(agent, text.toString());
  }

  /// 22.1.2.4 String.raw ( template, ...substitutions ).
  private static Object raw(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject cooked = TypeConversion.toObject(agent, Args.get(args, 0));
    JsObject literals =
        TypeConversion.toObject(agent, ObjectOperations.get(agent, cooked, PropertyKeys.RAW));
    long count = ObjectOperations.lengthOfArrayLike(agent, literals);
    var text = new StringBuilder();
    HandleStack handles = agent.handles();
    for (long i = 0; i < count; i++) {
      int mark = handles.mark();
      Object literal = ObjectOperations.get(agent, literals, PropertyKey.ofIndex(i));
      text.append(TypeConversion.toString(agent, literal));
      if (i + 1 < count && i + 1 < args.length) {
        text.append(TypeConversion.toString(agent, args[(int) i + 1]));
      }
      handles.release(mark);
      if ((i & ArrayPrototype.POLL) == 0) {
        agent.poll();
      }
    }
    return JsString.of(agent, text.toString());
  }
}
