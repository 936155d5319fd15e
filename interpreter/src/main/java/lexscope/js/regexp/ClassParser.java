package lexscope.js.regexp;

import java.util.ArrayList;

/// Character classes: the ordinary grammar (with Annex B's allowances where there is no `u`), and
/// flag `v`'s set notation.
final class ClassParser {
  private static final String DOUBLE_PUNCTUATORS = "&!#$%*+,.:;<=>?@^`~";
  private static final String CLASS_SET_SYNTAX = "()[]{}/-\\|";

  private final PatternReader reader;
  private final RegExpFlags flags;
  private final EscapeParser escapes;

  ClassParser(PatternReader reader, RegExpFlags flags, EscapeParser escapes) {
    this.reader = reader;
    this.flags = flags;
    this.escapes = escapes;
  }

  /// Parses a class from after its `[` to after its `]`.
  ///
  /// @return what it matches; where case is ignored, closed over equal characters
  ClassSet parse(boolean ignoreCase) throws RegExpSyntaxException {
    if (flags.unicodeSets()) {
      ClassSet set = nested(ignoreCase);
      return ignoreCase && set.strings().isEmpty()
          ? ClassSet.of(CharacterClasses.equalsOf(set.characters(), true))
          : set;
    }
    boolean negative = reader.eat("^");
    CodePointSet set = ranges(ignoreCase);
    if (ignoreCase) {
      set = CharacterClasses.equalsOf(set, reader.unicode);
    }
    return ClassSet.of(negative ? CharacterClasses.complement(set, reader.unicode, false) : set);
  }

  private CodePointSet ranges(boolean ignoreCase) throws RegExpSyntaxException {
    var set = new CodePointSet.Builder();
    while (!reader.eat("]")) {
      int first = atom(set, ignoreCase);
      if (!reader.looksAt("-")) {
        add(set, first);
        continue;
      }
      reader.skip(1);
      if (reader.atEnd()) {
        throw reader.error("Unterminated character class");
      }
      if (reader.looksAt("]")) {
        add(set, first);
        set.add('-');
        continue;
      }
      int last = atom(set, ignoreCase);
      if (first < 0 || last < 0) {
        if (reader.unicode) {
          throw reader.error("Invalid character class");
        }
        add(set, first);
        set.add('-');
        add(set, last);
      } else if (first > last) {
        throw reader.error("Range out of order in character class");
      } else {
        set.add(first, last);
      }
    }
    return set.build();
  }

  private static void add(CodePointSet.Builder set, int character) {
    if (character >= 0) {
      set.add(character);
    }
  }

  /// One ClassAtom.
  ///
  /// @return the character, or -1 for a class escape, which has been added to the set
  private int atom(CodePointSet.Builder set, boolean ignoreCase) throws RegExpSyntaxException {
    if (reader.atEnd()) {
      throw reader.error("Unterminated character class");
    }
    if (!reader.looksAt("\\")) {
      return reader.next();
    }
    if (reader.ahead(1) == PatternReader.END) {
      throw reader.error("\\ at end of pattern");
    }
    if (escapes.looksAtClass()) {
      set.add(escapes.characterClass(ignoreCase, true).characters());
      return -1;
    }
    return escapedCharacter();
  }

  private int escapedCharacter() throws RegExpSyntaxException {
    reader.skip(1);
    return reader.eat("b") ? '\b' : escapes.character(true);
  }

  /// The inside of a class of flag `v`, from after its `[` to after its `]`. Where case is ignored
  /// everything in it is folded.
  private ClassSet nested(boolean ignoreCase) throws RegExpSyntaxException {
    reader.enter();
    boolean negative = reader.eat("^");
    ClassSet set = contents(ignoreCase, negative);
    reader.leave();
    if (!negative) {
      return set;
    }
    refuseStrings(set);
    return ClassSet.of(CharacterClasses.complement(set.characters(), true, ignoreCase));
  }

  private void refuseStrings(ClassSet set) throws RegExpSyntaxException {
    if (set.mayContainStrings()) {
      throw reader.error("Negated character class may contain strings");
    }
  }

  /// ClassSetExpression: the first operand and what follows it decide between union, intersection
  /// and subtraction.
  private ClassSet contents(boolean ignoreCase, boolean negative) throws RegExpSyntaxException {
    if (reader.eat("]")) {
      return ClassSet.of(CodePointSet.EMPTY);
    }
    // Read once only: a class may nest hundreds deep.
    boolean operand = isOperand();
    int character = operand ? -1 : setCharacter();
    ClassSet set = operand ? operand(ignoreCase) : single(character, ignoreCase);
    if (reader.looksAt("--")) {
      if (negative) {
        refuseStrings(set);
      }
      while (!reader.eat("]")) {
        expect("--");
        set = set.subtract(operand(ignoreCase));
      }
      return set;
    }
    if (reader.looksAt("&&")) {
      while (!reader.eat("]")) {
        expect("&&");
        if (reader.looksAt("&")) {
          throw reader.error("Invalid character in character class");
        }
        set = set.intersect(operand(ignoreCase));
      }
      return set;
    }
    return union(operand ? set : ClassSet.of(CodePointSet.EMPTY), character, ignoreCase);
  }

