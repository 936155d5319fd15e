package lexscope.js.regexp;

import java.util.List;

/// The syntax tree of a pattern, with flags and modifiers already resolved: every set holds exactly
/// the characters that match, and every assertion knows how it was modified.
sealed interface PatternNode {
  /// The least number of code units that a match of this node consumes.
  int minLength();

  /// Whether no match of this node consumes anything.
  boolean zeroWidth();

  /// Matches nothing at all, always.
  record Empty() implements PatternNode {
    @Override
    public int minLength() {
      return 0;
    }

    @Override
    public boolean zeroWidth() {
      return true;
    }
  }

  /// One character, exactly.
  record Char(int character) implements PatternNode {
    @Override
    public int minLength() {
      return Character.charCount(character);
    }

    @Override
    public boolean zeroWidth() {
      return false;
    }
  }

  /// One character out of a set.
  record CharSet(CodePointSet set) implements PatternNode {
    @Override
    public int minLength() {
      return 1;
    }

    @Override
    public boolean zeroWidth() {
      return false;
    }
  }

  /// A class of flag `v` that holds strings which are not one character long: the longest that
  /// matches goes first.
  record Strings(StringTrie forward, StringTrie backward, int minLength) implements PatternNode {
    @Override
    public boolean zeroWidth() {
      return false;
    }
  }

  /// Terms one after the other.
  record Sequence(List<PatternNode> terms, int minLength, boolean zeroWidth)
      implements PatternNode {
    static PatternNode of(List<PatternNode> terms) {
      if (terms.size() == 1) {
        return terms.getFirst();
      }
      long length = 0;
      boolean zero = true;
      for (PatternNode term : terms) {
        length += term.minLength();
        zero &= term.zeroWidth();
      }
      return terms.isEmpty()
          ? new Empty()
          : new Sequence(List.copyOf(terms), (int) Math.min(length, Integer.MAX_VALUE), zero);
    }
  }

  /// Alternatives, tried in order.
  record Disjunction(List<PatternNode> alternatives, int minLength, boolean zeroWidth)
      implements PatternNode {
    static PatternNode of(List<PatternNode> alternatives) {
      if (alternatives.size() == 1) {
        return alternatives.getFirst();
      }
      int length = Integer.MAX_VALUE;
      boolean zero = true;
      for (PatternNode alternative : alternatives) {
        length = Math.min(length, alternative.minLength());
        zero &= alternative.zeroWidth();
      }
      return new Disjunction(List.copyOf(alternatives), length, zero);
    }
  }

  /// A capturing group; `index` counts from 1.
  record Group(int index, PatternNode body, int minLength, boolean zeroWidth)
      implements PatternNode {
    Group(int index, PatternNode body) {
      this(index, body, body.minLength(), body.zeroWidth());
    }
  }

  /// A repeated term. It holds the groups from `firstGroup` up to, not including, `endGroup`; `max`
  /// -1 is without limit.
  record Quantifier(
      PatternNode body,
      int min,
      int max,
      boolean greedy,
      int firstGroup,
      int endGroup,
      int minLength,
      boolean zeroWidth)
      implements PatternNode {
    Quantifier(PatternNode body, int min, int max, boolean greedy, int firstGroup, int endGroup) {
      this(
          body,
          min,
          max,
          greedy,
          firstGroup,
          endGroup,
          (int) Math.min((long) body.minLength() * min, Integer.MAX_VALUE),
          body.zeroWidth() || max == 0);
    }
  }

  /// A lookahead or lookbehind.
  record Look(PatternNode body, boolean behind, boolean negative, int firstGroup, int endGroup)
      implements PatternNode {
    @Override
    public int minLength() {
      return 0;
    }

    @Override
    public boolean zeroWidth() {
      return true;
    }
  }

  /// `\1` or `\k<name>`; of the groups that a name stands for, at most one takes part in a match.
  record BackReference(List<Integer> groups, boolean ignoreCase) implements PatternNode {
    @Override
    public int minLength() {
      return 0;
    }

    @Override
    public boolean zeroWidth() {
      return false;
    }
  }

  /// `^` and `$`.
  record LineBound(boolean end, boolean multiline) implements PatternNode {
    @Override
    public int minLength() {
      return 0;
    }

    @Override
    public boolean zeroWidth() {
      return true;
    }
  }

  /// `\b` and `\B`, with what counts as a word's character.
  record WordBound(boolean negative, CodePointSet wordCharacters) implements PatternNode {
    @Override
    public int minLength() {
      return 0;
    }

    @Override
    public boolean zeroWidth() {
      return true;
    }
  }
}
