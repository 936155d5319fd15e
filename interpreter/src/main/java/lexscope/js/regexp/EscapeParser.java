package lexscope.js.regexp;

/// What follows a backslash where one character or one class is meant, inside and outside of
/// character classes.
final class EscapeParser {
  private static final String SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/";
  private static final String CLASS_SET_PUNCTUATORS = "&-!#%,:;<=>@`~";

  private final PatternReader reader;
  private final RegExpFlags flags;
  private final boolean namedGroups;

  EscapeParser(PatternReader reader, RegExpFlags flags, boolean namedGroups) {
    this.reader = reader;
    this.flags = flags;
    this.namedGroups = namedGroups;
  }

  /// CharacterEscape (section 22.2.1), the backslash passed already. Where Annex B lets a backslash
  /// stand for itself (`\c` before no letter), nothing more is passed.
  int character(boolean inClass) throws RegExpSyntaxException {
    int first = reader.next();
    return switch (first) {
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      case 'c' -> control(inClass);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(first - '0', inClass);
      case 'x' -> hexadecimal();
      case 'u' -> unicode();
      default -> identity(first, inClass);
    };
  }

  private int control(boolean inClass) throws RegExpSyntaxException {
    int letter = reader.ahead(0);
    boolean isLetter = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    if (isLetter
        || inClass && !reader.unicode && (letter == '_' || PatternReader.digit(letter, 10) >= 0)) {
      reader.skip(1);
      return letter & 31;
    }
    if (reader.unicode) {
      throw reader.error("Invalid Unicode escape");
    }
    reader.reset(reader.at() - 1);
    return '\\';
  }

  /// Annex B's LegacyOctalEscapeSequence: up to three digits, at most `377`. With `u` only a lone
  /// `\0` is left of it.
  private int octal(int first, boolean inClass) throws RegExpSyntaxException {
    if (reader.unicode) {
      if (first != 0 || PatternReader.digit(reader.ahead(0), 10) >= 0) {
        throw reader.error(
            inClass
                ? "Invalid class escape"
                : first == 0 ? "Invalid decimal escape" : "Invalid escape");
      }
      return 0;
    }
    int value = first;
    for (int digits = 1; digits < 3; digits++) {
      int digit = PatternReader.digit(reader.ahead(0), 8);
      if (digit < 0 || value * 8 + digit > 255) {
        break;
      }
      value = value * 8 + digit;
      reader.skip(1);
    }
    return value;
  }

  private int hexadecimal() throws RegExpSyntaxException {
    int value = reader.hex(2);
    if (value < 0 && reader.unicode) {
      throw reader.error("Invalid escape");
    }
    return value < 0 ? 'x' : value;
  }

  private int unicode() throws RegExpSyntaxException {
    int value = unicodeEscape(reader.unicode);
    if (value < 0 && reader.unicode) {
      throw reader.error("Invalid Unicode escape");
    }
    return value < 0 ? 'u' : value;
  }

  /// RegExpUnicodeEscapeSequence, `\` and `u` passed already.
  ///
  /// @param codePoints whether braces and surrogate pairs are read
  /// @return the value, or -1 (and nothing passed) if it is none
  int unicodeEscape(boolean codePoints) {
    int start = reader.at();
    if (codePoints && reader.eat("{")) {
      int value = 0;
      int digits = 0;
      for (int d = PatternReader.digit(reader.ahead(0), 16);
          d >= 0 && value < CodePointSet.LIMIT;
          d = PatternReader.digit(reader.ahead(0), 16)) {
        value = value * 16 + d;
        digits++;
        reader.skip(1);
      }
      if (digits > 0 && value < CodePointSet.LIMIT && reader.eat("}")) {
        return value;
      }
      reader.reset(start);
      return -1;
    }
    int value = reader.hex(4);
    if (codePoints && value >= 0xd800 && value <= 0xdbff) {
      int middle = reader.at();
      int low = reader.eat("\\u") ? reader.hex(4) : -1;
      if (low >= 0xdc00 && low <= 0xdfff) {
        return Character.toCodePoint((char) value, (char) low);
      }
      reader.reset(middle);
    }
    return value;
  }

  private int identity(int character, boolean inClass) throws RegExpSyntaxException {
    boolean allowed;
    if (reader.unicode) {
      String more = !inClass ? "" : flags.unicodeSets() ? CLASS_SET_PUNCTUATORS : "-";
      allowed = SYNTAX_CHARACTERS.indexOf(character) >= 0 || more.indexOf(character) >= 0;
    } else {
      allowed = character != 'k' || !namedGroups;
    }
    if (!allowed) {
      throw reader.error("Invalid escape");
    }
    return character;
  }

  /// Whether a class escape follows the backslash that stands here.
  boolean looksAtClass() {
    int letter = reader.ahead(1);
    return letter >= 0
        && ("dDsSwW".indexOf(letter) >= 0 || reader.unicode && (letter == 'p' || letter == 'P'));
  }

  /// CharacterClassEscape, from its backslash on: the set before any closing over case, except that
  /// flag `v` has folded it.
  ClassSet characterClass(boolean ignoreCase, boolean inClass) throws RegExpSyntaxException {
    reader.skip(1);
    int letter = reader.next();
    boolean negative = letter >= 'A' && letter <= 'Z';
    ClassSet set =
        switch (letter) {
          case 'd', 'D' -> ClassSet.of(CharacterClasses.DIGITS);
          case 's', 'S' -> ClassSet.of(CharacterClasses.WHITE_SPACE);
          case 'w', 'W' ->
              ClassSet.of(CharacterClasses.wordCharacters(reader.unicode && ignoreCase));
          default -> property(negative, inClass);
        };
    boolean folding = flags.unicodeSets() && ignoreCase;
    if (folding) {
      set = CharacterClasses.fold(set);
    }
    return negative
        ? ClassSet.of(CharacterClasses.complement(set.characters(), reader.unicode, folding))
        : set;
  }

  private ClassSet property(boolean negative, boolean inClass) throws RegExpSyntaxException {
    String reason = inClass ? "Invalid property name in character class" : "Invalid property name";
    if (!reader.eat("{")) {
      throw reader.error(reason);
    }
    String name = propertyText();
    boolean valued = reader.eat("=");
    String value = valued ? propertyText() : "";
    if (!reader.eat("}")) {
      throw reader.error(reason);
    }
    if (!valued
        && flags.unicodeSets()
        && !negative
        && UnicodeProperties.isPropertyOfStrings(name)) {
      return ClassSet.ofStrings(UnicodeProperties.strings(name), true);
    }
    CodePointSet set =
        valued ? UnicodeProperties.valued(name, value) : UnicodeProperties.lone(name);
    if (set == null) {
      throw reader.error(reason);
    }
    return ClassSet.of(set);
  }

  private String propertyText() {
    var text = new StringBuilder();
    for (int c = reader.ahead(0);
        c == '_' || PatternReader.digit(c, 36) >= 0;
        c = reader.ahead(0)) {
      text.append((char) c);
      reader.skip(1);
    }
    return text.toString();
  }
}
