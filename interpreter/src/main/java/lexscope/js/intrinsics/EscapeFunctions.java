package lexscope.js.intrinsics;

import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.JsObject;
import lexscope.js.vm.Agent;
import org.jspecify.annotations.Nullable;

/// `escape` and `unescape`, section B.2.1.
final class EscapeFunctions {
  private static final String UNESCAPED = "@*_+-./";

  private EscapeFunctions() {}

  static void create(Realm realm) {
    new IntrinsicBuilder(realm, realm.globalObject())
        .method("escape", 1, EscapeFunctions::escape)
        .method("unescape", 1, EscapeFunctions::unescape);
  }

  /// B.2.1.1 escape ( string ).
  private static Object escape(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String text = TypeConversion.toText(agent, Args.get(args, 0));
    var out = new StringBuilder(text.length());
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (isPlain(c)) {
        out.append(c);
      } else if (c < 0x100) {
        out.append('%').append(hex(c, 2));
      } else {
        out.append("%u").append(hex(c, 4));
      }
    }
    return agent.string(out.toString());
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNESCAPED.indexOf(c) >= 0;
  }

  private static String hex(char c, int digits) {
    String text = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(digits - text.length()) + text;
  }

  /// B.2.1.2 unescape ( string ).
  private static Object unescape(
      Agent agent, Object thisValue, Object[] args, @Nullable JsObject newTarget) {
    String text = TypeConversion.toText(agent, Args.get(args, 0));
    var out = new StringBuilder(text.length());
    for (int k = 0; k < text.length(); k++) {
      char c = text.charAt(k);
      if (c == '%') {
        boolean wide = k + 1 < text.length() && text.charAt(k + 1) == 'u';
        int from = wide ? k + 2 : k + 1;
        int to = wide ? k + 6 : k + 3;
        int value = parse(text, from, to);
        if (value >= 0) {
          c = (char) value;
          k = to - 1;
        }
      }
      out.append(c);
    }
    return agent.string(out.toString());
  }

  /// The value of hexadecimal digits; -1 if they are not that.
  private static int parse(String text, int from, int to) {
    if (to > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }
}
