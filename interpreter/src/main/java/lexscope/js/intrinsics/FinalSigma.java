package lexscope.js.intrinsics;

/// The one condition of Unicode's special casing that does not depend on the language: a capital
/// sigma becomes a final one at the end of a word.
final class FinalSigma {
  private static final char CAPITAL = '\u03A3';
  private static final char SMALL = '\u03C3';
  private static final char FINAL = '\u03C2';

  private FinalSigma() {}

  /// The text with each capital sigma replaced by the small one that stands in its place.
  static String decide(String text) {
    if (text.indexOf(CAPITAL) < 0) {
      return text;
    }
    var decided = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == CAPITAL) {
        decided.setCharAt(i, isCasedBefore(text, i) && !isCasedAfter(text, i) ? FINAL : SMALL);
      }
    }
    return decided.toString();
  }

  private static boolean isCasedBefore(String text, int end) {
    int at = end;
    while (at > 0) {
      int c = text.codePointBefore(at);
      if (!isIgnorable(c)) {
        return isCased(c);
      }
      at -= Character.charCount(c);
    }
    return false;
  }

  private static boolean isCasedAfter(String text, int sigma) {
    int at = sigma + 1;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isIgnorable(c)) {
        return isCased(c);
      }
      at += Character.charCount(c);
    }
    return false;
  }

  private static boolean isCased(int c) {
    return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
  }

  /// The property Case_Ignorable: marks, formats, modifiers and what may stand inside a word.
  private static boolean isIgnorable(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL ->
          true;
      default ->
          "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A"
                  .indexOf(c)
              >= 0;
    };
  }
}
