package lexscope.js.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Character references of HTML, those that people write: numeric ones and a few names.
final class CharacterReferences {
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&",
          "lt", "<",
          "gt", ">",
          "quot", "\"",
          "apos", "'",
          "nbsp", "\u00A0",
          "copy", "\u00A9",
          "hellip", "\u2026",
          "ndash", "\u2013",
          "mdash", "\u2014");

  private CharacterReferences() {}

  /// The text with its references replaced; unknown ones stay.
  static String decode(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    var decoded = new StringBuilder();
    int done = 0;
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      int end = text.indexOf(';', at);
      if (end < 0 || end - at > 10) {
        continue;
      }
      String character = character(text.substring(at + 1, end));
      if (character != null) {
        decoded.append(text, done, at).append(character);
        done = end + 1;
      }
    }
    return decoded.append(text, done, text.length()).toString();
  }

  private static @Nullable String character(String name) {
    if (!name.startsWith("#")) {
      return NAMED.get(name);
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int c = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(c) ? Character.toString(c) : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// The text with what would be markup replaced.
  static String encode(String text, boolean attribute) {
    String encoded = text.replace("&", "&amp;").replace("\u00A0", "&nbsp;");
    return attribute
        ? encoded.replace("\"", "&quot;")
        : encoded.replace("<", "&lt;").replace(">", "&gt;");
  }
}