  private void expect(String operator) throws RegExpSyntaxException {
    if (reader.atEnd()) {
      throw reader.error("Unterminated character class");
    }
    if (!reader.eat(operator)) {
      throw reader.error("Invalid set operation in character class");
    }
  }

  /// ClassUnion, whose first part has been read: an operand, or a character.
  private ClassSet union(ClassSet operand, int character, boolean ignoreCase)
      throws RegExpSyntaxException {
    var characters = new CodePointSet.Builder();
    ClassSet rest = operand;
    if (character < 0) {
      refuseRange();
    } else {
      range(characters, character);
    }
    while (!reader.eat("]")) {
      if (reader.looksAt("--") || reader.looksAt("&&")) {
        throw reader.error("Invalid set operation in character class");
      }
      if (isOperand()) {
        rest = rest.union(operand(ignoreCase));
        refuseRange();
      } else {
        range(characters, setCharacter());
      }
    }
    ClassSet singles = ClassSet.of(characters.build());
    return (ignoreCase ? CharacterClasses.fold(singles) : singles).union(rest);
  }

  /// A character, with what a hyphen after it makes a range of.
  private void range(CodePointSet.Builder characters, int first) throws RegExpSyntaxException {
    if (!looksAtHyphen()) {
      characters.add(first);
      return;
    }
    reader.skip(1);
    if (isOperand()) {
      throw reader.error("Invalid character class");
    }
    int last = setCharacter();
    if (first > last) {
      throw reader.error("Range out of order in character class");
    }
    characters.add(first, last);
    refuseRange();
  }

  private boolean looksAtHyphen() {
    return reader.looksAt("-") && !reader.looksAt("--");
  }

  private void refuseRange() throws RegExpSyntaxException {
    if (looksAtHyphen()) {
      throw reader.error("Invalid character class");
    }
  }

  private static ClassSet single(int character, boolean ignoreCase) {
    ClassSet single = ClassSet.of(CodePointSet.of(character));
    return ignoreCase ? CharacterClasses.fold(single) : single;
  }

  /// Whether a nested class, a class escape or `\q` stands here, and not a single character.
  private boolean isOperand() {
    return reader.looksAt("[")
        || reader.looksAt("\\") && (escapes.looksAtClass() || reader.ahead(1) == 'q');
  }

  /// ClassSetOperand.
  private ClassSet operand(boolean ignoreCase) throws RegExpSyntaxException {
    if (reader.eat("[")) {
      return nested(ignoreCase);
    }
    if (reader.looksAt("\\q")) {
      reader.skip(2);
      ClassSet strings = stringDisjunction();
      return ignoreCase ? CharacterClasses.fold(strings) : strings;
    }
    if (reader.looksAt("\\") && escapes.looksAtClass()) {
      return escapes.characterClass(ignoreCase, true);
    }
    return single(setCharacter(), ignoreCase);
  }

  /// ClassStringDisjunction, `\q` passed already.
  private ClassSet stringDisjunction() throws RegExpSyntaxException {
    if (!reader.eat("{")) {
      throw reader.error("Invalid escape");
    }
    var strings = new ArrayList<String>();
    boolean mayContainStrings = false;
    while (true) {
      var text = new StringBuilder();
      int length = 0;
      boolean unmatchable = false;
      while (!reader.looksAt("|") && !reader.looksAt("}")) {
        int character = setCharacter();
        // A high and a low surrogate that were written apart can never stand together in an input
        // read by code points.
        unmatchable |=
            length > 0
                && character < 0x10000
                && Character.isLowSurrogate((char) character)
                && Character.isHighSurrogate(text.charAt(text.length() - 1));
        text.appendCodePoint(character);
        length++;
      }
      mayContainStrings |= length != 1;
      if (!unmatchable) {
        strings.add(text.toString());
      }
      if (reader.eat("}")) {
        return ClassSet.ofStrings(strings, mayContainStrings);
      }
      reader.skip(1);
    }
  }

  /// ClassSetCharacter.
  private int setCharacter() throws RegExpSyntaxException {
    int character = reader.current();
    if (character == PatternReader.END) {
      throw reader.error("Unterminated character class");
    }
    if (character == '\\') {
      if (reader.ahead(1) == PatternReader.END) {
        throw reader.error("\\ at end of pattern");
      }
      return escapedCharacter();
    }
    if (character == reader.ahead(1) && DOUBLE_PUNCTUATORS.indexOf(character) >= 0) {
      throw reader.error("Invalid set operation in character class");
    }
    if (CLASS_SET_SYNTAX.indexOf(character) >= 0) {
      throw reader.error("Invalid character in character class");
    }
    return reader.next();
  }
}
