package lexscope.js.intrinsics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lexscope.gc.HandleStack;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TestingAndComparison;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.value.JsString;
import lexscope.js.value.PropertyKeys;
import lexscope.js.value.Symbol;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// The methods of %String.prototype% that hand their work to a pattern object's symbol-keyed method
/// (22.1.3.13, 14, 19, 20, 21, 23).
final class StringPatternMethods {
  private StringPatternMethods() {}

  static void define(IntrinsicBuilder builder) {
    builder
        .method("match", 1, StringPatternMethods::match)
        .method("matchAll", 1, StringPatternMethods::matchAll)
        .method("replace", 2, StringPatternMethods::replace)
        .method("replaceAll", 2, StringPatternMethods::replaceAll)
        .method("search", 1, StringPatternMethods::search)
        .method("split", 2, StringPatternMethods::split);
  }

  private static void requireCoercible(Agent agent, Object thisValue, String method) {
    if (TestingAndComparison.isNullish(thisValue)) {
      throw agent.typeError(ErrorMessages.nullishThis("String.prototype." + method));
    }
  }

  /// What the pattern's own method for the symbol makes of the string; null if the pattern is no
  /// object or has no such method.
  private static @Nullable Object delegate(
      Agent agent, Object pattern, Symbol symbol, Object... args) {
    if (!(pattern instanceof JsObject)) {
      return null;
    }
    JsObject method = ObjectOperations.getMethod(agent, pattern, symbol.key());
    return method == null ? null : ObjectOperations.call(agent, method, pattern, args);
  }

  /// Matching all is asked of a pattern: if it is a regular expression, it must be global.
  private static void requireGlobal(Agent agent, Object pattern, String method) {
    if (TestingAndComparison.isRegExp(agent, pattern)) {
      Object flags = ObjectOperations.getV(agent, pattern, PropertyKeys.FLAGS);
      if (TestingAndComparison.isNullish(flags)) {
        throw agent.typeError(ErrorMessages.nullishThis("String.prototype." + method));
      }
      if (TypeConversion.toString(agent, flags).toString().indexOf('g') < 0) {
        throw agent.typeError(
            "String.prototype." + method + " called with a non-global RegExp argument");
      }
    }
  }

  /// What match, matchAll and search share: the pattern's method, or that of a RegExp made of it.
  private static Object search(
      Agent agent, Object thisValue, Object pattern, String flags, Symbol symbol) {
    Object delegated = delegate(agent, pattern, symbol, thisValue);
    if (delegated != null) {
      return delegated;
    }
    JsString s = TypeConversion.toString(agent, thisValue);
    Object flagsValue = flags.isEmpty() ? Undefined.UNDEFINED : agent.string(flags);
    JsObject constructor = agent.realm().get(Intrinsic.REGEXP);
    JsObject regExp = ObjectOperations.construct(agent, constructor, pattern, flagsValue);
    return ObjectOperations.invoke(agent, regExp, symbol.key(), s);
  }

  /// 22.1.3.13 String.prototype.match ( regexp ).
  private static Object match(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    requireCoercible(agent, thisValue, "match");
    return search(agent, thisValue, Args.get(args, 0), "", agent.symbols().match());
  }

  /// 22.1.3.14 String.prototype.matchAll ( regexp ).
  private static Object matchAll(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    requireCoercible(agent, thisValue, "matchAll");
    Object pattern = Args.get(args, 0);
    requireGlobal(agent, pattern, "matchAll");
    return search(agent, thisValue, pattern, "g", agent.symbols().matchAll());
  }

  /// 22.1.3.21 String.prototype.search ( regexp ).
  private static Object search(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    requireCoercible(agent, thisValue, "search");
    return search(agent, thisValue, Args.get(args, 0), "", agent.symbols().search());
  }

  /// 22.1.3.19 String.prototype.replace ( searchValue, replaceValue ).
  private static Object replace(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    requireCoercible(agent, thisValue, "replace");
    Object pattern = Args.get(args, 0);
    Object replacement = Args.get(args, 1);
    Object delegated = delegate(agent, pattern, agent.symbols().replace(), thisValue, replacement);
    if (delegated != null) {
      return delegated;
    }
    JsString s = TypeConversion.toString(agent, thisValue);
    String search = TypeConversion.toString(agent, pattern).toString();
    Object replaceValue = replacement(agent, replacement);
    int position = s.toString().indexOf(search);
    if (position < 0) {
      return s;
    }
    return JsString.of(agent, substitute(agent, s, search, replaceValue, new int[] {position}));
  }

