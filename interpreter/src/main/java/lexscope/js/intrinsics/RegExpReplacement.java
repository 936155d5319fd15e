package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.Numbers;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// One run of RegExp.prototype [ %Symbol.replace% ]: what is replaced by what, and the text so far.
final class RegExpReplacement {
  private static final Object UNDEFINED = Undefined.UNDEFINED;

  private final Agent agent;
  private final JsString s;
  private final String text;
  private final Object replaceValue;
  private final boolean functional;
  private final StringBuilder out = new StringBuilder();
  private int copied;

  private RegExpReplacement(Agent agent, JsString s, Object replaceValue, boolean functional) {
    this.agent = agent;
    this.s = s;
    this.text = s.toString();
    this.replaceValue = replaceValue;
    this.functional = functional;
  }

  /// 22.2.6.11 RegExp.prototype [ %Symbol.replace% ] ( string, replaceValue ).
  static Object replace(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    JsObject rx = RegExpSymbolMethods.thisObject(agent, thisValue, "replace");
    JsString s = TypeConversion.toString(agent, Args.get(args, 0));
    Object value = Args.get(args, 1);
    boolean functional = TestingAndComparison.isCallable(value);
    var replacement =
        new RegExpReplacement(
            agent, s, functional ? value : TypeConversion.toString(agent, value), functional);
    RegExpObject pristine = RegExpOperations.pristine(agent, rx);
    return pristine != null ? replacement.atOnce(pristine) : replacement.bySteps(rx);
  }

  /// For an expression that works as it was made: no result objects are needed. All matches are
  /// found before the first replacement is asked for, as the specification has it.
  private Object atOnce(RegExpObject rx) {
    List<int[]> matches;
    if (rx.program().flags().global()) {
      matches = RegExpSymbolMethods.allMatches(agent, rx, s);
    } else {
      int[] found = RegExpOperations.execRaw(agent, rx, s);
      matches = found == null ? List.of() : List.of(found);
    }
    var program = rx.program();
    for (int[] found : matches) {
      int mark = agent.handles().mark();
      Object[] captures = new Object[found.length / 2];
      for (int i = 0; i < captures.length; i++) {
        captures[i] = RegExpOperations.capture(agent, s, found, i);
      }
      Object groups = RegExpOperations.groups(agent, program, captures);
      add((JsString) captures[0], found[0], List.of(captures).subList(1, captures.length), groups);
      agent.handles().release(mark);
    }
    return finish();
  }

  /// The specification's way.
  private Object bySteps(JsObject rx) {
    String flags = RegExpSymbolMethods.flags(agent, rx);
    boolean global = flags.indexOf('g') >= 0;
    boolean unicode = RegExpOperations.isUnicode(flags);
    if (global) {
      RegExpOperations.setLastIndex(agent, rx, 0);
    }
    var results = new ArrayList<JsObject>();
    for (JsObject result = RegExpOperations.regExpExec(agent, rx, s);
        result != null;
        result = global ? RegExpOperations.regExpExec(agent, rx, s) : null) {
      agent.handles().push(result);
      results.add(result);
      agent.heap().safepoint();
      if (global && RegExpSymbolMethods.text(agent, result, 0).isEmpty()) {
        RegExpSymbolMethods.advance(agent, rx, s, unicode);
      }
    }
    for (JsObject result : results) {
      int mark = agent.handles().mark();
      addResult(result);
      agent.handles().release(mark);
    }
    return finish();
  }

  private void addResult(JsObject result) {
    long length = ObjectOperations.lengthOfArrayLike(agent, result);
    JsString matched = RegExpSymbolMethods.text(agent, result, 0);
    double index =
        TypeConversion.toIntegerOrInfinity(
            agent, ObjectOperations.get(agent, result, PropertyKeys.INDEX));
    int position = (int) Math.max(Math.min(index, s.length()), 0);
    var captures = new ArrayList<Object>();
    for (long n = 1; n < length; n++) {
      captures.add(RegExpSymbolMethods.captureText(agent, result, n));
    }
    Object groups = ObjectOperations.get(agent, result, PropertyKeys.GROUPS);
    if (!functional && groups != UNDEFINED) {
      groups = TypeConversion.toObject(agent, groups);
    }
    add(matched, position, captures, groups);
  }

  /// Replaces one match; one that begins before the end of the last is left out.
  private void add(JsString matched, int position, List<?> captures, Object groups) {
    var piece = new StringBuilder();
    if (functional) {
      var arguments = new ArrayList<Object>();
      arguments.add(matched);
      arguments.addAll(captures);
      arguments.add(Numbers.of((long) position));
      arguments.add(s);
      if (groups != UNDEFINED) {
        arguments.add(groups);
      }
      Object answer = ObjectOperations.call(agent, replaceValue, UNDEFINED, arguments.toArray());
      piece.append(TypeConversion.toString(agent, answer));
    } else {
      Substitution.append(
          agent,
          piece,
          matched.toString(),
          text,
          position,
          captures,
          groups,
          replaceValue.toString());
    }
    if (position >= copied) {
      out.append(text, copied, position).append(piece);
      copied = position + matched.length();
      checkLength(0);
    }
  }

  private Object finish() {
    if (copied == 0 && out.isEmpty()) {
      return s;
    }
    int rest = Math.max(0, text.length() - copied);
    checkLength(rest);
    return agent.string(out.append(text, text.length() - rest, text.length()).toString());
  }

  private void checkLength(int more) {
    if (out.length() > JsString.MAX_LENGTH - more) {
      throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
    }
  }
}
