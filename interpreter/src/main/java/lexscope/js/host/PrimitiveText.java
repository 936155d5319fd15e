package lexscope.js.host;

import java.util.ArrayList;
import java.util.List;
import lexscope.js.operations.NumberConversion;
import lexscope.js.value.JsBigInt;
import lexscope.js.value.JsString;
import lexscope.js.value.Symbol;

/// Primitive values as they stand inside objects.
final class PrimitiveText {
  private static final int SHORTEST_BROKEN_TEXT = 16;

  private PrimitiveText() {}

  /// The value's text.
  ///
  /// @param indentation spaces before the line it stands in
  static String of(Object value, InspectOptions options, int indentation) {
    return value instanceof JsString string
        ? ofString(string.peek(Integer.MAX_VALUE), options, indentation)
        : plain(value);
  }

  /// A value that is no string: `-0` keeps its sign, a BigInt gets its `n`.
  static String plain(Object value) {
    return switch (value) {
      case Double d when d == 0 -> "-0";
      case Integer i -> i.toString();
      case Double d -> NumberConversion.numberToString(d);
      case JsBigInt big -> big + "n";
      case Symbol symbol -> symbol.descriptiveString();
      default -> value.toString();
    };
  }

  private static String ofString(String text, InspectOptions options, int indentation) {
    int left = text.length() - options.maxStringLength();
    String shown = left > 0 ? text.substring(0, options.maxStringLength()) : text;
    String rest = left > 0 ? "... " + left + " more character" + (left > 1 ? "s" : "") : "";
    if (shown.length() > SHORTEST_BROKEN_TEXT
        && shown.length() > options.breakLength() - indentation - 4) {
      List<String> lines = new ArrayList<>();
      int start = 0;
      for (int end = shown.indexOf('\n'); end >= 0; end = shown.indexOf('\n', start)) {
        lines.add(StringQuoting.quote(shown.substring(start, end + 1)));
        start = end + 1;
      }
      if (start < shown.length()) {
        lines.add(StringQuoting.quote(shown.substring(start)));
      }
      return String.join(" +\n" + " ".repeat(indentation + 2), lines) + rest;
    }
    return StringQuoting.quote(shown) + rest;
  }
}
