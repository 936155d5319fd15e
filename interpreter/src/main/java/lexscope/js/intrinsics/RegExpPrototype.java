package lexscope.js.intrinsics;

import java.util.function.Predicate;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.regexp.RegExpFlags;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %RegExp.prototype%, section 22.2.6; the methods with symbols for keys are in
/// [RegExpSymbolMethods].
final class RegExpPrototype {
  /// The accessors in the order in which `flags` asks for them, with their letters.
  private static final PropertyKey[] FLAGS = {
    PropertyKeys.HAS_INDICES,
    PropertyKeys.GLOBAL,
    PropertyKeys.IGNORE_CASE,
    PropertyKeys.MULTILINE,
    PropertyKeys.DOT_ALL,
    PropertyKeys.UNICODE,
    PropertyKeys.UNICODE_SETS,
    PropertyKeys.STICKY
  };

  private static final String LETTERS = "dgimsuvy";

  private RegExpPrototype() {}

  static void create(Realm realm) {
    RegExpPrototypeObject prototype = RegExpPrototypeObject.create(realm);
    realm.set(Intrinsic.REGEXP_PROTOTYPE, prototype);
    IntrinsicBuilder builder =
        new IntrinsicBuilder(realm, prototype)
            .method("exec", 1, RegExpPrototype::exec, Intrinsic.REGEXP_PROTOTYPE_EXEC)
            .getter("dotAll", flag("dotAll", RegExpFlags::dotAll))
            .getter("flags", RegExpPrototype::flags)
            .getter("global", flag("global", RegExpFlags::global))
            .getter("hasIndices", flag("hasIndices", RegExpFlags::hasIndices))
            .getter("ignoreCase", flag("ignoreCase", RegExpFlags::ignoreCase))
            .getter("multiline", flag("multiline", RegExpFlags::multiline))
            .getter("source", RegExpPrototype::source)
            .getter("sticky", flag("sticky", RegExpFlags::sticky))
            .getter("unicode", flag("unicode", RegExpFlags::unicode))
            .getter("unicodeSets", flag("unicodeSets", RegExpFlags::unicodeSets))
            .method("compile", 2, RegExpPrototype::compile)
            .method("toString", 0, RegExpPrototype::convertToString)
            .method("test", 1, RegExpPrototype::test);
    RegExpSymbolMethods.define(builder, realm.agent());
  }

  /// 22.2.6.2 RegExp.prototype.exec ( string ).
  private static Object exec(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    RegExpObject r = thisRegExp(agent, thisValue, "RegExp.prototype.exec");
    JsString s = TypeConversion.toString(agent, Args.get(args, 0));
    JsObject result = RegExpOperations.regExpBuiltinExec(agent, r, s);
    return result == null ? Null.NULL : result;
  }

  private static RegExpObject thisRegExp(Agent agent, Object thisValue, String method) {
    if (thisValue instanceof RegExpObject regExp) {
      return regExp;
    }
    throw agent.typeError(ErrorMessages.incompatibleReceiver(method, thisValue));
  }

  /// 22.2.6.4.1 RegExpHasFlag ( R, codeUnit ).
  private static NativeBody flag(String name, Predicate<RegExpFlags> has) {
    return (agent, thisValue, args, newTarget) -> {
      if (thisValue instanceof RegExpObject regExp) {
        return has.test(regExp.program().flags());
      }
      if (thisValue == agent.realm().get(Intrinsic.REGEXP_PROTOTYPE)) {
        return Undefined.UNDEFINED;
      }
      throw agent.typeError(
          "RegExp.prototype."
              + name
              + " getter called on non-RegExp object: "
              + ErrorMessages.show(thisValue));
    };
  }

  /// 22.2.6.4 get RegExp.prototype.flags.
  private static Object flags(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject r)) {
      throw agent.typeError(
          "RegExp.prototype.flags getter called on non-object " + ErrorMessages.show(thisValue));
    }
    var text = new StringBuilder();
    for (int i = 0; i < FLAGS.length; i++) {
      if (TypeConversion.toBoolean(ObjectOperations.get(agent, r, FLAGS[i]))) {
        text.append(LETTERS.charAt(i));
      }
    }
    return agent.string(text.toString());
  }

  /// 22.2.6.13 get RegExp.prototype.source.
  private static Object source(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (thisValue instanceof RegExpObject regExp) {
      String source = regExp.source().toString();
      String escaped = RegExpSource.escapePattern(source);
      return escaped.equals(source) ? regExp.source() : agent.string(escaped);
    }
    if (thisValue == agent.realm().get(Intrinsic.REGEXP_PROTOTYPE)) {
      return agent.string("(?:)");
    }
    throw agent.typeError(
        "RegExp.prototype.source getter called on non-RegExp object: "
            + ErrorMessages.show(thisValue));
  }

  /// B.2.4.1 RegExp.prototype.compile ( pattern, flags ). By the proposal for legacy features,
  /// instances of subclasses and of other realms refuse it.
  private static Object compile(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    RegExpObject o = thisRegExp(agent, thisValue, "RegExp.prototype.compile");
    if (o.realm() != agent.realm() || !o.legacyFeatures()) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("RegExp.prototype.compile", thisValue));
    }
    Object pattern = Args.get(args, 0);
    Object flags = Args.get(args, 1);
    if (pattern instanceof RegExpObject other) {
      if (flags != Undefined.UNDEFINED) {
        throw agent.typeError("Invalid flags supplied to RegExp.prototype.compile");
      }
      return RegExpOperations.regExpInitialize(agent, o, other.source(), other.flags());
    }
    return RegExpOperations.regExpInitialize(agent, o, pattern, flags);
  }

  /// 22.2.6.16 RegExp.prototype.test ( S ).
  private static Object test(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject r)) {
      throw agent.typeError(ErrorMessages.incompatibleReceiver("RegExp.prototype.test", thisValue));
    }
    JsString s = TypeConversion.toString(agent, Args.get(args, 0));
    RegExpObject pristine = RegExpOperations.pristine(agent, r);
    return pristine != null
        ? RegExpOperations.execRaw(agent, pristine, s) != null
        : RegExpOperations.regExpExec(agent, r, s) != null;
  }

  /// 22.2.6.17 RegExp.prototype.toString ( ).
  private static Object convertToString(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (!(thisValue instanceof JsObject r)) {
      throw agent.typeError(
          ErrorMessages.incompatibleReceiver("RegExp.prototype.toString", thisValue));
    }
    String pattern =
        TypeConversion.toText(agent, ObjectOperations.get(agent, r, PropertyKeys.SOURCE));
    String flags = TypeConversion.toText(agent, ObjectOperations.get(agent, r, PropertyKeys.FLAGS));
    return agent.string("/" + pattern + "/" + flags);
  }
}
