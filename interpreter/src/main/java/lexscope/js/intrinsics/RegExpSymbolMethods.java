package lexscope.js.intrinsics;

import java.util.ArrayList;
import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.regexp.RegExpFlags;
import lexscope.js.value.Args;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Null;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// What strings ask of a RegExp: the methods of %RegExp.prototype% whose keys are symbols.
final class RegExpSymbolMethods {
  private RegExpSymbolMethods() {}

  static void define(IntrinsicBuilder builder, Agent agent) {
    builder
        .method(agent.symbols().match(), 1, RegExpSymbolMethods::match)
        .method(agent.symbols().matchAll(), 1, RegExpSymbolMethods::matchAll)
        .method(agent.symbols().replace(), 2, RegExpReplacement::replace)
        .method(agent.symbols().search(), 1, RegExpSymbolMethods::search)
        .method(agent.symbols().split(), 2, RegExpSplitting::split);
  }

  static JsObject thisObject(Agent agent, Object thisValue, String symbol) {
    if (thisValue instanceof JsObject object) {
      return object;
    }
    throw agent.typeError(
        ErrorMessages.incompatibleReceiver("RegExp.prototype.@@" + symbol, thisValue));
  }

  static String flags(Agent agent, JsObject rx) {
    return TypeConversion.toText(agent, ObjectOperations.get(agent, rx, PropertyKeys.FLAGS));
  }

  /// Steps of @@match and @@replace after an empty match: the next one is looked for behind it.
  static void advance(Agent agent, JsObject rx, JsString s, boolean unicode) {
    long index = RegExpOperations.lastIndex(agent, rx);
    RegExpOperations.setLastIndex(
        agent, rx, RegExpOperations.advanceStringIndex(s, index, unicode));
  }

  /// All matches of a global expression, as repeated calls of its original `exec` would find them;
  /// its `lastIndex` ends as 0. Runs no guest code.
  static ArrayList<int[]> allMatches(Agent agent, RegExpObject rx, JsString s) {
    RegExpFlags flags = rx.program().flags();
    var all = new ArrayList<int[]>();
    RegExpOperations.setLastIndex(agent, rx, 0);
    long index = 0;
    while (index <= s.length()) {
      int[] found = RegExpOperations.match(agent, rx.program(), s, (int) index, flags.sticky());
      if (found == null) {
        break;
      }
      all.add(found);
      index =
          found[0] < found[1]
              ? found[1]
              : RegExpOperations.advanceStringIndex(s, found[1], flags.eitherUnicode());
    }
    if (!all.isEmpty()) {
      RegExpOperations.remember(agent, rx, s, all.getLast());
    }
    return all;
  }

  /// 22.2.6.8 RegExp.prototype [ %Symbol.match% ] ( string ).
  private static Object match(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject rx = thisObject(agent, thisValue, "match");
    JsString s = TypeConversion.toString(agent, Args.get(args, 0));
    RegExpObject pristine = RegExpOperations.pristine(agent, rx);
    if (pristine != null && !pristine.program().flags().global()) {
      return ObjectOperations.nullable(RegExpOperations.regExpBuiltinExec(agent, pristine, s));
    }
    if (pristine != null) {
      ArrayList<int[]> all = allMatches(agent, pristine, s);
      if (all.isEmpty()) {
        return Null.NULL;
      }
      Object[] texts = new Object[all.size()];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = RegExpOperations.capture(agent, s, all.get(i), 0);
      }
      return JsArray.of(agent, texts);
    }
    String flags = flags(agent, rx);
    if (flags.indexOf('g') < 0) {
      return ObjectOperations.nullable(RegExpOperations.regExpExec(agent, rx, s));
    }
    return matchAllOneByOne(agent, rx, s, RegExpOperations.isUnicode(flags));
  }

  private static Object matchAllOneByOne(Agent agent, JsObject rx, JsString s, boolean unicode) {
    RegExpOperations.setLastIndex(agent, rx, 0);
    JsArray array = JsArray.create(agent);
    int mark = agent.handles().mark();
    while (true) {
      JsObject result = RegExpOperations.regExpExec(agent, rx, s);
      if (result == null) {
        return array.length() == 0 ? Null.NULL : array;
      }
      JsString text = text(agent, result, 0);
      array.push(agent, text);
      if (text.isEmpty()) {
        advance(agent, rx, s, unicode);
      }
      agent.handles().release(mark);
      agent.heap().safepoint();
    }
  }

  /// 22.2.6.9 RegExp.prototype [ %Symbol.matchAll% ] ( string ).
  private static Object matchAll(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject r = thisObject(agent, thisValue, "matchAll");
    JsString s = TypeConversion.toString(agent, Args.get(args, 0));
    JsObject c =
        ConstructorOperations.speciesConstructor(agent, r, agent.realm().get(Intrinsic.REGEXP));
    JsString flags =
        TypeConversion.toString(agent, ObjectOperations.get(agent, r, PropertyKeys.FLAGS));
    JsObject matcher = ObjectOperations.construct(agent, c, r, flags);
    RegExpOperations.setLastIndex(agent, matcher, RegExpOperations.lastIndex(agent, r));
    String text = flags.toString();
    return RegExpStringIteratorPrototype.createIterator(
        agent, matcher, s, text.indexOf('g') >= 0, RegExpOperations.isUnicode(text));
  }

  /// 22.2.6.12 RegExp.prototype [ %Symbol.search% ] ( string ).
  private static Object search(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject rx = thisObject(agent, thisValue, "search");
    JsString s = TypeConversion.toString(agent, Args.get(args, 0));
    Object previous = ObjectOperations.get(agent, rx, PropertyKeys.LAST_INDEX);
    if (!TestingAndComparison.sameValue(previous, 0)) {
      ObjectOperations.set(agent, rx, PropertyKeys.LAST_INDEX, 0);
    }
    JsObject result = RegExpOperations.regExpExec(agent, rx, s);
    Object current = ObjectOperations.get(agent, rx, PropertyKeys.LAST_INDEX);
    if (!TestingAndComparison.sameValue(current, previous)) {
      ObjectOperations.set(agent, rx, PropertyKeys.LAST_INDEX, previous);
    }
    if (result == null) {
      return -1;
    }
    return ObjectOperations.get(agent, result, PropertyKeys.INDEX);
  }

  /// Get of an element of a result, as a string.
  static JsString text(Agent agent, JsObject result, long index) {
    return TypeConversion.toString(agent, ObjectOperations.get(agent, result, index));
  }

  /// Get of a capture of a result: a string or undefined.
  static Object captureText(Agent agent, JsObject result, long index) {
    Object capture = ObjectOperations.get(agent, result, index);
    return capture == Undefined.UNDEFINED ? capture : TypeConversion.toString(agent, capture);
  }
}
