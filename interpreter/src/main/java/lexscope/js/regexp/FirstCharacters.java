package lexscope.js.regexp;

import java.util.ArrayDeque;
import java.util.BitSet;

/// Which characters can come next after a place in the code. The answer may be too large, never too
/// small: assertions are taken to hold.
///
/// @param set the characters, as far as they are known
/// @param unknown whether others are possible
/// @param accepts whether the pattern (or the body of a lookaround) may end without another
///   character
/// @param asserts whether something is asserted about the place on the way
record FirstCharacters(CodePointSet set, boolean unknown, boolean accepts, boolean asserts) {
  /// Patterns with more alternatives than this are not looked through.
  private static final int MAX_VISITS = 256;

  static FirstCharacters from(Code code, int start) {
    int[] words = code.words();
    var set = new CodePointSet.Builder();
    boolean unknown = false;
    boolean accepts = false;
    boolean asserts = false;
    var seen = new BitSet();
    var work = new ArrayDeque<Integer>();
    work.add(start);
    while (!work.isEmpty() && !unknown) {
      int pc = work.removeLast();
      if (seen.get(pc)) {
        continue;
      }
      seen.set(pc);
      unknown = seen.cardinality() > MAX_VISITS;
      int next = pc + Op.length(words[pc]);
      switch (words[pc]) {
        case Op.ACCEPT, Op.LOOK_END, Op.NEGATIVE_LOOK_END -> accepts = true;
        case Op.FAIL -> {}
        case Op.CHAR -> set.add(words[pc + 1]);
        case Op.CHAR2 -> {
          set.add(words[pc + 1]);
          set.add(words[pc + 2]);
        }
        // A string read by code points may begin with a pair: the set is then asked for its first
        // code unit, too.
        case Op.STRING -> {
          set.add(code.strings()[words[pc + 1]].charAt(0));
          set.add(code.strings()[words[pc + 1]].codePointAt(0));
        }
        case Op.SET, Op.CODE_SET -> set.add(code.sets()[words[pc + 1]].set());
        case Op.GREEDY, Op.LAZY -> {
          set.add(code.sets()[words[pc + 1]].set());
          if (words[pc + 2] == 0) {
            work.add(next);
          }
        }
        case Op.JUMP -> work.add(words[pc + 1]);
        case Op.SPLIT_FIRST, Op.SPLIT_SECOND -> {
          work.add(next);
          work.add(words[pc + 1]);
        }
        case Op.LOOP -> {
          work.add(next);
          work.add(words[pc + 5]);
        }
        case Op.LOOP_NEXT -> work.add(words[pc + 2]);
        case Op.LOOK, Op.NEGATIVE_LOOK -> {
          asserts = true;
          work.add(words[pc + 2]);
        }
        case Op.CONSUMED, Op.CONSUMED_COUNTED, Op.LINE_BOUND, Op.WORD_BOUND -> {
          asserts = true;
          work.add(next);
        }
        case Op.SAVE, Op.RESET, Op.ZERO -> work.add(next);
        default -> unknown = true;
      }
    }
    return new FirstCharacters(set.build(), unknown, accepts, asserts);
  }

  /// Whether a match from here surely begins with one of the characters of the set.
  boolean certain() {
    return !unknown && !accepts;
  }

  /// Whether nothing that follows can succeed before a character of the set: a loop over the set
  /// need not give any back.
  boolean excludes(CodePointSet loop) {
    return !unknown && !(accepts && asserts) && set.intersect(loop).isEmpty();
  }

  /// The code units that these characters begin with.
  CodePointSet units() {
    CodePointSet astral = set.intersect(CodePointSet.range(0x10000, CodePointSet.LIMIT - 1));
    var units = new CodePointSet.Builder();
    units.add(set.subtract(astral));
    for (int i = 0; i < astral.rangeCount(); i++) {
      units.add(Character.highSurrogate(astral.first(i)), Character.highSurrogate(astral.last(i)));
    }
    return units.build();
  }
}
