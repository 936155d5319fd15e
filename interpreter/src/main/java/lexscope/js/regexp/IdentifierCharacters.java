package lexscope.js.regexp;

/// RegExpIdentifierStart and RegExpIdentifierPart (section 22.2.1).
final class IdentifierCharacters {
  private IdentifierCharacters() {}

  static boolean isStart(int character) {
    return character < 128
        ? character == '$' || character == '_' || Character.isLetter(character)
        : has("ID_Start", character);
  }

  static boolean isPart(int character) {
    return character < 128
        ? isStart(character) || PatternReader.digit(character, 10) >= 0
        : character == 0x200c || character == 0x200d || has("ID_Continue", character);
  }

  private static boolean has(String property, int character) {
    CodePointSet set = UnicodeProperties.lone(property);
    return set != null && set.contains(character);
  }
}
