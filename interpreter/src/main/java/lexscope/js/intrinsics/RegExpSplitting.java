package lexscope.js.intrinsics;

import lexscope.js.operations.ConstructorOperations;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.regexp.RegExpProgram;
import lexscope.js.value.Args;
import lexscope.js.value.JsArray;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// RegExp.prototype [ %Symbol.split% ], section 22.2.6.14.
final class RegExpSplitting {
  private RegExpSplitting() {}

  /// 22.2.6.14 RegExp.prototype [ %Symbol.split% ] ( string, limit ).
  static Object split(Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject rx = RegExpSymbolMethods.thisObject(agent, thisValue, "split");
    JsString s = TypeConversion.toString(agent, Args.get(args, 0));
    JsObject constructor = agent.realm().get(Intrinsic.REGEXP);
    JsObject c = ConstructorOperations.speciesConstructor(agent, rx, constructor);
    Object limit = Args.get(args, 1);
    RegExpObject pristine = RegExpOperations.pristine(agent, rx);
    if (pristine != null
        && c == constructor
        && (limit == Undefined.UNDEFINED || limit instanceof Integer)) {
      return splitAtOnce(agent, pristine.program(), s, limit(agent, limit));
    }
    String flags = RegExpSymbolMethods.flags(agent, rx);
    JsString sticky = agent.string(flags.indexOf('y') >= 0 ? flags : flags + "y");
    JsObject splitter = ObjectOperations.construct(agent, c, rx, sticky);
    return splitBySteps(agent, splitter, s, limit(agent, limit), RegExpOperations.isUnicode(flags));
  }

  private static long limit(Agent agent, Object limit) {
    return limit == Undefined.UNDEFINED ? 0xFFFF_FFFFL : TypeConversion.toUint32(agent, limit);
  }

  /// For an expression that works as it was made. Trying at one place after the other, as the
  /// specification does with a sticky copy, finds what a search finds. Runs no guest code.
  private static JsArray splitAtOnce(Agent agent, RegExpProgram program, JsString s, long limit) {
    JsArray array = JsArray.create(agent);
    if (limit == 0) {
      return array;
    }
    int size = s.length();
    RegExpFunction memory = RegExpFunction.of(agent.realm());
    int p = 0;
    long q = 0;
    while (q < size || size == 0) {
      int[] found = RegExpOperations.match(agent, program, s, (int) q, size == 0);
      if (found == null || found[0] >= size && size > 0) {
        break;
      }
      memory.remember(s, found);
      if (size == 0) {
        return array;
      }
      if (found[1] == p) {
        q = RegExpOperations.advanceStringIndex(s, found[0], program.flags().eitherUnicode());
        continue;
      }
      array.push(agent, s.substring(agent, p, found[0]));
      p = found[1];
      q = p;
      for (int i = 1; i < found.length / 2 && array.length() < limit; i++) {
        array.push(agent, RegExpOperations.capture(agent, s, found, i));
      }
      if (array.length() == limit) {
        return array;
      }
    }
    array.push(agent, s.substring(agent, p, size));
    return array;
  }

  /// The specification's way.
  private static JsArray splitBySteps(
      Agent agent, JsObject splitter, JsString s, long limit, boolean unicode) {
    JsArray array = JsArray.create(agent);
    if (limit == 0) {
      return array;
    }
    int size = s.length();
    if (size == 0) {
      if (RegExpOperations.regExpExec(agent, splitter, s) == null) {
        array.push(agent, s);
      }
      return array;
    }
    int p = 0;
    long q = 0;
    int mark = agent.handles().mark();
    while (q < size) {
      agent.handles().release(mark);
      agent.heap().safepoint();
      RegExpOperations.setLastIndex(agent, splitter, q);
      JsObject result = RegExpOperations.regExpExec(agent, splitter, s);
      int e =
          result == null ? p : (int) Math.min(RegExpOperations.lastIndex(agent, splitter), size);
      if (result == null || e == p) {
        q = RegExpOperations.advanceStringIndex(s, q, unicode);
        continue;
      }
      array.push(agent, s.substring(agent, p, (int) q));
      if (array.length() == limit) {
        return array;
      }
      p = e;
      long length = ObjectOperations.lengthOfArrayLike(agent, result);
      for (long i = 1; i < length; i++) {
        array.push(agent, ObjectOperations.get(agent, result, i));
        if (array.length() == limit) {
          return array;
        }
      }
      q = p;
    }
    array.push(agent, s.substring(agent, p, size));
    return array;
  }
}
