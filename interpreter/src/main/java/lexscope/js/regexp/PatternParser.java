package lexscope.js.regexp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses a pattern (section 22.2.1, with Annex B.1.2 where neither `u` nor `v` is given) and
/// reports its early errors. Where case is ignored, characters and classes become the sets of what
/// equals them.
final class PatternParser {
  /// The result: the tree, the groups and their names.
  record Parsed(PatternNode body, int groupCount, List<GroupName> names) {}

  private record Interval(int min, int max) {}

  private static final int MAX_GROUPS = (1 << 16) - 1;

  private final PatternReader reader;
  private final EscapeParser escapes;
  private final ClassParser classes;
  private final GroupNames names = new GroupNames();
  private final boolean namedGroups;
  private final int allGroups;
  private int groups;
  private int disjunctions;
  private boolean ignoreCase;
  private boolean multiline;
  private boolean dotAll;

  /// For every disjunction around the place that is being parsed: its number and that of the
  /// alternative.
  private final List<int[]> alternatives = new ArrayList<>();

  private PatternParser(String pattern, RegExpFlags flags) {
    this.reader = new PatternReader(pattern, flags);
    int count = GroupNames.count(pattern, flags.unicodeSets());
    namedGroups = count >= 0;
    allGroups = namedGroups ? count : ~count;
    escapes = new EscapeParser(reader, flags, namedGroups);
    classes = new ClassParser(reader, flags, escapes);
    ignoreCase = flags.ignoreCase();
    multiline = flags.multiline();
    dotAll = flags.dotAll();
  }

  static Parsed parse(String pattern, RegExpFlags flags) throws RegExpSyntaxException {
    return new PatternParser(pattern, flags).pattern();
  }

  private Parsed pattern() throws RegExpSyntaxException {
    PatternNode body = disjunction();
    if (!reader.atEnd()) {
      throw reader.error("Unmatched ')'");
    }
    if (!names.resolve()) {
      throw reader.error("Invalid named capture referenced");
    }
    return new Parsed(body, groups, names.names());
  }

  /// Disjunction, up to the end or to a `)`, which stays.
  private PatternNode disjunction() throws RegExpSyntaxException {
    reader.enter();
    int[] place = {disjunctions++, 0};
    alternatives.add(place);
    var found = new ArrayList<PatternNode>();
    found.add(alternative());
    while (reader.eat("|")) {
      place = new int[] {place[0], place[1] + 1};
      alternatives.set(alternatives.size() - 1, place);
      found.add(alternative());
    }
    alternatives.removeLast();
    reader.leave();
    return PatternNode.Disjunction.of(found);
  }

  private PatternNode alternative() throws RegExpSyntaxException {
    var terms = new ArrayList<PatternNode>();
    while (!reader.atEnd() && !reader.looksAt("|") && !reader.looksAt(")")) {
      int groupsBefore = groups;
      PatternNode assertion = assertion();
      if (assertion != null) {
        terms.add(assertion);
      } else {
        boolean quantifiable = isQuantifiable();
        terms.add(quantified(atom(), quantifiable, groupsBefore));
      }
    }
    return PatternNode.Sequence.of(terms);
  }

  /// Whether what stands here may be repeated: a lookbehind may not, a lookahead only by Annex B.
  private boolean isQuantifiable() {
    boolean behind = reader.looksAt("(?<=") || reader.looksAt("(?<!");
    boolean ahead = reader.looksAt("(?=") || reader.looksAt("(?!");
    return !behind && !(ahead && reader.unicode);
  }

  /// An assertion that no quantifier may follow, if one stands here.
  private @Nullable PatternNode assertion() {
    if (reader.eat("^")) {
      return new PatternNode.LineBound(false, multiline);
    }
    if (reader.eat("$")) {
      return new PatternNode.LineBound(true, multiline);
    }
    boolean negative = reader.looksAt("\\B");
    if (reader.eat("\\b") || reader.eat("\\B")) {
      return new PatternNode.WordBound(
          negative, CharacterClasses.wordCharacters(reader.unicode && ignoreCase));
    }
    return null;
  }

