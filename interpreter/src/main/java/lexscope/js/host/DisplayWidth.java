package lexscope.js.host;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// How many columns of a terminal a text takes.
final class DisplayWidth {
  private static final Pattern TERMINAL_SEQUENCE =
      Pattern.compile("[\\u001b\\u009b]\\[[0-9;?]*[ -/]*[@-~]|\\u001b\\][^\\u0007]*\\u0007");

  private DisplayWidth() {}

  /// Returns the columns of the text, without those of terminal control sequences.
  static int of(String text) {
    String visible = text;
    if (text.indexOf('\u001b') >= 0 || text.indexOf('\u009b') >= 0) {
      visible = TERMINAL_SEQUENCE.matcher(text).replaceAll("");
    }
    int width = 0;
    for (int i = 0; i < visible.length(); i++) {
      char unit = visible.charAt(i);
      if (unit >= 0x7f) {
        return width
            + Normalizer.normalize(visible.substring(i), Normalizer.Form.NFC)
                .codePoints()
                .map(DisplayWidth::ofCodePoint)
                .sum();
      }
      width += unit >= ' ' ? 1 : 0;
    }
    return width;
  }

  private static int ofCodePoint(int code) {
    return switch (Character.getType(code)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          code == 0xad ? 1 : 0;
      default -> isWide(code) ? 2 : 1;
    };
  }

  /// East Asian Width W and F, by blocks.
  private static boolean isWide(int code) {
    return code >= 0x1100
        && (code <= 0x115f
            || code == 0x2329
            || code == 0x232a
            || code >= 0x2e80 && code <= 0x3247 && code != 0x303f
            || code >= 0x3250 && code <= 0x4dbf
            || code >= 0x4e00 && code <= 0xa4c6
            || code >= 0xa960 && code <= 0xa97c
            || code >= 0xac00 && code <= 0xd7a3
            || code >= 0xf900 && code <= 0xfaff
            || code >= 0xfe10 && code <= 0xfe19
            || code >= 0xfe30 && code <= 0xfe6b
            || code >= 0xff01 && code <= 0xff60
            || code >= 0xffe0 && code <= 0xffe6
            || code >= 0x1f200 && code <= 0x1f251
            || code >= 0x1f300 && code <= 0x1faff
            || code >= 0x20000 && code <= 0x3fffd
            || Character.isEmojiPresentation(code));
  }
}
