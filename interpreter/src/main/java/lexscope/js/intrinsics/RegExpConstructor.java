package lexscope.js.intrinsics;

import java.util.function.BiFunction;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.regexp.RegExpProgram;
import lexscope.js.value.Args;
import lexscope.js.value.Attributes;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.NativeBody;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// %RegExp%, sections 22.2.4 and 22.2.5, with the static properties of the proposal for legacy
/// features.
final class RegExpConstructor {
  private static final Object UNDEFINED = Undefined.UNDEFINED;

  private RegExpConstructor() {}

  static void create(Realm realm) {
    Agent agent = realm.agent();
    RegExpFunction function = RegExpFunction.create(realm, RegExpConstructor::construct);
    realm.set(Intrinsic.REGEXP, function);
    JsObject prototype = realm.get(Intrinsic.REGEXP_PROTOTYPE);
    function.put(agent, PropertyKeys.PROTOTYPE, prototype, Attributes.NONE);
    prototype.put(agent, PropertyKeys.CONSTRUCTOR, function, Attributes.HIDDEN);
    IntrinsicBuilder builder =
        new IntrinsicBuilder(realm, function)
            .method("escape", 1, RegExpConstructor::escape)
            .getter(agent.symbols().species(), (_, thisValue, _, _) -> thisValue);
    for (String name : new String[] {"input", "$_"}) {
      builder.accessor(
          name, legacy((_, constructor) -> constructor.input()), RegExpConstructor::setInput);
    }
    legacy(builder, "lastMatch", "$&", RegExpConstructor::lastMatch);
    legacy(builder, "lastParen", "$+", RegExpConstructor::lastParen);
    legacy(builder, "leftContext", "$`", RegExpConstructor::leftContext);
    legacy(builder, "rightContext", "$'", RegExpConstructor::rightContext);
    for (int i = 1; i <= 9; i++) {
      int group = i;
      builder.getter("$" + i, legacy((current, constructor) -> group(current, constructor, group)));
    }
  }

  /// 22.2.4.1 RegExp ( pattern, flags ).
  private static Object construct(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    Object pattern = Args.get(args, 0);
    Object flags = Args.get(args, 1);
    JsObject function = agent.realm().get(Intrinsic.REGEXP);
    boolean patternIsRegExp = TestingAndComparison.isRegExp(agent, pattern);
    if (newTarget == null && patternIsRegExp && flags == UNDEFINED) {
      Object constructor = ObjectOperations.getV(agent, pattern, PropertyKeys.CONSTRUCTOR);
      if (constructor == function) {
        return pattern;
      }
    }
    JsObject target = newTarget == null ? function : newTarget;
    if (pattern instanceof RegExpObject regExp) {
      Object f = flags == UNDEFINED ? regExp.flags() : flags;
      JsString source = regExp.source();
      RegExpProgram known = regExp.program();
      RegExpObject object = RegExpOperations.regExpAlloc(agent, target);
      JsString flagText = TypeConversion.toString(agent, f);
      return RegExpOperations.initialize(agent, object, source, flagText, known);
    }
    Object p = pattern;
    Object f = flags;
    if (patternIsRegExp) {
      p = ObjectOperations.getV(agent, pattern, PropertyKeys.SOURCE);
      if (flags == UNDEFINED) {
        f = ObjectOperations.getV(agent, pattern, PropertyKeys.FLAGS);
      }
    }
    RegExpObject object = RegExpOperations.regExpAlloc(agent, target);
    return RegExpOperations.regExpInitialize(agent, object, p, f);
  }

  /// 22.2.5.1 RegExp.escape ( S ).
  private static Object escape(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    if (Args.get(args, 0) instanceof JsString s) {
      return agent.string(RegExpSource.escapeText(s.toString()));
    }
    throw agent.typeError(ErrorMessages.show(Args.get(args, 0)) + " is not a string");
  }

  private static void legacy(
      IntrinsicBuilder builder,
      String name,
      String alias,
      BiFunction<Agent, RegExpFunction, @Nullable JsString> value) {
    builder.getter(name, legacy(value)).getter(alias, legacy(value));
  }

  /// GetLegacyRegExpStaticProperty: only %RegExp% itself has such properties, and only while the
  /// last match was one of its own instances.
  private static NativeBody legacy(BiFunction<Agent, RegExpFunction, @Nullable JsString> value) {
    return (agent, thisValue, args, newTarget) -> {
      RegExpFunction constructor = RegExpFunction.of(agent.realm());
      JsString found = thisValue == constructor ? value.apply(agent, constructor) : null;
      if (found == null) {
        throw agent.typeError(
            "RegExp static property called on incompatible receiver "
                + ErrorMessages.show(thisValue));
      }
      return found;
    };
  }

  /// SetLegacyRegExpStaticProperty, which `input` alone has.
  private static Object setInput(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    RegExpFunction constructor = RegExpFunction.of(agent.realm());
    if (thisValue != constructor) {
      throw agent.typeError(ErrorMessages.incompatibleReceiver("set RegExp.input", thisValue));
    }
    constructor.setInput(TypeConversion.toString(agent, Args.get(args, 0)));
    return UNDEFINED;
  }

  private static @Nullable JsString group(Agent agent, RegExpFunction constructor, int group) {
    JsString matched = constructor.matched();
    int[] captures = constructor.captures();
    if (matched == null || captures == null) {
      return null;
    }
    boolean empty = 2 * group >= captures.length || captures[2 * group] < 0;
    return empty
        ? agent.emptyString()
        : matched.substring(agent, captures[2 * group], captures[2 * group + 1]);
  }

  private static @Nullable JsString lastParen(Agent agent, RegExpFunction constructor) {
    int[] captures = constructor.captures();
    if (captures == null) {
      return null;
    }
    return captures.length == 2
        ? agent.emptyString()
        : group(agent, constructor, captures.length / 2 - 1);
  }

  private static @Nullable JsString lastMatch(Agent agent, RegExpFunction constructor) {
    return group(agent, constructor, 0);
  }

  private static @Nullable JsString leftContext(Agent agent, RegExpFunction constructor) {
    JsString matched = constructor.matched();
    int[] captures = constructor.captures();
    return matched == null || captures == null ? null : matched.substring(agent, 0, captures[0]);
  }

  private static @Nullable JsString rightContext(Agent agent, RegExpFunction constructor) {
    JsString matched = constructor.matched();
    int[] captures = constructor.captures();
    return matched == null || captures == null
        ? null
        : matched.substring(agent, captures[1], matched.length());
  }
}
