package lexscope.js.node;

import java.nio.charset.StandardCharsets;

/// UTF-8 as the Encoding standard has it. The JDK's decoder shows three bytes of a surrogate by one
/// U+FFFD, the standard's by three.
public final class Utf8 {
  private Utf8() {}

  /// The bytes of a text, with U+FFFD for surrogates without a partner.
  public static byte[] encode(String text) {
    StringBuilder wellFormed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        wellFormed = wellFormed == null ? new StringBuilder(text) : wellFormed;
        wellFormed.setCharAt(i, '\uFFFD');
      }
    }
    return (wellFormed == null ? text : wellFormed.toString()).getBytes(StandardCharsets.UTF_8);
  }

  /// The text of bytes: the UTF-8 decoder, section 9.1.1, with replacement.
  public static String decode(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int lead = bytes[at++] & 0xff;
      int more =
          lead < 0x80
              ? 0
              : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
      int point = more <= 0 ? lead : lead & (0x3f >> more);
      int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
      int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
      while (more > 0 && at < bytes.length) {
        int next = bytes[at] & 0xff;
        if (next < low || next > high) {
          break;
        }
        point = point << 6 | next & 0x3f;
        low = 0x80;
        high = 0xbf;
        at++;
        more--;
      }
      text.appendCodePoint(more == 0 ? point : 0xfffd);
    }
    return text.toString();
  }
}