  /// 22.1.3.20 String.prototype.replaceAll ( searchValue, replaceValue ).
  private static Object replaceAll(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    requireCoercible(agent, thisValue, "replaceAll");
    Object pattern = Args.get(args, 0);
    Object replacement = Args.get(args, 1);
    requireGlobal(agent, pattern, "replaceAll");
    Object delegated = delegate(agent, pattern, agent.symbols().replace(), thisValue, replacement);
    if (delegated != null) {
      return delegated;
    }
    JsString s = TypeConversion.toString(agent, thisValue);
    String search = TypeConversion.toString(agent, pattern).toString();
    Object replaceValue = replacement(agent, replacement);
    String text = s.toString();
    int advance = Math.max(1, search.length());
    int[] positions = new int[8];
    int count = 0;
    for (int at = text.indexOf(search); at >= 0; at = stringIndexOf(text, search, at + advance)) {
      if (count == positions.length) {
        positions = Arrays.copyOf(positions, count * 2);
      }
      positions[count++] = at;
    }
    if (count == 0) {
      return s;
    }
    return JsString.of(
        agent, substitute(agent, s, search, replaceValue, Arrays.copyOf(positions, count)));
  }

  /// 6.1.4.1 StringIndexOf ( string, searchValue, fromIndex ): unlike Java's, it does not find the
  /// empty string beyond the end.
  private static int stringIndexOf(String text, String search, int from) {
    return from > text.length() ? -1 : text.indexOf(search, from);
  }

  private static Object replacement(Agent agent, Object value) {
    return TestingAndComparison.isCallable(value) ? value : TypeConversion.toString(agent, value);
  }

  /// The string with every occurrence at `positions` replaced.
  private static String substitute(
      Agent agent, JsString s, String search, Object replaceValue, int[] positions) {
    String text = s.toString();
    JsString matched = JsString.of(agent, search);
    var result = new StringBuilder();
    int end = 0;
    HandleStack handles = agent.handles();
    for (int position : positions) {
      result.append(text, end, position);
      if (replaceValue instanceof JsString template) {
        Substitution.append(
            agent,
            result,
            search,
            text,
            position,
            List.of(),
            Undefined.UNDEFINED,
            template.toString());
      } else {
        int mark = handles.mark();
        Object replaced =
            ObjectOperations.call(agent, replaceValue, Undefined.UNDEFINED, matched, position, s);
        result.append(TypeConversion.toString(agent, replaced));
        handles.release(mark);
      }
      if (result.length() > JsString.MAX_LENGTH) {
        throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
      }
      end = position + search.length();
    }
    result.append(text, end, text.length());
    if (result.length() > JsString.MAX_LENGTH) {
      throw agent.rangeError(ErrorMessages.INVALID_STRING_LENGTH);
    }
    return result.toString();
  }

  /// 22.1.3.23 String.prototype.split ( separator, limit ).
  private static Object split(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    requireCoercible(agent, thisValue, "split");
    Object separator = Args.get(args, 0);
    Object limit = Args.get(args, 1);
    Object delegated = delegate(agent, separator, agent.symbols().split(), thisValue, limit);
    if (delegated != null) {
      return delegated;
    }
    JsString s = TypeConversion.toString(agent, thisValue);
    long most = limit == Undefined.UNDEFINED ? 0xFFFF_FFFFL : TypeConversion.toUint32(agent, limit);
    String by = TypeConversion.toString(agent, separator).toString();
    var parts = new ArrayList<Object>();
    if (most == 0) {
      return ObjectOperations.createArrayFromList(agent, parts);
    }
    if (separator == Undefined.UNDEFINED) {
      parts.add(s);
    } else if (by.isEmpty()) {
      int count = (int) Math.min(s.length(), most);
      for (int i = 0; i < count; i++) {
        parts.add(JsString.ofUnit(agent, s.charAt(i)));
      }
    } else {
      splitBy(agent, s, by, most, parts);
    }
    return ObjectOperations.createArrayFromList(agent, parts);
  }

  private static void splitBy(Agent agent, JsString s, String by, long most, List<Object> parts) {
    String text = s.toString();
    int start = 0;
    for (int at = text.indexOf(by); at >= 0; at = text.indexOf(by, start)) {
      parts.add(s.substring(agent, start, at));
      if (parts.size() >= most) {
        return;
      }
      start = at + by.length();
    }
    parts.add(s.substring(agent, start, text.length()));
  }
}
