package lexscope.js.intrinsics;

import java.util.List;
import lexscope.js.operations.ObjectOperations;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.PropertyKey;
import lexscope.js.value.Undefined;
import lexscope.js.vm.Agent;

/// Replacement templates.
public final class Substitution {
  private Substitution() {}

  /// 22.1.3.19.1 GetSubstitution ( matched, str, position, captures, namedCaptures,
  /// replacementTemplate ): appends the result to `out`.
  ///
  /// @param captures each a JsString or undefined; the first is `$1`
  /// @param namedCaptures an object or undefined
  /// @throws lexscope.js.value.ThrowCompletion if reading a named capture throws
  public static void append(
      Agent agent,
      StringBuilder out,
      String matched,
      String text,
      int position,
      List<?> captures,
      Object namedCaptures,
      String template) {
    int done = 0;
    for (int at = template.indexOf('$'); at >= 0; at = template.indexOf('$', done)) {
      out.append(template, done, at);
      char next = at + 1 < template.length() ? template.charAt(at + 1) : ' ';
      int used = 2;
      switch (next) {
        case '$' -> out.append('$');
        case '&' -> out.append(matched);
        case '`' -> out.append(text, 0, position);
        case '\'' ->
            out.append(text, Math.min(position + matched.length(), text.length()), text.length());
        case '<' -> used = appendNamed(agent, out, namedCaptures, template, at);
        default -> used = appendNumbered(out, captures, template, at);
      }
      done = at + used;
    }
    out.append(template, done, template.length());
  }

  private static int appendNumbered(StringBuilder out, List<?> captures, String template, int at) {
    int first = digit(template, at + 1);
    if (first < 0) {
      out.append('$');
      return 1;
    }
    int second = digit(template, at + 2);
    int both = first * 10 + second;
    int index = second >= 0 && both >= 1 && both <= captures.size() ? both : first;
    if (index < 1 || index > captures.size()) {
      out.append('$');
      return 1;
    }
    Object capture = captures.get(index - 1);
    if (capture != Undefined.UNDEFINED) {
      out.append(capture);
    }
    return index == both && second >= 0 ? 3 : 2;
  }

  private static int digit(String template, int at) {
    char c = at < template.length() ? template.charAt(at) : ' ';
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  private static int appendNamed(
      Agent agent, StringBuilder out, Object namedCaptures, String template, int at) {
    int end = template.indexOf('>', at);
    if (namedCaptures == Undefined.UNDEFINED || end < 0) {
      out.append("$<");
      return 2;
    }
    PropertyKey name = PropertyKey.of(template.substring(at + 2, end));
    Object capture = ObjectOperations.getV(agent, namedCaptures, name);
    if (capture != Undefined.UNDEFINED) {
      out.append(TypeConversion.toString(agent, capture));
    }
    return end + 1 - at;
  }
}
