package lexscope.js.intrinsics;

import java.nio.charset.StandardCharsets;
import lexscope.js.operations.ErrorMessages;
import lexscope.js.operations.TypeConversion;
import lexscope.js.value.Args;
import lexscope.js.value.ThrowCompletion;
import lexscope.js.vm.Agent;

/// The URI handling functions, section 19.2.6.
final class UriFunctions {
  private static final String ALWAYS_UNESCAPED = "-_.!~*'()";
  private static final String RESERVED = ";/?:@&=+$,";

  private UriFunctions() {}

  static void create(Realm realm) {
    new IntrinsicBuilder(realm, realm.globalObject())
        .method(
            "decodeURI",
            1,
            (a, _, args, _) -> decode(a, args, RESERVED + "#"),
            Intrinsic.DECODE_URI)
        .method(
            "decodeURIComponent",
            1,
            (a, _, args, _) -> decode(a, args, ""),
            Intrinsic.DECODE_URI_COMPONENT)
        .method(
            "encodeURI",
            1,
            (a, _, args, _) -> encode(a, args, RESERVED + ALWAYS_UNESCAPED + "#"),
            Intrinsic.ENCODE_URI)
        .method(
            "encodeURIComponent",
            1,
            (a, _, args, _) -> encode(a, args, ALWAYS_UNESCAPED),
            Intrinsic.ENCODE_URI_COMPONENT);
  }

  private static ThrowCompletion malformed(Agent agent) {
    return agent.error(Intrinsic.URI_ERROR_PROTOTYPE, ErrorMessages.URI_MALFORMED);
  }

  /// Encode, section 19.2.6.5.
  private static Object encode(Agent agent, Object[] args, String unescaped) {
    String s = TypeConversion.toText(agent, Args.get(args, 0));
    var out = new StringBuilder(s.length());
    for (int k = 0; k < s.length(); ) {
      char c = s.charAt(k);
      if (c < 0x80 && (isAlphanumeric(c) || unescaped.indexOf(c) >= 0)) {
        out.append(c);
        k++;
        continue;
      }
      int point = s.codePointAt(k);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        throw malformed(agent);
      }
      k += Character.charCount(point);
      for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
        out.append('%').append(hex((b >> 4) & 15)).append(hex(b & 15));
      }
    }
    return agent.string(out.toString());
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }

  /// Decode, section 19.2.6.6.
  private static Object decode(Agent agent, Object[] args, String preserved) {
    String s = TypeConversion.toText(agent, Args.get(args, 0));
    var out = new StringBuilder(s.length());
    for (int k = 0; k < s.length(); k++) {
      char c = s.charAt(k);
      if (c != '%') {
        out.append(c);
        continue;
      }
      int start = k;
      int first = octet(agent, s, k);
      k += 2;
      if (first < 0x80) {
        if (preserved.indexOf(first) >= 0) {
          out.append(s, start, k + 1);
        } else {
          out.append((char) first);
        }
        continue;
      }
      int n = Integer.numberOfLeadingZeros(~(first << 24));
      if (n == 1 || n > 4) {
        throw malformed(agent);
      }
      int point = first & (0x7F >> n);
      for (int j = 1; j < n; j++) {
        k++;
        int next = octet(agent, s, k);
        if ((next & 0xC0) != 0x80) {
          throw malformed(agent);
        }
        k += 2;
        point = (point << 6) | (next & 0x3F);
      }
      int least = n == 2 ? 0x80 : n == 3 ? 0x800 : 0x10000;
      if (point < least || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) {
        throw malformed(agent);
      }
      out.appendCodePoint(point);
    }
    return agent.string(out.toString());
  }

  /// The byte of a `%XX` at an index.
  private static int octet(Agent agent, String s, int k) {
    if (k + 2 >= s.length() || s.charAt(k) != '%') {
      throw malformed(agent);
    }
    int high = Character.digit(s.charAt(k + 1), 16);
    int low = Character.digit(s.charAt(k + 2), 16);
    if (high < 0 || low < 0 || s.charAt(k + 1) > 'f' || s.charAt(k + 2) > 'f') {
      throw malformed(agent);
    }
    return high * 16 + low;
  }
}