  private PatternNode atom() throws RegExpSyntaxException {
    switch (reader.current()) {
      case '*', '+', '?' -> throw reader.error("Nothing to repeat");
      case '{' -> {
        if (interval() != null) {
          throw reader.error("Nothing to repeat");
        }
        if (reader.unicode) {
          throw reader.error("Lone quantifier brackets");
        }
        return character(reader.next());
      }
      case '}', ']' -> {
        if (reader.unicode) {
          throw reader.error("Lone quantifier brackets");
        }
        return character(reader.next());
      }
      case '.' -> {
        reader.skip(1);
        CodePointSet none = dotAll ? CodePointSet.EMPTY : CharacterClasses.LINE_TERMINATORS;
        return new PatternNode.CharSet(CharacterClasses.complement(none, reader.unicode, false));
      }
      case '(' -> {
        reader.skip(1);
        return group();
      }
      case '[' -> {
        reader.skip(1);
        return classNode(classes.parse(ignoreCase));
      }
      case '\\' -> {
        return escape();
      }
      default -> {
        return character(reader.next());
      }
    }
  }

  private PatternNode character(int character) {
    if (ignoreCase) {
      CodePointSet same = CharacterClasses.equalsOf(CodePointSet.of(character), reader.unicode);
      if (same.size() > 1) {
        return new PatternNode.CharSet(same);
      }
    }
    return new PatternNode.Char(character);
  }

  private PatternNode classNode(ClassSet set) {
    if (set.strings().isEmpty()) {
      return new PatternNode.CharSet(set.characters());
    }
    int shortest = set.characters().isEmpty() ? Integer.MAX_VALUE : 1;
    for (String string : set.strings()) {
      shortest = Math.min(shortest, string.length());
    }
    CaseFolding folding = ignoreCase ? CaseFolding.of(true) : null;
    return new PatternNode.Strings(
        StringTrie.of(set, false, folding), StringTrie.of(set, true, folding), shortest);
  }

  /// AtomEscape.
  private PatternNode escape() throws RegExpSyntaxException {
    int letter = reader.ahead(1);
    if (letter == PatternReader.END) {
      throw reader.error("\\ at end of pattern");
    }
    if (letter >= '1' && letter <= '9') {
      PatternNode reference = backReference();
      if (reference != null) {
        return reference;
      }
    }
    if (letter == 'k' && (reader.unicode || namedGroups)) {
      reader.skip(2);
      if (!reader.eat("<")) {
        throw reader.error("Invalid named reference");
      }
      return new PatternNode.BackReference(names.reference(groupName()), ignoreCase);
    }
    if (escapes.looksAtClass()) {
      ClassSet set = escapes.characterClass(ignoreCase, false);
      return ignoreCase && set.strings().isEmpty()
          ? new PatternNode.CharSet(CharacterClasses.equalsOf(set.characters(), reader.unicode))
          : classNode(set);
    }
    reader.skip(1);
    return character(escapes.character(false));
  }

  /// `\1` and so on. A number without such a group is an error with `u`, and else no reference but
  /// an octal escape.
  private @Nullable PatternNode backReference() throws RegExpSyntaxException {
    int start = reader.at();
    reader.skip(1);
    int index = reader.decimal();
    if (index <= allGroups) {
      return new PatternNode.BackReference(List.of(index), ignoreCase);
    }
    if (reader.unicode) {
      throw reader.error("Invalid escape");
    }
    reader.reset(start);
    return null;
  }

  /// What an opening parenthesis begins.
  private PatternNode group() throws RegExpSyntaxException {
    if (!reader.eat("?")) {
      return capture();
    }
    int groupsBefore = groups;
    if (reader.eat(":")) {
      return enclosed();
    }
    boolean behind = reader.looksAt("<=") || reader.looksAt("<!");
    if (behind || reader.looksAt("=") || reader.looksAt("!")) {
      reader.skip(behind ? 1 : 0);
      boolean negative = reader.next() == '!';
      PatternNode body = enclosed();
      return new PatternNode.Look(body, behind, negative, groupsBefore + 1, groups + 1);
    }
    if (reader.eat("<")) {
      String name = groupName();
      if (!names.add(name, groups + 1, alternatives)) {
        throw reader.error("Duplicate capture group name");
      }
      return capture();
    }
    return modified();
  }

  private PatternNode capture() throws RegExpSyntaxException {
    if (groups == MAX_GROUPS) {
      throw reader.error("Too many captures");
    }
    int index = ++groups;
    return new PatternNode.Group(index, enclosed());
  }

  private PatternNode enclosed() throws RegExpSyntaxException {
    PatternNode body = disjunction();
    if (!reader.eat(")")) {
      throw reader.error("Unterminated group");
    }
    return body;
  }

