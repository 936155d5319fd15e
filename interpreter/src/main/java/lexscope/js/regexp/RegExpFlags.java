package lexscope.js.regexp;

import org.jspecify.annotations.Nullable;

/// The flags of a regular expression (section 22.2.6.4).
public record RegExpFlags(
    boolean hasIndices,
    boolean global,
    boolean ignoreCase,
    boolean multiline,
    boolean dotAll,
    boolean unicode,
    boolean unicodeSets,
    boolean sticky) {

  /// Every flag, in the order in which `flags` lists them.
  private static final String LETTERS = "dgimsuvy";

  /// Reads flags.
  ///
  /// @return null if a letter is unknown or comes twice, or if `u` and `v` come together
  public static @Nullable RegExpFlags parse(String text) {
    int seen = 0;
    for (int i = 0; i < text.length(); i++) {
      int bit = LETTERS.indexOf(text.charAt(i));
      if (bit < 0 || (seen & 1 << bit) != 0) {
        return null;
      }
      seen |= 1 << bit;
    }
    var flags =
        new RegExpFlags(
            (seen & 1) != 0,
            (seen & 2) != 0,
            (seen & 4) != 0,
            (seen & 8) != 0,
            (seen & 16) != 0,
            (seen & 32) != 0,
            (seen & 64) != 0,
            (seen & 128) != 0);
    return flags.unicode && flags.unicodeSets ? null : flags;
  }

  /// Whether patterns and inputs are read by code points: HasEitherUnicodeFlag of section 22.2.2.1.
  public boolean eitherUnicode() {
    return unicode || unicodeSets;
  }

  /// Whether a pattern matches the same under these flags and others at any one place.
  boolean matchesAlike(RegExpFlags other) {
    return ignoreCase == other.ignoreCase
        && multiline == other.multiline
        && dotAll == other.dotAll
        && unicode == other.unicode
        && unicodeSets == other.unicodeSets;
  }

  /// The flags as letters, in the order of `RegExp.prototype.flags`.
  @Override
  public String toString() {
    var text = new StringBuilder();
    boolean[] set = {
      hasIndices, global, ignoreCase, multiline, dotAll, unicode, unicodeSets, sticky
    };
    for (int i = 0; i < set.length; i++) {
      if (set[i]) {
        text.append(LETTERS.charAt(i));
      }
    }
    return text.toString();
  }
}
