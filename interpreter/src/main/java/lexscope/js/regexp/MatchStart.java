package lexscope.js.regexp;

import org.jspecify.annotations.Nullable;

/// Where a match can begin at all, so that a search need not try every place.
///
/// @param prefix what every match begins with; empty if unknown
/// @param first the code units that a match can begin with; null if any, or none, is possible
/// @param anchored whether a match begins at the start of the input only
record MatchStart(String prefix, @Nullable CharMatcher first, boolean anchored) {
  static MatchStart of(Code code) {
    int[] words = code.words();
    if (words[0] == Op.STRING) {
      return new MatchStart(code.strings()[words[1]], null, false);
    }
    if (words[0] == Op.CHAR) {
      return new MatchStart(Character.toString((char) words[1]), null, false);
    }
    var first = FirstCharacters.from(code, 0);
    return new MatchStart(
        "",
        first.certain() ? new CharMatcher(first.units()) : null,
        words[0] == Op.LINE_BOUND && words[1] == 0);
  }

  /// Whether a place lies between the halves of a surrogate pair.
  static boolean splitsPair(String text, int index) {
    return index > 0
        && index < text.length()
        && Character.isLowSurrogate(text.charAt(index))
        && Character.isHighSurrogate(text.charAt(index - 1));
  }

  /// The first place from `from` on at which a match may begin, or -1.
  int next(String text, int from, boolean unicode) {
    if (anchored) {
      return from == 0 ? 0 : -1;
    }
    if (prefix.length() > 1) {
      return text.indexOf(prefix, from);
    }
    if (!prefix.isEmpty()) {
      return text.indexOf(prefix.charAt(0), from);
    }
    CharMatcher units = first;
    if (units == null) {
      return from;
    }
    for (int i = from; i < text.length(); i++) {
      if (units.has(text.charAt(i)) && !(unicode && splitsPair(text, i))) {
        return i;
      }
    }
    return -1;
  }
}