  /// `(?ims-ims:...)` (UpdateModifiers, section 22.2.2.8).
  private PatternNode modified() throws RegExpSyntaxException {
    String letters = "ims";
    if (letters.indexOf(reader.ahead(0)) < 0 && reader.ahead(0) != '-') {
      throw reader.error("Invalid group");
    }
    int[] seen = new int[2];
    boolean removing = false;
    while (!reader.eat(":")) {
      int letter = letters.indexOf(reader.ahead(0));
      if (reader.looksAt("-")) {
        if (removing) {
          throw reader.error("Multiple dashes in flag group");
        }
        removing = true;
      } else if (letter < 0 || reader.atEnd()) {
        throw reader.error("Invalid flag group");
      } else if (((seen[0] | seen[1]) & 1 << letter) != 0) {
        throw reader.error("Repeated flag in flag group");
      } else {
        seen[removing ? 1 : 0] |= 1 << letter;
      }
      reader.skip(1);
    }
    if ((seen[0] | seen[1]) == 0) {
      throw reader.error("Invalid flag group");
    }
    boolean oldIgnoreCase = ignoreCase;
    boolean oldMultiline = multiline;
    boolean oldDotAll = dotAll;
    ignoreCase = (seen[0] & 1) != 0 || ignoreCase && (seen[1] & 1) == 0;
    multiline = (seen[0] & 2) != 0 || multiline && (seen[1] & 2) == 0;
    dotAll = (seen[0] & 4) != 0 || dotAll && (seen[1] & 4) == 0;
    PatternNode body = enclosed();
    ignoreCase = oldIgnoreCase;
    multiline = oldMultiline;
    dotAll = oldDotAll;
    return body;
  }

  /// GroupName from after its `<` to after its `>`; code points whatever the flags.
  private String groupName() throws RegExpSyntaxException {
    var name = new StringBuilder();
    while (!reader.eat(">")) {
      if (reader.atEnd()) {
        throw reader.error("Invalid capture group name");
      }
      int character = reader.nextCodePoint();
      if (character == '\\') {
        if (!reader.eat("u")) {
          throw reader.error("Invalid capture group name");
        }
        character = escapes.unicodeEscape(true);
        if (character < 0) {
          throw reader.error("Invalid Unicode escape");
        }
      }
      boolean valid =
          name.isEmpty()
              ? IdentifierCharacters.isStart(character)
              : IdentifierCharacters.isPart(character);
      if (!valid) {
        throw reader.error("Invalid capture group name");
      }
      name.appendCodePoint(character);
    }
    if (name.isEmpty()) {
      throw reader.error("Invalid capture group name");
    }
    return name.toString();
  }

  /// An atom with the quantifier that follows it, if one does.
  private PatternNode quantified(PatternNode atom, boolean quantifiable, int groupsBefore)
      throws RegExpSyntaxException {
    Interval interval = quantifierPrefix();
    if (interval == null) {
      return atom;
    }
    if (interval.max >= 0 && interval.max < interval.min) {
      throw reader.error("numbers out of order in {} quantifier");
    }
    boolean greedy = !reader.eat("?");
    if (!quantifiable) {
      throw reader.error("Invalid quantifier");
    }
    return new PatternNode.Quantifier(
        atom, interval.min, interval.max, greedy, groupsBefore + 1, groups + 1);
  }

  private @Nullable Interval quantifierPrefix() throws RegExpSyntaxException {
    if (reader.eat("*")) {
      return new Interval(0, -1);
    }
    if (reader.eat("+")) {
      return new Interval(1, -1);
    }
    if (reader.eat("?")) {
      return new Interval(0, 1);
    }
    if (!reader.looksAt("{")) {
      return null;
    }
    Interval interval = interval();
    if (interval == null && reader.unicode) {
      throw reader.error("Incomplete quantifier");
    }
    return interval;
  }

  /// `{2}`, `{2,}` or `{2,3}`.
  ///
  /// @return null (and nothing passed) if none stands here
  private @Nullable Interval interval() {
    int start = reader.at();
    reader.skip(1);
    int min = reader.decimal();
    if (min >= 0) {
      if (reader.eat("}")) {
        return new Interval(min, min);
      }
      if (reader.eat(",")) {
        int max = reader.decimal();
        if (reader.eat("}")) {
          return new Interval(min, max == Integer.MAX_VALUE ? -1 : max);
        }
      }
    }
    reader.reset(start);
    return null;
  }
}
