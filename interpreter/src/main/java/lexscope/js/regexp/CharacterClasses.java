package lexscope.js.regexp;

import java.util.ArrayList;

/// The sets that patterns name without listing them, and complements (section 22.2.2.9).
final class CharacterClasses {
  static final CodePointSet DIGITS = CodePointSet.range('0', '9');
  static final CodePointSet LINE_TERMINATORS =
      CodePointSet.of('\n').union(CodePointSet.of('\r')).union(CodePointSet.range(0x2028, 0x2029));

  /// WhiteSpace and LineTerminator of sections 12.2 and 12.3.
  static final CodePointSet WHITE_SPACE =
      CodePointSet.range(9, 13)
          .union(CodePointSet.of(' '))
          .union(CodePointSet.of(0xa0))
          .union(CodePointSet.of(0x1680))
          .union(CodePointSet.range(0x2000, 0x200a))
          .union(CodePointSet.range(0x2028, 0x2029))
          .union(CodePointSet.of(0x202f))
          .union(CodePointSet.of(0x205f))
          .union(CodePointSet.of(0x3000))
          .union(CodePointSet.of(0xfeff));

  private static final CodePointSet WORD =
      DIGITS
          .union(CodePointSet.range('A', 'Z'))
          .union(CodePointSet.of('_'))
          .union(CodePointSet.range('a', 'z'));

  /// With what folds to `s` and `k`: U+017F and U+212A.
  private static final CodePointSet FOLDING_WORD =
      WORD.union(CodePointSet.of(0x17f)).union(CodePointSet.of(0x212a));

  private CharacterClasses() {}

  /// WordCharacters (section 22.2.2.9.2).
  static CodePointSet wordCharacters(boolean unicodeIgnoreCase) {
    return unicodeIgnoreCase ? FOLDING_WORD : WORD;
  }

  /// CharacterComplement (section 22.2.2.9.4).
  ///
  /// @param folding whether only characters that fold to themselves count: flags `v` and `i`
  ///   together
  static CodePointSet complement(CodePointSet set, boolean unicode, boolean folding) {
    CodePointSet rest = set.complement(unicode ? CodePointSet.LIMIT : 0x10000);
    return folding ? rest.subtract(CaseFolding.of(true).nonCanonical()) : rest;
  }

  /// MaybeSimpleCaseFolding (section 22.2.2.9.3), where flags `v` and `i` are on.
  static ClassSet fold(ClassSet set) {
    var folding = CaseFolding.of(true);
    var strings = new ArrayList<String>();
    for (String string : set.strings()) {
      int[] folded = string.codePoints().map(folding::canonicalize).toArray();
      strings.add(new String(folded, 0, folded.length));
    }
    ClassSet folded = ClassSet.ofStrings(strings, set.mayContainStrings());
    return new ClassSet(folding.fold(set.characters()), folded.strings(), set.mayContainStrings());
  }

  /// What matches a character under Canonicalize, or a set of them.
  static CodePointSet equalsOf(CodePointSet set, boolean unicode) {
    if (set.isEmpty()) {
      return set;
    }
    boolean ascii = set.last(set.rangeCount() - 1) < 128;
    // U+017F and U+212A fold into ASCII; they alone make the tables needed for sets of ASCII.
    if (ascii && !(unicode && (meets(set, 's') || meets(set, 'k')))) {
      var both = new CodePointSet.Builder();
      both.add(set);
      for (int c = 'a'; c <= 'z'; c++) {
        if (meets(set, c)) {
          both.add(c);
          both.add(c - 32);
        }
      }
      return both.build();
    }
    return CaseFolding.of(unicode).closure(set);
  }

  private static boolean meets(CodePointSet set, int lower) {
    return set.contains(lower) || set.contains(lower - 32);
  }
}
